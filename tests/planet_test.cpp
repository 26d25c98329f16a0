// What a planet keeps of its feeds: new entries, changed ones, those that a feed no longer carries,
// and what each is dated by.
#include "planetarium/planet.hpp"

#include "planetarium/parse.hpp"
#include "support/builders.hpp"

using namespace planetarium;
using namespace planetarium::test;

namespace {

using Ids = std::vector<std::string>;

std::string content_of(const Planet& planet, EntryRef ref) {
  return decode_body(planet.held(ref).entry.content.front().value);
}

// The one entry that a planet shows.
const Held& only(Planet& planet) {
  const View view = view_of(planet);
  REQUIRE(view.entries.size() == 1);
  return planet.held(view.entries[0].winner);
}

Planet planet_with(FutureDates future_dates, std::vector<Entry> entries) {
  Config config = config_of({"ada"});
  config.future_dates = future_dates;
  return planet_of(config, feeds(feed_of("ada", std::move(entries))), "2008-06-01T00:00:00Z");
}

}  // namespace

TEST_CASE("planet: a feed that comes again adds what is new and replaces what it had") {
  Planet planet(config_of({"ada"}));
  const Added first =
      planet.add(0, feed_of("ada", {entry("a", "2008-06-01"), entry("b", "2008-06-02")}),
                 seconds("2008-06-03"));
  CHECK(first.added == 2);
  CHECK(first.updated == 0);
  CHECK(first.held == 2);
  Entry changed = entry("b", "2008-06-02");
  changed.content = list_of({html("<p>Changed</p>")});
  const Added second =
      planet.add(0, feed_of("ada", {entry("c", "2008-06-03"), changed}), seconds("2008-06-04"));
  CHECK(second.added == 1);
  CHECK(second.updated == 1);
  CHECK(second.held == 3);
  CHECK(shown(planet) == Ids{"urn:c", "urn:b", "urn:a"});
}

TEST_CASE("planet: a changed entry keeps its place and its first receipt, and is marked") {
  Planet planet = planet_of({entry("a", "2008-06-01"), entry("b"), entry("c", "2008-06-03")});
  const Ids order = shown(planet);
  for (const bool title : {true, false}) {
    Entry changed = entry("b");
    if (title) changed.title = plain("Another title");
    if (!title) changed.summary = html("Another summary");
    planet.add(0, feed_of("ada", {changed}), seconds("2009-01-01"));
    CHECK(shown(planet) == order);
    const Held& held = planet.held({.feed = 0, .index = 1});
    CHECK(held.edited);
    CHECK(held.received == seconds("2008-07-01"));
  }
  CHECK_FALSE(planet.held({.feed = 0, .index = 0}).edited);
}

TEST_CASE("planet: an entry that comes again unchanged is not marked") {
  Planet planet = planet_of({entry("a", "2008-06-01")});
  Entry same = entry("a", "2008-06-01");
  same.updated = at("2008-06-05");  // a date alone is no edit
  const Added added = planet.add(0, feed_of("ada", {same}), seconds("2009-01-01"));
  CHECK(added.updated == 0);
  CHECK_FALSE(only(planet).edited);
  CHECK(only(planet).entry.updated == at("2008-06-05"));
}

TEST_CASE("planet: entries that leave a feed's window stay") {
  Planet planet = planet_of({entry("a", "2008-06-01"), entry("b", "2008-06-02")});
  planet.add(0, feed_of("ada", {entry("c", "2008-06-03")}), seconds("2008-07-02"));
  planet.add(0, feed_of("ada", {}), seconds("2008-07-03"));
  CHECK(shown(planet) == Ids{"urn:c", "urn:b", "urn:a"});
}

TEST_CASE("planet: an undated feed that is reloaded ten times does not move") {
  Config config = config_of({"ada", "ben"});
  Planet planet(config);
  planet.add(0, feed_of("ada", {entry("a"), entry("b")}), seconds("2008-06-02T12:00:00Z"));
  planet.add(1, feed_of("ben", {entry("x", "2008-06-01"), entry("y", "2008-06-03")}),
             seconds("2008-06-04"));
  const Ids order = shown(planet);
  CHECK(order == Ids{"urn:y", "urn:a", "urn:b", "urn:x"});
  for (int day = 10; day < 20; ++day) {
    planet.add(0, feed_of("ada", {entry("a"), entry("b")}),
               seconds("2008-06-" + std::to_string(day)));
    CHECK(shown(planet) == order);
  }
  CHECK(planet.held({0, 0}).date == at("2008-06-02T12:00:00Z"));
  CHECK(planet.held({0, 0}).date_source == DateSource::received);
}

