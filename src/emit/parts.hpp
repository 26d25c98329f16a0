// Pieces of the model as JSON that a normalised feed and a view share.
#pragma once

#include <string_view>
#include <vector>

#include "json/writer.hpp"
#include "planetarium/model.hpp"

namespace planetarium {

/// `place` is where the body lies. Without a key: an element of an array.
void write_text(JsonWriter& json, std::string_view key, const Text& text, std::string_view place);
/// A language of the model: "-" is xml:lang="", which is written as "".
void write_language(JsonWriter& json, std::string_view language, std::string_view inherited);
void write_person(JsonWriter& json, const Person& person);
void write_people(JsonWriter& json, std::string_view key, const std::vector<Person>& people);
void write_enclosures(JsonWriter& json, const std::vector<Enclosure>& enclosures);
void write_problems(JsonWriter& json, const std::vector<Problem>& problems);

}  // namespace planetarium
