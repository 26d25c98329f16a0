// What must be so while a target runs: a claim that does not hold stops the fuzzer, which keeps the
// input as a crash.
#pragma once

#include <string_view>

namespace fuzz {

/// Prints the claim and aborts where it does not hold.
void require(bool holds, std::string_view claim);

/// RFC 3629: no surrogates, nothing overlong, nothing above U+10FFFF.
bool is_utf8(std::string_view text);

/// RFC 8259, one whole text; also every escaped surrogate has its other half (RFC 7493 §2.1).
bool is_json(std::string_view text);

}  // namespace fuzz
