// A namespace module: what its elements mean inside a feed, an entry or a source, whatever the
// format around them.
#pragma once

#include "namespaces/draft.hpp"

namespace planetarium {

/// Answers whether the element was one of its vocabulary.
using Extension = bool (*)(const Element& element, Draft& draft);

/// The module of a namespace, null where there is none. Atom is among them: it may stand in any
/// format.
Extension extension_for(Ns ns);

bool on_admin(const Element& element, Draft& draft);
bool on_atom(const Element& element, Draft& draft);
bool on_content(const Element& element, Draft& draft);
bool on_creative_commons(const Element& element, Draft& draft);
bool on_dublin_core(const Element& element, Draft& draft);
bool on_dublin_core_terms(const Element& element, Draft& draft);
bool on_feedburner(const Element& element, Draft& draft);
bool on_geo(const Element& element, Draft& draft);
bool on_georss(const Element& element, Draft& draft);
bool on_gml(const Element& element, Draft& draft);
bool on_google_play(const Element& element, Draft& draft);
bool on_itunes(const Element& element, Draft& draft);
bool on_media(const Element& element, Draft& draft);
bool on_podcast(const Element& element, Draft& draft);
bool on_slash(const Element& element, Draft& draft);
bool on_syndication(const Element& element, Draft& draft);
bool on_threading(const Element& element, Draft& draft);
bool on_well_formed_web(const Element& element, Draft& draft);
bool on_xhtml(const Element& element, Draft& draft);

}  // namespace planetarium
