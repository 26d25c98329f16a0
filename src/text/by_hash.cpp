#include "text/by_hash.hpp"

#include <utility>

namespace planetarium {

// By eleven bits at a time, the last ones first: each pass keeps what the one before it made.
void sort_by_hash(std::vector<Hashed>& all) {
  constexpr unsigned bits = 11;
  std::vector<Hashed> sorted(all.size());
  std::vector<uint32_t> places;
  for (unsigned shift = 0; shift < 64; shift += bits) {
    const auto digit = [shift](const Hashed& one) { return one.hash >> shift & ((1 << bits) - 1); };
    places.assign(1 << bits, 0);
    for (const Hashed& one : all) ++places[digit(one)];
    uint32_t before = 0;
    for (uint32_t& place : places) before += std::exchange(place, before);
    for (const Hashed& one : all) sorted[places[digit(one)]++] = one;
    all.swap(sorted);
  }
}

}  // namespace planetarium
