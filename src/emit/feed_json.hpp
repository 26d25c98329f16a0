// A feed as the normalised feed: JSON, a key for everything that was said.
#pragma once

#include <string>

#include "planetarium/model.hpp"

namespace planetarium {

void append_feed_json(std::string& out, const Feed& feed);

}  // namespace planetarium
