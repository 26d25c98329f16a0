// Texts with the hash that somebody wants: what an attacker finds who crowds a table.
#pragma once

#include <cstdint>
#include <cstring>
#include <string>

namespace planetarium::test {

// The number that times `odd` is 1 among numbers of 64 bits.
constexpr uint64_t inverse(uint64_t odd) {
  uint64_t found = odd;
  for (int i = 0; i < 6; ++i) found *= 2 - odd * found;
  return found;
}

// A text of sixteen bytes, the first eight of which are these, with this hash: hash_of() backwards.
inline std::string text_with_hash(uint64_t hash, uint64_t first) {
  constexpr uint64_t mixer = 0xff51afd7ed558ccd;
  hash ^= hash >> 32;
  hash *= inverse(0xc4ceb9fe1a85ec53);
  hash ^= hash >> 29 ^ hash >> 58;
  for (int word = 0; word < 2; ++word) hash = (hash ^ hash >> 32) * inverse(mixer);
  uint64_t before = ((16 * 0x9e3779b97f4a7c15 + 0x2545f4914f6cdd1d) ^ first) * mixer;
  before ^= before >> 32;
  const uint64_t second = hash ^ before;
  std::string text(16, 0);
  std::memcpy(text.data(), &first, 8);
  std::memcpy(text.data() + 8, &second, 8);
  return text;
}

}  // namespace planetarium::test
