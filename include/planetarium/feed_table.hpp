// A Feed as one text and a table of numbers: how a module, an archive or a page hands a whole feed
// to another without quoting, escaping or searching. Fields stand in one fixed order
// (feed_fields.hpp), written and read by it.
#pragma once

#include <string>
#include <string_view>

#include "planetarium/error.hpp"
#include "planetarium/model.hpp"

namespace planetarium {

/// Appends a table for another module's planet: a magic of four bytes ("PFT2"), a u32 count n, n
/// little-endian u32 (lengths of strings in bytes, numbers, list sizes), then the characters of all
/// strings, one after the other. Bodies are decoded.
void append_feed_table(std::string& out, const Feed& feed);

/// The same of a view, for planetarium_emit: without what feeds say in namespaces of their own,
/// which no output carries.
void append_view_table(std::string& out, const Feed& view);

/// The same for JavaScript (web/core/feed-table.js), "PFJ3": strings are measured in UTF-16 units
/// and their characters are such units, behind a u32 of how many bytes one has (1: all is ASCII);
/// dates are "2003-12-13T18:30:02Z", reasons their words. A body begins with its form: 0 for none,
/// 1 for characters among the others, from 2 on where it stays undecoded in `document`, as offset
/// and length in bytes. `document` is empty where the reader has no such bytes.
void append_page_table(std::string& out, const Feed& feed, std::string_view document);

/// Reads what `append_feed_table` wrote. The feed has a copy of the characters. A table from
/// anywhere else is safe to try: malformed_table.
Result<Feed> read_feed_table(std::string_view table);

}  // namespace planetarium
