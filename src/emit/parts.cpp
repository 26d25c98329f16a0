#include "emit/parts.hpp"

#include "planetarium/parse.hpp"

namespace planetarium {

std::string_view characters(const Body& body, std::string& scratch) {
  if (body.form == Body::Form::own) return body.raw;
  return scratch = decode_body(body);
}

void write_language(JsonWriter& json, std::string_view language, std::string_view inherited) {
  if (language.empty() || language == inherited) return;
  json.key("language").string(language == "-" ? std::string_view{} : language);
}

void write_text(JsonWriter& json, std::string_view key, const Text& text) {
  if (text.empty()) return;
  if (!key.empty()) json.key(key);
  json.begin_object().member("type", text.type);
  std::string scratch;
  if (!text.value.empty()) json.key("value").string(characters(text.value, scratch));
  json.member("src", text.src).member("base", text.base);
  write_language(json, text.language, {});
  json.end_object();
}

void write_person(JsonWriter& json, const Person& person) {
  json.begin_object().member("name", person.name).member("email", person.email);
  json.member("uri", person.uri).member("avatar", person.avatar).end_object();
}

void write_people(JsonWriter& json, std::string_view key, const List<Person>& people) {
  if (people.empty()) return;
  json.key(key).begin_array();
  for (const Person& person : people) write_person(json, person);
  json.end_array();
}

void write_enclosures(JsonWriter& json, const List<Enclosure>& enclosures) {
  if (enclosures.empty()) return;
  json.key("enclosures").begin_array();
  for (const Enclosure& enclosure : enclosures) {
    json.begin_object().member("url", enclosure.url).member("type", enclosure.type);
    json.member("length", enclosure.length).member("title", enclosure.title);
    json.member("duration", enclosure.duration).end_object();
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
