// What makes an entry itself: its id, else its link, else its title and content.
#pragma once

#include <cstdint>
#include <string_view>

#include "planetarium/planet.hpp"

namespace planetarium {

/// Of its canonical form; 0 where there is none.
uint64_t hash_of_link(std::string_view link);

/// Fills the hashes of an entry of the feed that `slot` subscribes to. `home` is hash_of_link of
/// the feed's own: a link to the weblog itself names no entry.
void identify(Held& held, const FeedSlot& slot, uint64_t home);

/// The key by its id, else its link; 0 where it has neither. "17" is another weblog's id as well:
/// what is no URI counts together with the feed's URL.
uint64_t usual_key(const Held& held, std::string_view feed_url);

/// Gives the entries of a feed that was at another URL the keys they have at this one.
void move_keys(FeedSlot& slot, std::string_view url_before);

/// The copy of an entry that comes first: the feed whose site is the link's host, the earlier
/// subscription, the newer date, then the id.
bool wins(const Planet& planet, EntryRef a, EntryRef b);

/// 0 where there is none, or it is not known yet. Reads the body, so ask only where titles are
/// equal.
uint64_t text_hash_of(const Held& held);

}  // namespace planetarium
