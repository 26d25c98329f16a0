// An instant, and the offset it was written with: a post belongs to the day its author wrote.
#pragma once

#include <cstdint>

namespace planetarium {

struct Timestamp {
  int64_t seconds = 0;         ///< since 1970-01-01T00:00:00Z
  int16_t offset_minutes = 0;  ///< east of UTC, as written; 0 where no zone was written

  bool operator==(const Timestamp&) const = default;
};

}  // namespace planetarium
