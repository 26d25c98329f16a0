// Markup in, what a reader would see of it out: for names, excerpts and comparing, never for
// showing as markup.
#pragma once

#include <string>
#include <string_view>

namespace planetarium {

/// The text of an HTML fragment: tags, comments, script, style and the like gone, references
/// expanded, white space squeezed; a block boundary is a space. Of pictures the alt stands only
/// where it is an emoji, or where there is no text at all. May stop behind `enough` bytes.
std::string plain_text(std::string_view html, size_t enough = std::string_view::npos);

/// The value of an attribute of the tag that `tag` is, references expanded; empty where it has
/// none.
std::string attribute_of(std::string_view tag, std::string_view name);

/// Whether a nominally plain string is markup: it holds an end tag or a character reference, every
/// tag names an HTML element, and every named reference exists (in `named_character`).
bool looks_like_html(std::string_view text);

}  // namespace planetarium
