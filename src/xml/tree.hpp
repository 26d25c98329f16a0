// pugixml's types, for the files of this folder alone.
#pragma once

#include <pugixml.hpp>

#include "xml/document.hpp"

namespace planetarium {

struct Document::Tree {
  pugi::xml_document document{};
};

inline std::string_view local_name(std::string_view qualified) {
  const size_t colon = qualified.rfind(':');
  return colon == qualified.npos ? qualified : qualified.substr(colon + 1);
}

inline std::string_view prefix_of(std::string_view qualified) {
  const size_t colon = qualified.rfind(':');
  return colon == qualified.npos ? std::string_view{} : qualified.substr(0, colon);
}

}  // namespace planetarium
