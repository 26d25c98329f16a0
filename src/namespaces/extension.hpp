// A namespace module: what its elements mean inside a feed and inside an entry, whatever the format
// around them.
#pragma once

#include "namespaces/draft.hpp"

namespace planetarium {

/// Each answers whether the element was one of its vocabulary.
struct Extension {
  Ns ns;
  bool (*on_feed)(const Element& element, FeedDraft& draft);
  bool (*on_entry)(const Element& element, EntryDraft& draft);
};

/// The module of a namespace, null where there is none. Atom is among them: it may stand in any
/// format.
const Extension* extension_for(Ns ns);

}  // namespace planetarium
