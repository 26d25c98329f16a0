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

struct Sequence {
  size_t size;  ///< of the character; where there is none, of what one U+FFFD replaces
  bool valid;
};

// What begins at `p`, a byte beyond ASCII (Unicode table 3-7).
Sequence sequence_at(const unsigned char* p, size_t left) {
  const unsigned char c = p[0];
  if (c < 0xc2 || c > 0xf4) return {1, false};
  const size_t size = c < 0xe0 ? 2 : c < 0xf0 ? 3 : 4;
  const unsigned char least = c == 0xe0 ? 0xa0 : c == 0xf0 ? 0x90 : 0x80;
  const unsigned char most = c == 0xed ? 0x9f : c == 0xf4 ? 0x8f : 0xbf;
  if (left < 2 || p[1] < least || p[1] > most) return {1, false};
  for (size_t i = 2; i < size; ++i) {
    if (i >= left || (p[i] & 0xc0) != 0x80) return {i, false};
  }
  return {size, true};
}

// U+FFFE and U+FFFF.
bool is_noncharacter(const unsigned char* p) {
  return p[0] == 0xef && p[1] == 0xbf && p[2] >= 0xbe;
}

const unsigned char* bytes_of(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

}  // namespace

size_t valid_utf8_prefix(std::string_view text) {
  const unsigned char* bytes = bytes_of(text);
  size_t at = 0;
  while (at < text.size()) {
    at += simd::ascii_prefix(text.substr(at));
    while (at < text.size() && bytes[at] >= 0x80) {
      const Sequence next = sequence_at(bytes + at, text.size() - at);
      if (!next.valid) return at;
      at += next.size;
    }
  }
  return at;
}

size_t xml_prefix(std::string_view text) {
  const unsigned char* bytes = bytes_of(text);
  size_t at = 0;
  while (at < text.size()) {
    at += simd::plain_prefix(text.substr(at));
    if (at < text.size() && bytes[at] < 0x80) return at;
    while (at < text.size() && bytes[at] >= 0x80) {
      const Sequence next = sequence_at(bytes + at, text.size() - at);
      if (!next.valid || (next.size == 3 && is_noncharacter(bytes + at))) return at;
      at += next.size;
    }
  }
  return at;
}

size_t malformed_size(std::string_view text) {
  const unsigned char* bytes = bytes_of(text);
  if (text.empty() || bytes[0] < 0x80) return 0;
  const Sequence next = sequence_at(bytes, text.size());
  return next.valid ? 0 : next.size;
}

}  // namespace planetarium
