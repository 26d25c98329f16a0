// The beginning of a text: as many characters as there is room for, cut where a reader would.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace planetarium {

/// At most `characters` of plain text, then "…" if something was left out. A character is what a
/// reader takes for one (a grapheme cluster, UAX #29): a letter with its accents, a flag, a family.
/// The cut falls between words; in scripts without spaces between two characters; inside a word
/// only where it would cost more than half. White space, opening marks, commas and the like before
/// the cut go too.
std::string excerpt(std::string_view text, size_t characters);

/// The same of the text of an HTML fragment; no more of it is read than is needed.
std::string excerpt_of_html(std::string_view html, size_t characters);

}  // namespace planetarium
