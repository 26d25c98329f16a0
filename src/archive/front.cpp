#include "archive/front.hpp"

#include <algorithm>

namespace planetarium {

namespace {

// A page's worth, and as much again for what its filters hide.
constexpr size_t front_entries = 40;

uint64_t packed(EntryRef ref) { return uint64_t{ref.feed} << 32 | ref.index; }

}  // namespace

Front::Front(Planet& planet, int64_t now) {
  const auto& merged = planet.merged(planet.config().order, now);
  for (size_t i = 0; i < std::min(merged.size(), front_entries); ++i)
    refs_.push_back(packed(merged[i].winner));
  std::sort(refs_.begin(), refs_.end());
}

bool Front::has(EntryRef ref) const {
  return std::binary_search(refs_.begin(), refs_.end(), packed(ref));
}

}  // namespace planetarium
