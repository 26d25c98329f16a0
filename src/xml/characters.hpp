// What characters and attribute values may not hold (XML 1.0 §2.2, §2.4, §4.1).
#pragma once

#include <string>
#include <string_view>

namespace planetarium {

/// Offset of the first fault at or behind `from`: a reference that is not one, "]]>", U+FFFE or
/// U+FFFF; the text's size where there is none. `any_name`: entities may be declared elsewhere.
size_t find_character_fault(std::string_view text, size_t from, bool any_name);

/// What is wrong there, for people.
std::string describe_character_fault(std::string_view text);

}  // namespace planetarium
