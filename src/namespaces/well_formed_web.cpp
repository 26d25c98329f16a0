// http://wellformedweb.org/CommentAPI/: where the comments are; written commentRss and commentRSS.
#include "namespaces/extension.hpp"

namespace planetarium {

bool on_well_formed_web(const Element& element, Draft& draft) {
  if (draft.entry == nullptr || element.key() != key("commentRss")) return false;
  if (draft.entry->comments_feed.empty())
    draft.entry->comments_feed = element.resolved(element.text());
  return true;
}

}  // namespace planetarium
