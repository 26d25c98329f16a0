// What a subscription says of its feed's entries, whatever the feed says.
#pragma once

#include "planetarium/planet.hpp"

namespace planetarium {

/// Names of fields that a subscription may ignore, in the order of their bits.
constexpr std::string_view ignorable_fields[] = {
    "id",         "title",   "link",    "authors",    "published", "updated", "language",
    "categories", "summary", "content", "enclosures", "rights",    "image"};

void override_fields(Entry& entry, const Subscription& subscription);

}  // namespace planetarium
