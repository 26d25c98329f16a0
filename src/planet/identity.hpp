// What makes an entry itself: its id, else its link, else its title and content.
#pragma once

#include <cstdint>

#include "planetarium/planet.hpp"

namespace planetarium {

/// Fills the hashes of an entry; a link to the weblog itself names no
/// entry.
void identify(Held& held, const Metadata& feed);

/// The copy of an entry that comes first: the feed whose site is the link's host, the earlier
/// subscription, the newer date, then the id.
bool wins(const Planet& planet, EntryRef a, EntryRef b);

/// Whether both are one by their text, of which there must be some; reads bodies, so ask only where
/// titles are equal.
bool same_text(const Held& a, const Held& b);

}  // namespace planetarium
