// Which entries the config hides.
#pragma once

#include "planetarium/planet.hpp"

namespace planetarium {

/// The patterns of its planet and its feed that an entry has to be held against, a bit each.
uint64_t patterns_for(const Config& config, const Subscription& subscription);

/// By what is known: the first reason there is.
Hidden verdict_on(const Held& held, const FeedSlot& slot, const Config& config);

}  // namespace planetarium
