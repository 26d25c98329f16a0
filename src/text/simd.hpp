// Sixteen bytes at a time: the few searches that touch every byte of every feed.
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

#if defined(__wasm_simd128__)
#include <wasm_simd128.h>
#elif defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace planetarium::simd {

/// One bit for each of 16 bytes, lowest first.
using Mask = uint32_t;

#if defined(__wasm_simd128__)
using Block = v128_t;
inline Block load(const char* p) { return wasm_v128_load(p); }
inline Mask equal(Block b, char c) {
  return wasm_i8x16_bitmask(wasm_i8x16_eq(b, wasm_i8x16_splat(static_cast<int8_t>(c))));
}
/// Bytes below `c`, unsigned.
inline Mask below(Block b, uint8_t c) {
  return wasm_i8x16_bitmask(wasm_u8x16_lt(b, wasm_u8x16_splat(c)));
}
/// C0 controls and bytes beyond ASCII: those below the space, signed.
inline Mask unusual(Block b) { return wasm_i8x16_bitmask(wasm_i8x16_lt(b, wasm_i8x16_splat(' '))); }
inline Mask high_bits(Block b) { return wasm_i8x16_bitmask(b); }
#elif defined(__SSE2__)
using Block = __m128i;
inline Block load(const char* p) { return _mm_loadu_si128(reinterpret_cast<const Block*>(p)); }
inline Mask equal(Block b, char c) {
  return static_cast<Mask>(_mm_movemask_epi8(_mm_cmpeq_epi8(b, _mm_set1_epi8(c))));
}
inline Mask below(Block b, uint8_t c) {
  const Block limit = _mm_set1_epi8(static_cast<char>(c - 1));
  return static_cast<Mask>(_mm_movemask_epi8(_mm_cmpeq_epi8(_mm_min_epu8(b, limit), b)));
}
inline Mask unusual(Block b) {
  return static_cast<Mask>(_mm_movemask_epi8(_mm_cmpgt_epi8(_mm_set1_epi8(' '), b)));
}
inline Mask high_bits(Block b) { return static_cast<Mask>(_mm_movemask_epi8(b)); }
#else
struct Block {
  char bytes[16];
};
inline Block load(const char* p) {
  Block b;
  std::memcpy(b.bytes, p, 16);
  return b;
}
template <typename Test>
inline Mask mask_of(const Block& b, Test test) {
  Mask mask = 0;
  for (unsigned i = 0; i < 16; ++i) mask |= static_cast<Mask>(test(b.bytes[i])) << i;
  return mask;
}
inline Mask equal(const Block& b, char c) {
  return mask_of(b, [c](char x) { return x == c; });
}
inline Mask below(const Block& b, uint8_t c) {
  return mask_of(b, [c](char x) { return static_cast<uint8_t>(x) < c; });
}
inline Mask unusual(const Block& b) {
  return mask_of(b, [](char x) { return static_cast<int8_t>(x) < ' '; });
}
inline Mask high_bits(const Block& b) {
  return mask_of(b, [](char x) { return static_cast<uint8_t>(x) >= 0x80; });
}
#endif

/// Offset of the first byte for which `in_block` sets a bit and `in_byte` is true; the text's size
/// where there is none.
template <typename InBlock, typename InByte>
inline size_t find_if(std::string_view text, InBlock in_block, InByte in_byte) {
  size_t at = 0;
  for (; at + 16 <= text.size(); at += 16) {
    if (const Mask mask = in_block(load(text.data() + at))) {
      return at + static_cast<size_t>(__builtin_ctz(mask));
    }
  }
  while (at < text.size() && !in_byte(text[at])) ++at;
  return at;
}

inline size_t find(std::string_view text, char c) {
  return find_if(
      text, [c](Block b) { return equal(b, c); }, [c](char x) { return x == c; });
}

inline size_t ascii_prefix(std::string_view text) {
  return find_if(
      text, [](Block b) { return high_bits(b); }, [](char x) { return (x & 0x80) != 0; });
}

inline Mask white_space(Block b) { return equal(b, '\t') | equal(b, '\n') | equal(b, '\r'); }
/// A C0 control that XML 1.0 §2.2 forbids: all but tab, line feed and carriage return.
inline bool is_control(char c) {
  return static_cast<uint8_t>(c) < ' ' && c != '\t' && c != '\n' && c != '\r';
}

/// Bytes of ASCII without those controls.
inline size_t plain_prefix(std::string_view text) {
  return find_if(
      text, [](Block b) { return unusual(b) & ~white_space(b); },
      [](char x) { return (x & 0x80) != 0 || is_control(x); });
}

/// Offset of the first of those controls.
inline size_t find_control(std::string_view text) {
  return find_if(
      text, [](Block b) { return below(b, 0x20) & ~white_space(b); }, is_control);
}

}  // namespace planetarium::simd
