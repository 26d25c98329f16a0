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
  atom03,  ///< and what it was called before
  rss,     ///< RSS 1.0, 1.1, 0.90 and the URIs that RSS 2.0 was given for a while
  rdf,
  xhtml,
  admin,
  content,
  creative_commons,
  dublin_core,
  dublin_core_terms,
  feedburner,
  geo,  ///< W3C basic geo
  georss,
  gml,
  google_play,
  itunes,
  media,
  podcast,
  slash,
  syndication,
  threading,
  well_formed_web,
  count,  ///< how many there are
};

/// Case, https for http, and a final slash do not matter.
Ns namespace_of(std::string_view uri);

/// What an undeclared prefix usually means; `other` where it means nothing.
Ns usual_namespace(std::string_view prefix);

}  // namespace planetarium