TEST_CASE("planet: of one id twice in a document the newer copy stays") {
  Entry older = entry("a", "2008-06-01");
  Entry newer = entry("a", "2008-06-02");
  newer.content = list_of({html("newer")});
  for (const auto& both : {std::vector<Entry>{older, newer}, std::vector<Entry>{newer, older}}) {
    Planet planet = planet_of(both);
    CHECK(content_of(planet, view_of(planet).entries.at(0).winner) == "newer");
    CHECK_FALSE(only(planet).edited);
  }
}

TEST_CASE("planet: of one id twice in a document, the older first, nothing is edited by a reload") {
  const auto make = [] {
    Entry older = entry("1", "2008-06-01"), newer = entry("1", "2008-06-02");
    older.title = plain("Before");
    newer.title = plain("After");
    return feed_of("ada", {older, newer});
  };
  Planet planet = planet_of(config_of({"ada"}), feeds(make()));
  for (int day = 2; day < 5; ++day) {
    const Added added = planet.add(0, make(), seconds("2008-07-0" + std::to_string(day)));
    CHECK(added.updated == 0);
  }
  CHECK_FALSE(planet.held({0, 0}).edited);
  CHECK(planet.held({0, 0}).entry.title.value.raw == "After");
}

TEST_CASE("planet: posts that are held get the tags their subscription has now") {
  Config config = config_of({"ada"});
  Planet planet = planet_of(config, feeds(feed_of("ada", {entry("1", "2008-06-01")})));
  config.feeds[0].tags = {"Haskell"};
  planet.configure(config);
  REQUIRE(planet.held({0, 0}).tags.size() == 1);
  CHECK(planet.held({0, 0}).tags[0].label == "Haskell");
}

TEST_CASE("planet: posts that are held get what their subscription says of titles, unedited") {
  Config config = config_of({"ada"});
  Planet planet = planet_of(config, feeds(feed_of("ada", {entry("1", "2008-06-01")})));
  config.feeds[0].title_type = "html";
  planet.configure(config);
  const Added added =
      planet.add(0, feed_of("ada", {entry("1", "2008-06-01")}), seconds("2008-07-02"));
  CHECK(only(planet).entry.title.type == "html");
  CHECK(added.updated == 0);
  CHECK_FALSE(only(planet).edited);
}

TEST_CASE("planet: posts without authors get the one their feed names now") {
  Planet planet = planet_of(config_of({"ada"}), feeds(feed_of("ada", {entry("1", "2008-06-01")})));
  Feed signed_feed = feed_of("ada", {entry("1", "2008-06-01")});
  signed_feed.authors.push(test_arena(), {.name = "Ada"});
  planet.add(0, std::move(signed_feed), seconds("2008-07-02"));
  CHECK(planet.authors().folded(planet.held({0, 0}).author) == "ada");
}

TEST_CASE("planet: a bare number is another entry's key in another feed; a URI is the same") {
  Config config = config_of({"ada", "ben"});
  for (Subscription& feed : config.feeds) feed.url = "https://" + feed.nick + ".example/feed";
  const auto make = [](const std::string& nick) {
    Entry bare = entry("x", "2008-06-01");
    bare.id = "17";
    return feed_of(nick, {bare, entry("shared", "2008-06-02")});
  };
  Planet planet = planet_of(config, feeds(make("ada"), make("ben")));
  CHECK(planet.held({0, 0}).key != planet.held({1, 0}).key);
  CHECK(planet.held({0, 1}).key == planet.held({1, 1}).key);
  config.feeds[0].url = "https://moved.example/feed";
  planet.configure(config);
  CHECK(planet.add(0, make("ada"), seconds("2008-07-02")).added == 0);  // still the same posts
}

TEST_CASE("planet: bodies, long or short, outlive the document they came in") {
  const std::string letters(500, 'x');
  std::string document = "<rss version='2.0'><channel><title>" + letters +
                         "&amp;T</title><item><guid>urn:a</guid>" + "<title>" + letters +
                         "&amp;</title><description><![CDATA[<p>" + letters +
                         "&amp;</p>]]></description><source url='https://b.example/'>" + letters +
                         "S</source></item></channel></rss>";
  Planet planet(config_of({"ada"}));
  auto parsed = parse(document, {});
  REQUIRE(parsed);
  planet.add(0, std::move(*parsed), 1);
  planet.add(0, std::move(*parse(document, {})), 2);  // unchanged: what was kept is kept
  document.assign(document.size(), '?');
  const Entry& entry = only(planet).entry;
  CHECK(decode_body(entry.title.value) == letters + "&");
  CHECK(decode_body(entry.summary.value) == "<p>" + letters + "&amp;</p>");
  CHECK(decode_body(entry.source->title.value) == letters + "S");
  CHECK(decode_body(planet.feeds()[0].feed.title.value) == letters + "&T");
}

