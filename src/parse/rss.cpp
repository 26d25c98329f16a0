#include "parse/rss.hpp"

#include "namespaces/atom.hpp"
#include "namespaces/text_construct.hpp"
#include "parse/rss_channel.hpp"
#include "text/language.hpp"

namespace planetarium {

namespace {

constexpr uint8_t guid_link_rank = 20;  // behind atom:link
constexpr uint8_t about_id_rank = 20;   // behind guid and atom:id

void take_link(const Element& element, Draft& draft) {
  std::string_view href = element.text();
  if (href.empty()) href = element.attribute("href");  // an Atom link that lost its namespace
  href = element.resolved(href);
  if (href.empty()) return;
  draft.link.take(href, own_rank);
  draft.links.push(draft.arena(), {.href = href, .rel = "alternate"});
}

bool on_shared(const Element& element, Draft& draft) {
  switch (element.key()) {
    case key("title"):
      draft.title.take(plain_text_or_markup(element, draft.element), own_rank);
      return true;
    case key("description"):
      draft.description.take(markup_text(element, draft.element), own_rank);
      return true;
    case key("link"):
      take_link(element, draft);
      return true;
    case key("author"):
      if (const Person person = atom_person(element); !person.empty())
        draft.authors.push(draft.arena(), person);
      return true;
    case key("category"):
      if (const std::string_view term = element.text(); !term.empty()) {
        draft.categories.push(draft.arena(), {.term = term, .scheme = element.attribute("domain")});
      }
      return true;
    case key("copyright"):
      draft.rights.take(plain_text_or_markup(element, draft.element),
                        draft.entry == nullptr ? own_rank : behind_dublin_core_rank);
      return true;
    case key("pubDate"):
      take_date(draft.published, element);
      return true;
    case key("language"):
      draft.language.take(language_tag(draft.arena(), element.text()), own_rank);
      return true;
    default:
      return false;
  }
}

void take_enclosure(const Element& element, Draft& draft) {
  const std::string_view url = element.resolved(element.attribute("url"));
  if (url.empty()) return;
  draft.entry->enclosures.push(draft.arena(), {.url = url,
                                               .type = element.attribute("type"),
                                               .length = to_number(element.attribute("length"))});
}

void take_guid(const Element& element, Draft& draft) {
  std::string_view id = element.text();
  if (id.empty() || draft.entry->id_is_permalink.has_value()) return;
  const bool permalink = !same_ignoring_case(element.attribute("isPermaLink"), "false");
  draft.id.take(permalink ? element.resolved(id) : id, own_rank);
  draft.entry->id_is_permalink = permalink;
}

// The feed an item was taken from (RSS 2.0 "source"); some write it like a channel.
void take_source(const Element& element, Draft& draft) {
  if (draft.entry->source != nullptr) return;
  auto* source = draft.arena().make<Metadata>();
  Draft inner(element, *source);
  for (const Element child : element.children()) on_shared(child, inner);
  if (!element.has_children()) source->title = plain_text_or_markup(element, element);
  if (const std::string_view url = element.attribute("url"); !url.empty())
    source->links.push(draft.arena(), {.href = element.resolved(url), .rel = "self"});
  inner.finish();
  if (!says_nothing(*source)) draft.entry->source = source;
}

bool on_item(const Element& element, Draft& draft) {
  Entry& entry = *draft.entry;
  switch (element.key()) {
    case key("guid"):
      take_guid(element, draft);
      return true;
    case key("enclosure"):
      take_enclosure(element, draft);
      return true;
    case key("comments"):
      draft.comments.take(element.resolved(element.text()), own_rank);
      return true;
    case key("source"):
      take_source(element, draft);
      return true;
    case key("summary"):
      if (draft.plain.empty()) draft.plain = markup_text(element, draft.element);
      return true;
    case key("fullitem"):
    case key("body"):  // XHTML's, without its namespace
      if (const Text text = markup_text(element, draft.element); !text.empty())
        entry.content.push(draft.arena(), text);
      return true;
    case key("expirationDate"):
      take_date(entry.expired, element);
      return true;
    default:
      return on_shared(element, draft);
  }
}

}  // namespace

bool on_rss(const Element& element, Draft& draft) {
  if (draft.entry != nullptr) return on_item(element, draft);
  return (draft.feed != nullptr && on_rss_channel(element, draft)) || on_shared(element, draft);
}

void finish_rss_entry(Draft& draft) {
  Entry& entry = *draft.entry;
  draft.id.take(draft.element.resolved(draft.element.attribute(Ns::rdf, "about")), about_id_rank);
  if (draft.description.rank() != own_rank) {
    draft.description.take(draft.plain, atom_rank + 1);
  } else if (entry.content.empty() && !draft.plain.empty()) {
    entry.content.push(draft.arena(), draft.plain);
  }
  if (entry.id_is_permalink.value_or(false)) draft.link.take(entry.id, guid_link_rank);
}

}  // namespace planetarium
