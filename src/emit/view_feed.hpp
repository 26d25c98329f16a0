// A view of a planet as a Feed: entries that say of themselves what they inherit, each with the
// feed it was taken from.
#pragma once

#include "planetarium/query.hpp"

namespace planetarium {

/// Views point into the planet, and into the feed's own arena: valid until the planet changes.
/// `source` has the address the feed is subscribed at as its self link, unless the entry came with
/// a source of its own. An entry that says no date was updated when it was received; dates after
/// `now` are left out where the planet ignores them.
Feed view_feed(const Planet& planet, const View& view, int64_t now);

/// What relative URLs in a text of an entry are resolved against.
std::string_view base_of(const Text& text, const Held& held, const FeedSlot& slot);

}  // namespace planetarium
