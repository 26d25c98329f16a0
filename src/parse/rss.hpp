// RSS's own elements: 0.9x and 2.0 (https://www.rssboard.org/rss-specification), and 1.0, which has
// fewer of the same.
#pragma once

#include "namespaces/draft.hpp"

namespace planetarium {

bool on_rss(const Element& element, Draft& draft);

/// What only the whole item says: rdf:about as id, guid as link, `summary` beside `description`.
void finish_rss_entry(Draft& draft);

}  // namespace planetarium
