// Which segment a body lies in. Within a segment the checksum of a body stands in the eight bytes
// before it.
#pragma once

#include <algorithm>
#include <cstring>
#include <utility>
#include <vector>

#include "planetarium/archive.hpp"

namespace planetarium {

constexpr size_t checksum_size = 8;

/// Of a body that lies in a segment.
inline uint64_t checksum_before(const Body& body) {
  uint64_t sum = 0;
  std::memcpy(&sum, body.raw.data() - checksum_size, checksum_size);
  return sum;
}

class SegmentMap {
 public:
  explicit SegmentMap(const std::vector<Segment>& segments) {
    for (size_t i = 0; i < segments.size(); ++i) {
      if (segments[i].bytes) begins_.push_back({segments[i].bytes.get(), i});
    }
    std::sort(begins_.begin(), begins_.end());
  }

  /// Of a body that lies in one.
  size_t index_of(const Body& body) const {
    const auto after = std::upper_bound(begins_.begin(), begins_.end(),
                                        std::pair(body.raw.data(), static_cast<size_t>(-1)));
    return std::prev(after)->second;
  }

 private:
  std::vector<std::pair<const char*, size_t>> begins_{};
};

}  // namespace planetarium
