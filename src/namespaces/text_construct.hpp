// Elements that hold text of some kind, to the model's Text (RFC 4287 §3.1 and what RSS does
// instead).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "planetarium/model.hpp"
#include "xml/element.hpp"

namespace planetarium {

/// What an element holds, as markup that was inline XML: xhtml, also where it is characters alone.
Text naked_markup(const Element& element, const Element& container);

/// RSS `description`, `content:encoded`: markup. Child elements make it xhtml.
Text markup_text(const Element& element, const Element& container);

/// RSS `title`, `copyright`: plain, unless it plainly is markup.
Text plain_text_or_markup(const Element& element, const Element& container);

/// Atom's `type` (RFC 4287 §3.1.1, §4.1.3) and, for Atom 0.3, a media type with `mode`.
Text atom_text(const Element& element, const Element& container);

/// RFC 4648 §4 and §5; white space and padding do not matter. Nothing where another character
/// stands in it.
std::optional<std::string> decode_base64(std::string_view text);

}  // namespace planetarium
