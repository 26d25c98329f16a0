// The head of an archive: all that a planet holds but the bodies that lie in segments.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "archive/front.hpp"
#include "planetarium/archive.hpp"

namespace planetarium {

/// What a head says, before any of it is a planet's. Tags have no numbers yet.
struct ReadHead {
  std::vector<Segment> segments{};
  std::vector<FeedSlot> slots{};
  std::vector<std::vector<std::string_view>> authors{};  ///< folded, for each entry of each slot
};

std::string write_head(std::vector<FeedSlot>& slots, std::vector<Segment>& segments,
                       const Names& authors, const Front& front);

/// Reads heads of this version and of all before it. Errors: damaged_archive.
Result<ReadHead> read_head(std::string_view bytes);

}  // namespace planetarium
