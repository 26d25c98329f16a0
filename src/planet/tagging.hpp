// The tags of an entry: its categories, and what its subscription puts on every entry of a feed.
#pragma once

#include <vector>

#include "planetarium/planet.hpp"

namespace planetarium {

/// Each tag once, as it was written first. RSS and Dublin Core writers put several subjects into
/// one element; Atom and JSON Feed have one each.
std::vector<Tag> make_tags(const Entry& entry, const FeedSlot& slot, Names& names);

}  // namespace planetarium
