// A Feed as the normalised JSON that `parse` answers with. A key with nothing to say is left out.
#pragma once

#include <string>
#include <string_view>

#include "json/writer.hpp"
#include "planetarium/model.hpp"

namespace planetarium {

/// `place` is where the feed's bodies lie: the document it was parsed from.
void append_feed_json(std::string& out, const Feed& feed, std::string_view place);

// Shared with the planet's view.
void write_text(JsonWriter& json, std::string_view key, const Text& text, std::string_view place);
void write_person(JsonWriter& json, const Person& person);
void write_people(JsonWriter& json, std::string_view key, const std::vector<Person>& people);
void write_enclosures(JsonWriter& json, const std::vector<Enclosure>& enclosures);
void write_problems(JsonWriter& json, const std::vector<Problem>& problems);

}  // namespace planetarium
