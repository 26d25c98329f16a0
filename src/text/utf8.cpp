#include "text/utf8.hpp"

#include "text/simd.hpp"
#include "text/utf8_block.hpp"

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

char32_t last_code_point(std::string_view text) {
  size_t at = text.size();
  while (at > 0 && (text[--at] & 0xc0) == 0x80) continue;
  text.remove_prefix(at);
  return text.empty() ? U' ' : take_code_point(text);
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

// The same by one comparison or two, and 0 for what is rare: the end of the text, what is
// malformed, noncharacters.
size_t usual_size(const unsigned char* p, size_t left) {
  if (left < 4) return 0;
  const uint32_t four = p[0] | p[1] << 8 | p[2] << 16 | static_cast<uint32_t>(p[3]) << 24;
  if ((four & 0xc0e0) == 0x80c0) return (four & 0x1e) != 0 ? 2 : 0;
  if ((four & 0xc0c0f0) == 0x8080e0) {
    const uint32_t ends = four & 0x200f;  // 0: overlong; 0x200d: a surrogate
    return ends == 0 || ends == 0x200d || (four & 0xfeffff) == 0xbebfef ? 0 : 3;
  }
  if ((four & 0xc0c0c0f8) != 0x808080f0) return 0;
  const uint32_t plane = (four & 7) << 2 | (four >> 12 & 3);
  return plane >= 1 && plane <= 16 ? 4 : 0;
}

const unsigned char* bytes_of(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

// Bytes in whole blocks that need no second look. What lies before a block decides on it too, so
// the first character is left to the other way, and one that a block cuts is looked at again.
size_t sound_blocks(std::string_view text, size_t at) {
  const unsigned char* bytes = bytes_of(text);
  bool was_ascii = false;
  for (; at + 64 <= text.size(); at += 64) {
    const bool is_ascii = simd::all_plain(text.data() + at);
    if (is_ascii && was_ascii) continue;
    if (!utf8_block::is_sound(bytes + at)) break;
    was_ascii = is_ascii;
  }
  for (size_t i = 1; i <= 3; ++i) {
    if (bytes[at - i] >= 0xc0) return at - i;
    if (bytes[at - i] < 0x80) break;
  }
  return at;
}

}  // namespace

size_t xml_prefix(std::string_view text) {
  const unsigned char* bytes = bytes_of(text);
  size_t at = 0;
  constexpr size_t before = 3;
  if (text.size() >= 64 + before && simd::plain_prefix(text.substr(0, before)) == before)
    at = sound_blocks(text, before);
  while (at < text.size()) {
    at += simd::plain_prefix(text.substr(at));
    while (at < text.size() && bytes[at] >= 0x80) {
      size_t size = usual_size(bytes + at, text.size() - at);
      if (size == 0) {
        const Sequence next = sequence_at(bytes + at, text.size() - at);
        if (!next.valid || (next.size == 3 && is_noncharacter(bytes + at))) return at;
        size = next.size;
      }
      at += size;
    }
    if (at < text.size() && simd::is_control(text[at])) return at;
  }
  return at;
}

size_t valid_utf8_prefix(std::string_view text) {
  size_t at = 0;
  while (at < text.size()) {
    at += xml_prefix(text.substr(at));
    if (at == text.size() || malformed_size(text.substr(at)) != 0) break;
    at += (text[at] & 0x80) == 0 ? 1 : 3;  // not allowed in XML, UTF-8 all the same
  }
  return at;
}

size_t malformed_size(std::string_view text) {
  const unsigned char* bytes = bytes_of(text);
  if (text.empty() || bytes[0] < 0x80) return 0;
  const Sequence next = sequence_at(bytes, text.size());
  return next.valid ? 0 : next.size;
}

std::string_view beginning(std::string_view text, size_t bytes) {
  if (text.size() <= bytes) return text;
  while (bytes > 0 && (text[bytes] & 0xc0) == 0x80) --bytes;
  return text.substr(0, bytes);
}

std::string shortened(std::string_view text, size_t bytes) {
  std::string out(beginning(text, bytes));
  if (out.size() < text.size()) out += "…";
  return out;
}

}  // namespace planetarium
