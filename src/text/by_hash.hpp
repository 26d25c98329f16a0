// Things in the order of a hash, so that those which share it stand side by side.
#pragma once

#include <cstdint>
#include <vector>

namespace planetarium {

struct Hashed {
  uint64_t hash = 0;
  uint32_t index = 0;
};

/// Sorts by hash; equals stay as they are. Linear, whatever the hashes: who writes a feed chooses
/// them, and could crowd them into one place of any table.
void sort_by_hash(std::vector<Hashed>& all);

}  // namespace planetarium
