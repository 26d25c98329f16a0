// How much larger than its inputs an answer may be. A document of a few bytes that asks for
// megabytes is an attack; a change that passes these needs a limit of its own, not a larger number.
#pragma once

#include <cstddef>

namespace fuzz {

/// Bytes of a result for each byte of the document and of the about lines.
constexpr size_t most_json_per_byte = 600;
constexpr size_t most_table_per_byte = 600;
/// Bytes that every result may take besides.
constexpr size_t least_result = 10'000;

}  // namespace fuzz
