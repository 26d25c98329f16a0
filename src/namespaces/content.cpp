#include "namespaces/content.hpp"

#include "namespaces/text_construct.hpp"

namespace planetarium {

namespace {

void add(Entry& entry, Text text) {
  if (!text.empty()) entry.content.push_back(std::move(text));
}

}  // namespace

bool on_content_in_feed(const Element&, FeedDraft&) { return false; }

bool on_content_in_entry(const Element& element, EntryDraft& draft) {
  if (element.key() != key("encoded")) return false;
  add(draft.entry, markup_text(element, draft.element));
  return true;
}

bool on_xhtml_in_feed(const Element&, FeedDraft&) { return false; }

bool on_xhtml_in_entry(const Element& element, EntryDraft& draft) {
  if (element.key() != key("body") && element.key() != key("div")) return false;
  Text text = markup_text(element, draft.element);
  text.type = "xhtml";
  add(draft.entry, std::move(text));
  return true;
}

}  // namespace planetarium
