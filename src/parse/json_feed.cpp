#include "parse/json_feed.hpp"

#include "dates/dates.hpp"
#include "namespaces/repeats.hpp"
#include "planetarium/parse.hpp"
#include "text/ascii.hpp"
#include "text/language.hpp"
#include "text/uri.hpp"

namespace planetarium {

namespace {

using Kind = Value::Kind;

class Reader {
 public:
  Reader(std::string_view url, Feed& feed) : url_(url), feed_(feed), arena_(feed.arena) {}

  void read(const Value& document) {
    Feed& feed = feed_;
    feed.format = "json";
    feed.version = version(string_or_number(document["version"]));
    feed.base = url_;
    feed.id = uri(document["feed_url"]);
    feed.title = text("text", document["title"]);
    feed.subtitle = text("text", document["description"]);
    feed.link = uri(document["home_page_url"]);
    feed.icon = uri(document["favicon"]);
    feed.logo = uri(document["icon"]);
    feed.language = language_tag(arena_, string(document["language"]));
    link(feed.links, feed.link, "alternate");
    link(feed.links, feed.id, "self");
    link(feed.links, uri(document["next_url"]), "next");
    for (const Value& hub : document["hubs"].items()) link(feed.links, uri(hub["url"]), "hub");
    authors(document, feed.authors);
    drop_repeats_of(feed);
    for (const Value& item : document["items"].items()) {
      if (feed.entries.size() == most_entries) return note_too_many();
      if (item.is(Kind::object)) entry(item);
    }
  }

 private:
  static std::string_view version(std::string_view written) {
    if (written.ends_with("/1.1") || written == "1.1") return "json11";
    if (written.ends_with("/1") || written.ends_with("/1.0") || written == "1.0" || written == "1")
      return "json1";
    return "json";
  }

  std::string_view string(const Value& value) const {
    return trim(read_body(arena_, value.string()));
  }
  // The specification wants strings; ids and version numbers are often numbers.
  std::string_view string_or_number(const Value& value) const {
    return value.is(Kind::number) ? value.text.raw : string(value);
  }
  std::string_view uri(const Value& value) const {
    return resolve_uri(arena_, url_, string(value));
  }

  static Text text(std::string_view type, const Value& value) {
    const Body body = value.string();
    return body.empty() ? Text{} : Text{.type = type, .value = body};
  }

  void link(List<Link>& links, std::string_view href, std::string_view rel) const {
    if (!href.empty()) links.push(arena_, {.href = href, .rel = rel});
  }

  void person(const Value& value, List<Person>& people) const {
    Person person{.name = string(value)};
    if (value.is(Kind::object)) {
      person = {
          .name = string(value["name"]), .uri = uri(value["url"]), .avatar = uri(value["avatar"])};
    }
    if (!person.empty()) people.push(arena_, person);
  }

  // 1.0 has one `author`, 1.1 `authors`; both may stand side by side for old readers.
  void authors(const Value& value, List<Person>& people) const {
    for (const Value& author : value["authors"].items()) person(author, people);
    person(value["author"], people);
  }

  void entry(const Value& item) const {
    Entry& entry = feed_.entries.emplace_back();
    entry.id = string_or_number(item["id"]);
    entry.title = text("text", item["title"]);
    entry.summary = text("text", item["summary"]);
    entry.link = uri(item["url"]);
    link(entry.links, entry.link, "alternate");
    const std::string_view external = uri(item["external_url"]);
    link(entry.links, external, "related");
    if (entry.link.empty()) entry.link = external;
    content(text("html", item["content_html"]), entry);
    content(text("text", item["content_text"]), entry);
    // What a planet writes beside an item (web/core/export-planet.js): JSON Feed knows no base.
    entry.base = uri(item["_planetarium"]["base"]);
    entry.image.url = uri(item["image"]);
    if (entry.image.url.empty()) entry.image.url = uri(item["banner_image"]);
    entry.published = parse_date(string(item["date_published"]));
    entry.updated = parse_date(string(item["date_modified"]));
    authors(item, entry.authors);
    for (const Value& tag : item["tags"].items()) {
      if (const std::string_view term = string_or_number(tag); !term.empty())
        entry.categories.push(arena_, {.term = term});
    }
    for (const Value& attachment : item["attachments"].items()) enclosure(attachment, entry);
    drop_repeats_of(entry);
    drop_repeats(entry.enclosures);
    entry.language = language_tag(arena_, string(item["language"]));
    if (entry.language.empty()) entry.language = feed_.language;
  }

  void content(const Text& text, Entry& entry) const {
    if (!text.empty()) entry.content.push(arena_, text);
  }

  void enclosure(const Value& value, Entry& entry) const {
    Enclosure enclosure{.url = uri(value["url"]),
                        .type = string(value["mime_type"]),
                        .title = string(value["title"]),
                        .length = value["size_in_bytes"].count()};
    const Value& duration = value["duration_in_seconds"];
    if (duration.is(Kind::number) && duration.number >= 0 && duration.number < 1e9)
      enclosure.duration = duration.number;
    if (!enclosure.url.empty()) entry.enclosures.push(arena_, enclosure);
  }

  void note_too_many() const {
    feed_.problems.push_back({.reason = Reason::too_large,
                              .detail = "more than " + std::to_string(most_entries) + " items"});
  }

  std::string_view url_;
  Feed& feed_;
  Arena& arena_;
};

}  // namespace

std::optional<Error> read_json_feed(const Value& document, std::string_view url, Feed& feed) {
  if (!document.is(Kind::object) || !document["items"].is(Kind::array)) {
    return Error{.reason = Reason::not_a_feed, .detail = "JSON without an \"items\" array"};
  }
  Reader(url, feed).read(document);
  return std::nullopt;
}

}  // namespace planetarium
