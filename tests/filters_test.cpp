// What the config hides and overrides, posts that were taken back, and posts that come all at once.
#include "planet/overrides.hpp"
#include "support/builders.hpp"
#include "text/fold.hpp"

using namespace planetarium;
using namespace planetarium::test;

namespace {

using Ids = std::vector<std::string>;

Entry post(const std::string& id, std::string_view published, std::string_view title,
           std::string_view markup, std::string_view category = {}) {
  Entry made = entry(id, published);
  made.title = plain(title);
  made.content = list_of<Text>({html(kept(markup))});
  if (!category.empty()) made.categories.push(test_arena(), {.term = category});
  return made;
}

Feed ada() {
  return feed_of("ada", {post("cats", "2008-06-04", "Cats", "<p class=dog>Purring</p>", "Pets"),
                         post("dogs", "2008-06-03", "Dogs", "<p>Barking at cats</p>", "pets"),
                         post("tax", "2008-06-02", "Tax", "<p>Élan of forms</p>", "Money")});
}

Ids with(const EntryFilters& planet_filters, const EntryFilters& feed_filters = {}) {
  Config config = config_of({"ada"});
  config.filters = planet_filters;
  config.feeds[0].filters = feed_filters;
  Planet planet = planet_of(config, feeds(ada()));
  return shown(planet);
}

constexpr auto in_title = EntryFilter::title;
constexpr auto anywhere = static_cast<uint8_t>(EntryFilter::title | EntryFilter::content);

}  // namespace

TEST_CASE("filters: without any, everything is shown") {
  CHECK(with({}) == Ids{"urn:cats", "urn:dogs", "urn:tax"});
}

TEST_CASE("filters: words are beginnings of words, in the fields that are named") {
  CHECK(with({.include = {{.words = {"cat"}}}}) == Ids{"urn:cats", "urn:dogs"});
  CHECK(with({.include = {{.words = {"cat"}, .in = in_title}}}) == Ids{"urn:cats"});
  CHECK(with({.exclude = {{.words = {"dog"}}}}) == Ids{"urn:cats", "urn:tax"});
  CHECK(with({.include = {{.words = {"elan"}}}}) == Ids{"urn:tax"});
  CHECK(with({.include = {{.words = {"ats"}}}}).empty());
  CHECK(with({.include = {{.words = {"posts.example/tax"}, .in = EntryFilter::link}}}).size() == 1);
}

TEST_CASE("filters: one condition is enough, or all have to be met") {
  const std::vector<std::string> words{"purring", "barking"};
  CHECK(with({.include = {{.words = words, .in = anywhere}}}) == Ids{"urn:cats", "urn:dogs"});
  CHECK(with({.include = {{.words = words, .in = anywhere, .all = true}}}).empty());
  CHECK(with({.include = {{.categories = {"pets"}, .words = {"dog"}, .all = true}}}) ==
        Ids{"urn:dogs"});
}

TEST_CASE("filters: every include has to match and no exclude may, of the planet and of the feed") {
  const EntryFilter pets{.categories = {"pets"}}, cats{.words = {"cat"}, .in = in_title};
  CHECK(with({.include = {pets, cats}}) == Ids{"urn:cats"});
  CHECK(with({.include = {pets}, .exclude = {cats}}) == Ids{"urn:dogs"});
  CHECK(with({.include = {pets}}, {.exclude = {cats}}) == Ids{"urn:dogs"});
  CHECK(with({}, {.include = {{.categories = {"money"}}}}) == Ids{"urn:tax"});
}

TEST_CASE("filters: what is hidden is counted and can be listed, with the reason") {
  Config config = config_of({"ada"});
  config.filters.exclude = {{.categories = {"money"}}};
  Planet planet = planet_of(config, feeds(ada()));
  const View view = view_of(planet);
  CHECK(view.total == 2);
  CHECK(view.hidden == 1);
  CHECK(view.newest == at("2008-06-04"));
  const View hidden = view_of(planet, {.hidden = true});
  REQUIRE(hidden.entries.size() == 1);
  CHECK(planet.held(hidden.entries[0].winner).hidden == Hidden::planet_exclude);
  CHECK(shown(planet, {.tag = "money", .hidden = true}) == Ids{"urn:tax"});
}

TEST_CASE("filters: another config judges what is held anew") {
  Planet planet = planet_of(config_of({"ada"}), feeds(ada()));
  Config config = config_of({"ada"});
  config.feeds[0].filters.include = {{.words = {"bark"}}};
  planet.configure(config);
  CHECK(shown(planet) == Ids{"urn:dogs"});
  planet.configure(config_of({"ada"}));
  CHECK(shown(planet).size() == 3);
}

