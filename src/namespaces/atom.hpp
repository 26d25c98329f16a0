// Atom's constructs that other modules read too.
#pragma once

#include "namespaces/draft.hpp"

namespace planetarium {

/// RFC 4287 §3.2, and 0.3's `url`; a line of characters where there are no elements.
Person atom_person(const Element& element);

/// Whether a link's media type is one of a page: absent, HTML or XHTML.
bool is_page(std::string_view type);

}  // namespace planetarium
