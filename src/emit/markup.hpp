// A text of the model, of whatever type, as the formats need it that know fewer types.
#pragma once

#include <string>
#include <string_view>

#include "planetarium/model.hpp"

namespace planetarium {

/// Whether its characters are markup: html, xhtml, and XML of any other kind.
bool is_markup(const Text& text);

/// As HTML: markup as it is; plain text escaped, its lines broken where they were.
std::string html_of(const Text& text);

/// As one line of plain text.
std::string one_line_of(const Text& text);

/// In base64 (RFC 4648 §4), as Atom wants content that is no text; what looks so already stays.
std::string base64_of(const Text& text);

/// Appends markup as XML with the same meaning. Only what reads back byte by byte is taken: HTML as
/// the core serialises inline XHTML, elements closed and references such as XML knows; anything
/// else appends nothing and gives false. Names with a prefix and foreign elements are not taken.
bool append_xhtml(std::string& out, std::string_view markup);

}  // namespace planetarium