TEST_CASE(
    "filters: entries wait for the verdict of patterns, and are asked again when they change") {
  Config config = config_of({"ada"});
  config.filters.include = {{.pattern = 0}};
  config.feeds[0].filters.exclude = {{.pattern = 1}};
  Planet planet = planet_of(config, feeds(ada()));
  CHECK(shown(planet).empty());
  const auto questions = planet.questions(2);
  REQUIRE(questions.size() == 2);
  CHECK(questions[0].patterns == 3);
  planet.answer(questions[0].entry, 1);
  planet.answer(questions[1].entry, 3);
  planet.answer({7, 7}, 1);  // nobody is there
  CHECK(shown(planet) == Ids{"urn:cats"});
  CHECK(planet.questions(9).size() == 1);
  planet.add(0, feed_of("ada", {post("cats", "2008-06-04", "Cats", "<p>Hissing</p>")}),
             seconds("2008-07-02"));
  CHECK(shown(planet).empty());
  CHECK(planet.questions(9).size() == 2);
  planet.configure(config_of({"ada"}));
  CHECK(shown(planet).size() == 3);
}

TEST_CASE("filters: a copy that is hidden does not win, and hides no other") {
  Config config = config_of({"ada", "ben"});
  config.feeds[0].filters.exclude = {{.words = {"shared"}}};
  const Entry shared = post("x", "2008-06-01", "Shared", "<p>x</p>");
  Planet planet = planet_of(config, feeds(feed_of("ada", {shared}), feed_of("ben", {shared})));
  const View view = view_of(planet);
  REQUIRE(view.entries.size() == 1);
  CHECK(view.entries[0].winner.feed == 1);
}

TEST_CASE("filters: one entry is hidden by its key, its id or its link") {
  for (const int way : {0, 1, 2}) {
    Planet planet = planet_of(config_of({"ada"}), feeds(ada()));
    const Held& cats = planet.held({0, 0});
    Config config = config_of({"ada"});
    config.hide = {
        {way == 0 ? cats.key : 0, way == 1 ? cats.id_hash : 0, way == 2 ? cats.link_hash : 0}};
    planet.configure(config);
    CHECK(shown(planet) == Ids{"urn:dogs", "urn:tax"});
  }
}

TEST_CASE("filters: who hides a post by its key hides all copies of it") {
  Config config = config_of({"ada", "ben"});
  Planet planet =
      planet_of(config, feeds(ada(), feed_of("ben", {post("17", "2008-06-03", "Dogs",
                                                          "<p class=dog>Barking at cats</p>")})));
  REQUIRE(shown(planet).size() == 3);
  const Held& dogs = planet.held(view_of(planet).entries[1].winner);
  config.hide = {{.key = dogs.key}};
  planet.configure(config);
  CHECK(shown(planet) == Ids{"urn:cats", "urn:tax"});
  CHECK(view_of(planet, {.entry = dogs.key}).hidden == 1);
  CHECK(view_of(planet, {.entry = planet.held({0, 0}).key}).hidden == 0);
}

TEST_CASE("filters: a word of signs alone matches nothing") {
  CHECK(with({.exclude = {{.words = {""}}}}).size() == 3);
  CHECK(with({.include = {{.words = {""}}}}).empty());
}

TEST_CASE(
    "filters: another regular expression is asked about anew, though its number is the same") {
  Config config = config_of({"ada"});
  config.filters.exclude = {{.pattern = 0}};
  Planet planet = planet_of(config, feeds(ada()));
  for (const auto& question : planet.questions(10)) planet.answer(question.entry, 1);
  REQUIRE(shown(planet).empty());
  planet.configure(config);
  CHECK(planet.questions(10).size() == 3);
}

TEST_CASE("overrides: what a subscription ignores counts for nothing") {
  Config config = config_of({"ada"});
  for (uint32_t bit = 0; bit < std::size(ignorable_fields); ++bit) {
    if (ignorable_fields[bit] == "published" || ignorable_fields[bit] == "categories")
      config.feeds[0].ignored |= 1U << bit;
  }
  Planet planet = planet_of(config, feeds(ada()), "2008-07-01T00:00:00Z");
  const Held& cats = planet.held(view_of(planet).entries[0].winner);
  CHECK_FALSE(cats.entry.published.has_value());
  CHECK(cats.tags.empty());
  CHECK(cats.date_source == DateSource::received);
}

TEST_CASE("deleted: a post that left the feed while older ones are still in it was taken back") {
  const auto make = [](std::initializer_list<int> days) {
    std::vector<Entry> entries;
    for (const int day : days)
      entries.push_back(entry(std::to_string(day), "2008-06-0" + std::to_string(day)));
    return feed_of("ada", entries);
  };
  Config config = config_of({"ada"});
  config.hide_deleted = true;
  Planet planet = planet_of(config, feeds(make({1, 2, 3, 4, 5})));
  const Added added = planet.add(0, make({2, 3, 5}), seconds("2008-07-02"));
  CHECK(added.deleted == 1);
  CHECK(shown(planet) == Ids{"urn:5", "urn:3", "urn:2", "urn:1"});  // 1 grew out of the window
  CHECK(planet.add(0, make({5}), seconds("2008-07-03")).deleted == 0);
  CHECK(shown(planet, {.hidden = true}) == Ids{"urn:4"});
  config.hide_deleted = false;
  planet.configure(config);
  CHECK(shown(planet).size() == 5);
}

