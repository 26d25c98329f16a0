// The walk over an XML feed: where its metadata and its entries are, whatever the format calls
// them.
#pragma once

#include "parse/detect.hpp"

namespace planetarium {

/// Fills everything but encoding and problems.
void read_xml_feed(const Document& document, const Element& root, Feed& feed);

}  // namespace planetarium
