// Which entries have their bodies in the head: a page that opens shows them before any segment has
// come.
#pragma once

#include <cstdint>
#include <vector>

#include "planetarium/planet.hpp"

namespace planetarium {

/// Larger bodies would keep the head from coming first.
constexpr size_t largest_in_front = 32 * 1024;

/// The newest in the config's order.
class Front {
 public:
  Front(Planet& planet, int64_t now);
  bool has(EntryRef ref) const;

 private:
  std::vector<uint64_t> refs_{};  // sorted
};

}  // namespace planetarium
