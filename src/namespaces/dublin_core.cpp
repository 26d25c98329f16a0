// Dublin Core elements 1.1 and terms, as RSS uses them (RSS 1.0 modules "dc" and "dcterms").
#include "namespaces/contact.hpp"
#include "namespaces/extension.hpp"
#include "namespaces/text_construct.hpp"
#include "text/language.hpp"

namespace planetarium {

namespace {

void add_person(const Element& element, Draft& draft, List<Person>& people) {
  if (const Person person = person_from_line(element.text()); !person.empty())
    people.push(draft.arena(), person);
}

}  // namespace

bool on_dublin_core(const Element& element, Draft& draft) {
  switch (element.key()) {
    case key("title"):
      draft.title.take(plain_text_or_markup(element, draft.element), dublin_core_rank);
      return true;
    case key("description"):
      draft.description.take(markup_text(element, draft.element), dublin_core_rank);
      return true;
    case key("rights"):
      draft.rights.take(plain_text_or_markup(element, draft.element), dublin_core_rank);
      return true;
    case key("creator"):
    case key("author"):
      add_person(element, draft, draft.authors);
      return true;
    case key("contributor"):
      add_person(element, draft, draft.contributors);
      return true;
    case key("publisher"):
      draft.publisher.take(person_from_line(element.text()), dublin_core_rank);
      return true;
    case key("subject"):
      if (const std::string_view term = element.text(); !term.empty())
        draft.categories.push(draft.arena(), {.term = term});
      return true;
    case key("date"):
      take_date(draft.updated, element);
      return true;
    case key("language"):
      draft.language.take(language_tag(draft.arena(), element.text()), dublin_core_rank);
      return true;
    default:
      return false;
  }
}

bool on_dublin_core_terms(const Element& element, Draft& draft) {
  switch (element.key()) {
    case key("issued"):
      take_date(draft.published, element);
      return true;
    case key("modified"):
      take_date(draft.updated, element);
      return true;
    case key("created"):
      take_date(draft.created, element);
      return true;
    default:
      return false;
  }
}

}  // namespace planetarium
