// RFC 4685: what an entry answers, and how many answers it has. Its links are read in atom.cpp.
#include "namespaces/extension.hpp"

namespace planetarium {

bool on_threading(const Element& element, Draft& draft) {
  if (draft.entry == nullptr) return false;
  switch (element.key()) {
    case key("total"):
      take_first(draft.entry->comment_count, to_number(element.text()));
      return true;
    case key("in-reply-to"):
      if (draft.entry->in_reply_to.empty()) {
        draft.entry->in_reply_to = {.ref = element.attribute("ref"),
                                    .href = element.resolved(element.attribute("href")),
                                    .type = element.attribute("type"),
                                    .source = element.resolved(element.attribute("source"))};
      }
      return true;
    default:
      return false;
  }
}

}  // namespace planetarium
