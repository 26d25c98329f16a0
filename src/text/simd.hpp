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
inline Block from_halves(uint64_t low, uint64_t high) { return wasm_u64x2_make(low, high); }
inline Mask equal(Block b, char c) {
  return wasm_i8x16_bitmask(wasm_i8x16_eq(b, wasm_i8x16_splat(static_cast<int8_t>(c))));
}
/// Bytes below `c`, unsigned.
inline Mask below(Block b, uint8_t c) {
  return wasm_i8x16_bitmask(wasm_u8x16_lt(b, wasm_u8x16_splat(c)));
}
/// C0 controls and bytes beyond ASCII: those below the space, signed.
inline Mask unusual(Block b) { return wasm_i8x16_bitmask(wasm_i8x16_lt(b, wasm_i8x16_splat(' '))); }
/// Whether each byte of 64 is visible ASCII, a space, a tab, a line feed or a carriage return.
inline bool all_plain(const char* p) {
  const auto plain = [](Block b) {
    const Block visible = wasm_i8x16_gt(b, wasm_i8x16_splat(' ' - 1));
    const Block tab_or_line =
        wasm_u8x16_lt(wasm_i8x16_sub(b, wasm_i8x16_splat('\t')), wasm_u8x16_splat(2));
    const Block carriage = wasm_i8x16_eq(b, wasm_i8x16_splat('\r'));
    return wasm_v128_or(visible, wasm_v128_or(tab_or_line, carriage));
  };
  return wasm_i8x16_all_true(
      wasm_v128_and(wasm_v128_and(plain(load(p)), plain(load(p + 16))),
                    wasm_v128_and(plain(load(p + 32)), plain(load(p + 48)))));
}
inline Mask high_bits(Block b) { return wasm_i8x16_bitmask(b); }
/// Each byte as a unit of two.
inline void widen(Block b, char16_t* to) {
  wasm_v128_store(to, wasm_u16x8_extend_low_u8x16(b));
  wasm_v128_store(to + 8, wasm_u16x8_extend_high_u8x16(b));
}
#elif defined(__SSE2__)
using Block = __m128i;
inline Block load(const char* p) { return _mm_loadu_si128(reinterpret_cast<const Block*>(p)); }
inline Block from_halves(uint64_t low, uint64_t high) {
  return _mm_set_epi64x(static_cast<int64_t>(high), static_cast<int64_t>(low));
}
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
inline bool all_plain(const char* p) {
  const auto plain = [](Block b) {
    const Block visible = _mm_cmpgt_epi8(b, _mm_set1_epi8(' ' - 1));
    const Block tab_or_line = _mm_or_si128(_mm_cmpeq_epi8(b, _mm_set1_epi8('\t')),
                                           _mm_cmpeq_epi8(b, _mm_set1_epi8('\n')));
    return _mm_or_si128(visible, _mm_or_si128(tab_or_line, _mm_cmpeq_epi8(b, _mm_set1_epi8('\r'))));
  };
  const Block all = _mm_and_si128(_mm_and_si128(plain(load(p)), plain(load(p + 16))),
                                  _mm_and_si128(plain(load(p + 32)), plain(load(p + 48))));
  return _mm_movemask_epi8(all) == 0xffff;
}
inline Mask high_bits(Block b) { return static_cast<Mask>(_mm_movemask_epi8(b)); }
inline void widen(Block b, char16_t* to) {
  const Block zero = _mm_setzero_si128();
  _mm_storeu_si128(reinterpret_cast<Block*>(to), _mm_unpacklo_epi8(b, zero));
  _mm_storeu_si128(reinterpret_cast<Block*>(to + 8), _mm_unpackhi_epi8(b, zero));
}
#else
struct Block {
  char bytes[16];
};
inline Block load(const char* p) {
  Block b;
  std::memcpy(b.bytes, p, 16);
  return b;
}
inline Block from_halves(uint64_t low, uint64_t high) {
  Block b;
  std::memcpy(b.bytes, &low, 8);
  std::memcpy(b.bytes + 8, &high, 8);
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
inline bool all_plain(const char* p) {
  for (size_t i = 0; i < 64; ++i) {
    const char c = p[i];
    if (static_cast<int8_t>(c) < ' ' && c != '\t' && c != '\n' && c != '\r') return false;
  }
  return true;
}
inline Mask high_bits(const Block& b) {
  return mask_of(b, [](char x) { return static_cast<uint8_t>(x) >= 0x80; });
}
inline void widen(const Block& b, char16_t* to) {
  for (size_t i = 0; i < 16; ++i) to[i] = static_cast<uint8_t>(b.bytes[i]);
}
#endif

/// The first bytes of a block, up to 15 of them; zeros behind.
inline Block load_part(const char* p, size_t size) {
  const auto load_up_to_8 = [](const char* from, size_t count) {
    uint64_t value = 0;
    if (count == 8) {
      std::memcpy(&value, from, 8);
    } else if (count >= 4) {
      uint32_t low = 0, high = 0;
      std::memcpy(&low, from, 4);
      std::memcpy(&high, from + count - 4, 4);
      value = low | static_cast<uint64_t>(high) << (8 * (count - 4));
    } else {
      for (size_t i = 0; i < count; ++i)
        value |= static_cast<uint64_t>(static_cast<unsigned char>(from[i])) << (8 * i);
    }
    return value;
  };
  const size_t first = size < 8 ? size : 8;
  return from_halves(load_up_to_8(p, first), load_up_to_8(p + first, size - first));
}

/// Offset of the first byte for which `in_block` sets a bit; the text's size where there is none.
template <typename InBlock>
inline size_t find_if(std::string_view text, InBlock in_block) {
  const char* const p = text.data();
  const size_t size = text.size();
  size_t at = 0;
  Mask mask = 0;
  for (; at + 16 <= size; at += 16) {
    if ((mask = in_block(load(p + at))) != 0) return at + static_cast<size_t>(__builtin_ctz(mask));
  }
  if (at == size) return size;
  if (size >= 16) {
    at = size - 16;  // what was looked at before has no such byte
    mask = in_block(load(p + at));
  } else {
    mask = in_block(load_part(p, size)) & ((Mask{1} << size) - 1);
  }
  return mask == 0 ? size : at + static_cast<size_t>(__builtin_ctz(mask));
}

inline size_t find(std::string_view text, char c) {
  return find_if(text, [c](Block b) { return equal(b, c); });
}

/// Offset of the first `wanted` in `text`; the text's size where it is not there. Looks for its
/// first and its last byte together.
inline size_t find_text(std::string_view text, std::string_view wanted) {
  if (wanted.empty()) return 0;
  if (wanted.size() > text.size()) return text.size();
  const size_t last = wanted.size() - 1;
  const size_t ends = text.size() - last;  // places it may begin at
  size_t at = 0;
  for (; at + 16 <= ends; at += 16) {
    Mask mask = equal(load(text.data() + at), wanted[0]) &
                equal(load(text.data() + at + last), wanted[last]);
    for (; mask != 0; mask &= mask - 1) {
      const size_t here = at + static_cast<size_t>(__builtin_ctz(mask));
      if (text.substr(here, wanted.size()) == wanted) return here;
    }
  }
  for (; at < ends; ++at) {
    if (text[at] == wanted[0] && text.substr(at, wanted.size()) == wanted) return at;
  }
  return text.size();
}

inline size_t ascii_prefix(std::string_view text) {
  return find_if(text, [](Block b) { return high_bits(b); });
}

/// Capitals of ASCII become small, in place.
inline void lower_ascii(char* p, size_t size) {
  using Bytes = uint8_t __attribute__((vector_size(16)));
  size_t at = 0;
  for (; at + 16 <= size; at += 16) {
    Bytes bytes;
    std::memcpy(&bytes, p + at, 16);
    const auto capital = (bytes - uint8_t{'A'}) < (Bytes{} + uint8_t{26});
    bytes |= reinterpret_cast<const Bytes&>(capital) & uint8_t{0x20};
    std::memcpy(p + at, &bytes, 16);
  }
  for (; at < size; ++at) p[at] = static_cast<char>(p[at] | (p[at] >= 'A' && p[at] <= 'Z') << 5);
}

/// White space, but for form feeds.
inline Mask line_space(Block b) { return equal(b, '\t') | equal(b, '\n') | equal(b, '\r'); }
/// A C0 control that XML 1.0 §2.2 forbids: all but tab, line feed and carriage return.
inline bool is_control(char c) {
  return static_cast<uint8_t>(c) < ' ' && c != '\t' && c != '\n' && c != '\r';
}

/// Bytes of ASCII without those controls.
inline size_t plain_prefix(std::string_view text) {
  size_t at = 0;
  while (at + 64 <= text.size() && all_plain(text.data() + at)) at += 64;
  return at + find_if(text.substr(at), [](Block b) { return unusual(b) & ~line_space(b); });
}

/// Offset of the first of those controls.
inline size_t find_control(std::string_view text) {
  return find_if(text, [](Block b) { return below(b, 0x20) & ~line_space(b); });
}

}  // namespace planetarium::simd
