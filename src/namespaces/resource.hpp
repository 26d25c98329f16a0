// A URI as RDF's modules write it.
#pragma once

#include <string_view>

#include "xml/element.hpp"

namespace planetarium {

/// rdf:resource, else the same without its namespace, else the characters; resolved.
inline std::string_view resource(const Element& element) {
  std::string_view uri = element.attribute(Ns::rdf, "resource");
  if (uri.empty()) uri = element.attribute("resource");
  if (uri.empty()) uri = element.text();
  return element.resolved(uri);
}

}  // namespace planetarium
