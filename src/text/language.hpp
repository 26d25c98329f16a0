// Language tags (BCP 47) as feeds write them: "en_US" is "en-US".
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include "text/ascii.hpp"

namespace planetarium {

/// Trimmed, with "-" for "_", case kept; empty where it cannot be a tag. Entries inherit it, so a
/// long one would be copied as often as there are entries.
inline std::string language_tag(std::string_view written) {
  constexpr size_t longest = 64;  // BCP 47 §4.4.1 asks for room for 35
  written = trim(written);
  if (written.size() > longest) return {};
  std::string tag(written);
  std::replace(tag.begin(), tag.end(), '_', '-');
  return tag;
}

}  // namespace planetarium
