#include "parse/rss.hpp"

#include "dates/dates.hpp"
#include "namespaces/contact.hpp"
#include "namespaces/text_construct.hpp"
#include "text/language.hpp"
#include "text/uri.hpp"

namespace planetarium {

namespace {

constexpr uint8_t guid_link_rank = 20;  // behind atom:link
constexpr uint8_t about_id_rank = 20;   // behind guid and atom:id

void take_text(Ranked& slot, Text& field, Text text) {
  if (!text.empty()) slot.take(field, std::move(text), own_rank);
}

void take_date(const Element& element, Ranked& slot, std::optional<Timestamp>& field) {
  if (auto date = parse_date(element.text())) slot.take_last(field, date, own_rank);
}

template <typename Target>
void take_link(const Element& element, Draft& draft, Target& target) {
  std::string href = element.text();
  if (href.empty()) href = element.attribute("href");  // an Atom link that lost its namespace
  if (href.empty()) return;
  href = resolve_uri(element.base(), href);
  draft.link.take(target.link, href, own_rank);
  gather(target.links, Link{.href = std::move(href), .rel = "alternate"});
}

template <typename Target>
void gather_person(const Element& element, Target& people) {
  Person person = element.has_children() ? Person{} : person_from_line(element.text());
  for (const Element child : element.children()) {  // Atom's shape without its namespace
    if (child.key() == key("name")) person.name = child.text();
    if (child.key() == key("email")) person.email = child.text();
    if (child.key() == key("uri")) person.uri = resolve_uri(child.base(), child.text());
  }
  if (!person.empty()) gather(people, std::move(person));
}

template <typename Target>
bool on_shared(const Element& element, Draft& draft, Target& target, Text& description) {
  switch (element.key()) {
    case key("title"):
      take_text(draft.title, target.title, plain_text_or_markup(element, draft.element));
      return true;
    case key("description"):
      take_text(draft.summary, description, markup_text(element, draft.element));
      return true;
    case key("link"):
      take_link(element, draft, target);
      return true;
    case key("author"):
      gather_person(element, target.authors);
      return true;
    case key("category"):
      if (std::string term = element.text(); !term.empty()) {
        gather(target.categories,
               Category{.term = std::move(term), .scheme = element.attribute("domain")});
      }
      return true;
    case key("copyright"):
      take_text(draft.rights, target.rights, plain_text_or_markup(element, draft.element));
      return true;
    case key("pubDate"):
      take_date(element, draft.published, target.published);
      return true;
    default:
      return false;
  }
}

Image read_image(const Element& element) {
  Image image;
  for (const Element child : element.children()) {
    switch (child.key()) {
      case key("url"):
        image.url = resolve_uri(child.base(), child.text());
        break;
      case key("title"):
        image.title = child.text();
        break;
      case key("link"):
        image.link = resolve_uri(child.base(), child.text());
        break;
      case key("description"):
        image.description = child.text();
        break;
      case key("width"):
        image.width = to_number(child.text());
        break;
      case key("height"):
        image.height = to_number(child.text());
        break;
      default:
        break;
    }
  }
  return image;
}

void take_enclosure(const Element& element, Entry& entry) {
  std::string url = resolve_uri(element.base(), element.attribute("url"));
  if (url.empty()) return;
  gather(entry.enclosures, Enclosure{.url = std::move(url),
                                     .type = element.attribute("type"),
                                     .length = to_number(element.attribute("length"))});
}

void take_guid(const Element& element, EntryDraft& draft) {
  std::string id = element.text();
  if (id.empty()) return;
  const bool permalink = !same_ignoring_case(element.attribute("isPermaLink"), "false");
  if (permalink) id = resolve_uri(element.base(), id);
  if (draft.id.rank == own_rank) return;
  draft.id.take(draft.entry.id, std::move(id), own_rank);
  draft.entry.id_is_permalink = permalink;
}

// The feed an item was taken from (RSS 2.0 "source"); some write it like a channel.
void take_source(const Element& element, Entry& entry) {
  Metadata source;
  Draft draft(element);
  for (const Element child : element.children()) on_shared(child, draft, source, source.subtitle);
  if (!element.has_children()) source.title = plain_text_or_markup(element, element);
  if (const std::string url = element.attribute("url"); !url.empty()) {
    source.links.push_back({.href = resolve_uri(element.base(), url), .rel = "self"});
  }
  drop_repeats_of(source);
  if (!source.title.empty() || !source.links.empty()) entry.source = std::move(source);
}

}  // namespace

bool on_rss_in_feed(const Element& element, FeedDraft& draft) {
  Feed& feed = draft.feed;
  switch (element.key()) {
    case key("managingEditor"):
      gather_person(element, feed.authors);
      return true;
    case key("webMaster"):
      draft.publisher.take(feed.publisher, person_from_line(element.text()), own_rank);
      return true;
    case key("lastBuildDate"):
      take_date(element, draft.updated, feed.updated);
      return true;
    case key("language"):
      if (std::string language = language_tag(element.text()); !language.empty()) {
        draft.language.take(feed.language, std::move(language), own_rank);
      }
      return true;
    case key("generator"):
      if (std::string name = element.text(); !name.empty()) {
        draft.generator.take(feed.generator, Generator{.name = std::move(name)}, own_rank);
      }
      return true;
    case key("image"):
      if (Image image = read_image(element); image != Image{})
        draft.image.take(feed.image, std::move(image), own_rank);
      return true;
    case key("docs"):
      if (feed.docs.empty()) feed.docs = resolve_uri(element.base(), element.text());
      return true;
    case key("ttl"):
      if (!feed.ttl) feed.ttl = to_number(element.text());
      return true;
    default:
      return on_shared(element, draft, feed, feed.subtitle);
  }
}

bool on_rss_in_entry(const Element& element, EntryDraft& draft) {
  Entry& entry = draft.entry;
  switch (element.key()) {
    case key("guid"):
      take_guid(element, draft);
      return true;
    case key("enclosure"):
      take_enclosure(element, entry);
      return true;
    case key("comments"):
      if (entry.comments.empty()) entry.comments = resolve_uri(element.base(), element.text());
      return true;
    case key("source"):
      if (!entry.source) take_source(element, entry);
      return true;
    case key("summary"):
      if (Text text = markup_text(element, draft.element); !text.empty())
        draft.plain_summary.take(draft.plain, std::move(text), own_rank);
      return true;
    case key("fullitem"):
      if (Text text = markup_text(element, draft.element); !text.empty())
        entry.content.push_back(std::move(text));
      return true;
    default:
      return on_shared(element, draft, entry, entry.summary);
  }
}

void finish_rss_entry(EntryDraft& draft) {
  Entry& entry = draft.entry;
  if (std::string about = draft.element.attribute(Ns::rdf, "about"); !about.empty()) {
    draft.id.take(entry.id, resolve_uri(draft.element.base(), about), about_id_rank);
  }
  if (entry.summary.empty()) {
    entry.summary = std::move(draft.plain);
  } else if (entry.content.empty() && !draft.plain.empty()) {
    entry.content.push_back(std::move(draft.plain));
  }
  if (entry.id_is_permalink.value_or(false)) draft.link.take(entry.link, entry.id, guid_link_rank);
}

}  // namespace planetarium
