// The walk over an XML feed: where its metadata and its entries are, whatever the format calls
// them.
#pragma once

#include "parse/detect.hpp"
#include "planetarium/parse.hpp"

namespace planetarium {

/// What `parse` and `parse_xml` make of XML; they differ in what they read and judge.
Result<Feed> read_xml(std::string_view document, const Source& source, Loader load);

/// Fills everything but encoding and problems.
void read_xml_feed(const Document& document, const Element& root, Feed& feed);

}  // namespace planetarium
