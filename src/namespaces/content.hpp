// content:encoded (RSS 1.0 module "content", http://purl.org/rss/1.0/modules/content/) and a bare
// XHTML body.
#pragma once

#include "namespaces/draft.hpp"

namespace planetarium {

bool on_content_in_feed(const Element& element, FeedDraft& draft);
bool on_content_in_entry(const Element& element, EntryDraft& draft);
bool on_xhtml_in_feed(const Element& element, FeedDraft& draft);
bool on_xhtml_in_entry(const Element& element, EntryDraft& draft);

}  // namespace planetarium