TEST_CASE("planet: bodies larger than a chunk of memory are kept") {
  Entry large = entry("large");
  large.content = list_of({html(std::string((1 << 20) + 17, 'x'))});
  Planet planet = planet_of({entry("a"), large, entry("b")});
  const View view = view_of(planet);
  size_t bytes = 0;
  for (const Merged& merged : view.entries) bytes += content_of(planet, merged.winner).size();
  CHECK(bytes == large.content[0].value.raw.size() + entry("a").content[0].value.raw.size() * 2);
}

TEST_CASE("planet: no more than maxEntries of a document are taken") {
  Config config = config_of({"ada"});
  config.feeds[0].max_entries = 2;
  Planet planet =
      planet_of(config, feeds(feed_of("ada", {entry("c", "2008-06-03"), entry("b", "2008-06-02"),
                                              entry("a", "2008-06-01")})));
  CHECK(shown(planet) == Ids{"urn:c", "urn:b"});
}

TEST_CASE("planet: a config keeps the entries of feeds that both name") {
  Planet planet =
      planet_of(config_of({"ada", "ben"}), feeds(feed_of("ada", {entry("a", "2008-06-01")}),
                                                 feed_of("ben", {entry("b", "2008-06-02")})));
  planet.configure(config_of({"cy", "ben"}));
  CHECK(shown(planet) == Ids{"urn:b"});
  CHECK(planet.find_feed("ben") == 1U);
  CHECK_FALSE(planet.find_feed("ada").has_value());
  CHECK(only(planet).feed == 1);
  planet.remove(1);
  CHECK(shown(planet).empty());
  CHECK(planet.find_feed("ben") == 1U);
}

TEST_CASE("dating: published, else updated, else the link, else the first receipt") {
  Entry all = entry("all", "2008-06-01");
  all.updated = at("2008-06-02");
  all.link = "https://posts.example/2008/06/03/all";
  Entry updated = all;
  updated.published = {};
  Entry created = updated;
  created.created = at("2008-06-05");
  Entry linked = updated;
  linked.updated = {};
  const struct {
    const Entry& entry;
    Timestamp date;
    DateSource source;
  } rows[] = {
      {all, at("2008-06-01"), DateSource::published},
      {updated, at("2008-06-02"), DateSource::updated},
      {created, at("2008-06-05"), DateSource::published},
      {linked, at("2008-06-03"), DateSource::link},
      {entry("none"), at("2008-07-01"), DateSource::received},
  };
  for (const auto& row : rows) {
    Planet planet = planet_of({row.entry});
    CHECK(only(planet).date == row.date);
    CHECK(only(planet).date_source == row.source);
  }
}

TEST_CASE("dating: the chosen order chooses the date") {
  Entry one = entry("one", "2008-06-01");
  one.updated = at("2008-06-09");
  Planet planet = planet_of({one, entry("two", "2008-06-05")});
  CHECK(shown(planet) == Ids{"urn:two", "urn:one"});
  CHECK(shown(planet, {.order = Order::updated}) == Ids{"urn:one", "urn:two"});
  planet.add(0, feed_of("ada", {entry("three", "2001-01-01")}), seconds("2008-07-02"));
  CHECK(shown(planet, {.order = Order::received}) == Ids{"urn:three", "urn:one", "urn:two"});
  CHECK(shown(planet) == Ids{"urn:two", "urn:one", "urn:three"});
}

TEST_CASE("dating: by the day of receipt, posts of one feed stand together") {
  Planet planet(config_of({"ada", "ben"}));
  planet.add(1, feed_of("ben", {entry("b1")}), seconds("2008-06-01T01:00:00Z"));
  planet.add(0, feed_of("ada", {entry("a1")}), seconds("2008-06-01T02:00:00Z"));
  planet.add(1, feed_of("ben", {entry("b2")}), seconds("2008-06-01T03:00:00Z"));
  planet.add(0, feed_of("ada", {entry("a2")}), seconds("2008-06-02T00:00:00Z"));
  CHECK(shown(planet, {.order = Order::received_day}) ==
        Ids{"urn:a2", "urn:a1", "urn:b1", "urn:b2"});
  CHECK(shown(planet, {.order = Order::received}) == Ids{"urn:a2", "urn:b2", "urn:a1", "urn:b1"});
}

TEST_CASE("dating: a feed that gives all its entries the same updated has none") {
  const auto updated = [](std::string id, std::string_view when) {
    Entry made = entry(std::move(id));
    made.updated = at(when);
    return made;
  };
  Planet fake = planet_of(
      {updated("a", "2008-06-01"), updated("b", "2008-06-01"), updated("c", "2008-06-01")});
  for (const Merged& merged : view_of(fake).entries) {
    CHECK(fake.held(merged.winner).date_source == DateSource::received);
  }
  Planet real = planet_of(
      {updated("a", "2008-06-01"), updated("b", "2008-06-01"), updated("c", "2008-06-02")});
  for (const Merged& merged : view_of(real).entries) {
    CHECK(real.held(merged.winner).date_source == DateSource::updated);
  }
  Planet single = planet_of({updated("a", "2008-06-01")});
  CHECK(only(single).date_source == DateSource::updated);
}

