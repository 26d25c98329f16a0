#include "namespaces/text_construct.hpp"

#include "text/html_text.hpp"
#include "text/simd.hpp"
#include "text/uri.hpp"
#include "text/utf8.hpp"

namespace planetarium {

namespace {

Text with_scope(Text text, const Element& element, const Element& container) {
  if (text.empty()) return {};
  if (&element.base() != &container.base() && element.base() != container.base())
    text.base = element.base();
  if (&element.language() != &container.language() && element.language() != container.language()) {
    text.language = element.language();
  }
  return text;
}

Text naked_markup(const Element& element, const Element& container) {
  return with_scope({.type = "xhtml", .value = {.own = element.inner_markup()}}, element,
                    container);
}

// RFC 4287 §3.1.1.3: the div is not part of the content.
Text xhtml(const Element& element, const Element& container) {
  std::optional<Element> only;
  for (const Element child : element.children()) {
    if (only) return naked_markup(element, container);
    only = child;
  }
  if (!only)
    return with_scope({.type = "xhtml", .value = {.own = element.inner_markup()}}, element,
                      container);
  if (!same_ignoring_case(only->name(), "div") || !element.own_text_is_blank())
    return naked_markup(element, container);
  return naked_markup(*only, container);
}

// Short names for the media types that have one; "" stays.
std::string short_type(std::string type, bool atom03) {
  type = lowered(trim(type.substr(0, type.find(';'))));
  if (type.empty() || type == "text/plain" || type == "plain") return "text";
  if (type == "text/html" || (atom03 && type == "html")) return "html";
  if (type == "application/xhtml+xml") return "xhtml";
  return type;
}

bool is_text(std::string_view bytes) {
  return valid_utf8_prefix(bytes) == bytes.size() && simd::find_control(bytes) == bytes.size();
}

int base64_digit(char c) {
  if (c >= 'A' && c <= 'Z') return c - 'A';
  if (c >= 'a' && c <= 'z') return c - 'a' + 26;
  if (is_digit(c)) return c - '0' + 52;
  return c == '+' || c == '-' ? 62 : c == '/' || c == '_' ? 63 : -1;
}

}  // namespace

std::optional<std::string> decode_base64(std::string_view text) {
  std::string out;
  uint32_t bits = 0;
  int count = 0;
  for (const char c : text) {
    if (is_space(c) || c == '=') continue;
    const int digit = base64_digit(c);
    if (digit < 0) return std::nullopt;
    bits = bits << 6 | static_cast<uint32_t>(digit);
    if ((count += 6) >= 8) out += static_cast<char>(bits >> (count -= 8));
  }
  return out;
}

Text markup_text(const Element& element, const Element& container) {
  if (element.has_children()) return naked_markup(element, container);
  return with_scope({.type = "html", .value = element.body()}, element, container);
}

Text plain_text_or_markup(const Element& element, const Element& container) {
  if (element.has_children()) return naked_markup(element, container);
  std::string value = element.text();
  const char* type = looks_like_html(value) ? "html" : "text";
  return with_scope({.type = type, .value = {.own = std::move(value)}}, element, container);
}

Text atom_text(const Element& element, const Element& container) {
  const bool atom03 = element.ns() == Ns::atom03;
  const std::string mode = lowered(element.attribute("mode"));
  std::string type = short_type(element.attribute("type"), atom03);
  if (std::string src = element.attribute("src"); !src.empty()) {
    return with_scope({.type = type, .src = resolve_uri(element.base(), src)}, element, container);
  }
  const bool is_xml = type.ends_with("+xml") || type.ends_with("/xml");
  if (mode == "xml" || (mode.empty() && atom03)) {
    if (element.has_children()) return xhtml(element, container);
  } else if (type == "xhtml" && mode != "escaped") {
    return xhtml(element, container);
  }
  const bool media = type.find('/') != type.npos;
  if (mode == "base64" || (media && !is_xml && !type.starts_with("text/"))) {
    std::string value = element.text();
    if (auto decoded = decode_base64(value); decoded && is_text(*decoded))
      value = std::move(*decoded);
    return with_scope({.type = type, .value = {.own = std::move(value)}}, element, container);
  }
  if (element.has_children()) {
    if (!media) type = "xhtml";
    return with_scope({.type = type, .value = {.own = element.inner_markup()}}, element, container);
  }
  return with_scope({.type = type, .value = element.body()}, element, container);
}

Text text_of(std::string value) {
  if (value.empty()) return {};
  return {.type = "text", .value = {.own = std::move(value)}};
}

}  // namespace planetarium
