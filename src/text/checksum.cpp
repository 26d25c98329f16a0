#include "text/checksum.hpp"

#include <cstring>

#include "text/hash.hpp"

namespace planetarium {

namespace {

// A bijection of the lane, so that one changed word is never missed.
uint64_t mixed(uint64_t lane, uint64_t word) {
  lane = (lane ^ word) * 0xff51afd7ed558ccd;
  return lane ^ lane >> 32;
}

}  // namespace

uint64_t checksum_of(std::string_view bytes) {
  uint64_t lanes[4] = {bytes.size(), 1, 2, 3};
  while (bytes.size() >= sizeof lanes) {
    uint64_t words[4];
    std::memcpy(words, bytes.data(), sizeof words);  // both targets are little-endian
    for (size_t i = 0; i < 4; ++i) lanes[i] = mixed(lanes[i], words[i]);
    bytes.remove_prefix(sizeof lanes);
  }
  uint64_t sum = hash_of(bytes);
  for (const uint64_t lane : lanes) sum = mixed(sum, lane);
  return sum;
}

}  // namespace planetarium
