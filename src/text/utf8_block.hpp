// Whether 64 bytes are UTF-8 that XML allows, sixteen at a time (Keiser and Lemire, "Validating
// UTF-8 in less than one instruction per byte", 2021).
#pragma once

#include <cstdint>
#include <cstring>

#if defined(__wasm_simd128__)
#include <wasm_simd128.h>
#endif

namespace planetarium::utf8_block {

using Bytes = uint8_t __attribute__((vector_size(16)));

inline Bytes load(const unsigned char* p) {
  Bytes bytes;
  std::memcpy(&bytes, p, sizeof bytes);
  return bytes;
}

/// `table[i]` for each i, all below 16.
inline Bytes look_up(Bytes table, Bytes i) {
#if defined(__wasm_simd128__)
  return reinterpret_cast<Bytes>(
      wasm_i8x16_swizzle(reinterpret_cast<v128_t>(table), reinterpret_cast<v128_t>(i)));
#else
  Bytes found;
  for (int k = 0; k < 16; ++k) found[k] = table[i[k]];
  return found;
#endif
}

// What two bytes that follow each other may have wrong: a bit each. It is wrong where the three
// tables agree: on the first byte's halves and on the second's upper half.
enum : uint8_t {
  too_short = 1 << 0,   // 11…… 0……  or  11…… 11……
  too_long = 1 << 1,    // 0…… 10……
  overlong_3 = 1 << 2,  // 11100000 100…
  too_large = 1 << 3,   // 11110100 1001…, and beyond
  surrogate = 1 << 4,   // 11101101 101…
  overlong_2 = 1 << 5,  // 1100000… 10……
  overlong_4 = 1 << 6,  // 11110000 1000…  and 11110101 1000…
  two_more = 1 << 7,    // 10…… 10……: wrong but for the third or fourth byte of a character
  carried = too_short | too_long | two_more,
};

inline Bytes faults_of_pairs(Bytes first, Bytes second) {
  // clang-format off
  constexpr Bytes upper_of_first = {
      too_long, too_long, too_long, too_long, too_long, too_long, too_long, too_long,
      two_more, two_more, two_more, two_more,
      too_short | overlong_2, too_short, too_short | overlong_3 | surrogate,
      too_short | too_large | overlong_4};
  constexpr uint8_t beyond = carried | too_large | overlong_4;
  constexpr Bytes lower_of_first = {
      carried | overlong_3 | overlong_2 | overlong_4, carried | overlong_2, carried, carried,
      carried | too_large, beyond, beyond, beyond, beyond, beyond, beyond, beyond, beyond,
      beyond | surrogate, beyond, beyond};
  constexpr uint8_t more = too_long | overlong_2 | two_more;
  constexpr Bytes upper_of_second = {
      too_short, too_short, too_short, too_short, too_short, too_short, too_short, too_short,
      more | overlong_3 | overlong_4, more | overlong_3 | too_large,
      more | surrogate | too_large, more | surrogate | too_large,
      too_short, too_short, too_short, too_short};
  // clang-format on
  return look_up(upper_of_first, first >> 4) & look_up(lower_of_first, first & 15) &
         look_up(upper_of_second, second >> 4);
}

/// Not 0 in some byte where `p[0]` to `p[15]`, behind the three bytes before them, are no UTF-8,
/// a C0 control other than white space, or the end of U+FFFE or U+FFFF.
inline Bytes faults(const unsigned char* p) {
  const Bytes now = load(p), one = load(p - 1), two = load(p - 2), three = load(p - 3);
  const Bytes goes_on = reinterpret_cast<Bytes>((two >= 0xe0) | (three >= 0xf0)) & 0x80;
  const auto control = (now < 0x20) & (now != '\t') & (now != '\n') & (now != '\r');
  const auto nothing = (now >= 0xbe) & (one == 0xbf) & (two == 0xef);
  return (faults_of_pairs(one, now) ^ goes_on) | reinterpret_cast<Bytes>(control | nothing);
}

inline bool is_sound(const unsigned char* p) {
  const Bytes all = faults(p) | faults(p + 16) | faults(p + 32) | faults(p + 48);
  uint64_t halves[2];
  std::memcpy(halves, &all, sizeof all);
  return (halves[0] | halves[1]) == 0;
}

}  // namespace planetarium::utf8_block
