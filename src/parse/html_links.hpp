// A web page in, the feeds that it names out:
// https://html.spec.whatwg.org/multipage/links.html#rel-alternate
#pragma once

#include <string_view>
#include <vector>

#include "planetarium/not_a_feed.hpp"

namespace planetarium {

/// The feeds of `<link rel="alternate">` in document order, each once. The proxy finds the same
/// ones in a page (proxy/alternates.js); tests/alternates.json holds both to it.
std::vector<Alternate> feed_links(std::string_view html, std::string_view url);

}  // namespace planetarium
