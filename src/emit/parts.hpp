// The parts that a normalised feed and a planet's view write alike.
#pragma once

#include <string_view>

#include "json/writer.hpp"
#include "planetarium/model.hpp"

namespace planetarium {

/// A body's characters: a view of it, or of `scratch`.
std::string_view characters(const Body& body, std::string& scratch);

/// Left out where it is the inherited one; "-", explicitly unknown, is "".
void write_language(JsonWriter& json, std::string_view language, std::string_view inherited);

/// An empty key: an item of an array.
void write_text(JsonWriter& json, std::string_view key, const Text& text);
void write_person(JsonWriter& json, const Person& person);
void write_people(JsonWriter& json, std::string_view key, const List<Person>& people);
void write_enclosures(JsonWriter& json, const List<Enclosure>& enclosures);
void write_problems(JsonWriter& json, const std::vector<Problem>& problems);

}  // namespace planetarium
