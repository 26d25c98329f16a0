// http://wellformedweb.org/CommentAPI/: where the comments are; written commentRss and commentRSS.
#include "namespaces/extension.hpp"

namespace planetarium {

bool on_well_formed_web(const Element& element, Draft& draft) {
  if (draft.entry == nullptr || element.key() != key("commentRss")) return false;
  draft.comments_feed.take(element.resolved(element.text()), own_older_rank);
  return true;
}

}  // namespace planetarium
