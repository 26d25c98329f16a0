// What a query shows of a planet: filters, pages, days and runs, the cloud, the people.
#include "planetarium/query.hpp"

#include "query/cloud.hpp"
#include "support/builders.hpp"
#include "text/fold.hpp"

using namespace planetarium;
using namespace planetarium::test;

namespace {

using Ids = std::vector<std::string>;

Entry tagged(const std::string& id, std::string_view published, const Ids& tags,
             std::string_view author = {}) {
  Entry made = entry(id, published);
  for (const std::string& tag : tags) made.categories.push(test_arena(), {.term = kept(tag)});
  if (!author.empty()) made.authors.push(test_arena(), {.name = kept(author)});
  return made;
}

// Two weblogs, one post in both.
Planet harbour() {
  const Entry shared = tagged("shared", "2008-06-03", {"Sea"}, "Ada");
  return planet_of(config_of({"ada", "ben"}),
                   feeds(feed_of("ada", {tagged("a1", "2008-06-01", {"sea", "Tides"}, "Ada"),
                                         tagged("a2", "2008-06-05", {"Nets"}, "Cy"), shared}),
                         feed_of("ben", {tagged("b1", "2008-06-02", {"SEA"}, "Ben"), shared})));
}

// "2008-06-21: ada/Ada 0-2, ben/ 2-3"
Ids days_of(const Planet& planet, const View& view) {
  Ids out;
  for (const DayView& day : view.days) {
    std::string line = day.date + ":";
    for (const RunView& run : day.runs) {
      line += " " + planet.feeds()[run.feed].subscription.nick + "/" + run.author + " " +
              std::to_string(run.begin) + "-" + std::to_string(run.end);
    }
    out.push_back(line);
  }
  return out;
}

// "Sea 3 (5)"
Ids cloud_of(const Planet& planet, const View& view) {
  Ids out;
  for (const CloudTag& tag : view.cloud) {
    out.push_back(std::string(planet.tag_label(tag.tag)) + " " + std::to_string(tag.count) + " (" +
                  std::to_string(tag.weight) + ")");
  }
  return out;
}

Ids counts_of(const View& view) {
  Ids out;
  for (const PersonView& person : view.people) out.push_back(std::to_string(person.count));
  return out;
}

}  // namespace

TEST_CASE("query: without a filter everything is shown") {
  Planet planet = harbour();
  CHECK(shown(planet) == Ids{"urn:a2", "urn:shared", "urn:b1", "urn:a1"});
  CHECK(view_of(planet).newest == at("2008-06-05"));
}

TEST_CASE("query: a feed shows what it published, also where another feed's copy won") {
  Planet planet = harbour();
  CHECK(shown(planet, {.feed = "ada"}) == Ids{"urn:a2", "urn:shared", "urn:a1"});
  CHECK(shown(planet, {.feed = "ben"}) == Ids{"urn:shared", "urn:b1"});
  const auto unknown = run_query(planet, {.feed = "nobody"});
  CHECK_FALSE(static_cast<bool>(unknown));
  CHECK(unknown.error() == Error{.reason = Reason::unknown_feed, .detail = "nobody"});
}

TEST_CASE("query: tags and authors are found in any case, unknown ones show nothing") {
  Planet planet = harbour();
  CHECK(shown(planet, {.tag = " sEa "}) == Ids{"urn:shared", "urn:b1", "urn:a1"});
  CHECK(shown(planet, {.tag = "unknown"}).empty());
  CHECK(shown(planet, {.author = "ADA"}) == Ids{"urn:shared", "urn:a1"});
  CHECK(shown(planet, {.author = "Dee"}).empty());
  CHECK(planet.tags().find("unknown") == 0);  // asking does not make it
}

TEST_CASE("query: an entry without authors has its feed's") {
  Feed feed = feed_of("ada", {entry("a"), tagged("b", "2008-06-01", {}, "Ben")});
  feed.authors = list_of<Person>({{.name = "Ada"}});
  Planet planet = planet_of(config_of({"ada"}), feeds(std::move(feed)));
  CHECK(shown(planet, {.author = "ada"}) == Ids{"urn:a"});
}

