#include "decode/wide.hpp"

#include "text/entities.hpp"
#include "text/simd.hpp"
#include "text/utf8.hpp"

namespace planetarium {

namespace {

char32_t unit_at(std::string_view bytes, size_t at, WideForm form) {
  char32_t unit = 0;
  for (size_t i = 0; i < form.width; ++i) {
    const size_t from = form.big_endian ? at + i : at + form.width - 1 - i;
    unit = (unit << 8) | static_cast<unsigned char>(bytes[from]);
  }
  return unit;
}

bool is_high_surrogate(char32_t c) { return c >= 0xd800 && c < 0xdc00; }
bool is_low_surrogate(char32_t c) { return c >= 0xdc00 && c < 0xe000; }

}  // namespace

Converted from_wide(std::string_view bytes, WideForm form) {
  Converted out;
  out.text.reserve(bytes.size() / (form.width / 2));
  size_t at = 0;
  for (; at + form.width <= bytes.size(); at += form.width) {
    char32_t c = unit_at(bytes, at, form);
    if (form.width == 2 && is_high_surrogate(c) && at + 4 <= bytes.size()) {
      const char32_t low = unit_at(bytes, at + 2, form);
      if (is_low_surrogate(low)) {
        c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
        at += 2;
      }
    }
    out.fits = out.fits && !is_high_surrogate(c) && !is_low_surrogate(c) && c <= 0x10ffff;
    append_utf8(out.text, c);
  }
  if (at < bytes.size()) {
    out.fits = false;
    append_utf8(out.text, replacement_character);
  }
  return out;
}

std::string from_windows_1252(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 8);
  while (!bytes.empty()) {
    const size_t ascii = simd::ascii_prefix(bytes);
    out += bytes.substr(0, ascii);
    bytes.remove_prefix(ascii);
    for (; !bytes.empty() && (bytes[0] & 0x80) != 0; bytes.remove_prefix(1)) {
      append_utf8(out, windows_1252_for_c1(static_cast<unsigned char>(bytes[0])));
    }
  }
  return out;
}

}  // namespace planetarium
