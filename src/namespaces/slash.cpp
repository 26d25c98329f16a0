// RSS 1.0 module "slash" (http://web.resource.org/rss/1.0/modules/slash/): how many comments.
#include "namespaces/extension.hpp"

namespace planetarium {

bool on_slash(const Element& element, Draft& draft) {
  if (draft.entry == nullptr || element.key() != key("comments")) return false;
  take_first(draft.entry->comment_count, to_number(element.text()));
  return true;
}

}  // namespace planetarium
