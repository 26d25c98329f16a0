// Search, language, facets, places that do not shift, and what stands beside an entry.
#include "query/search.hpp"

#include "query/facets.hpp"
#include "support/builders.hpp"
#include "text/simd.hpp"

using namespace planetarium;
using namespace planetarium::test;

namespace {

using Ids = std::vector<std::string>;

Entry post(const std::string& id, std::string_view published, std::string_view title,
           std::string_view markup, std::string_view author = {}) {
  Entry made = entry(id, published);
  made.title = plain(title);
  made.content = list_of<Text>({html(kept(markup))});
  if (!author.empty()) made.authors.push(test_arena(), {.name = kept(author)});
  return made;
}

Planet kitchen() {
  Entry tagged =
      post("soup", "2008-06-04", "Soup", "<p class=note>Café and <b>bread</b>.</p>", "Cy");
  tagged.categories.push(test_arena(), {.term = "Cooking"});
  return planet_of(
      config_of({"ada"}),
      feeds(feed_of(
          "ada",
          {tagged,
           post("rye", "2008-06-03", "Rye bread", "<p>No caraway: salt, water.</p>", "Ada Lowe"),
           post("loaf", "2008-06-02", "A loaf", "<p>Breadth of <i>salt water</i></p>", "Ada Lowe"),
           post("tea", "2008-06-01", "お茶", "<p>日本語の茶</p>", "Ben")})));
}

Ids found(std::string_view search) {
  Planet planet = kitchen();
  return shown(planet, {.search = std::string(search)});
}

}  // namespace

TEST_CASE("search: words are beginnings of words, without case and accents, in what readers see") {
  CHECK(found("bread") == Ids{"urn:soup", "urn:rye", "urn:loaf"});
  CHECK(found("BREAD salt") == Ids{"urn:rye", "urn:loaf"});
  CHECK(found("read").empty());
  CHECK(found("cafe") == Ids{"urn:soup"});
  CHECK(found("class").empty());
  CHECK(found("茶") == Ids{"urn:tea"});
  CHECK(found("の茶") == Ids{"urn:tea"});
  CHECK(found("bre*") == found("bre"));
}

TEST_CASE("search: phrases, what must not be there, and fields") {
  CHECK(found("\"bread\"") == Ids{"urn:soup", "urn:rye"});
  CHECK(found("\"salt water\"") == Ids{"urn:loaf"});
  CHECK(found("bread -salt") == Ids{"urn:soup"});
  CHECK(found("-bread") == Ids{"urn:tea"});
  CHECK(found("title:bread") == Ids{"urn:rye"});
  CHECK(found("author:ada") == Ids{"urn:rye", "urn:loaf"});
  CHECK(found("author:\"ada lowe\" -title:rye") == Ids{"urn:loaf"});
  CHECK(found("tag:COOKING") == Ids{"urn:soup"});
  CHECK(found("-tag:cooking bread") == Ids{"urn:rye", "urn:loaf"});
  CHECK(found("tag:nothing").empty());
  CHECK(found("  ").size() == 4);
}

TEST_CASE("search: what is written is read as terms") {
  const auto terms = read_search("a -b \"c  D\" tag:\"E f\" author:g* - -\"h i\" \"open end");
  using Field = SearchTerm::Field;
  CHECK(terms == std::vector<SearchTerm>{
                     {.text = "a"},
                     {.negated = true, .text = "b"},
                     {.whole = true, .text = "c d"},
                     {.field = Field::tag, .whole = true, .text = "e f"},
                     {.field = Field::author, .text = "g"},
                     {.negated = true, .whole = true, .text = "h i"},
                     {.whole = true, .text = "open end"},
                 });
  CHECK(read_search("tag: x").size() == 1);
  CHECK(read_search(std::string(10'000, 'a') + std::string(10'000, ' ') + "b").size() == 2);
}

TEST_CASE("search: hits are marked in UTF-16 units of an excerpt around the first") {
  std::string words = "😀 ";
  for (int i = 0; i < 100; ++i) words += "lorem ipsum ";
  Planet planet = planet_of({post("a", "2008-06-01", "A", "<p>" + words + "Café 😀 cafés</p>")});
  const View view = view_of(planet, {.search = "cafe"});
  REQUIRE(view.found.size() == 1);
  const Found& one = view.found[0];
  CHECK(
      one.excerpt ==
      "…lorem ipsum lorem ipsum lorem ipsum lorem ipsum lorem ipsum lorem ipsum lorem ipsum Café 😀 "
      "cafés");
  CHECK(one.hits == std::vector<std::pair<uint32_t, uint32_t>>{{85, 89}, {93, 97}});
  CHECK(view_of(planet, {.search = "title:a"}).found[0].hits.empty());
  // Two words that overlap are marked once.
  CHECK(view_of(planet, {.search = "caf cafe"}).found[0].hits == one.hits);
}

