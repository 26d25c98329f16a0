// How much larger than its inputs an answer may be. A document of a few bytes that asks for
// megabytes is an attack; a change that passes these needs a limit of its own, not a larger number.
#pragma once

#include <cstddef>

namespace fuzz {

/// Bytes of a result for each byte of the document and of the about lines. The most comes of an
/// xml:base of 1024 bytes, the longest that counts, above the shortest items with a link: the link
/// and the id made of it are two whole addresses, 80 times what was written.
constexpr size_t most_result_per_byte = 200;
/// Bytes that every result may take besides.
constexpr size_t least_result = 10'000;

}  // namespace fuzz
