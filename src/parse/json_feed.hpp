// JSON Feed 1.0 and 1.1 (https://www.jsonfeed.org/version/1.1/).
#pragma once

#include <optional>
#include <string_view>

#include "json/value.hpp"
#include "planetarium/model.hpp"

namespace planetarium {

/// Any object with an `items` array is taken for one; `not_a_feed` otherwise. `url` is the base of
/// its URLs and outlives the feed.
std::optional<Error> read_json_feed(const Value& document, std::string_view url, Feed& feed);

}  // namespace planetarium
