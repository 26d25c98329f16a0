// Which of an entry's dates it is ordered by, and where that came from.
#pragma once

#include "planetarium/planet.hpp"

namespace planetarium {

struct Dated {
  Timestamp date{};
  DateSource source = DateSource::received;
};

/// published, else updated, else a date in the link, else when it was first received; for
/// Order::updated the first two change places. `updated_is_fake`: the feed gives all its entries
/// the same.
Dated date_of(const Held& held, Order order, bool updated_is_fake);

/// Whether the feed's entries, of which there are several, all say they were updated at one
/// instant.
bool has_fake_updated(const FeedSlot& slot);

}  // namespace planetarium
