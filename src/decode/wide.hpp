// UTF-16 and UTF-32 in either byte order, and windows-1252, to UTF-8.
#pragma once

#include <string>
#include <string_view>

#include "decode/label.hpp"

namespace planetarium {

struct Converted {
  std::string text{};
  bool fits = true;  ///< false where a unit had to be replaced by U+FFFD
};

/// `encoding` is one of utf16_le, utf16_be, utf32_le, utf32_be.
Converted from_wide(std::string_view bytes, Encoding encoding);

/// WHATWG windows-1252: every byte has a character, the five unassigned ones their C1 control.
std::string from_windows_1252(std::string_view bytes);

}  // namespace planetarium
