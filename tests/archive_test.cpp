// What a planet holds, saved and loaded again: nothing is lost, and bytes that are not what was
// saved cost no more than what they held.
#include "planetarium/archive.hpp"

#include <cstring>
#include <map>
#include <random>

#include "emit/view_json.hpp"
#include "planetarium/parse.hpp"
#include "support/builders.hpp"

using namespace planetarium;
using namespace planetarium::test;

namespace {

using Ids = std::vector<std::string>;

AllocatedBytes copy_of_bytes(std::string_view bytes) {
  AllocatedBytes copy(static_cast<char*>(std::malloc(bytes.size())));
  std::memcpy(copy.get(), bytes.data(), bytes.size());
  return copy;
}

// A planet and the archive its bodies lie in.
struct Kept {
  explicit Kept(Config config) : planet(std::move(config)) {}
  Archive archive{};
  Planet planet;
};

// What a page writes: the last head, and every segment once.
struct Store {
  std::string head{};
  std::map<std::string, std::string> segments{};
  size_t written = 0;  // bytes of segments

  void save(Kept& kept, int64_t now = seconds("2010-01-01T00:00:00Z")) {
    head = kept.archive.save(kept.planet, now);
    std::map<std::string, std::string> named;
    for (const Segment& segment : kept.archive.segments()) {
      const std::string name = name_of(segment.checksum);
      const auto known = segments.find(name);
      if (known == segments.end()) written += segment.size;
      named[name] = known == segments.end() ? std::string(segment.view()) : known->second;
    }
    segments = std::move(named);
  }
  size_t bytes() const {
    size_t sum = 0;
    for (const auto& [name, bytes] : segments) sum += bytes.size();
    return sum;
  }
  void load_head(Kept& kept) const {
    const auto loaded = kept.archive.load(kept.planet, head);
    REQUIRE_MESSAGE(static_cast<bool>(loaded), loaded.error().detail);
  }
  void load_segments(Kept& kept) const {
    for (const auto& [name, bytes] : segments) {
      const auto taken =
          kept.archive.load_segment(kept.planet, name, copy_of_bytes(bytes), bytes.size());
      REQUIRE_MESSAGE(static_cast<bool>(taken), taken.error().detail);
    }
  }
  std::unique_ptr<Kept> load(const Config& config) const {
    auto kept = std::make_unique<Kept>(config);
    load_head(*kept);
    load_segments(*kept);
    return kept;
  }
};

std::string json_of(Planet& planet, Query query = {}) {
  query.size = 1000;
  std::string out;
  append_view_json(out, planet, view_of(planet, query));
  return out;
}

Entry long_entry(const std::string& id, std::string_view published = {}, size_t size = 3000) {
  Entry made = entry(id, published);
  made.content = list_of(
      {html("<p>" + id + std::string(size, static_cast<char>('a' + id.size() % 26)) + "</p>")});
  return made;
}

// More entries than keep their bodies in the head.
std::vector<Entry> many(int count, size_t size = 3000, const std::string& prefix = "") {
  std::vector<Entry> all;
  for (int i = 0; i < count; ++i)
    all.push_back(long_entry(
        prefix + std::to_string(i),
        "2008-06-" + std::string(i % 28 < 9 ? "0" : "") + std::to_string(i % 28 + 1), size));
  return all;
}

Kept& add(Kept& kept, std::vector<Entry> entries, std::string_view received = "2008-07-01",
          uint32_t feed = 0) {
  kept.planet.add(feed, feed_of(kept.planet.feeds()[feed].subscription.nick, std::move(entries)),
                  seconds(received));
  return kept;
}

std::string body_of(const Held& held) { return decode_body(held.entry.content.front().value); }

}  // namespace

