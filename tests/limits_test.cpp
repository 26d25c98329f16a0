// What a planet holds longer than its config wants it to goes, and never comes again as new.
#include "planetarium/planet.hpp"
#include "support/builders.hpp"

using namespace planetarium;
using namespace planetarium::test;

using Ids = std::vector<std::string>;

TEST_CASE("limits: what is beyond them goes, but never what a feed still carries") {
  const auto left = [](auto limit) {
    Config config = config_of({"ada", "ben"});
    limit(config);
    Planet planet(config);
    const auto add = [&](uint32_t feed, std::vector<Entry> entries, std::string_view received) {
      return planet.add(feed, feed_of(config.feeds[feed].nick, std::move(entries)),
                        seconds(received));
    };
    add(0, {entry("a1", "2008-06-01"), entry("a2", "2008-06-20")}, "2008-06-21");
    add(0, {entry("a3", "2008-06-02"), entry("a4", "2008-06-22")}, "2008-06-23");
    add(1, {entry("b1", "2008-06-03")}, "2008-06-23");
    planet.drop_old(seconds("2008-06-30"));
    const Added again =
        add(0, {entry("a3", "2008-06-02"), entry("a4", "2008-06-22")}, "2008-06-24");
    CHECK(again.added == 0);
    return shown(planet);
  };
  CHECK(left([](Config&) {}) == Ids{"urn:a4", "urn:a2", "urn:b1", "urn:a3", "urn:a1"});
  CHECK(left([](Config& c) { c.keep_days = 20; }) == Ids{"urn:a4", "urn:a2", "urn:b1", "urn:a3"});
  CHECK(left([](Config& c) { c.keep_entries = 1; }) == Ids{"urn:a4", "urn:b1", "urn:a3"});
  CHECK(left([](Config& c) { c.keep_entries = 3; }) == Ids{"urn:a4", "urn:a2", "urn:b1", "urn:a3"});
  CHECK(left([](Config& c) { c.feeds[0].keep_entries = 1; }) == Ids{"urn:a4", "urn:b1", "urn:a3"});
}

TEST_CASE("limits: a view keeps to those of a new config before anything is saved") {
  Config config = config_of({"ada"});
  Planet planet = planet_of(
      config, feeds(feed_of("ada", {entry("1", "2008-06-01"), entry("2", "2008-06-20")})));
  planet.add(0, feed_of("ada", {entry("3", "2008-06-22")}), seconds("2008-07-02"));
  const Query query{.now = seconds("2008-07-02")};
  REQUIRE(shown(planet, query) == Ids{"urn:3", "urn:2", "urn:1"});
  config.keep_days = 20;
  planet.configure(config);
  CHECK(shown(planet, query) == Ids{"urn:3", "urn:2"});
  config.keep_entries = 1;
  planet.configure(config);
  CHECK(shown(planet, query) == Ids{"urn:3"});
}

TEST_CASE(
    "limits: the newest alone stay when they are all that is wanted, and the rest comes back with "
    "its feed") {
  Config config = config_of({"ada", "ben"});
  Planet planet(config);
  const auto ada = [&] {
    std::vector<Entry> entries;
    for (int day = 10; day < 30; ++day) {
      const std::string at = std::to_string(day);
      entries.push_back(entry("a" + at, "2008-06-" + at));
    }
    return feed_of("ada", std::move(entries));
  };
  planet.add(0, ada(), seconds("2008-07-01"));
  planet.add(1, feed_of("ben", {entry("b1", "2008-06-28T12:00:00Z")}), seconds("2008-07-01"));
  const Query query{.size = 100, .now = seconds("2008-07-02")};
  planet.keep_newest(3, seconds("2008-07-02"));
  CHECK(shown(planet, query) == Ids{"urn:a29", "urn:b1", "urn:a28"});
  planet.add(0, ada(), seconds("2008-07-02"));
  CHECK(shown(planet, query).size() == 21);
}
