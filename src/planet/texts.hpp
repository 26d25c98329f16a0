// The texts of an entry as readers see them.
#pragma once

#include <string>

#include "planetarium/model.hpp"

namespace planetarium {

/// What to show of an entry: the first content that is markup, else any, else the summary.
const Text& shown_text(const Entry& entry);

/// White space squeezed, markup gone.
std::string plain_of(const Text& text);

}  // namespace planetarium