TEST_CASE("archive: a planet that is saved and loaded answers as before") {
  const Config config = config_of({"ada", "ben"});
  Kept kept(config);
  Entry odd = long_entry("odd", "2008-06-21T23:30:00-06:00");
  odd.summary = html(std::string(500, 's'));
  odd.authors = list_of<Person>({{.name = "Ada", .email = "ada@example.org"}});
  odd.categories = list_of<Category>({{.term = "Sea"}, {.term = "Xen", .label = "XEN"}});
  odd.enclosures = list_of<Enclosure>(
      {{.url = "https://a.example/1.mp3", .type = "audio/mpeg", .length = 5, .duration = 1.5}});
  odd.comment_count = 0;
  add(kept, {odd, entry("plain"), long_entry("undated")});
  add(kept, many(60), "2008-07-02", 1);
  kept.planet.set_state(1, {.kind = "failed",
                            .status = 404,
                            .reason = "upstream_status",
                            .since = "2008-07-03T00:00:00Z",
                            .memo = "{\"etag\":\"x\"}"});
  const std::string before = json_of(kept.planet);
  Store store;
  store.save(kept);
  CHECK((json_of(kept.planet) == before));
  CHECK(store.segments.size() == 1);
  const auto loaded = store.load(config);
  CHECK((json_of(loaded->planet) == before));
  CHECK(loaded->planet.feeds()[1].state.memo == "{\"etag\":\"x\"}");
  for (const Query& query : {Query{.tag = "xen"}, Query{.author = "ADA"}, Query{.feed = "ben"}})
    CHECK((json_of(loaded->planet, query) == json_of(kept.planet, query)));
}

TEST_CASE("archive: with the head alone everything is there but the bodies of older entries") {
  const Config config = config_of({"ada"});
  Kept kept(config);
  add(kept, many(60));
  Store store;
  store.save(kept);
  Kept loaded(config);
  store.load_head(loaded);
  CHECK(shown(loaded.planet) == shown(kept.planet));
  const auto& merged = loaded.planet.merged(Order::published, seconds("2010-01-01T00:00:00Z"));
  CHECK(!body_of(loaded.planet.held(merged[0].winner)).empty());
  CHECK(!body_of(loaded.planet.held(merged[39].winner)).empty());
  CHECK(body_of(loaded.planet.held(merged[40].winner)).empty());
  const std::string view = json_of(loaded.planet);
  CHECK(view.ends_with(",\"missing\":[\"" + store.segments.begin()->first + "\"]}"));
  CHECK(view.find("\"content\":{\"type\":\"html\",\"missing\":true,") != view.npos);
  store.load_segments(loaded);
  CHECK((json_of(loaded.planet) == json_of(kept.planet)));
}

TEST_CASE("archive: a saved body stays in its segment, and the next save writes only what is new") {
  const Config config = config_of({"ada"});
  Kept kept(config);
  add(kept, many(100));
  Store store;
  store.save(kept);
  const auto first = store.segments;
  const size_t written = store.written;
  store.save(kept);
  CHECK(store.segments == first);
  CHECK(store.written == written);
  add(kept, many(50, 3000, "new"), "2008-07-02");
  store.save(kept);
  REQUIRE(first.size() == 1);
  CHECK(store.segments.contains(first.begin()->first));
  CHECK(store.written - written < 60 * 3100);
  CHECK((json_of(store.load(config)->planet) == json_of(kept.planet)));
}

TEST_CASE("archive: what is dead in it is at most a third of what lives") {
  const Config config = config_of({"ada"});
  Kept kept(config);
  Store store;
  std::mt19937 random(7);
  for (int round = 0; round < 60; ++round) {
    std::vector<Entry> entries = many(300, 2000);
    for (Entry& one : entries) {
      if (random() % 10 == 0)
        one.content = list_of({html(std::string(2000, static_cast<char>('a' + round % 26)))});
    }
    add(kept, entries);
    store.save(kept);
    size_t live = 0;
    for (const Segment& segment : kept.archive.segments()) live += segment.live;
    REQUIRE(live > 250 * 2000);
    REQUIRE(store.bytes() <= live * 1.35);
    REQUIRE(kept.planet.entry_bytes() < 300 * 1000);  // the bodies have left it
  }
  CHECK(store.segments.size() < 12);
  CHECK((json_of(store.load(config)->planet) == json_of(kept.planet)));
}

TEST_CASE("archive: many small segments become few") {
  Kept kept(config_of({"ada"}));
  Store store;
  for (int round = 0; round < 100; ++round) {
    add(kept, many(10, 3000, std::to_string(round) + "x"));
    store.save(kept);
    REQUIRE(store.segments.size() <= 11);
  }
  CHECK(store.written < store.bytes() * 6);
}

