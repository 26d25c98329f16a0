#include "xml/tag.hpp"

#include <algorithm>

#include "xml/markup.hpp"

namespace planetarium {

namespace {

constexpr size_t longest_value = 64 * 1024;  // beyond it an open quote is a slip, not a value
constexpr size_t longest_name = 64;

}  // namespace

const MarkupTag& TagReader::read(size_t at) {
  at_ = at + 1;
  tag_.attributes.clear();
  tag_.kind = MarkupTag::Kind::start;
  if (!read_name()) {
    tag_.kind = MarkupTag::Kind::none;
    return tag_;
  }
  while (read_attribute()) continue;
  tag_.size = at_ - at;
  return tag_;
}

// "<john@example.com>" and "<http://example.com/>" are characters, not tags.
bool TagReader::read_name() {
  if (peek() == '/') {
    tag_.kind = MarkupTag::Kind::end;
    at_ = skip_spaces(document_, at_ + 1);
  }
  const size_t begin = at_;
  at_ = name_end(document_, at_);
  tag_.name = document_.substr(begin, at_ - begin);
  if (tag_.kind == MarkupTag::Kind::end) return true;
  if (tag_.name.empty() || !is_name_start(tag_.name[0]) || tag_.name.back() == ':') return false;
  const char next = peek();
  return at_ == document_.size() || is_space(next) || next == '>' || next == '/' || next == '<';
}

// Whatever comes next in the tag; false behind its end.
bool TagReader::read_attribute() {
  at_ = skip_spaces(document_, at_);
  if (at_ == document_.size()) {
    tag_.kind = MarkupTag::Kind::cut;
    return false;
  }
  const char c = peek();
  if (c == '<') return false;  // "<title<link>": the end of the first is missing
  if (c == '>') {
    ++at_;
    return false;
  }
  if (c == '/' && peek(1) == '>') {
    if (tag_.kind == MarkupTag::Kind::start) tag_.kind = MarkupTag::Kind::empty;
    at_ += 2;
    return false;
  }
  if (!is_name_start(c)) {  // a comma, a slash of its own, half a quote
    ++at_;
    return true;
  }
  const size_t begin = at_;
  at_ = name_end(document_, at_);
  const std::string_view name = document_.substr(begin, at_ - begin);
  tag_.attributes.push_back({name, read_value()});
  return true;
}

std::string_view TagReader::read_value() {
  const size_t equals = skip_spaces(document_, at_);
  if (equals == document_.size() || document_[equals] != '=') return {};
  at_ = skip_spaces(document_, equals + 1);
  const char quote = peek();
  return quote == '"' || quote == '\'' ? quoted_value(quote) : unquoted_value();
}

// Up to white space, the end of the tag, or another tag.
std::string_view TagReader::unquoted_value() {
  const size_t begin = at_;
  for (; at_ < document_.size(); ++at_) {
    const char c = peek();
    if (is_space(c) || c == '>' || c == '<' || (c == '/' && peek(1) == '>')) break;
  }
  return document_.substr(begin, at_ - begin);
}

std::string_view TagReader::quoted_value(char quote) {
  const size_t begin = ++at_;
  const size_t end = closing_quote(begin, quote);
  if (end != document_.npos) {
    at_ = end + 1;
    return document_.substr(begin, end - begin);
  }
  at_ = std::min(document_.find('>', begin), document_.size());
  if (at_ < document_.size() && document_[at_ - 1] == '/' && at_ - 1 > begin) --at_;
  return document_.substr(begin, at_ - begin);
}

// Where the value ends that begins there; npos where its quote is never closed. OPML files carry
// `text="<a href="x">…</a>"`: a quote within a tag within the value closes nothing.
size_t TagReader::closing_quote(size_t begin, char quote) {
  const std::string_view window = document_.substr(0, begin + longest_value);
  const size_t first = window.find(quote, begin);
  if (first == window.npos) return document_.npos;
  const char next = first + 1 < document_.size() ? document_[first + 1] : '>';
  if (is_space(next) || next == '>' || next == '/' || next == '?') return first;
  bool inside = false;
  size_t tag_end = document_.npos;  // the first ">" of the value
  for (size_t i = begin; i < window.size() && patience_ > 0; ++i, --patience_) {
    const char c = document_[i];
    if (c == quote && !inside && closes_value(i + 1)) return i;
    if (c == '<') {
      if (tag_end != document_.npos) return document_.npos;
      const char name = i + 1 < document_.size() ? document_[i + 1] : '\0';
      inside = inside || is_alpha(name) || name == '/';
    } else if (c == '>') {
      if (!inside && tag_end == document_.npos) tag_end = i;
      inside = false;
    }
  }
  return tag_end == document_.npos ? first : document_.npos;
}

// Whether a tag may go on like this behind a value: `>`, `/>`, `name=`.
bool TagReader::closes_value(size_t at) const {
  at = skip_spaces(document_.substr(0, at + longest_name), at);
  if (at == document_.size()) return true;
  const std::string_view rest = document_.substr(at, longest_name);
  if (rest.empty() || rest[0] == '>' || rest.starts_with("/>") || rest.starts_with("?>"))
    return true;
  const size_t end = name_end(rest, 0);
  const size_t equals = skip_spaces(rest, end);
  return end != 0 && equals < rest.size() && rest[equals] == '=';
}

void append_tag(Buffer& out, const MarkupTag& tag) {
  const bool is_end = tag.kind == MarkupTag::Kind::end;
  out.append(is_end ? "</" : "<");
  out.append(tag.name);
  if (is_end) return out.append('>');
  for (const MarkupTag::Attribute& attribute : tag.attributes) {
    out.append(' ');
    out.append(attribute.name);
    out.append("=\"");
    for (std::string_view rest = attribute.value; !rest.empty();) {
      const size_t quote = std::min(rest.find('"'), rest.size());
      out.append(rest.substr(0, quote));
      if (quote == rest.size()) break;
      out.append("&quot;");
      rest.remove_prefix(quote + 1);
    }
    out.append('"');
  }
  out.append(tag.kind == MarkupTag::Kind::empty ? "/>" : ">");
}

}  // namespace planetarium