TEST_CASE("query: since is inclusive, until is not") {
  Planet planet = harbour();
  CHECK(shown(planet, {.since = seconds("2008-06-02"), .until = seconds("2008-06-05")}) ==
        Ids{"urn:shared", "urn:b1"});
  CHECK(shown(planet, {.since = seconds("2008-06-06")}).empty());
}

TEST_CASE("query: one entry is found by its key, filters combine") {
  Planet planet = harbour();
  const uint64_t key = planet.held({.feed = 1, .index = 0}).key;
  CHECK(shown(planet, {.entry = key}) == Ids{"urn:b1"});
  CHECK(shown(planet, {.entry = key + 1}).empty());
  CHECK(shown(planet, {.feed = "ada", .entry = key}).empty());
  CHECK(shown(planet, {.feed = "ada",
                       .tag = "sea",
                       .author = "ada",
                       .since = seconds("2008-06-02"),
                       .ascending = true}) == Ids{"urn:shared"});
}

TEST_CASE("query: pages are cut from the order, and clamped to those there are") {
  std::vector<Entry> entries;
  for (int i = 1; i <= 9; ++i)
    entries.push_back(entry(std::to_string(i), "2008-06-0" + std::to_string(i)));
  Planet planet = planet_of(entries);
  const struct {
    size_t page, size;
    size_t shown_page, pages, shown_size;
    Ids ids;
  } rows[] = {
      {1, 4, 1, 3, 4, {"urn:9", "urn:8", "urn:7", "urn:6"}},
      {3, 4, 3, 3, 4, {"urn:1"}},
      {4, 4, 3, 3, 4, {"urn:1"}},
      {0, 4, 1, 3, 4, {"urn:9", "urn:8", "urn:7", "urn:6"}},
      {SIZE_MAX, 3, 3, 3, 3, {"urn:3", "urn:2", "urn:1"}},
      {9, 1, 9, 9, 1, {"urn:1"}},
      {2,
       9,
       1,
       1,
       9,
       {"urn:9", "urn:8", "urn:7", "urn:6", "urn:5", "urn:4", "urn:3", "urn:2", "urn:1"}},
      {1,
       0,
       1,
       1,
       20,
       {"urn:9", "urn:8", "urn:7", "urn:6", "urn:5", "urn:4", "urn:3", "urn:2", "urn:1"}},
      {1,
       SIZE_MAX,
       1,
       1,
       1000,
       {"urn:9", "urn:8", "urn:7", "urn:6", "urn:5", "urn:4", "urn:3", "urn:2", "urn:1"}},
  };
  for (const auto& row : rows) {
    CAPTURE(row.page);
    CAPTURE(row.size);
    const Query query{.page = row.page, .size = row.size};
    const View view = view_of(planet, query);
    CHECK(view.total == 9);
    CHECK(view.page == row.shown_page);
    CHECK(view.pages == row.pages);
    CHECK(view.size == row.shown_size);
    CHECK(shown(planet, query) == row.ids);
  }
  const View none = view_of(planet, {.tag = "unknown", .page = 5});
  CHECK(none.total == 0);
  CHECK(none.page == 1);
  CHECK(none.pages == 1);
  CHECK(none.days.empty());
}

TEST_CASE("days: an entry belongs to the day its publisher wrote, not the day in UTC") {
  Planet planet = planet_of(
      {entry("late", "2008-06-21T23:30:00-06:00"), entry("early", "2008-06-22T00:30:00+02:00")});
  const View view = view_of(planet);
  CHECK(view.local == Ids{"2008-06-21T23:30", "2008-06-22T00:30"});
  CHECK(days_of(planet, view) == Ids{"2008-06-21: ada/ 0-1", "2008-06-22: ada/ 1-2"});
}