TEST_CASE("deleted: a post that is in the feed again was not, whatever else the document lacks") {
  Config config = config_of({"ada"});
  config.hide_deleted = true;
  const auto make = [](std::initializer_list<int> days) {
    std::vector<Entry> entries;
    for (const int day : days)
      entries.push_back(entry(std::to_string(day), "2008-06-0" + std::to_string(day)));
    return feed_of("ada", entries);
  };
  Planet planet = planet_of(config, feeds(make({1, 2, 3, 4, 5})));
  planet.add(0, make({1, 2, 5}), seconds("2008-07-02"));
  REQUIRE(shown(planet, {.hidden = true}) == Ids{"urn:4", "urn:3"});
  Feed cut = make({2, 4});  // on its way: it says nothing of what is not in it
  cut.problems.push_back({.reason = Reason::malformed_xml});
  CHECK(planet.add(0, std::move(cut), seconds("2008-07-03")).deleted == 0);
  CHECK(shown(planet, {.hidden = true}) == Ids{"urn:3"});
}

TEST_CASE("deleted: neither an old answer nor a post that stays at the top takes posts back") {
  const auto of_days = [](std::initializer_list<const char*> days) {
    std::vector<Entry> entries;
    for (const std::string day : days) entries.push_back(entry(day, "2008-06-" + day));
    return feed_of("ada", entries);
  };
  Planet planet = planet_of(config_of({"ada"}), feeds(of_days({"01", "10", "11", "12", "13"})));
  CHECK(planet.add(0, of_days({"10", "11", "12"}), seconds("2008-07-02")).deleted == 0);
  CHECK(planet.add(0, of_days({"01", "12", "13", "14"}), seconds("2008-07-03")).deleted == 0);
}

TEST_CASE("deleted: old posts that come up again as they are edited take none back between them") {
  const auto make = [](std::initializer_list<std::pair<int, const char*>> days) {
    std::vector<Entry> entries;
    for (const auto& [day, updated] : days) {
      entries.push_back(entry(std::to_string(day), "2008-06-0" + std::to_string(day)));
      entries.back().updated = at(updated);
    }
    return feed_of("ada", entries);
  };
  Planet planet = planet_of(
      config_of({"ada"}),
      feeds(make({{1, "2008-06-01"}, {2, "2008-06-02"}, {3, "2008-06-03"}, {4, "2008-06-04"}})));
  const Added added = planet.add(0, make({{1, "2008-06-05"}, {2, "2008-06-06"}, {4, "2008-06-04"}}),
                                 seconds("2008-07-02"));
  CHECK(added.deleted == 0);
  // Of one moment, that of the document, are those of a feed that knows no other.
  Planet fake = planet_of(
      config_of({"ada"}),
      feeds(make({{1, "2008-07-01"}, {2, "2008-07-01"}, {3, "2008-07-01"}, {4, "2008-07-01"}})));
  CHECK(fake.add(0, make({{1, "2008-07-02"}, {2, "2008-07-02"}, {4, "2008-07-02"}}),
                 seconds("2008-07-02"))
            .deleted == 1);
}

TEST_CASE(
    "flood: of a feed that joins a known planet, or is all new at once, the newest are shown") {
  const auto make = [](const std::string& nick, const std::string& prefix) {
    std::vector<Entry> entries;
    for (int day = 1; day <= 5; ++day)
      entries.push_back(entry(prefix + std::to_string(day), "2008-06-0" + std::to_string(day)));
    return feed_of(nick, entries);
  };
  Config config = config_of({"ada", "ben"});
  config.new_feed_items = 2;
  Planet planet = planet_of(config, feeds(make("ada", "a")));
  CHECK(shown(planet, {.feed = "ada"}).size() == 5);  // the planet itself was new
  Planet first_visit = planet_of(config, feeds(make("ada", "a")), "2008-07-01T00:00:00Z");
  first_visit.add(1, make("ben", "b"), seconds("2008-07-01T00:00:20Z"));
  CHECK(shown(first_visit, {.feed = "ben"}).size() == 5);  // it only answered later
  planet.add(1, make("ben", "b"), seconds("2008-07-02"));
  CHECK(shown(planet, {.feed = "ben"}) == Ids{"urn:b5", "urn:b4"});
  Feed renewed = make("ada", "renewed");
  renewed.entries.push_back(renewed.entries.front());  // one id twice is one post
  planet.add(0, std::move(renewed), seconds("2008-07-03"));
  CHECK(shown(planet, {.feed = "ada"}) ==
        Ids{"urn:a5", "urn:renewed5", "urn:a4", "urn:renewed4", "urn:a3", "urn:a2", "urn:a1"});
  CHECK(view_of(planet).hidden == 6);
}
