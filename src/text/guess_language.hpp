// What language a text is in, guessed by its script and its commonest words; unknown is an answer.
#pragma once

#include <string_view>

namespace planetarium {

/// A primary language subtag (BCP 47) such as "de", or "" where the text does not say enough.
/// Looks at no more than the first 4 KB of the plain text.
std::string_view guess_language(std::string_view plain);

}  // namespace planetarium
