// What a document says by what is in it and what is not: posts taken back, and posts that come all
// at once.
#pragma once

#include <vector>

#include "planetarium/planet.hpp"

namespace planetarium {

/// Marks what came back, and, where the document is whole, what left the feed although its
/// neighbours are still in it: something newer, and two that are older (one alone may be a post
/// that is kept at the top). `present` tells for each entry held whether the document has it. Gives
/// how many were taken back just now; `changed` gets the indexes of all whose mark changed.
uint64_t mark_deleted(FeedSlot& slot, const std::vector<bool>& present, bool is_whole,
                      std::vector<uint32_t>& changed);

/// Of `fresh` entries, which came at once, all but the newest `most` are marked.
void mark_flood(FeedSlot& slot, std::vector<uint32_t> fresh, size_t most);

}  // namespace planetarium
