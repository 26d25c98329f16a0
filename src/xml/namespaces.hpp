// Namespace URIs to the vocabularies this program reads: by URI, never by prefix.
#pragma once

#include <cstdint>
#include <string_view>

namespace planetarium {

enum class Ns : uint8_t {
  none,  ///< no namespace
  other,
  xml,
  xmlns,
  atom,
  atom03,
  rss,  ///< RSS 1.0, 0.90 and the URIs that RSS 2.0 was given for a while
  rdf,
  content,
  dublin_core,
  dublin_core_terms,
  xhtml,
};

/// Case, https for http, and a final slash do not matter.
Ns namespace_of(std::string_view uri);

/// What an undeclared prefix usually means; `other` where it means nothing.
Ns usual_namespace(std::string_view prefix);

}  // namespace planetarium
