// UTF-8 → the units of a JavaScript string: ASCII as it is, anything else in UTF-16LE.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace planetarium {

/// Characters of valid UTF-8 in UTF-16 units.
uint32_t utf16_units(std::string_view text);

/// Appends a u32, the bytes of one unit (1: ASCII, 2: UTF-16LE), and the units of valid UTF-8.
/// JavaScript engines copy these; UTF-8 they walk, a character at a time.
void append_units(std::string& out, std::string_view text);

}  // namespace planetarium
