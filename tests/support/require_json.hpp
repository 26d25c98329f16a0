// Two JSON texts compared as values: what differs, one line a place, such as
// "entries[0].title.value: expected "a", found "b"".
#pragma once

#include <string>
#include <string_view>

namespace planetarium::test {

/// Empty where both say the same. The order of members does not matter, that of items does.
std::string json_difference(std::string_view expected, std::string_view found);

}  // namespace planetarium::test
