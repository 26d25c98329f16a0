// pugixml's types, for the files of this folder alone.
#pragma once

#include <pugixml.hpp>

#include "xml/document.hpp"
#include "xml/markup.hpp"

namespace planetarium {

struct Document::Tree {
  pugi::xml_document document{};
};

/// References are expanded by our own readers, not by pugixml: it would leave &nbsp; and hide
/// whether &amp;nbsp; was meant.
constexpr unsigned tree_options =
    pugi::parse_cdata | pugi::parse_ws_pcdata | pugi::parse_embed_pcdata;

/// Reads a skeleton where it is, in the arena; false where pugixml stopped before its end.
bool read_in_place(pugi::xml_document& tree, Skeleton& skeleton, Arena& arena);

}  // namespace planetarium
