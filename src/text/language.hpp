// Language tags (BCP 47) as feeds write them: "en_US" is "en-US".
#pragma once

#include <algorithm>
#include <string_view>

#include "planetarium/arena.hpp"
#include "text/ascii.hpp"

namespace planetarium {

/// Trimmed, with "-" for "_", case kept; empty where it cannot be a tag. Entries inherit it, so a
/// long one would be looked at as often as there are entries.
inline std::string_view language_tag(Arena& arena, std::string_view written) {
  constexpr size_t longest = 64;  // BCP 47 §4.4.1 asks for room for 35
  written = trim(written);
  if (written.size() > longest) return {};
  if (written.find('_') == written.npos) return written;
  char* tag = arena.room(written.size());
  std::replace_copy(written.begin(), written.end(), tag, '_', '-');
  return {tag, written.size()};
}

}  // namespace planetarium
