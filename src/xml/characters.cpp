#include "xml/characters.hpp"

#include "text/entities.hpp"
#include "text/simd.hpp"
#include "text/utf8.hpp"
#include "xml/markup.hpp"

namespace planetarium {

namespace {

// "&#39;" and the like: what templates escape.
bool is_short_number(std::string_view text) {
  uint32_t value = 0;
  size_t at = 2;
  for (; at < 6 && at < text.size() && is_digit(text[at]); ++at)
    value = value * 10 + static_cast<uint32_t>(text[at] - '0');
  return value >= 0x20 && at < text.size() && text[at] == ';';
}

bool is_predefined(std::string_view text) {
  switch (text.size() > 1 ? text[1] : '\0') {
    case 'l':
      return text.starts_with("&lt;");
    case 'g':
      return text.starts_with("&gt;");
    case 'a':
      return text.starts_with("&amp;") || text.starts_with("&apos;");
    case 'q':
      return text.starts_with("&quot;");
    default:
      return false;
  }
}

bool is_number(std::string_view text) {
  if (is_short_number(text)) return true;
  const Reference reference = read_reference(text);
  return reference.size != 0 && reference.character != dropped_character &&
         reference.character != replacement_character && text[2] != 'X';
}

bool is_reference(std::string_view text, bool any_name) {
  if (is_predefined(text)) return true;
  if (text.starts_with("&#")) return is_number(text);
  const size_t end = name_end(text, 1);
  return any_name && end > 1 && is_name_start(text[1]) && end < text.size() && text[end] == ';';
}

bool is_fault(std::string_view text, bool any_name) {
  switch (text[0]) {
    case '&':
      return !is_reference(text, any_name);
    case ']':
      return text.starts_with("]]>");
    default:
      return text.starts_with("\xef\xbf\xbe") || text.starts_with("\xef\xbf\xbf");
  }
}

}  // namespace

size_t find_character_fault(std::string_view text, size_t from, bool any_name) {
  size_t at = from;
  for (; at + 16 <= text.size(); at += 16) {
    const simd::Block block = simd::load(text.data() + at);
    simd::Mask mask =
        simd::equal(block, '&') | simd::equal(block, ']') | simd::equal(block, '\xef');
    for (; mask != 0; mask &= mask - 1) {
      const size_t found = at + static_cast<size_t>(__builtin_ctz(mask));
      if (is_fault(text.substr(found), any_name)) return found;
    }
  }
  for (; at < text.size(); ++at) {
    const char c = text[at];
    if ((c == '&' || c == ']' || c == '\xef') && is_fault(text.substr(at), any_name)) return at;
  }
  return text.size();
}

std::string describe_character_fault(std::string_view text) {
  if (text[0] == ']') return "\"]]>\" outside a CDATA section";
  if (text[0] != '&') return "a character that XML does not allow";
  constexpr size_t longest = 34;
  const size_t end = text.substr(0, longest).find_first_of("; \t\r\n<&\"'", 1);
  if (end == text.npos || text[end] != ';' || end == 1) return "an \"&\" that begins no reference";
  return std::string(text.substr(0, end + 1)) +
         (text[1] == '#' ? " is no character of XML" : " is not declared");
}

}  // namespace planetarium
