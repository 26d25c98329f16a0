// Markup in, what a reader would see of it out: for names, excerpts and comparing, never for
// showing as markup.
#pragma once

#include <string>
#include <string_view>

namespace planetarium {

/// The text of an HTML fragment: tags, comments, script and style gone, references expanded, white
/// space squeezed; a block boundary is a space.
std::string plain_text(std::string_view html);

/// Whether a nominally plain string is markup: it holds an end tag or a character reference, every
/// tag names an HTML element, and every named reference exists.
bool looks_like_html(std::string_view text);

}  // namespace planetarium
