// RSS's way to name a person, taken apart: "me@example.com (Me)", "Me <me@example.com>", an
// address, or a name.
#pragma once

#include <string_view>

#include "planetarium/model.hpp"

namespace planetarium {

/// Views of `line`.
Person person_from_line(std::string_view line);

}  // namespace planetarium
