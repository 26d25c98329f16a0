// Dublin Core elements 1.1 and terms, as RSS uses them (RSS 1.0 modules "dc" and "dcterms").
#pragma once

#include "namespaces/draft.hpp"

namespace planetarium {

bool on_dublin_core_in_feed(const Element& element, FeedDraft& draft);
bool on_dublin_core_in_entry(const Element& element, EntryDraft& draft);
bool on_terms_in_feed(const Element& element, FeedDraft& draft);
bool on_terms_in_entry(const Element& element, EntryDraft& draft);

}  // namespace planetarium