TEST_CASE("archive: a planet that is saved and loaded at any moment is one that lived on") {
  const Config config = config_of({"ada", "ben", "cy"});
  for (uint32_t seed = 1; seed <= 60; ++seed) {
    CAPTURE(seed);
    std::mt19937 random(seed);
    Kept living(config);
    auto other = std::make_unique<Kept>(config);
    Store store;
    for (int step = 0; step < 12; ++step) {
      const uint32_t feed = random() % 3;
      std::vector<Entry> entries;
      for (int i = static_cast<int>(random() % 30); i > 0; --i) {
        Entry made = long_entry(std::to_string(random() % 60) + (random() % 4 ? "" : "?"),
                                random() % 3 ? "2008-06-0" + std::to_string(random() % 9 + 1) : "",
                                random() % 400);
        if (random() % 5 == 0) made.id = {};
        if (random() % 7 == 0) made.link = {};
        if (random() % 3 == 0) made.categories = list_of<Category>({{.term = "Sea"}});
        if (random() % 3 == 0) made.updated = at("2008-07-01");
        if (random() % 6 == 0) made.title = plain("One title");
        if (random() % 6 == 0) made.content = list_of({html(std::string(200, 'x'))});
        entries.push_back(made);
      }
      const Feed answer = feed_of(config.feeds[feed].nick, entries);
      const int64_t received = seconds("2008-07-01") + step * 3600;
      const Added added = living.planet.add(feed, copy_of(answer), received);
      const Added again = other->planet.add(feed, copy_of(answer), received);
      CHECK(added.added == again.added);
      CHECK(added.updated == again.updated);
      if (random() % 3 == 0) store.save(*other);
      if (random() % 3 == 0) {
        store.save(*other);
        other = store.load(config);
      }
      REQUIRE((json_of(other->planet) == json_of(living.planet)));
    }
  }
}

TEST_CASE("archive: a feed that comes while its bodies are away changes nothing, and brings them") {
  const Config config = config_of({"ada"});
  Kept kept(config);
  add(kept, many(60));
  Store store;
  store.save(kept);
  Kept loaded(config);
  store.load_head(loaded);
  const Added added = loaded.planet.add(0, feed_of("ada", many(60)), seconds("2009-01-01"));
  CHECK(added.added == 0);
  CHECK(added.updated == 0);
  CHECK((json_of(loaded.planet) == json_of(kept.planet)));
  store.load_segments(loaded);
  CHECK((json_of(loaded.planet) == json_of(kept.planet)));
}

TEST_CASE("archive: a head that is cut or changed anywhere is refused, and nothing has changed") {
  const Config config = config_of({"ada"});
  Kept kept(config);
  add(kept, {long_entry("a", "2008-06-01"), entry("b")});
  Store store;
  store.save(kept);
  Kept loaded(config);
  const std::string empty = json_of(loaded.planet);
  const auto refuses = [&](std::string_view head) {
    const auto result = loaded.archive.load(loaded.planet, std::string(head));
    return !result && result.error().reason == Reason::damaged_archive &&
           json_of(loaded.planet) == empty && loaded.archive.segments().empty();
  };
  for (size_t size = 0; size < store.head.size(); ++size)
    REQUIRE(refuses(std::string_view(store.head).substr(0, size)));
  for (size_t at = 0; at < store.head.size(); ++at) {
    std::string flipped = store.head;
    flipped[at] = static_cast<char>(flipped[at] ^ (1 << at % 8));
    CAPTURE(at);
    REQUIRE(refuses(flipped));
  }
  CHECK(refuses(store.head + "x"));
  std::string newer = store.head;
  newer[4] = 2;
  const auto result = loaded.archive.load(loaded.planet, newer);
  CHECK(result.error().detail == "the archive's head: its checksum does not fit");
}

