// pugixml's types, for the files of this folder alone.
#pragma once

#include <pugixml.hpp>

#include "xml/document.hpp"
#include "xml/markup.hpp"

namespace planetarium {

struct Document::Tree {
  pugi::xml_document document{};
};

}  // namespace planetarium
