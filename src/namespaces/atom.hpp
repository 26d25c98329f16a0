// Atom's elements (RFC 4287 §4.2, and their names in Atom 0.3), as the format itself or inside RSS.
#pragma once

#include "namespaces/draft.hpp"

namespace planetarium {

bool on_atom_in_feed(const Element& element, FeedDraft& draft);
bool on_atom_in_entry(const Element& element, EntryDraft& draft);

/// RFC 4287 §3.2, and 0.3's `url`.
Person atom_person(const Element& element);

/// RFC 4287 §4.2.11.
Metadata atom_source(const Element& element);

}  // namespace planetarium
