#include "text/json_string.hpp"

#include "text/ascii.hpp"
#include "text/simd.hpp"
#include "text/utf8.hpp"

namespace planetarium {

namespace {

// The four digits of "\uXXXX"; beyond 16 bits where there are none.
uint32_t code_unit(std::string_view text) {
  constexpr uint32_t none = 0x10000;
  if (text.size() < 6 || text[0] != '\\' || text[1] != 'u') return none;
  uint32_t unit = 0;
  for (const char c : text.substr(2, 4)) {
    const char low = lower(c);
    const bool letter = low >= 'a' && low <= 'f';
    if (!is_digit(c) && !letter) return none;
    unit = unit << 4 | static_cast<uint32_t>(letter ? low - 'a' + 10 : c - '0');
  }
  return unit;
}

bool is_high(uint32_t unit) { return unit >= 0xd800 && unit < 0xdc00; }
bool is_low(uint32_t unit) { return unit >= 0xdc00 && unit < 0xe000; }

}  // namespace

JsonEscape read_json_escape(std::string_view text) {
  if (text.size() < 2 || text[0] != '\\') return {};
  constexpr std::string_view written = "\"\\/bfnrt";
  constexpr std::string_view meant = "\"\\/\b\f\n\r\t";
  if (const size_t at = written.find(text[1]); at != written.npos)
    return {.character = static_cast<char32_t>(meant[at]), .size = 2};
  const uint32_t unit = code_unit(text);
  if (unit > 0xffff) return {};
  if (is_high(unit)) {
    if (const uint32_t low = code_unit(text.substr(6)); is_low(low)) {
      return {.character = 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00), .size = 12};
    }
  }
  if (is_high(unit) || is_low(unit))
    return {.character = replacement_character, .size = 6, .lone_surrogate = true};
  return {.character = unit, .size = 6};
}

bool is_blank_json(std::string_view text) {
  while (!text.empty()) {
    const JsonEscape escape = read_json_escape(text);
    const char32_t c = escape.size == 0 ? static_cast<unsigned char>(text[0]) : escape.character;
    if (c > 0x20) return false;
    text.remove_prefix(escape.size == 0 ? 1 : escape.size);
  }
  return true;
}

void append_json_unescaped(std::string& out, std::string_view text) {
  while (!text.empty()) {
    const size_t plain = simd::find(text, '\\');
    out += text.substr(0, plain);
    text.remove_prefix(plain);
    if (text.empty()) break;
    const JsonEscape escape = read_json_escape(text);
    const char32_t c = escape.character;
    if (escape.size == 0) {
      out += '\\';
    } else if (c >= 0x20 || c == '\n' || c == '\t' || c == '\r') {
      append_utf8(out, c);
    }
    text.remove_prefix(escape.size == 0 ? 1 : escape.size);
  }
}

}  // namespace planetarium
