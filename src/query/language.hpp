// The language of an entry: declared, else guessed, else not known.
#pragma once

#include <string>
#include <string_view>

#include "planetarium/planet.hpp"

namespace planetarium {

constexpr std::string_view unknown_language = "und";  // BCP 47

/// A primary subtag in lower case ("de" of "de-AT"), or "und". A guess is remembered with the
/// entry.
std::string language_of(const Held& held);

}  // namespace planetarium
