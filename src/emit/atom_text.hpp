// Atom's text constructs and content (RFC 4287 §3.1, §4.1.3).
#pragma once

#include <string_view>

#include "emit/xml_writer.hpp"
#include "planetarium/model.hpp"

namespace planetarium {

/// What stands in an element that was begun, and its attributes: text, html or xhtml.
void write_text_content(XmlWriter& xml, const Text& text);

/// An element of that; left out where there is nothing to say.
void write_text(XmlWriter& xml, std::string_view element, const Text& text);

/// An entry's summary, and its one content of any media type, in place or elsewhere.
void write_content(XmlWriter& xml, const Entry& entry, bool has_alternate);

}  // namespace planetarium
