#include "emit/markup.hpp"

#include <algorithm>
#include <iterator>
#include <vector>

#include "planetarium/parse.hpp"
#include "text/ascii.hpp"
#include "text/html_text.hpp"
#include "text/utf8.hpp"

namespace planetarium {

namespace {

constexpr std::string_view void_elements[] = {"area",  "base",  "br",     "col",   "embed",
                                              "frame", "hr",    "img",    "input", "link",
                                              "meta",  "param", "source", "track", "wbr"};

bool is_void(std::string_view name) {
  return std::find(std::begin(void_elements), std::end(void_elements), name) !=
         std::end(void_elements);
}

// Copies while it reads, strictly: what is not as the core would write it is a failure.
class XhtmlCopy {
 public:
  XhtmlCopy(std::string& out, std::string_view markup) : out_(out), rest_(markup) {}

  bool run() {
    while (!rest_.empty()) {
      const bool taken = rest_[0] == '<' ? tag() : characters("<", "\n\t\"");
      if (!taken) return false;
    }
    return open_.empty();
  }

 private:
  // A handful on each tag: two of one name are looked for pair by pair.
  static constexpr size_t most_attributes = 32;

  void copy(size_t size) {
    out_.append(rest_.substr(0, size));
    rest_.remove_prefix(size);
  }
  bool copy(std::string_view literal) {
    if (!rest_.starts_with(literal)) return false;
    copy(literal.size());
    return true;
  }

  std::string_view name() {
    size_t size = 0;
    while (size < rest_.size() && (is_alnum(rest_[size]) || (size > 0 && rest_[size] == '-')))
      ++size;
    const std::string_view name = rest_.substr(0, size);
    if (name.empty() || !is_alpha(name[0])) return {};
    rest_.remove_prefix(size);
    return name;
  }

  // Up to `end`: of ASCII's controls those of `plain` alone, and of references the core's own.
  bool characters(std::string_view end, std::string_view plain) {
    while (!rest_.empty() && end.find(rest_[0]) == end.npos) {
      const char c = rest_[0];
      if (c == '&') {
        if (!copy("&amp;") && !copy("&lt;") && !copy("&gt;") && !(end[0] == '"' && copy("&quot;")))
          return false;
      } else if (c == '<' || c == '>' ||
                 ((c == '"' || static_cast<unsigned char>(c) < ' ') &&
                  plain.find(c) == plain.npos)) {
        return false;
      } else {
        copy(1);
      }
    }
    return true;
  }

  bool tag() {
    copy(1);
    if (copy("/")) {
      const std::string_view closed = name();
      if (open_.empty() || closed != open_.back()) return false;
      out_.append(closed);
      open_.pop_back();
      return copy(">");
    }
    const std::string_view opened = name();
    if (opened.empty() || opened == "svg" || opened == "math") return false;
    out_.append(opened);
    std::string_view names[most_attributes];
    size_t count = 0;
    while (copy(" ")) {
      const std::string_view attribute = name();
      if (attribute.empty() || count == most_attributes || attribute.starts_with("xmlns") ||
          std::find(names, names + count, attribute) != names + count)
        return false;
      names[count++] = attribute;
      out_.append(attribute);
      if (!copy("=\"") || !characters("\"", "") || !copy("\"")) return false;
    }
    if (is_void(opened)) {
      out_ += '/';
    } else {
      open_.push_back(opened);
    }
    return copy(">");
  }

  std::string& out_;
  std::string_view rest_;
  std::vector<std::string_view> open_{};
};

}  // namespace

bool is_markup(const Text& text) {
  const std::string_view type = text.type;
  return type == "html" || type == "xhtml" || type.ends_with("+xml") || type.ends_with("/xml");
}

std::string html_of(const Text& text) {
  std::string characters = decode_body(text.value);
  if (is_markup(text)) return characters;
  std::string html;
  for (const char c : characters) {
    switch (c) {
      case '&':
        html += "&amp;";
        break;
      case '<':
        html += "&lt;";
        break;
      case '>':
        html += "&gt;";
        break;
      case '\n':
        html += "<br>\n";
        break;
      default:
        html += c;
    }
  }
  return html;
}

std::string one_line_of(const Text& text) {
  const std::string characters = decode_body(text.value);
  return is_markup(text) ? plain_text(characters) : squeezed(characters);
}

std::string base64_of(const Text& text) {
  std::string bytes = decode_body(text.value);
  const bool encoded = std::all_of(bytes.begin(), bytes.end(), [](char c) {
    return is_alnum(c) || is_space(c) || c == '+' || c == '/' || c == '=' || c == '-' || c == '_';
  });
  if (encoded) return bytes;
  const size_t padding = (3 - bytes.size() % 3) % 3;
  bytes.append(padding, '\0');
  std::string out;
  for (size_t i = 0; i < bytes.size(); i += 3) {
    const auto byte = [&](size_t at) { return uint32_t{static_cast<unsigned char>(bytes[at])}; };
    const uint32_t bits = byte(i) << 16 | byte(i + 1) << 8 | byte(i + 2);
    for (const int shift : {18, 12, 6, 0}) {
      out += "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"[bits >> shift & 63];
    }
  }
  out.replace(out.size() - padding, padding, padding, '=');
  return out;
}

bool append_xhtml(std::string& out, std::string_view markup) {
  const size_t before = out.size();
  if (xml_prefix(markup) == markup.size() && trim(markup) == markup && XhtmlCopy(out, markup).run())
    return true;
  out.resize(before);
  return false;
}

}  // namespace planetarium
