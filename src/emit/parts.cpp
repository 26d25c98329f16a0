#include "emit/parts.hpp"

#include "planetarium/parse.hpp"

namespace planetarium {

void write_language(JsonWriter& json, std::string_view language, std::string_view inherited) {
  if (language.empty() || language == inherited) return;
  json.key("language").string(language == "-" ? std::string_view{} : language);
}

void write_text(JsonWriter& json, std::string_view key, const Text& text, std::string_view place) {
  if (text.empty()) return;
  if (!key.empty()) json.key(key);
  json.begin_object().member("type", text.type);
  if (!text.value.empty()) json.key("value").string(decode_body(text.value, place));
  json.member("src", text.src).member("base", text.base);
  write_language(json, text.language, {});
  json.end_object();
}

void write_person(JsonWriter& json, const Person& person) {
  json.begin_object().member("name", person.name).member("email", person.email);
  json.member("uri", person.uri).member("avatar", person.avatar).end_object();
}

void write_people(JsonWriter& json, std::string_view key, const std::vector<Person>& people) {
  if (people.empty()) return;
  json.key(key).begin_array();
  for (const Person& person : people) write_person(json, person);
  json.end_array();
}

void write_enclosures(JsonWriter& json, const std::vector<Enclosure>& enclosures) {
  if (enclosures.empty()) return;
  json.key("enclosures").begin_array();
  for (const Enclosure& enclosure : enclosures) {
    json.begin_object().member("url", enclosure.url).member("type", enclosure.type);
    if (enclosure.length) json.member("length", *enclosure.length);
    json.member("title", enclosure.title);
    if (enclosure.duration) json.key("duration").number(*enclosure.duration);
    json.end_object();
  }
  json.end_array();
}

void write_problems(JsonWriter& json, const std::vector<Problem>& problems) {
  if (problems.empty()) return;
  json.key("problems").begin_array();
  for (const Problem& problem : problems) {
    json.begin_object().member("reason", word(problem.reason)).member("detail", problem.detail);
    if (problem.line != 0) json.member("line", problem.line).member("column", problem.column);
    json.end_object();
  }
  json.end_array();
}

}  // namespace planetarium
