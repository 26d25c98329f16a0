// A Feed as the normalised JSON that `parse` answers with. A key with nothing to say is left out.
#pragma once

#include <string>
#include <string_view>

#include "planetarium/model.hpp"

namespace planetarium {

/// `place` is where the feed's bodies lie: the document it was parsed from.
void append_feed_json(std::string& out, const Feed& feed, std::string_view place);

}  // namespace planetarium
