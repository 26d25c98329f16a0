#include "emit/subscriptions_json.hpp"

#include "dates/dates.hpp"
#include "emit/parts.hpp"

namespace planetarium {

namespace {

void write_date(JsonWriter& json, std::string_view key, const std::optional<Timestamp>& date) {
  if (date) json.member(key, format_rfc3339(*date));
}

void write_listed(JsonWriter& json, const Listed& one) {
  json.begin_object().member("url", one.url).member("name", one.name).member("link", one.link);
  json.member("description", one.description).member("language", one.language);
  json.member("version", one.version);
  if (!one.tags.empty()) {
    json.key("tags").begin_array();
    for (const std::string_view tag : one.tags) json.string(tag);
    json.end_array();
  }
  json.end_object();
}

void write_all(JsonWriter& json, std::string_view key, const std::vector<Listed>& all) {
  json.key(key).begin_array();
  for (const Listed& one : all) write_listed(json, one);
  json.end_array();
}

}  // namespace

void append_subscriptions_json(std::string& out, const Subscriptions& list) {
  JsonWriter json(out);
  json.begin_object().member("encoding", list.encoding).member("title", list.title);
  if (!list.owner.empty()) {
    json.key("owner");
    write_person(json, list.owner);
  }
  write_date(json, "created", list.created);
  write_date(json, "modified", list.modified);
  write_all(json, "feeds", list.feeds);
  write_all(json, "lists", list.lists);
  write_problems(json, list.problems);
  json.end_object();
}

}  // namespace planetarium
