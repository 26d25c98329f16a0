// A 64-bit hash for identities: stable across runs and machines, so it may be stored and stand in
// addresses.
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

namespace planetarium {

/// Not for keys an attacker profits from colliding: whoever can write a feed could as well copy an
/// id.
inline uint64_t hash_of(std::string_view text, uint64_t seed = 0) {
  constexpr uint64_t prime = 0x9e3779b97f4a7c15;
  uint64_t h = (seed ^ text.size()) * prime + 0x2545f4914f6cdd1d;
  const auto mix = [&h](uint64_t word) {
    h = (h ^ word) * 0xff51afd7ed558ccd;
    h ^= h >> 32;
  };
  while (text.size() >= 8) {
    uint64_t word = 0;
    std::memcpy(&word, text.data(), 8);  // both targets are little-endian
    mix(word);
    text.remove_prefix(8);
  }
  uint64_t tail = 0;
  if (!text.empty()) std::memcpy(&tail, text.data(), text.size());  // data() may be null
  mix(tail);
  h = (h ^ (h >> 29)) * 0xc4ceb9fe1a85ec53;
  return h ^ (h >> 32);
}

}  // namespace planetarium