TEST_CASE("search: an entry that changed is found by what it says now, and texts can be dropped") {
  Planet planet = kitchen();
  CHECK(shown(planet, {.search = "caraway"}) == Ids{"urn:rye"});
  planet.add(0, feed_of("ada", {post("rye", "2008-06-03", "Rye bread", "<p>With fennel</p>")}),
             seconds("2008-07-02"));
  CHECK(shown(planet, {.search = "caraway"}).empty());
  CHECK(shown(planet, {.search = "fennel"}) == Ids{"urn:rye"});
  CHECK(planet.search_texts().bytes() > 0);
  planet.drop_search_texts();
  CHECK(planet.search_texts().bytes() == 0);
  CHECK(shown(planet, {.search = "fennel"}) == Ids{"urn:rye"});
}

TEST_CASE("search: texts are made in slices") {
  Planet planet = kitchen();
  shown(planet);
  CHECK(prepare_search(planet, 1) == 3);
  CHECK(prepare_search(planet, 2) == 1);
  CHECK(prepare_search(planet, 9) == 0);
}

TEST_CASE("search: a text is found wherever a byte-by-byte search finds it") {
  const std::string text = "abab abcabcab-ababcab aababcabababcabbbabcabcababcababababababcab";
  for (size_t size = 1; size < 8; ++size) {
    for (size_t begin = 0; begin + size <= text.size(); ++begin) {
      const std::string wanted = text.substr(begin, size);
      for (size_t from = 0; from < 20; ++from)
        REQUIRE(simd::find_text(std::string_view(text).substr(from), wanted) ==
                std::min(text.find(wanted, from), text.size()) - from);
    }
  }
  CHECK(simd::find_text("abc", "abcd") == 3);
  CHECK(simd::find_text("", "a") == 0);
}

TEST_CASE("language: declared, else guessed, else unknown") {
  Entry austrian = post("a", "2008-06-03", "A", "<p>x</p>");
  austrian.language = "de-AT";
  Planet planet =
      planet_of({austrian,
                 post("b", "2008-06-02", "B",
                      "<p>Die neue Fassung ist da, und sie bringt auch einen Planer mit.</p>"),
                 post("c", "2008-06-01", "C", "<p>1 2 3</p>")});
  CHECK(shown(planet, {.language = "DE"}) == Ids{"urn:a", "urn:b"});
  CHECK(shown(planet, {.language = "und"}) == Ids{"urn:c"});
  CHECK(shown(planet, {.language = "fr"}).empty());
  CHECK(shown(planet, {.language = "und,fr,de"}) == Ids{"urn:a", "urn:b", "urn:c"});
  CHECK(shown(planet, {.language = "d,e,"}).empty());
  CHECK(view_of(planet, {.languages = true}).languages ==
        std::vector<LanguageCount>{{"de", 2}, {"und", 1}});
}

TEST_CASE("facets: months in the zone of the view, newest first") {
  Planet planet = planet_of(
      {entry("a", "2008-06-30T23:30:00Z"), entry("b", "2008-06-02"), entry("c", "2008-05-01")});
  CHECK(view_of(planet, {.months = true}).months ==
        std::vector<DateCount>{{"2008-06", 2}, {"2008-05", 1}});
  CHECK(view_of(planet, {.zone = {{0, 120}}, .months = true}).months ==
        std::vector<DateCount>{{"2008-07", 1}, {"2008-06", 1}, {"2008-05", 1}});
  CHECK(view_of(planet).months.empty());
  CHECK(view_of(planet, {.days = true}).days_with_posts ==
        std::vector<DateCount>{{"2008-06-30", 1}, {"2008-06-02", 1}, {"2008-05-01", 1}});
}

TEST_CASE("query: a day is the one on the clock where a post was written, else in the zone") {
  Planet planet =
      planet_of({entry("a", "2008-06-30T23:30:00-07:00"), entry("b", "2008-06-30T00:00:00+09:00"),
                 entry("c", "2008-07-01T00:00:00Z"), entry("d", "2008-06-29T23:59:59Z")});
  const int64_t june_30 = 1214784000;
  const Query day{.from_day = june_30, .behind_day = june_30 + 86400};
  CHECK(shown(planet, day) == Ids{"urn:a", "urn:b"});
  Query in_utc = day;
  in_utc.zone = {{0, 0}};
  CHECK(shown(planet, in_utc).empty());
  Query since = day;
  since.behind_day = {};
  CHECK(shown(planet, since) == Ids{"urn:a", "urn:b", "urn:c"});
}

