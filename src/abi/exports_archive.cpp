// The C ABI of the archive.
#include <algorithm>
#include <utility>

#include "abi/lines.hpp"
#include "abi/planet.hpp"
#include "abi/result.hpp"
#include "json/writer.hpp"

using namespace planetarium;  // the exports are C's and stand in no namespace

namespace {

void write_place(JsonWriter& json, std::string_view bytes) {
  json.member("address", uint64_t{reinterpret_cast<uintptr_t>(bytes.data())});
  json.member("size", bytes.size());
}

bool holds(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

int32_t planetarium_save(planetarium_planet* planet, const uint8_t* request, size_t size) {
  Lines lines(view_of(request, size), Reason::bad_query);
  const int64_t now = lines.seconds("now");
  const uint64_t newest = lines.count("newest", 0);
  if (lines.failed()) return fail(lines.error());
  if (newest != 0) planet->planet.keep_newest(newest, now);
  std::vector<std::string> stored;
  for (const Lines::Line& line : lines.all()) {
    if (line.key == "stored") stored.push_back(line.value);
  }
  planet->head = {};
  planet->head = planet->archive.save(planet->planet, now);
  result().clear();
  JsonWriter json(result());
  json.begin_object().key("head").begin_object();
  write_place(json, planet->head);
  json.end_object().key("segments").begin_array();
  for (const Segment& segment : planet->archive.segments()) {
    const std::string name = name_of(segment.checksum);
    json.begin_object().member("name", name);
    if (!holds(stored, name)) write_place(json, segment.view());
    json.end_object();
    std::erase(stored, name);
  }
  json.end_array().key("obsolete").begin_array();
  for (const std::string& name : stored) json.string(name);
  json.end_array().end_object();
  return 0;
}

int32_t planetarium_load(planetarium_planet* planet, const uint8_t* head, size_t size) {
  const auto loaded = planet->archive.load(planet->planet, view_of(head, size));
  if (!loaded) return fail(loaded.error());
  result().clear();
  JsonWriter json(result());
  json.begin_object().member("entries", loaded->entries).key("feeds").begin_array();
  for (const FeedSlot& slot : planet->planet.feeds()) {
    json.begin_object().member("feed", slot.subscription.nick).member("held", slot.held.size());
    json.member("memo", slot.state.memo).end_object();
  }
  json.end_array().key("segments").begin_array();
  for (const Segment& segment : planet->archive.segments()) {
    if (!segment.bytes) json.string(name_of(segment.checksum));
  }
  json.end_array().end_object();
  return 0;
}

int32_t planetarium_load_segment(planetarium_planet* planet, const uint8_t* name, size_t name_size,
                                 uint8_t* bytes, size_t size) {
  const auto taken =
      planet->archive.load_segment(planet->planet, view_of(name, name_size),
                                   AllocatedBytes(reinterpret_cast<char*>(bytes)), size);
  if (!taken) return fail(taken.error());
  result().clear();
  JsonWriter(result()).begin_object().member("bodies", *taken).end_object();
  return 0;
}
