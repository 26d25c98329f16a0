#include "text/utf16.hpp"

#include <memory>

#include "text/simd.hpp"
#include "text/utf8.hpp"

namespace planetarium {

namespace {

char16_t* write_utf16(char16_t* to, char32_t c) {
  if (c < 0x10000) {
    *to++ = static_cast<char16_t>(c);
    return to;
  }
  c -= 0x10000;
  *to++ = static_cast<char16_t>(0xd800 | (c >> 10 & 0x3ff));
  *to++ = static_cast<char16_t>(0xdc00 | (c & 0x3ff));
  return to;
}

// To memory for as many units as there are bytes. Sixteen are written whatever they are: those
// behind the first byte beyond ASCII are written over.
char16_t* write_utf16(char16_t* to, std::string_view text) {
  while (text.size() >= 16) {
    const simd::Block block = simd::load(text.data());
    simd::widen(block, to);
    const simd::Mask beyond = simd::high_bits(block);
    const size_t ascii = beyond == 0 ? 16 : static_cast<size_t>(__builtin_ctz(beyond));
    to += ascii;
    text.remove_prefix(ascii);
    while (!text.empty() && (text[0] & 0x80) != 0) to = write_utf16(to, take_code_point(text));
  }
  while (!text.empty()) to = write_utf16(to, take_code_point(text));
  return to;
}

void append_number(std::string& out, uint32_t number) {
  out.append(reinterpret_cast<const char*>(&number), sizeof number);
}

}  // namespace

uint32_t utf16_units(std::string_view text) {
  size_t units = simd::ascii_prefix(text);
  for (const char c : text.substr(units))
    units += ((c & 0xc0) != 0x80) + (static_cast<unsigned char>(c) >= 0xf0);
  return static_cast<uint32_t>(units);
}

void append_units(std::string& out, std::string_view text) {
  if (simd::ascii_prefix(text) == text.size()) {
    append_number(out, 1);
    out.append(text);
    return;
  }
  append_number(out, 2);
  const std::unique_ptr<char16_t[]> units(new char16_t[text.size()]);
  const char16_t* const end = write_utf16(units.get(), text);
  out.append(reinterpret_cast<const char*>(units.get()),
             static_cast<size_t>(end - units.get()) * sizeof(char16_t));
}

}  // namespace planetarium
