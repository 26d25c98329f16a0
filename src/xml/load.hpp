// A document, whatever its state, to pugixml's tree and the first thing that was wrong with it.
#pragma once

#include <string_view>

#include "planetarium/model.hpp"
#include "xml/skeleton.hpp"

namespace pugi {
class xml_document;
}

namespace planetarium {

/// Makes the skeleton of `text` and reads it to a tree, whose characters are kept in `arena`. Gives
/// the first thing that was wrong. `text` becomes another one where it declares entities.
using Loader = Problem (*)(pugi::xml_document& tree, Skeleton& skeleton, std::string_view& text,
                           Arena& arena);

/// For documents that pugixml reads to their end, and most of what repairs others left out: those
/// are Reason::needs_parser.
Problem load_well_formed(pugi::xml_document& tree, Skeleton& skeleton, std::string_view& text,
                         Arena& arena);

/// For any. One that pugixml reads to its end pays for nothing else; any other is repaired once,
/// tag by tag (tag.hpp), then as a tree (balance.hpp).
Problem load_any(pugi::xml_document& tree, Skeleton& skeleton, std::string_view& text,
                 Arena& arena);

/// The same, and judges what no reader stumbles over too (Judge::everything).
Problem load_and_judge(pugi::xml_document& tree, Skeleton& skeleton, std::string_view& text,
                       Arena& arena);

}  // namespace planetarium
