#include "parse/html_tags.hpp"

#include <algorithm>

#include "text/ascii.hpp"
#include "text/entities.hpp"

namespace planetarium {

namespace {

constexpr std::string_view raw_text_elements[] = {"script", "style", "title", "textarea"};

bool ends_name(char c) {
  return is_space(c) || c == '=' || c == '>' || c == '/' || c == '"' || c == '\'' || c == '<';
}

struct Attribute {
  std::string_view name{};  ///< empty: there is none left
  std::string_view value{};
};

// Takes one off the front. A value whose quote is not closed is none, and ends its tag.
Attribute take_attribute(std::string_view& rest) {
  size_t at = 0;
  while (at < rest.size() && (is_space(rest[at]) || rest[at] == '/')) ++at;
  rest.remove_prefix(at);
  for (at = 0; at < rest.size() && !ends_name(rest[at]);) ++at;
  Attribute attribute{.name = rest.substr(0, at)};
  rest.remove_prefix(at);
  for (at = 0; at < rest.size() && is_space(rest[at]);) ++at;
  if (attribute.name.empty() || at == rest.size() || rest[at] != '=') return attribute;
  for (++at; at < rest.size() && is_space(rest[at]);) ++at;
  if (at == rest.size()) return attribute;
  const char quote = rest[at];
  size_t end = at;
  if (quote == '"' || quote == '\'') {
    end = rest.find(quote, ++at);
    if (end == rest.npos) return attribute;
  } else {
    while (end < rest.size() && !is_space(rest[end]) && rest[end] != '>' && rest[end] != '<' &&
           rest[end] != '"' && rest[end] != '\'') {
      ++end;
    }
  }
  attribute.value = rest.substr(at, end - at);
  const bool quoted = quote == '"' || quote == '\'';
  rest.remove_prefix(end + (quoted && end < rest.size()));
  return attribute;
}

}  // namespace

bool HtmlTags::next() {
  while ((at_ = html_.find('<', at_)) != html_.npos) {
    const std::string_view rest = html_.substr(at_);
    if (rest.starts_with("<!--")) {
      at_ = html_.find("-->", at_ + 4);
      if (at_ == html_.npos) break;
      continue;
    }
    ++at_;
    if (rest.size() < 2 || !is_alpha(rest[1])) continue;
    size_t end = 1;
    while (end < rest.size() && !is_space(rest[end]) && rest[end] != '>' && rest[end] != '/') ++end;
    name_ = rest.substr(1, end - 1);
    at_ += end - 1;
    read_attributes();
    skip_raw_text();
    return true;
  }
  at_ = html_.size();
  return false;
}

void HtmlTags::read_attributes() {
  std::string_view rest = html_.substr(at_);
  const size_t size = rest.size();
  while (!take_attribute(rest).name.empty()) {
  }
  attributes_ = html_.substr(at_, size - rest.size());
  at_ += attributes_.size();
}

void HtmlTags::skip_raw_text() {
  raw_text_ = {};
  const auto* element =
      std::find_if(std::begin(raw_text_elements), std::end(raw_text_elements),
                   [this](std::string_view name) { return same_ignoring_case(name, name_); });
  if (element == std::end(raw_text_elements)) return;
  const size_t begin = std::min(html_.find('>', at_), html_.size());
  for (at_ = begin; (at_ = html_.find("</", at_)) != html_.npos; ++at_) {
    if (starts_ignoring_case(html_.substr(at_ + 2), *element)) break;
  }
  at_ = std::min(at_, html_.size());
  raw_text_ = html_.substr(begin, at_ - begin);
  raw_text_.remove_prefix(!raw_text_.empty());  // the ">"
}

std::string HtmlTags::attribute(std::string_view name) const {
  std::string_view rest = attributes_;
  for (Attribute one = take_attribute(rest); !one.name.empty(); one = take_attribute(rest)) {
    if (!same_ignoring_case(one.name, name)) continue;
    std::string value;
    append_expanded(value, trim(one.value));
    return value;
  }
  return {};
}

}  // namespace planetarium
