// Entries that regular expressions have to be asked about, for who can: JavaScript.
#pragma once

#include <string>
#include <vector>

#include "planetarium/planet.hpp"

namespace planetarium {

/// [{"entry": "FEED:INDEX", "patterns": [numbers], "title", "content", "author", "link"}], texts as
/// readers see them, of at most 64 KB each.
void append_questions_json(std::string& out, const Planet& planet,
                           const std::vector<Planet::Question>& questions);

}  // namespace planetarium
