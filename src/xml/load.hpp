// A document, whatever its state, to pugixml's tree and the first thing that was wrong with it.
#pragma once

#include <string_view>

#include "planetarium/model.hpp"
#include "xml/judge.hpp"
#include "xml/skeleton.hpp"

namespace pugi {
class xml_document;
}

namespace planetarium {

/// Makes the skeleton of `text` and reads it. A document that pugixml reads to its end pays for
/// nothing else unless `everything` is to be judged; any other is repaired once, tag by tag
/// (tag.hpp), then as a tree (balance.hpp). `skeleton.text` holds the tree's characters from then
/// on: it must outlive it, and may be moved (it is never a short string).
Problem load_tree(pugi::xml_document& tree, Skeleton& skeleton, std::string_view text, Judge scope);

}  // namespace planetarium