TEST_CASE("dating: a date to come is ignored, kept, or its entry waits") {
  const std::vector<Entry> entries = {entry("past", "2008-05-01"), entry("future", "2008-12-24")};
  const Query before{.now = seconds("2008-06-02")};
  const Query after{.now = seconds("2008-12-25")};
  SUBCASE("ignore_date: it counts as received, until it comes") {
    Planet planet = planet_with(FutureDates::ignore_date, entries);
    CHECK(shown(planet, before) == Ids{"urn:future", "urn:past"});
    const Held& future = planet.held(planet.merged(Order::published, before.now)[0].winner);
    CHECK(future.date == at("2008-06-01"));
    CHECK(future.date_source == DateSource::received);
    CHECK(shown(planet, after) == Ids{"urn:future", "urn:past"});
    CHECK(future.date == at("2008-12-24"));
  }
  SUBCASE("keep: it stands on top") {
    Planet planet = planet_with(FutureDates::keep, entries);
    CHECK(shown(planet, before) == Ids{"urn:future", "urn:past"});
    CHECK(planet.held({0, 1}).date == at("2008-12-24"));
  }
  SUBCASE("ignore_entry: it is not there yet") {
    Planet planet = planet_with(FutureDates::ignore_entry, entries);
    CHECK(shown(planet, before) == Ids{"urn:past"});
    CHECK(shown(planet, after) == Ids{"urn:future", "urn:past"});
  }
}

TEST_CASE("planet: an entry of a hundred thousand tags keeps its first 256") {
  Entry many = entry("many");
  for (int i = 0; i < 100'000; ++i)
    many.categories.push(test_arena(), {.term = kept("tag" + std::to_string(i % 90'000))});
  Planet planet = planet_of({many});
  CHECK(only(planet).tags.size() == 256);
}

TEST_CASE("planet: tags are split where writers put several into one, folded, and each once") {
  Entry tagged = entry("a");
  tagged.categories = list_of<Category>({{.term = "Sea, Tides / low"},
                                         {.term = "SEA"},
                                         {.term = "x", .label = "The Sea"},
                                         {.term = " , "}});
  const auto labels = [&](std::string_view format) {
    Config config = config_of({"ada"});
    config.feeds[0].tags = {"Planet", "sea"};
    Feed feed = feed_of("ada", {tagged});
    feed.format = format;
    Planet planet = planet_of(config, feeds(std::move(feed)));
    std::vector<std::string> all;
    for (const Tag& tag : only(planet).tags) all.emplace_back(tag.label);
    return all;
  };
  const Ids split{"Sea", "Tides", "low", "The Sea", "Planet"};
  CHECK(labels("rss") == split);
  CHECK(labels("rdf") == split);
  CHECK(labels("atom") == Ids{"Sea, Tides / low", "SEA", "The Sea", ",", "Planet"});
}

TEST_CASE("planet: a feed that changes all the time takes no more memory for it") {
  Planet planet(config_of({"ada"}));
  const std::string body(20'000, 'x');
  size_t first = 0;
  for (uint64_t round = 0; round < 60; ++round) {
    std::vector<Entry> entries;
    for (int i = 0; i < 20; ++i) {
      Entry made = entry(std::to_string(i), "2008-06-01");
      made.content = list_of({html(body)});
      made.comment_count = round;
      entries.push_back(made);
    }
    planet.add(0, feed_of("ada", std::move(entries)), seconds("2008-07-01"));
    if (round == 0) first = planet.entry_bytes();
    REQUIRE(planet.entry_bytes() < 3 * first);
  }
  CHECK(shown(planet).size() == 20);
  CHECK(planet.held({.feed = 0, .index = 7}).entry.comment_count == 59U);
  CHECK(content_of(planet, {.feed = 0, .index = 7}) == body);
  planet.remove(0);
  CHECK(planet.entry_bytes() == 0);
}

TEST_CASE("planet: a date that a clock set back gave a post goes when the clock is right again") {
  Planet planet = planet_of(config_of({"ada"}), feeds(feed_of("ada", {entry("a", "")})),
                            "2023-11-14T22:13:20Z");
  const int64_t right = seconds("2023-11-15T00:00:00Z");
  const auto date_at = [&planet](int64_t now) {
    return planet.held(planet.merged(Order::published, now).front().winner).date.seconds;
  };
  CHECK(date_at(right) == seconds("2023-11-14T22:13:20Z"));
  CHECK(date_at(1000) == 1000);
  CHECK(date_at(2000) == 2000);
  CHECK(date_at(right) == seconds("2023-11-14T22:13:20Z"));
}
