#include "text/utf8.hpp"

#include "text/simd.hpp"

namespace planetarium {

char* write_utf8(char* to, char32_t c) {
  if ((c >= 0xd800 && c <= 0xdfff) || c > 0x10ffff) c = replacement_character;
  if (c < 0x80) {
    *to++ = static_cast<char>(c);
    return to;
  }
  if (c < 0x800) {
    *to++ = static_cast<char>(0xc0 | (c >> 6));
  } else {
    if (c < 0x10000) {
      *to++ = static_cast<char>(0xe0 | (c >> 12));
    } else {
      *to++ = static_cast<char>(0xf0 | (c >> 18));
      *to++ = static_cast<char>(0x80 | ((c >> 12) & 0x3f));
    }
    *to++ = static_cast<char>(0x80 | ((c >> 6) & 0x3f));
  }
  *to++ = static_cast<char>(0x80 | (c & 0x3f));
  return to;
}

void append_utf8(std::string& out, char32_t c) {
  char bytes[4];
  out.append(bytes, static_cast<size_t>(write_utf8(bytes, c) - bytes));
}

char32_t take_code_point(std::string_view& text) {
  const auto byte = [&text](size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char first = byte(0);
  size_t size = first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
  if (size > text.size()) size = text.size();
  char32_t c = size == 1 ? first : first & (0xff >> (size + 1));
  for (size_t i = 1; i < size; ++i) c = (c << 6) | (byte(i) & 0x3f);
  text.remove_prefix(size);
  return c;
}

namespace {

// The size of the well-formed sequence at `p`, 0 where there is none (Unicode table 3-7).
size_t sequence_size(const unsigned char* p, size_t left) {
  const unsigned char c = p[0];
  const auto continues = [&](size_t i) { return i < left && (p[i] & 0xc0) == 0x80; };
  if (c < 0x80) return 1;
  if (c < 0xc2) return 0;
  if (c < 0xe0) return continues(1) ? 2 : 0;
  if (c < 0xf0) {
    if (!continues(1) || !continues(2)) return 0;
    if (c == 0xe0 && p[1] < 0xa0) return 0;
    if (c == 0xed && p[1] > 0x9f) return 0;
    return 3;
  }
  if (c > 0xf4 || !continues(1) || !continues(2) || !continues(3)) return 0;
  if (c == 0xf0 && p[1] < 0x90) return 0;
  if (c == 0xf4 && p[1] > 0x8f) return 0;
  return 4;
}

}  // namespace

size_t valid_utf8_prefix(std::string_view text) {
  const auto* bytes = reinterpret_cast<const unsigned char*>(text.data());
  size_t at = 0;
  while (at < text.size()) {
    at += simd::ascii_prefix(text.substr(at));
    while (at < text.size() && bytes[at] >= 0x80) {
      const size_t size = sequence_size(bytes + at, text.size() - at);
      if (size == 0) return at;
      at += size;
    }
  }
  return at;
}

}  // namespace planetarium
