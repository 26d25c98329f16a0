// What it is that stands in place of a feed, in words, and the feeds that a web page names.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "planetarium/parse.hpp"

namespace planetarium {

/// A feed that a web page names.
struct Alternate {
  std::string url{};    ///< http or https; resolved
  std::string type{};   ///< media type, lower case
  std::string title{};  ///< may be empty

  bool operator==(const Alternate&) const = default;
};

struct Refusal {
  std::string detail{};  ///< for people: "a PNG picture, not a feed"
  std::vector<Alternate> alternates{};
};

/// For bytes that nothing was found in. `document` is what they were decoded to; empty where they
/// could not be.
Refusal explain_not_a_feed(std::string_view bytes, std::string_view document, const Source& source);
/// The same where a list of subscriptions was wanted.
Refusal explain_not_a_list(std::string_view bytes, std::string_view document, const Source& source);

}  // namespace planetarium
