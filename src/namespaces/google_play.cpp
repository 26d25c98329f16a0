// Google Play's podcast elements
// (https://www.google.com/schemas/play-podcasts/1.0/play-podcasts.xsd): Apple's words again.
#include "namespaces/contact.hpp"
#include "namespaces/extension.hpp"
#include "namespaces/text_construct.hpp"

namespace planetarium {

bool on_google_play(const Element& element, Draft& draft) {
  switch (element.key()) {
    case key("author"):
      if (const Person person = person_from_line(element.text()); !person.empty())
        draft.authors.push(draft.arena(), person);
      return true;
    case key("description"):
      draft.description.take(plain_text_or_markup(element, draft.element), last_rank);
      return true;
    case key("image"):
      draft.image.take({.url = element.resolved(element.attribute("href"))}, last_rank);
      return true;
    case key("category"):
      if (const std::string_view term = element.attribute("text"); !term.empty())
        draft.categories.push(draft.arena(), {.term = term});
      return true;
    case key("owner"):
    case key("email"):
      draft.publisher.take(person_from_line(element.text()), last_rank);
      return true;
    default:
      return false;
  }
}

}  // namespace planetarium
