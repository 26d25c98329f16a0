// A decoded document in, a Feed out, whatever its format.
#pragma once

#include <cstddef>
#include <string_view>

#include "planetarium/error.hpp"
#include "planetarium/model.hpp"

namespace planetarium {

/// More entries than this are left out, and the feed says so: a quarter of a million empty items
/// fill the memory.
constexpr size_t most_entries = 50'000;

struct Source {
  std::string_view url{};           ///< where the document came from: the first base URI
  std::string_view content_type{};  ///< value of the Content-Type header
  bool judges_bodies = true;        ///< whether faults that stand in no reader's way are looked for
};

/// Reads RSS, RDF, Atom or JSON Feed. Long bodies stay in `document`, which must outlive the feed.
/// What is not well-formed is repaired: a success whose `problems` say what was wrong. Errors:
/// not_a_feed, malformed_json, too_deep.
Result<Feed> parse(std::string_view document, const Source& source);

/// The same for XML that needs no repair, at a fifth of the size; anything else is `needs_parser`.
Result<Feed> parse_xml(std::string_view document, const Source& source);

/// The characters of a body: references expanded once, line ends normalised (XML 1.0 §2.11), outer
/// white space trimmed.
std::string decode_body(const Body& body);

/// The same, as a view of it or of the arena.
std::string_view read_body(Arena& arena, const Body& body);

/// What to say of the first fault: "malformed_xml at line 3, column 7: …".
std::string describe(const Problem& problem);

}  // namespace planetarium
