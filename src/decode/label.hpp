// Charset labels (WHATWG Encoding §4.2): which of them the core decodes by itself.
#pragma once

#include <string_view>

namespace planetarium {

enum class Encoding {
  utf8,
  utf16_le,
  utf16_be,
  utf16,
  utf32_le,
  utf32_be,
  utf32,
  windows_1252,
  other
};

/// Case and white space around the label do not matter.
Encoding encoding_of(std::string_view label);

/// The `charset` parameter of a Content-Type value (RFC 9110 §8.3.1), quotes off; empty where there
/// is none.
std::string_view charset_parameter(std::string_view content_type);

}  // namespace planetarium
