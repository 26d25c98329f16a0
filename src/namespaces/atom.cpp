#include "namespaces/atom.hpp"

#include "dates/dates.hpp"
#include "namespaces/contact.hpp"
#include "namespaces/text_construct.hpp"
#include "text/uri.hpp"

namespace planetarium {

namespace {

// Behind RSS's own elements where it stands inside RSS; within Atom there is nothing before it.
constexpr uint8_t rank = 4;

bool is_page(std::string_view type) {
  return type.empty() || same_ignoring_case(type, "text/html") ||
         same_ignoring_case(type, "application/xhtml+xml");
}

Link read_link(const Element& element) {
  Link link{.href = resolve_uri(element.base(), element.attribute("href")),
            .rel = element.attribute("rel"),
            .type = element.attribute("type"),
            .title = element.attribute("title"),
            .hreflang = element.attribute("hreflang"),
            .length = to_number(element.attribute("length"))};
  if (link.href.empty()) link.href = resolve_uri(element.base(), element.text());
  // RFC 4287 §4.2.7.2: a registered relation may be written as its URI.
  constexpr std::string_view registry = "http://www.iana.org/assignments/relation/";
  if (starts_ignoring_case(link.rel, registry)) link.rel.erase(0, registry.size());
  if (link.rel.empty()) link.rel = "alternate";
  return link;
}

template <typename Target>
void take_link(const Link& link, Draft& draft, Target& target) {
  if (!same_ignoring_case(link.rel, "alternate")) return;
  draft.link.take(target.link, link.href,
                  is_page(link.type) ? rank : static_cast<uint8_t>(rank + 1));
}

Category read_category(const Element& element) {
  Category category{.term = element.attribute("term"),
                    .scheme = element.attribute("scheme"),
                    .label = element.attribute("label")};
  if (category.term.empty() && category.label.empty()) category.term = element.text();
  return category;
}

void take_text(Ranked& slot, Text& field, Text text) {
  if (!text.empty()) slot.take(field, std::move(text), rank);
}

void take_date(const Element& element, Ranked& slot, std::optional<Timestamp>& field, uint8_t by) {
  if (auto date = parse_date(element.text())) slot.take_last(field, date, by);
}

// What a feed, an entry and a source have in common.
template <typename Target>
bool on_shared(const Element& element, Draft& draft, Target& target) {
  switch (element.key()) {
    case key("id"):
      if (std::string id = element.text(); !id.empty()) {
        draft.id.take(target.id, resolve_uri(element.base(), id), rank);
      }
      return true;
    case key("title"):
      take_text(draft.title, target.title, atom_text(element, draft.element));
      return true;
    case key("link"):
      if (Link link = read_link(element); !link.href.empty()) {
        take_link(link, draft, target);
        gather(target.links, std::move(link));
      }
      return true;
    case key("author"):
      if (Person person = atom_person(element); !person.empty())
        gather(target.authors, std::move(person));
      return true;
    case key("contributor"):
      if (Person person = atom_person(element); !person.empty())
        gather(target.contributors, std::move(person));
      return true;
    case key("category"):
      if (Category category = read_category(element);
          !category.term.empty() || !category.label.empty()) {
        gather(target.categories, std::move(category));
      }
      return true;
    case key("rights"):
    case key("copyright"):
      take_text(draft.rights, target.rights, atom_text(element, draft.element));
      return true;
    case key("published"):
      take_date(element, draft.published, target.published, rank);
      return true;
    case key("updated"):
      take_date(element, draft.updated, target.updated, rank);
      return true;
    case key("modified"):
      take_date(element, draft.updated, target.updated, rank + 1);
      return true;
    default:
      return false;
  }
}

bool on_metadata(const Element& element, Draft& draft, Metadata& metadata) {
  switch (element.key()) {
    case key("subtitle"):
    case key("tagline"):
      take_text(draft.summary, metadata.subtitle, atom_text(element, draft.element));
      return true;
    case key("icon"):
      if (metadata.icon.empty()) metadata.icon = resolve_uri(element.base(), element.text());
      return true;
    case key("logo"):
      if (metadata.logo.empty()) metadata.logo = resolve_uri(element.base(), element.text());
      return true;
    case key("generator"):
      if (metadata.generator.empty()) {
        std::string uri = element.attribute("uri");
        if (uri.empty()) uri = element.attribute("url");
        metadata.generator = {.name = element.text(),
                              .uri = resolve_uri(element.base(), uri),
                              .version = element.attribute("version")};
      }
      return true;
    default:
      return on_shared(element, draft, metadata);
  }
}

}  // namespace

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
        if (person.uri.empty()) person.uri = resolve_uri(child.base(), child.text());
        break;
      default:
        break;
    }
  }
  return parts ? person : person_from_line(element.text());
}

Metadata atom_source(const Element& element) {
  Metadata source;
  Draft draft(element);
  for (const Element child : element.children()) on_metadata(child, draft, source);
  return source;
}

bool on_atom_in_feed(const Element& element, FeedDraft& draft) {
  return on_metadata(element, draft, draft.feed);
}

bool on_atom_in_entry(const Element& element, EntryDraft& draft) {
  Entry& entry = draft.entry;
  switch (element.key()) {
    case key("summary"):
      take_text(draft.summary, entry.summary, atom_text(element, draft.element));
      return true;
    case key("content"):
      if (Text text = atom_text(element, draft.element); !text.empty())
        entry.content.push_back(std::move(text));
      return true;
    case key("issued"):
      take_date(element, draft.published, entry.published, rank + 1);
      return true;
    case key("created"):
      take_date(element, draft.created, entry.created, rank);
      return true;
    case key("source"):
      if (!entry.source) entry.source = atom_source(element);
      return true;
    case key("link"): {
      const size_t before = entry.links.size();
      on_shared(element, draft, entry);
      if (entry.links.size() == before) return true;
      const Link& link = entry.links.back();
      if (same_ignoring_case(link.rel, "enclosure")) {
        gather(
            entry.enclosures,
            Enclosure{
                .url = link.href, .type = link.type, .title = link.title, .length = link.length});
      } else if (same_ignoring_case(link.rel, "replies") && is_page(link.type) &&
                 !link.type.empty()) {
        if (entry.comments.empty()) entry.comments = link.href;
      }
      return true;
    }
    default:
      return on_shared(element, draft, entry);
  }
}

}  // namespace planetarium
