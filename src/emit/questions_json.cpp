#include "emit/questions_json.hpp"

#include "json/writer.hpp"
#include "planet/texts.hpp"
#include "text/utf8.hpp"

namespace planetarium {

namespace {

// A pattern that takes long takes long on this much, not on a book.
constexpr size_t longest_text = 64 * 1024;

std::string names_of(const Planet& planet, const Held& held) {
  std::string names;
  const auto& own = held.entry.authors;
  for (const Person& person : own.empty() ? planet.feeds()[held.feed].feed.authors : own)
    names.append(names.empty() ? "" : ", ").append(person.name);
  return names;
}

}  // namespace

void append_questions_json(std::string& out, const Planet& planet,
                           const std::vector<Planet::Question>& questions) {
  JsonWriter json(out);
  json.begin_array();
  for (const auto& [entry, patterns] : questions) {
    const Held& held = planet.held(entry);
    json.begin_object().member("entry",
                               std::to_string(entry.feed) + ":" + std::to_string(entry.index));
    json.key("patterns").begin_array();
    for (uint64_t bits = patterns; bits != 0; bits &= bits - 1)
      json.number(static_cast<uint64_t>(__builtin_ctzll(bits)));
    json.end_array();
    json.member("title", beginning(plain_of(held.entry.title), longest_text));
    json.member("content", beginning(plain_of(shown_text(held.entry)), longest_text));
    json.member("author", beginning(names_of(planet, held), longest_text));
    json.member("link", held.entry.link).end_object();
  }
  json.end_array();
}

}  // namespace planetarium
