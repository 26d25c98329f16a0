// What a planet takes from a document that another one wrote.
#include "planetarium/parse.hpp"
#include "planetarium/planet.hpp"
#include "support/builders.hpp"

using namespace planetarium;
using namespace planetarium::test;

namespace {

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("import: what another planet held comes with its past, and replaces nothing newer") {
  Planet planet(config_of({"ada"}));
  planet.add(0, feed_of("ada", {entry("a", "2008-06-01"), entry("b", "2008-06-05")}),
             seconds("2008-06-06"));
  const auto copy = [](const std::string& name, const std::string& date, const char* text) {
    Entry one = entry(name, date);
    one.content = list_of({html(text)});
    return one;
  };
  const std::vector<Past> past = {
      {.received = seconds("2008-06-02")},
      {.received = seconds("2008-06-07")},
      {.received = seconds("2008-05-02"), .edited = true},
      {.received = seconds("2008-05-03"), .flooded = true, .deleted = true}};
  Feed other =
      feed_of("ada", {copy("a", "2008-06-01", "older copy"), copy("b", "2008-06-06", "newer"),
                      entry("c", "2008-05-01"), entry("d", "2008-05-02")});
  other.title = plain("A title of old");
  const Added added = planet.import(0, std::move(other), past);
  CHECK(added.added == 2);
  CHECK(added.updated == 1);
  CHECK(added.deleted == 0);
  CHECK(added.held == 4);
  CHECK(planet.feeds()[0].title == "Weblog of ada");
  CHECK(shown(planet) == Ids{"urn:b", "urn:a", "urn:c"});
  const auto& held = planet.feeds()[0].held;
  CHECK(held[0].received == seconds("2008-06-02"));
  CHECK(held[1].received == seconds("2008-06-06"));
  CHECK(decode_body(held[0].entry.content.front().value) != "older copy");
  CHECK(decode_body(held[1].entry.content.front().value) == "newer");
  CHECK(held[1].edited);
  CHECK(held[2].edited);
  CHECK(held[3].hidden == Hidden::flood);
  CHECK(held[3].deleted);
  // An answer of the feed is one again.
  planet.add(0, feed_of("ada", {entry("b", "2008-06-06"), entry("d", "2008-05-02")}),
             seconds("2008-06-08"));
  CHECK(!planet.feeds()[0].held[3].deleted);
  CHECK(planet.feeds()[0].held[3].received == seconds("2008-05-03"));
}

TEST_CASE(
    "import: what another planet held describes a feed that never answered, and may be dropped") {
  Config config = config_of({"ada"});
  config.keep_entries = 1;
  Planet planet(config);
  const std::vector<Past> past(2, {.received = seconds("2008-06-02")});
  planet.import(0, feed_of("ada", {entry("a", "2008-06-01"), entry("b", "2008-06-05")}), past);
  CHECK(planet.feeds()[0].title == "Weblog of ada");
  CHECK(planet.feeds()[0].state.kind != "ok");
  planet.drop_old(seconds("2008-06-08"));
  CHECK(shown(planet) == Ids{"urn:b"});
}