TEST_CASE("archive: a segment that is cut or changed costs the bodies that are no longer whole") {
  const Config config = config_of({"ada"});
  Kept kept(config);
  add(kept, many(43, 150));
  Store store;
  store.save(kept);
  REQUIRE(store.segments.size() == 1);
  const auto& [name, bytes] = *store.segments.begin();
  const std::string whole = json_of(kept.planet);
  const auto load = [&](std::string_view damaged) {
    auto loaded = std::make_unique<Kept>(config);
    store.load_head(*loaded);
    const auto result =
        loaded->archive.load_segment(loaded->planet, name, copy_of_bytes(damaged), damaged.size());
    CHECK(!result);
    CHECK(result.error().reason == Reason::damaged_archive);
    return loaded;
  };
  const auto bodies_of = [&](Planet& planet) {
    int count = 0;
    for (const Held& held : planet.feeds()[0].held) count += !body_of(held).empty();
    return count;
  };
  int before = 40;
  for (size_t at = 0; at < bytes.size(); ++at) {
    const auto cut = load(std::string_view(bytes).substr(0, at));
    const int of_cut = bodies_of(cut->planet);
    CHECK((of_cut == before || (of_cut == before + 1 && before < 42)));
    before = of_cut;
    std::string flipped = bytes;
    flipped[at] = static_cast<char>(flipped[at] ^ (1 << at % 8));
    const auto changed = load(flipped);
    const int left = bodies_of(changed->planet);
    CHECK((left == 42 || left == 43));
    CHECK(shown(changed->planet) == shown(kept.planet));
    if (at % 50 != 0) continue;
    // What is left is saved and loaded as well as anything; its feed heals it.
    Store second;
    second.save(*changed);
    const auto again = second.load(config);
    CHECK((json_of(again->planet) == json_of(changed->planet)));
    again->planet.add(0, feed_of("ada", many(43, 150)), seconds("2009-01-01"));
    CHECK((json_of(again->planet) == whole));
  }
  CHECK(before == 42);
}

TEST_CASE("archive: a segment that is not there costs its bodies alone") {
  const Config config = config_of({"ada"});
  Kept kept(config);
  add(kept, many(60));
  Store store;
  store.save(kept);
  kept.planet.set_state(0, {.kind = "ok", .memo = "what was read last"});
  store.save(kept);
  Kept loaded(config);
  store.load_head(loaded);
  REQUIRE(loaded.planet.feeds()[0].state.memo == "what was read last");
  const std::string name = store.segments.begin()->first;
  const auto lost = loaded.archive.load_segment(loaded.planet, name, {}, 0);
  CHECK(lost.error().detail == "the archive's segment " + name + ": it is not there");
  CHECK(shown(loaded.planet) == shown(kept.planet));
  CHECK(loaded.planet.feeds()[0].state.memo.empty());  // else that answer would be passed over
  CHECK(!loaded.archive.load_segment(loaded.planet, "no such name", {}, 0));
}

TEST_CASE("archive: feeds that the planet no longer has are forgotten, new ones are empty") {
  Kept kept(config_of({"ada", "ben"}));
  add(kept, many(60));
  add(kept, many(5, 3000, "ben"), "2008-07-01", 1);
  Store store;
  store.save(kept);
  Kept loaded(config_of({"cy", "ben"}));
  store.load_head(loaded);
  store.load_segments(loaded);
  CHECK(shown(loaded.planet).size() == 5);
  CHECK(loaded.planet.feeds()[1].held.size() == 5);
  store.save(loaded);
  CHECK(store.bytes() < 5 * 3100);
}

TEST_CASE("archive: a feed is found by its URL though its nick is another's by now") {
  Config config = config_of({"ada", "ben"});
  Kept kept(config);
  add(kept, {entry("a")});
  add(kept, {entry("b")}, "2008-07-01", 1);
  Store store;
  store.save(kept);
  std::swap(config.feeds[0].nick, config.feeds[1].nick);
  const auto swapped = store.load(config);
  CHECK(shown(swapped->planet, {.feed = "ben"}) == Ids{"urn:a"});
  config.feeds[0].url = "https://moved.example/feed";
  config.feeds[1].nick = "cy";
  const auto moved = store.load(config);
  CHECK(shown(moved->planet, {.feed = "cy"}) == Ids{"urn:b"});
  CHECK(shown(moved->planet, {.feed = "ben"}).empty());
  config.feeds[0].nick = "ada";  // made of the host, it may be another's by now
  CHECK(shown(store.load(config)->planet, {.feed = "ada"}).empty());
  config.feeds[0].own_nick = true;
  CHECK(shown(store.load(config)->planet, {.feed = "ada"}) == Ids{"urn:a"});
}
