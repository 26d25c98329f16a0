// content:encoded (RSS 1.0 module "content", http://purl.org/rss/1.0/modules/content/) and a bare
// XHTML body: the whole post inside an RSS item.
#include "namespaces/extension.hpp"
#include "namespaces/text_construct.hpp"

namespace planetarium {

namespace {

void add(Draft& draft, const Text& text) {
  if (!text.empty()) draft.entry->content.push(draft.arena(), text);
}

}  // namespace

bool on_content(const Element& element, Draft& draft) {
  if (draft.entry == nullptr || element.key() != key("encoded")) return false;
  add(draft, markup_text(element, draft.element));
  return true;
}

bool on_xhtml(const Element& element, Draft& draft) {
  if (draft.entry == nullptr) return false;
  if (element.key() != key("body") && element.key() != key("div")) return false;
  add(draft, naked_markup(element, draft.element));
  return true;
}

}  // namespace planetarium
