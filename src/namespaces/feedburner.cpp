// What FeedBurner put into the feeds it served.
#include "namespaces/extension.hpp"
#include "namespaces/text_construct.hpp"

namespace planetarium {

bool on_feedburner(const Element& element, Draft& draft) {
  switch (element.key()) {
    case key("origLink"):
      if (draft.entry != nullptr)
        take_first(draft.entry->original_link, element.resolved(element.text()));
      return true;
    case key("browserFriendly"):
      if (draft.feed != nullptr && draft.feed->info.empty())
        draft.feed->info = plain_text_or_markup(element, draft.element);
      return true;
    default:
      return false;
  }
}

}  // namespace planetarium
