// A view of a planet as the JSON the page draws: the shapes of web/model.js.
#pragma once

#include <string>

#include "planetarium/query.hpp"

namespace planetarium {

void append_view_json(std::string& out, const Planet& planet, const View& view);

}  // namespace planetarium
