#include "emit/feed_json.hpp"

#include "dates/dates.hpp"
#include "emit/extension_json.hpp"
#include "emit/parts.hpp"
#include "planetarium/parse.hpp"

namespace planetarium {

namespace {

void write_date(JsonWriter& json, std::string_view key, const std::optional<Timestamp>& date) {
  if (date) json.key(key).string(format_utc(date->seconds));
}

void write_links(JsonWriter& json, const List<Link>& links) {
  if (links.empty()) return;
  json.key("links").begin_array();
  for (const Link& link : links) {
    json.begin_object().member("href", link.href).member("rel", link.rel).member("type", link.type);
    json.member("title", link.title).member("hreflang", link.hreflang);
    json.member("length", link.length).end_object();
  }
  json.end_array();
}

void write_categories(JsonWriter& json, const List<Category>& categories) {
  if (categories.empty()) return;
  json.key("categories").begin_array();
  for (const Category& category : categories) {
    json.begin_object().member("term", category.term).member("scheme", category.scheme);
    json.member("label", category.label).end_object();
  }
  json.end_array();
}

void write_image(JsonWriter& json, const Image& image) {
  if (image == Image{}) return;
  json.key("image").begin_object().member("url", image.url).member("title", image.title);
  json.member("link", image.link).member("description", image.description);
  json.member("width", image.width).member("height", image.height).end_object();
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

template <typename Target>
void write_shared(JsonWriter& json, const Target& target) {
  json.member("id", target.id);
  write_text(json, "title", target.title);
  json.member("link", target.link);
  write_links(json, target.links);
  write_people(json, "authors", target.authors);
  write_people(json, "contributors", target.contributors);
  write_categories(json, target.categories);
  write_text(json, "rights", target.rights);
  write_date(json, "published", target.published);
  write_date(json, "updated", target.updated);
}

void write_metadata(JsonWriter& json, const Metadata& feed) {
  write_shared(json, feed);
  write_text(json, "subtitle", feed.subtitle);
  write_generator(json, feed.generator);
  json.member("icon", feed.icon).member("logo", feed.logo);
}

void write_in_reply_to(JsonWriter& json, const InReplyTo& reply) {
  if (reply.empty()) return;
  json.key("inReplyTo").begin_object().member("ref", reply.ref).member("href", reply.href);
  json.member("type", reply.type).member("source", reply.source).end_object();
}

void write_entry(JsonWriter& json, const Entry& entry, const Feed& feed) {
  json.begin_object();
  write_shared(json, entry);
  json.member("idIsPermaLink", entry.id_is_permalink);
  json.member("originalLink", entry.original_link);
  write_text(json, "summary", entry.summary);
  if (!entry.content.empty()) {
    json.key("content").begin_array();
    for (const Text& content : entry.content) write_text(json, {}, content);
    json.end_array();
  }
  write_publisher(json, entry.publisher);
  write_date(json, "created", entry.created);
  write_date(json, "expired", entry.expired);
  write_enclosures(json, entry.enclosures);
  write_image(json, entry.image);
  json.member("comments", entry.comments).member("commentsFeed", entry.comments_feed);
  json.member("commentCount", entry.comment_count);
  write_in_reply_to(json, entry.in_reply_to);
  json.member("license", entry.license);
  if (entry.source != nullptr) {
    json.key("source").begin_object();
    write_metadata(json, *entry.source);
    json.end_object();
  }
  write_language(json, entry.language, feed.language);
  if (entry.base != feed.base) json.member("base", entry.base);
  write_extensions(json, entry.itunes, entry.media, entry.geo, entry.podcast);
  json.end_object();
}

void write_cloud(JsonWriter& json, const Cloud* cloud) {
  if (cloud == nullptr) return;
  json.key("cloud").begin_object().member("domain", cloud->domain).member("port", cloud->port);
  json.member("path", cloud->path).member("registerProcedure", cloud->register_procedure);
  json.member("protocol", cloud->protocol).end_object();
}

void write_text_input(JsonWriter& json, const TextInput* input) {
  if (input == nullptr) return;
  json.key("textInput").begin_object().member("title", input->title);
  json.member("description", input->description).member("name", input->name);
  json.member("link", input->link).end_object();
}

void write_syndication(JsonWriter& json, const Syndication* syndication) {
  if (syndication == nullptr) return;
  json.key("syndication").begin_object().member("updatePeriod", syndication->period);
  json.member("updateFrequency", syndication->frequency);
  write_date(json, "updateBase", syndication->base);
  json.end_object();
}

}  // namespace

void append_feed_json(std::string& out, const Feed& feed) {
  JsonWriter json(out);
  json.begin_object().member("format", feed.format).member("version", feed.version);
  json.member("encoding", feed.encoding).key("wellFormed").boolean(feed.problems.empty());
  if (!feed.problems.empty()) json.member("error", describe(feed.problems.front()));
  write_metadata(json, feed);
  write_publisher(json, feed.publisher);
  write_image(json, feed.image);
  json.member("license", feed.license);
  write_text(json, "info", feed.info);
  write_date(json, "created", feed.created);
  json.member("docs", feed.docs).member("ttl", feed.ttl);
  write_cloud(json, feed.cloud);
  write_text_input(json, feed.text_input);
  write_syndication(json, feed.syndication);
  write_language(json, feed.language, {});
  json.member("base", feed.base);
  write_extensions(json, feed.itunes, feed.media, feed.geo, feed.podcast);
  json.key("entries").begin_array();
  for (const Entry& entry : feed.entries) write_entry(json, entry, feed);
  json.end_array().end_object();
}

}  // namespace planetarium
