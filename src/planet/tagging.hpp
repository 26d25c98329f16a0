// The tags of an entry: its categories, and what its subscription puts on every entry of a feed.
#pragma once

#include "planetarium/planet.hpp"

namespace planetarium {

/// Each tag once, as it was written first. RSS and Dublin Core writers put several subjects into
/// one element; Atom and JSON Feed have one each. What the entry views lies in `arena`, or outlives
/// it.
List<Tag> make_tags(const Entry& entry, const FeedSlot& slot, Arena& arena, Names& names);

}  // namespace planetarium
