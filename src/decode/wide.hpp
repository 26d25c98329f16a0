// UTF-16 and UTF-32 in either byte order, and windows-1252, to UTF-8.
#pragma once

#include <string>
#include <string_view>

namespace planetarium {

struct WideForm {
  size_t width = 0;  ///< bytes of a unit: 2 or 4; 0: this is neither UTF-16 nor UTF-32
  bool big_endian = false;
};

struct Converted {
  std::string text{};
  bool fits = true;  ///< false where something had to be replaced by U+FFFD
};

/// WHATWG's utf-16 decoder; UTF-32 in the same manner.
Converted from_wide(std::string_view bytes, WideForm form);

/// WHATWG windows-1252: every byte has a character, the five unassigned ones their C1 control.
std::string from_windows_1252(std::string_view bytes);

}  // namespace planetarium
