// What RSS says of a feed alone.
#pragma once

#include "namespaces/draft.hpp"

namespace planetarium {

/// Answers whether the element is one that only a channel has.
bool on_rss_channel(const Element& element, Draft& draft);

}  // namespace planetarium
