// A list of subscriptions as JSON (web/model.js, Subscriptions).
#pragma once

#include <string>

#include "planetarium/opml.hpp"

namespace planetarium {

void append_subscriptions_json(std::string& out, const Subscriptions& list);

}  // namespace planetarium
