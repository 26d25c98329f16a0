// What a reader of XML asks of single pieces of markup.
#pragma once

#include <string_view>

namespace planetarium {

/// What stands between "<?xml" and ">" (XML 1.0 §2.8): version, encoding and standalone, in this
/// order.
bool is_xml_declaration(std::string_view text);

/// A tag, from "<" to ">" (XML 1.0 §3.1).
bool is_well_formed(std::string_view tag);

}  // namespace planetarium
