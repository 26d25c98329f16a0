// Charset labels: where a document names one, and which of them the core decodes by itself (WHATWG
// Encoding §4.2).
#pragma once

#include <string_view>

namespace planetarium {

enum class Encoding {
  utf8,
  wide,  ///< UTF-16 and UTF-32: told by their bytes, in either order, and never by their label
  windows_1252,
  other
};

/// Case and white space around the label do not matter.
Encoding encoding_of(std::string_view label);

/// The `charset` parameter of a Content-Type value (RFC 9110 §8.3.1), quotes off; empty where there
/// is none.
std::string_view charset_parameter(std::string_view content_type);

/// The encoding of the XML declaration (XML 1.0 §2.8) in bytes of an ASCII-compatible charset,
/// quotes off; empty where there is none. Warnings of a broken program may stand before it.
std::string_view declared_encoding(std::string_view bytes);

}  // namespace planetarium
