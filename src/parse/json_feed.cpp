#include "parse/json_feed.hpp"

#include "dates/dates.hpp"
#include "namespaces/draft.hpp"
#include "namespaces/text_construct.hpp"
#include "planetarium/parse.hpp"
#include "text/language.hpp"
#include "text/uri.hpp"

namespace planetarium {

namespace {

using Kind = Value::Kind;

std::string trimmed(const Value& value) { return std::string(trim(value.string())); }

// The specification wants strings; ids and version numbers are often numbers.
std::string string_or_number(const Value& value) {
  return value.is(Kind::number) ? value.text : trimmed(value);
}

class Reader {
 public:
  explicit Reader(std::string_view url) : url_(url) {}

  Feed feed(const Value& document) const {
    Feed feed;
    feed.format = "json";
    feed.version = version(string_or_number(document["version"]));
    feed.base = url_;
    feed.id = uri(document["feed_url"]);
    feed.title = text_of(trimmed(document["title"]));
    feed.subtitle = text_of(trimmed(document["description"]));
    feed.link = uri(document["home_page_url"]);
    feed.icon = uri(document["favicon"]);
    feed.logo = uri(document["icon"]);
    feed.language = language_tag(document["language"].string());
    link(feed.links, feed.link, "alternate");
    link(feed.links, feed.id, "self");
    link(feed.links, uri(document["next_url"]), "next");
    for (const Value& hub : document["hubs"].items) link(feed.links, uri(hub["url"]), "hub");
    feed.authors = authors(document);
    drop_repeats_of(feed);
    for (const Value& item : document["items"].items) {
      if (feed.entries.size() == most_entries) {
        feed.problems.push_back({.reason = Reason::too_large,
                                 .detail = "more than " + std::to_string(most_entries) + " items"});
        break;
      }
      if (item.is(Kind::object)) feed.entries.push_back(entry(item, feed));
    }
    return feed;
  }

 private:
  static std::string version(std::string_view written) {
    if (written.ends_with("/1.1") || written == "1.1") return "json11";
    if (written.ends_with("/1") || written.ends_with("/1.0") || written == "1.0" || written == "1")
      return "json1";
    return "json";
  }

  std::string uri(const Value& value) const { return resolve_uri(url_, trimmed(value)); }

  static void link(std::vector<Link>& links, const std::string& href, std::string_view rel) {
    if (!href.empty()) gather(links, Link{.href = href, .rel = std::string(rel)});
  }

  Person person(const Value& value) const {
    if (value.is(Kind::string)) return {.name = trimmed(value)};
    return {
        .name = trimmed(value["name"]), .uri = uri(value["url"]), .avatar = uri(value["avatar"])};
  }

  // 1.0 has one `author`, 1.1 `authors`; both may stand side by side for old readers.
  std::vector<Person> authors(const Value& value) const {
    std::vector<Person> people;
    for (const Value& author : value["authors"].items) {
      if (Person one = person(author); !one.empty()) gather(people, std::move(one));
    }
    if (Person one = person(value["author"]); !one.empty()) gather(people, std::move(one));
    return people;
  }

  Entry entry(const Value& item, const Feed& feed) const {
    Entry entry;
    entry.id = string_or_number(item["id"]);
    entry.title = text_of(trimmed(item["title"]));
    entry.summary = text_of(trimmed(item["summary"]));
    entry.link = uri(item["url"]);
    link(entry.links, entry.link, "alternate");
    const std::string external = uri(item["external_url"]);
    link(entry.links, external, "related");
    if (entry.link.empty()) entry.link = external;
    if (Text html = text_of(trimmed(item["content_html"])); !html.empty()) {
      html.type = "html";
      entry.content.push_back(std::move(html));
    }
    if (Text text = text_of(trimmed(item["content_text"])); !text.empty())
      entry.content.push_back(std::move(text));
    entry.image.url = uri(item["image"]);
    if (entry.image.url.empty()) entry.image.url = uri(item["banner_image"]);
    entry.published = parse_date(item["date_published"].string());
    entry.updated = parse_date(item["date_modified"].string());
    entry.authors = authors(item);
    for (const Value& tag : item["tags"].items) {
      if (std::string term = string_or_number(tag); !term.empty())
        gather(entry.categories, Category{.term = term});
    }
    for (const Value& attachment : item["attachments"].items)
      enclosure(entry.enclosures, attachment);
    drop_repeats_of(entry);
    drop_repeats(entry.enclosures);
    entry.language = language_tag(item["language"].string());
    if (entry.language.empty()) entry.language = feed.language;
    return entry;
  }

  void enclosure(std::vector<Enclosure>& all, const Value& value) const {
    Enclosure enclosure{.url = uri(value["url"]),
                        .type = trimmed(value["mime_type"]),
                        .title = trimmed(value["title"]),
                        .length = value["size_in_bytes"].count()};
    const Value& duration = value["duration_in_seconds"];
    if (duration.is(Kind::number) && duration.number >= 0 && duration.number < 1e9)
      enclosure.duration = duration.number;
    if (!enclosure.url.empty()) gather(all, std::move(enclosure));
  }

  std::string_view url_;
};

}  // namespace

Result<Feed> read_json_feed(const Value& document, std::string_view url) {
  if (!document.is(Kind::object) || !document["items"].is(Kind::array)) {
    return Error{.reason = Reason::not_a_feed, .detail = "JSON without an \"items\" array"};
  }
  return Reader(url).feed(document);
}

}  // namespace planetarium