TEST_CASE("facets: pages that several weblogs linked to within a week") {
  const auto linking = [](const std::string& id, std::string_view date, std::string_view markup) {
    return post(id, date, id, markup);
  };
  Planet planet = planet_of(
      config_of({"ada", "ben", "cy"}),
      feeds(feed_of("ada", {linking("a", "2008-06-09",
                                    R"(<a href="https://x.example/p?a=1&amp;b=2"><b>Page</b></a>
                                                          <a href="https://ada.example/own">own</a>)"),
                            linking("old", "2008-05-01", R"(<a href="https://y.example/">Y</a>)")}),
            feed_of("ben", {linking("b", "2008-06-08",
                                    R"(<a class=x href='https://x.example/p?a=1&b=2'>P</a>
                                                          <a href="https://ada.example/own">hers</a>)")}),
            feed_of("cy", {linking("c", "2008-06-07",
                                   R"(<a href="https://y.example/">Y</a><abbr href=z>)")})));
  const auto links = view_of(planet, {.now = seconds("2008-06-10"), .links = true}).links;
  CHECK(links ==
        std::vector<LinkedPage>{{.url = "https://x.example/p?a=1&b=2",
                                 .title = "Page",
                                 .feeds = 2,
                                 .entries = {planet.held({0, 0}).key, planet.held({1, 0}).key}}});
}

TEST_CASE("query: a place in the order stays where it is while entries arrive") {
  std::vector<Entry> first, second;
  for (int i = 1; i <= 6; ++i)
    first.push_back(entry(std::to_string(i), "2008-06-0" + std::to_string(i)));
  for (int i = 7; i <= 9; ++i)
    second.push_back(entry(std::to_string(i), "2008-06-0" + std::to_string(i)));
  Planet planet = planet_of(first);
  const View page = view_of(planet, {.size = 2});
  REQUIRE(page.next.has_value());
  planet.add(0, feed_of("ada", second), seconds("2008-07-02"));
  CHECK(shown(planet, {.page = 2, .size = 2}) == Ids{"urn:7", "urn:6"});
  CHECK(shown(planet, {.after = page.next, .size = 2}) == Ids{"urn:4", "urn:3"});
  const View last = view_of(planet, {.after = Cursor{seconds("2008-06-02") + 1, 7}, .size = 2});
  CHECK(last.entries.size() == 2);  // an entry that is gone: what was older than it
  CHECK_FALSE(last.next.has_value());
  // Rather twice than not at all: of the same date, it may have stood before this one.
  CHECK(shown(planet, {.ascending = true, .after = Cursor{seconds("2008-06-08"), 7}, .size = 2}) ==
        Ids{"urn:8", "urn:9"});
}

TEST_CASE("query: a place in the order is found by any copy of its entry, and by days") {
  Config config = config_of({"ada", "ben"});
  Planet planet = planet_of(
      config, feeds(feed_of("ada", {}),
                    feed_of("ben", {entry("1", "2008-06-01"), entry("2", "2008-06-01")})));
  const View page = view_of(planet, {.size = 1});
  REQUIRE(page.next.has_value());
  planet.add(0, feed_of("ada", {entry("1", "2008-06-01")}), seconds("2008-07-02"));
  CHECK(shown(planet, {.after = page.next, .size = 2}) == Ids{"urn:2"});

  Planet by_day = planet_of(config, feeds(feed_of("ada", {entry("3", "2008-06-01")})));
  by_day.add(1, feed_of("ben", {entry("4", "2008-06-02")}), seconds("2008-07-02") + 60);
  const View first = view_of(by_day, {.order = Order::received_day, .size = 1});
  REQUIRE(first.next.has_value());
  CHECK(shown(by_day, {.order = Order::received_day, .after = first.next}) == Ids{"urn:3"});
}

TEST_CASE("query: an entry's neighbours are those of the view it is reached from") {
  Planet planet =
      planet_of(config_of({"ada", "ben"}),
                feeds(feed_of("ada", {entry("1", "2008-06-01"), entry("3", "2008-06-03")}),
                      feed_of("ben", {entry("2", "2008-06-02")})));
  const uint64_t key = planet.held({0, 0}).key;
  const View all = view_of(planet, {.entry = key});
  CHECK(planet.held(all.newer->winner).entry.id == "urn:2");
  CHECK_FALSE(all.older.has_value());
  const View hers = view_of(planet, {.feed = "ada", .entry = key});
  CHECK(planet.held(hers.newer->winner).entry.id == "urn:3");
  CHECK_FALSE(view_of(planet).newer.has_value());
}
