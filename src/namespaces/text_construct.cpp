#include "namespaces/text_construct.hpp"

#include "text/html_text.hpp"
#include "text/simd.hpp"
#include "text/uri.hpp"
#include "text/utf8.hpp"

namespace planetarium {

namespace {

Text with_scope(Text text, const Element& element, const Element& container) {
  if (text.empty()) return {};
  if (element.base() != container.base()) text.base = element.base();
  if (element.language() != container.language()) text.language = element.language();
  return text;
}

// RFC 4287 §3.1.1.3: the div is not part of the content.
Text xhtml(const Element& element, const Element& container) {
  std::optional<Element> only;
  for (const Element child : element.children()) {
    if (only) return naked_markup(element, container);
    only = child;
  }
  if (!only) return naked_markup(element, container);
  if (!same_ignoring_case(only->name(), "div") || !element.own_text_is_blank())
    return naked_markup(element, container);
  return naked_markup(*only, container);
}

// Short names for the media types that have one.
std::string_view short_type(Arena& arena, std::string_view written) {
  written = trim(written.substr(0, written.find(';')));
  struct Name {
    std::string_view written, type;
  };
  constexpr Name names[] = {
      {"", "text"},          {"text", "text"},
      {"html", "html"},      {"xhtml", "xhtml"},
      {"plain", "text"},     {"text/plain", "text"},
      {"text/html", "html"}, {"application/xhtml+xml", "xhtml"},
  };
  for (const Name& name : names) {
    if (same_ignoring_case(name.written, written)) return name.type;
  }
  return arena.keep(lowered(written));
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

Text naked_markup(const Element& element, const Element& container) {
  return with_scope({.type = "xhtml", .value = element.markup()}, element, container);
}

Text markup_text(const Element& element, const Element& container) {
  if (element.has_children()) return naked_markup(element, container);
  return with_scope({.type = "html", .value = element.body()}, element, container);
}

Text plain_text_or_markup(const Element& element, const Element& container) {
  if (element.has_children()) return naked_markup(element, container);
  const std::string_view value = element.text();
  return with_scope({.type = looks_like_html(value) ? "html" : "text", .value = {.raw = value}},
                    element, container);
}

Text atom_text(const Element& element, const Element& container) {
  const std::string_view mode = element.attribute("mode");
  const bool atom03 = element.ns() == Ns::atom03;
  const std::string_view type = short_type(element.arena(), element.attribute("type"));
  if (const std::string_view src = element.attribute("src"); !src.empty()) {
    return with_scope({.type = type, .src = element.resolved(src)}, element, container);
  }
  const bool is_xml = type.ends_with("+xml") || type.ends_with("/xml");
  const bool is_inline = mode.empty() ? atom03 || type == "xhtml" : same_ignoring_case(mode, "xml");
  if (is_inline && (type == "xhtml" || element.has_children())) return xhtml(element, container);
  const bool media = type.find('/') != type.npos;
  if (same_ignoring_case(mode, "base64") || (media && !is_xml && !type.starts_with("text/"))) {
    std::string_view value = element.text();
    if (const auto decoded = decode_base64(value); decoded && is_text(*decoded))
      value = element.arena().keep(trim(*decoded));
    return with_scope({.type = type, .value = {.raw = value}}, element, container);
  }
  if (element.has_children()) {
    return with_scope({.type = media ? type : "xhtml", .value = element.markup()}, element,
                      container);
  }
  return with_scope({.type = type, .value = element.body()}, element, container);
}

}  // namespace planetarium