TEST_CASE("days: in a zone, clocks stand as its table says, before its first row as in it") {
  Planet planet = planet_of({entry("summer", "2008-06-21T23:30:00Z"),
                             entry("winter", "2008-01-01T23:30:00-06:00"),
                             entry("first", "1990-01-01T00:30:00Z")});
  const std::vector<ZoneChange> berlin = {
      {.from = seconds("2007-10-28T01:00:00Z"), .offset_minutes = 60},
      {.from = seconds("2008-03-30T01:00:00Z"), .offset_minutes = 120}};
  CHECK(view_of(planet, {.zone = berlin}).local ==
        Ids{"2008-06-22T01:30", "2008-01-02T06:30", "1990-01-01T01:30"});
  CHECK(view_of(planet, {.zone = {{.from = 0, .offset_minutes = -210}}}).local[0] ==
        "2008-06-21T20:00");
}

TEST_CASE("days: the moment of a change belongs to the new offset") {
  Planet planet =
      planet_of({entry("a", "2008-03-30T01:00:00Z"), entry("b", "2008-03-30T00:59:59Z")});
  const std::vector<ZoneChange> zone = {
      {.from = 0, .offset_minutes = 60},
      {.from = seconds("2008-03-30T01:00:00Z"), .offset_minutes = 120}};
  CHECK(view_of(planet, {.zone = zone}).local == Ids{"2008-03-30T03:00", "2008-03-30T01:59"});
}

TEST_CASE("days: a day has one heading, though offsets cross") {
  // Newest first by the instant; by the clock on their walls they alternate between two days.
  Planet planet =
      planet_of({entry("a", "2008-06-22T00:40:00+00:00"), entry("b", "2008-06-21T18:30:00-06:00"),
                 entry("c", "2008-06-22T00:20:00+00:00"), entry("d", "2008-06-21T18:10:00-06:00")});
  const View view = view_of(planet);
  CHECK(days_of(planet, view) == Ids{"2008-06-22: ada/ 0-2", "2008-06-21: ada/ 2-4"});
  CHECK(shown(planet) == Ids{"urn:a", "urn:c", "urn:b", "urn:d"});
  CHECK(view.local ==
        Ids{"2008-06-22T00:40", "2008-06-22T00:20", "2008-06-21T18:30", "2008-06-21T18:10"});
}

TEST_CASE("days: posts of one author of one feed stand in one run") {
  Planet planet = planet_of(config_of({"ada", "ben"}),
                            feeds(feed_of("ada", {tagged("1", "2008-06-01T09:00:00Z", {}, "Ada"),
                                                  tagged("2", "2008-06-01T08:00:00Z", {}),
                                                  tagged("3", "2008-06-01T07:00:00Z", {}, "Ada"),
                                                  tagged("4", "2008-06-01T06:00:00Z", {}, "Cy"),
                                                  tagged("6", "2008-06-01T04:00:00Z", {}, "Cy"),
                                                  tagged("7", "2008-05-31T04:00:00Z", {}, "Cy")}),
                                  feed_of("ben", {tagged("5", "2008-06-01T05:00:00Z", {}, "Cy")})));
  CHECK(days_of(planet, view_of(planet)) ==
        Ids{"2008-06-01: ada/Ada 0-3 ada/Cy 3-4 ben/Cy 4-5 ada/Cy 5-6", "2008-05-31: ada/Cy 6-7"});
}

TEST_CASE("cloud: Feedjack's weights") {
  const struct {
    size_t highest;
    std::vector<size_t> last_count_of_weight;  // 1 to 4
  } rows[] = {
      {20, {1, 4, 7, 10}}, {100, {1, 20, 39, 58}}, {10, {1, 2, 3, 4}},
      {6, {1, 2, 3, 4}},   {11, {1, 3, 5, 7}},
  };
  for (const auto& row : rows) {
    CAPTURE(row.highest);
    for (size_t count = 1; count <= row.highest; ++count) {
      int weight = 1;
      for (const size_t last : row.last_count_of_weight) weight += count > last;
      CAPTURE(count);
      CHECK(cloud_weight(count, row.highest) == weight);
    }
  }
  for (size_t highest = 1; highest <= 5; ++highest) {
    CHECK(cloud_weight(1, highest) == 1);
    for (size_t count = 2; count <= highest; ++count) CHECK(cloud_weight(count, highest) == 5);
  }
}

