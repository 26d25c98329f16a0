// A Feed as one text and a table of numbers: how a module, an archive or a page hands a whole feed
// to another without quoting, escaping or searching. Fields stand in one fixed order
// (feed_fields.hpp), written and read by it.
#pragma once

#include <string>
#include <string_view>

#include "planetarium/error.hpp"
#include "planetarium/model.hpp"

namespace planetarium {

/// Who reads a table: `core`, another module's planet; `page`, JavaScript (web/core/feed-table.js),
/// for which strings are measured in UTF-16 units, dates are "2003-12-13T18:30:02Z" and reasons
/// their words.
enum class TableFor { core, page };

/// Appends: a magic of four bytes ("PFT1", or "PFJ1" for a page), a u32 count n, n little-endian
/// u32 (lengths of strings, numbers, list sizes), then the characters of all strings, one after the
/// other. `place` is where the feed's bodies lie: they are decoded.
void append_feed_table(std::string& out, const Feed& feed, std::string_view place, TableFor reader);

/// Reads what `append_feed_table` wrote for the core. A table from anywhere else is safe to try:
/// malformed_table.
Result<Feed> read_feed_table(std::string_view table);

}  // namespace planetarium
