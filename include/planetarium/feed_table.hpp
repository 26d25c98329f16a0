// A Feed as one text and a table of numbers: how a module, an archive or a page hands a whole feed
// to another without quoting, escaping or searching. Fields stand in one fixed order
// (feed_fields.hpp), written and read by it.
#pragma once

#include <string>
#include <string_view>

#include "planetarium/error.hpp"
#include "planetarium/model.hpp"

namespace planetarium {

/// Appends: the magic "PFT1", a u32 count n, n little-endian u32 (lengths of strings in bytes,
/// numbers, list sizes), then the characters of all strings, one after the other. `place` is where
/// the feed's bodies lie: they are decoded.
void append_feed_table(std::string& out, const Feed& feed, std::string_view place);

/// Reads what `append_feed_table` wrote. A table from anywhere else is safe to try:
/// malformed_table.
Result<Feed> read_feed_table(std::string_view table);

}  // namespace planetarium
