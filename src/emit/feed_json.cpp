#include "emit/feed_json.hpp"

#include "dates/dates.hpp"
#include "emit/parts.hpp"
#include "planetarium/parse.hpp"

namespace planetarium {

namespace {

void write_date(JsonWriter& json, std::string_view key, const std::optional<Timestamp>& date) {
  if (date) json.key(key).string(format_utc(date->seconds));
}

void write_links(JsonWriter& json, const std::vector<Link>& links) {
  if (links.empty()) return;
  json.key("links").begin_array();
  for (const Link& link : links) {
    json.begin_object().member("href", link.href).member("rel", link.rel).member("type", link.type);
    json.member("title", link.title).member("hreflang", link.hreflang);
    if (link.length) json.member("length", *link.length);
    json.end_object();
  }
  json.end_array();
}

void write_categories(JsonWriter& json, const std::vector<Category>& categories) {
  if (categories.empty()) return;
  json.key("categories").begin_array();
  for (const Category& category : categories) {
    json.begin_object().member("term", category.term).member("scheme", category.scheme);
    json.member("label", category.label).end_object();
  }
  json.end_array();
}

void write_image(JsonWriter& json, const Image& image) {
  if (image.url.empty() && image.title.empty() && image.link.empty()) return;
  json.key("image").begin_object().member("url", image.url).member("title", image.title);
  json.member("link", image.link).member("description", image.description);
  if (image.width) json.member("width", *image.width);
  if (image.height) json.member("height", *image.height);
  json.end_object();
}

void write_generator(JsonWriter& json, const Generator& generator) {
  if (generator.empty()) return;
  json.key("generator").begin_object().member("name", generator.name).member("uri", generator.uri);
  json.member("version", generator.version).end_object();
}

void write_publisher(JsonWriter& json, const Person& publisher) {
  if (publisher.empty()) return;
  json.key("publisher");
  write_person(json, publisher);
}

void write_metadata(JsonWriter& json, const Metadata& feed, std::string_view place) {
  json.member("id", feed.id);
  write_text(json, "title", feed.title, place);
  write_text(json, "subtitle", feed.subtitle, place);
  json.member("link", feed.link);
  write_links(json, feed.links);
  write_people(json, "authors", feed.authors);
  write_people(json, "contributors", feed.contributors);
  write_categories(json, feed.categories);
  write_generator(json, feed.generator);
  json.member("icon", feed.icon).member("logo", feed.logo);
  write_text(json, "rights", feed.rights, place);
  write_date(json, "published", feed.published);
  write_date(json, "updated", feed.updated);
}

void write_entry(JsonWriter& json, const Entry& entry, const Feed& feed, std::string_view place) {
  json.begin_object().member("id", entry.id);
  if (entry.id_is_permalink) json.key("idIsPermaLink").boolean(*entry.id_is_permalink);
  write_text(json, "title", entry.title, place);
  json.member("link", entry.link);
  write_links(json, entry.links);
  write_text(json, "summary", entry.summary, place);
  if (!entry.content.empty()) {
    json.key("content").begin_array();
    for (const Text& content : entry.content) write_text(json, {}, content, place);
    json.end_array();
  }
  write_people(json, "authors", entry.authors);
  write_people(json, "contributors", entry.contributors);
  write_publisher(json, entry.publisher);
  write_categories(json, entry.categories);
  write_date(json, "published", entry.published);
  write_date(json, "updated", entry.updated);
  write_date(json, "created", entry.created);
  write_enclosures(json, entry.enclosures);
  write_image(json, entry.image);
  json.member("comments", entry.comments);
  write_text(json, "rights", entry.rights, place);
  if (entry.source) {
    json.key("source").begin_object();
    write_metadata(json, *entry.source, place);
    json.end_object();
  }
  write_language(json, entry.language, feed.language);
  if (entry.base != feed.base) json.member("base", entry.base);
  json.end_object();
}

}  // namespace

void append_feed_json(std::string& out, const Feed& feed, std::string_view place) {
  JsonWriter json(out);
  json.begin_object().member("format", feed.format).member("version", feed.version);
  json.member("encoding", feed.encoding).key("wellFormed").boolean(feed.problems.empty());
  if (!feed.problems.empty()) json.member("error", describe(feed.problems.front()));
  write_metadata(json, feed, place);
  write_publisher(json, feed.publisher);
  write_image(json, feed.image);
  json.member("docs", feed.docs);
  if (feed.ttl) json.member("ttl", *feed.ttl);
  write_language(json, feed.language, {});
  json.member("base", feed.base);
  json.key("entries").begin_array();
  for (const Entry& entry : feed.entries) write_entry(json, entry, feed, place);
  json.end_array().end_object();
}

}  // namespace planetarium