TEST_CASE("cloud: the tags of what is shown, by name, labelled as the oldest entry wrote them") {
  Planet planet = harbour();
  CHECK(cloud_of(planet, view_of(planet)) == Ids{"Nets 1 (1)", "sea 3 (5)", "Tides 1 (1)"});
  CHECK(cloud_of(planet, view_of(planet, {.tag = "tides"})) == Ids{"sea 1 (1)", "Tides 1 (1)"});
  CHECK(cloud_of(planet, view_of(planet, {.feed = "ben"})) == Ids{"sea 2 (5)"});
  CHECK(cloud_of(planet, view_of(planet, {.size = 1})) == cloud_of(planet, view_of(planet)));
  planet.add(1, feed_of("ben", {tagged("b0", "2008-01-01", {"SeA"})}), 1);
  CHECK(cloud_of(planet, view_of(planet))[1] == "SeA 4 (5)");
}

TEST_CASE("cloud: of very many tags the hundred most frequent are left") {
  std::vector<Entry> entries;
  for (int i = 0; i < 150; ++i) {
    for (int n = 0; n <= (i < 50 ? 1 : 0); ++n) {
      entries.push_back(tagged(std::to_string(i) + "." + std::to_string(n), "2008-06-01",
                               {"t" + std::to_string(1000 + i)}));
    }
  }
  Planet planet = planet_of(entries);
  const View view = view_of(planet);
  REQUIRE(view.cloud.size() == 100);
  CHECK(planet.tag_name(view.cloud.front().tag) == "t1000");
  CHECK(planet.tag_name(view.cloud.back().tag) == "t1099");
  CHECK(view.cloud.front().count == 2);
}

TEST_CASE("people: each feed counts what it has a copy of, whoever's is shown") {
  Planet planet = harbour();
  CHECK(counts_of(view_of(planet)) == Ids{"3", "2"});
  // the filter counts, feed and author aside
  CHECK(counts_of(view_of(planet, {.tag = "sea"})) == Ids{"2", "2"});
  CHECK(counts_of(view_of(planet, {.feed = "ben"})) == Ids{"3", "2"});
  CHECK(counts_of(view_of(planet, {.author = "ben"})) == Ids{"3", "2"});
  CHECK(counts_of(view_of(planet, {.since = seconds("2008-06-04")})) == Ids{"1", "0"});
  const View view = view_of(planet);
  CHECK(view.people[0].newest == at("2008-06-05"));
  CHECK(view.people[1].newest == at("2008-06-03"));
  CHECK_FALSE(view_of(planet, {.tag = "nets"}).people[1].newest.has_value());
}

TEST_CASE("people: a feed counts an entry once, however many copies it has of it") {
  std::vector<Entry> copies;
  for (int i = 0; i < 5; ++i) {
    copies.push_back(entry(std::to_string(i), "2008-06-01"));
    copies.back().link = "https://p.example/same";
  }
  Planet planet =
      planet_of(config_of({"ada", "ben"}), feeds(feed_of("ada", copies), feed_of("ben", copies)));
  CHECK(counts_of(view_of(planet)) == Ids{"1", "1"});
}

TEST_CASE("query: a planet without feeds, and feeds without entries, have an empty view") {
  Planet none{Config{}};
  CHECK(view_of(none).total == 0);
  Planet waiting(config_of({"ada"}));
  CHECK(view_of(waiting).people.size() == 1);
  CHECK_FALSE(view_of(waiting).newest.has_value());
}

TEST_CASE("query: zones, offsets and dates at the ends of time are survived") {
  Planet planet =
      planet_of({entry("a", "0001-01-01T00:00:00-12:00"), entry("b", "9999-12-31T23:59:59+14:00")});
  for (const int offset : {-1439, 0, 1439}) {
    view_of(planet, {.zone = {{.from = INT64_MIN, .offset_minutes = offset}}, .now = INT64_MAX});
    view_of(planet, {.zone = {{.from = INT64_MAX, .offset_minutes = offset}}});
  }
}
