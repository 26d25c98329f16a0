// Atom's elements (RFC 4287 §4.2, and their names in Atom 0.3), as the format itself or inside RSS.
#include "namespaces/atom.hpp"

#include "namespaces/contact.hpp"
#include "namespaces/extension.hpp"
#include "namespaces/text_construct.hpp"

namespace planetarium {

namespace {

// Within Atom there is nothing before it; inside RSS it stands behind RSS's own elements.
uint8_t rank(const Draft& draft, uint8_t inside_rss) {
  return draft.is_atom ? own_rank : inside_rss;
}

// RFC 4287 §4.2.7.2: a registered relation may be written as its URI.
std::string_view relation(std::string_view rel) {
  constexpr std::string_view registry = "http://www.iana.org/assignments/relation/";
  if (starts_ignoring_case(rel, registry)) rel.remove_prefix(registry.size());
  return rel.empty() ? "alternate" : rel;
}

Link read_link(const Element& element) {
  std::string_view href = element.attribute("href");
  if (href.empty()) href = element.text();
  return {.href = element.resolved(href),
          .rel = relation(element.attribute("rel")),
          .type = element.attribute("type"),
          .title = element.attribute("title"),
          .hreflang = element.attribute("hreflang"),
          .length = to_number(element.attribute("length"))};
}

// RFC 4685 §4: where the discussion is, and where its feed.
void take_replies(const Link& link, Draft& draft) {
  const bool page = !link.type.empty() && is_page(link.type);
  (page ? draft.comments : draft.comments_feed).take(link.href, rank(draft, atom_rank));
}

void take_link(const Element& element, Draft& draft) {
  const Link link = read_link(element);
  if (link.href.empty()) return;
  draft.links.push(draft.arena(), link);
  if (same_ignoring_case(link.rel, "alternate")) {
    const uint8_t by = rank(draft, atom_rank);
    draft.link.take(link.href, is_page(link.type) ? by : static_cast<uint8_t>(by + 1));
  } else if (same_ignoring_case(link.rel, "license")) {
    draft.license.take(link.href, rank(draft, atom_rank));
  } else if (draft.entry == nullptr) {
    return;
  } else if (same_ignoring_case(link.rel, "enclosure")) {
    draft.entry->enclosures.push(
        draft.arena(),
        {.url = link.href, .type = link.type, .title = link.title, .length = link.length});
  } else if (same_ignoring_case(link.rel, "replies")) {
    take_replies(link, draft);
  }
}

void take_category(const Element& element, Draft& draft) {
  Category category{.term = element.attribute("term"),
                    .scheme = element.attribute("scheme"),
                    .label = element.attribute("label")};
  // A term is required (RFC 4287 §4.2.2.1); there are feeds that write the label alone, or
  // characters as RSS does.
  if (category.term.empty()) category.term = category.label;
  if (category.term.empty()) category.term = element.text();
  if (category.term.empty()) return;
  draft.categories.push(draft.arena(), category);
}

void take_person(const Element& element, Draft& draft, List<Person>& people) {
  if (const Person person = atom_person(element); !person.empty())
    people.push(draft.arena(), person);
}

bool on_shared(const Element& element, Draft& draft) {
  switch (element.key()) {
    case key("id"):
      draft.id.take(element.resolved(element.text()), rank(draft, atom_rank));
      return true;
    case key("title"):
      draft.title.take(atom_text(element, draft.element), rank(draft, behind_dublin_core_rank));
      return true;
    case key("link"):
      take_link(element, draft);
      return true;
    case key("author"):
      take_person(element, draft, draft.authors);
      return true;
    case key("contributor"):
      take_person(element, draft, draft.contributors);
      return true;
    case key("category"):
      take_category(element, draft);
      return true;
    case key("rights"):
    case key("copyright"):
      draft.rights.take(atom_text(element, draft.element), rank(draft, behind_dublin_core_rank));
      return true;
    case key("published"):
    case key("issued"):
      take_date(draft.published, element);
      return true;
    case key("updated"):
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

void take_generator(const Element& element, Generator& generator) {
  if (!generator.name.empty() || !generator.version.empty()) return;
  std::string_view uri = element.attribute("uri");
  if (uri.empty()) uri = element.attribute("url");
  generator.name = element.text();
  generator.version = element.attribute("version");
  if (!uri.empty()) generator.uri = element.resolved(uri);
}

bool on_metadata(const Element& element, Draft& draft) {
  Metadata& metadata = *draft.metadata;
  switch (element.key()) {
    case key("subtitle"):
    case key("tagline"):
      draft.description.take(atom_text(element, draft.element), rank(draft, atom_rank));
      return true;
    case key("icon"):
      if (metadata.icon.empty()) metadata.icon = element.resolved(element.text());
      return true;
    case key("logo"):
      if (metadata.logo.empty()) metadata.logo = element.resolved(element.text());
      return true;
    case key("generator"):
      take_generator(element, metadata.generator);
      return true;
    case key("info"):
      if (draft.feed != nullptr && draft.feed->info.empty())
        draft.feed->info = atom_text(element, draft.element);
      return true;
    default:
      return on_shared(element, draft);
  }
}

// RFC 4287 §4.2.11: the feed the entry was taken from.
void take_source(const Element& element, Draft& draft) {
  if (draft.entry->source != nullptr) return;
  auto* source = draft.arena().make<Metadata>();
  Draft inner(element, *source);
  inner.is_atom = true;
  for (const Element child : element.children()) {
    if (const Extension extension = extension_for(child.ns())) {
      extension(child, inner);
    } else {
      on_metadata(child, inner);
    }
  }
  inner.finish();
  if (!says_nothing(*source)) draft.entry->source = source;
}

bool on_entry(const Element& element, Draft& draft) {
  switch (element.key()) {
    case key("summary"):
      draft.description.take(atom_text(element, draft.element), rank(draft, atom_rank));
      return true;
    case key("content"):
      if (const Text text = atom_text(element, draft.element); !text.empty())
        draft.entry->content.push(draft.arena(), text);
      return true;
    case key("source"):
      take_source(element, draft);
      return true;
    default:
      return on_shared(element, draft);
  }
}

}  // namespace

bool is_page(std::string_view type) {
  return type.empty() || same_ignoring_case(type, "text/html") ||
         same_ignoring_case(type, "application/xhtml+xml");
}

Person atom_person(const Element& element) {
  Person person;
  bool parts = false;
  for (const Element child : element.children()) {
    parts = true;
    switch (child.key()) {
      case key("name"):
        if (person.name.empty()) person.name = child.text();
        break;
      case key("email"):
        if (person.email.empty()) person.email = child.text();
        break;
      case key("uri"):
      case key("url"):
      case key("homepage"):
        if (person.uri.empty()) person.uri = child.resolved(child.text());
        break;
      default:
        break;
    }
  }
  return parts ? person : person_from_line(element.text());
}

bool on_atom(const Element& element, Draft& draft) {
  return draft.entry != nullptr ? on_entry(element, draft) : on_metadata(element, draft);
}

}  // namespace planetarium
