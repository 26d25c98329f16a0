#include "namespaces/dublin_core.hpp"

#include "dates/dates.hpp"
#include "namespaces/contact.hpp"
#include "namespaces/text_construct.hpp"
#include "text/language.hpp"

namespace planetarium {

namespace {

constexpr uint8_t rank = 10;

void take_date(const Element& element, Ranked& slot, std::optional<Timestamp>& field, uint8_t by) {
  if (auto date = parse_date(element.text())) slot.take_last(field, date, by);
}

void take_text(Ranked& slot, Text& field, Text text) {
  if (!text.empty()) slot.take(field, std::move(text), rank);
}

// The elements that mean the same in a feed and in an entry.
template <typename Target>
bool on_shared(const Element& element, Draft& draft, Target& target, Text& description) {
  switch (element.key()) {
    case key("title"):
      take_text(draft.title, target.title, plain_text_or_markup(element, draft.element));
      return true;
    case key("description"):
      take_text(draft.summary, description, markup_text(element, draft.element));
      return true;
    case key("rights"):
      take_text(draft.rights, target.rights, plain_text_or_markup(element, draft.element));
      return true;
    case key("creator"):
    case key("author"):
      if (Person person = person_from_line(element.text()); !person.empty())
        gather(target.authors, std::move(person));
      return true;
    case key("contributor"):
      if (Person person = person_from_line(element.text()); !person.empty()) {
        gather(target.contributors, std::move(person));
      }
      return true;
    case key("publisher"):
      if (Person person = person_from_line(element.text()); !person.empty()) {
        draft.publisher.take(target.publisher, std::move(person), rank);
      }
      return true;
    case key("subject"):
      if (std::string term = element.text(); !term.empty())
        gather(target.categories, Category{.term = std::move(term)});
      return true;
    case key("date"):
      take_date(element, draft.updated, target.updated, rank);
      return true;
    case key("language"):
      if (std::string language = language_tag(element.text()); !language.empty()) {
        draft.language.take(target.language, std::move(language), rank);
      }
      return true;
    default:
      return false;
  }
}

template <typename Target>
bool on_shared_term(const Element& element, Draft& draft, Target& target) {
  switch (element.key()) {
    case key("issued"):
      take_date(element, draft.published, target.published, rank);
      return true;
    case key("modified"):
      take_date(element, draft.updated, target.updated, rank + 1);
      return true;
    default:
      return false;
  }
}

}  // namespace

bool on_dublin_core_in_feed(const Element& element, FeedDraft& draft) {
  return on_shared(element, draft, draft.feed, draft.feed.subtitle);
}

bool on_dublin_core_in_entry(const Element& element, EntryDraft& draft) {
  return on_shared(element, draft, draft.entry, draft.entry.summary);
}

bool on_terms_in_feed(const Element& element, FeedDraft& draft) {
  return on_shared_term(element, draft, draft.feed);
}

bool on_terms_in_entry(const Element& element, EntryDraft& draft) {
  if (element.key() == key("created")) {
    take_date(element, draft.created, draft.entry.created, rank);
    return true;
  }
  return on_shared_term(element, draft, draft.entry);
}

}  // namespace planetarium
