// Case folding for comparing tags and names (Unicode simple folding of the scripts that have case).
#pragma once

#include <string>
#include <string_view>

namespace planetarium {

/// Folded, squeezed: "  OpenSUSE " and "opensuse" are one tag. UTF-8 in and out.
std::string fold(std::string_view text);

/// One character beyond ASCII.
char32_t folded(char32_t c);

}  // namespace planetarium
