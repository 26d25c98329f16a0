// What namespace modules share: numbers, words, repeats, and the worst that geometries can be.
#include <doctest/doctest.h>

#include <chrono>
#include <string>
#include <unordered_map>
#include <vector>

#include "namespaces/numbers.hpp"
#include "namespaces/repeats.hpp"
#include "planetarium/parse.hpp"
#include "support/builders.hpp"
#include "support/hashes.hpp"
#include "support/made.hpp"
#include "text/hash.hpp"

using namespace planetarium;

TEST_CASE("numbers: a duration is seconds, minutes and seconds, or hours too") {
  const struct {
    std::string_view written;
    std::optional<double> seconds;
  } rows[] = {
      {"0", 0},
      {"3723", 3723},
      {" 62:03 ", 3723},
      {"1:02:03", 3723},
      {"01:02:03.5", 3723.5},
      {"1:2:3", 3723},
      {"0:90", 90},
      {".5", 0.5},
      {"5.", 5},
      {"", {}},
      {":", {}},
      {"1:", {}},
      {":30", {}},
      {"1::2", {}},
      {"1:2:3:4", {}},
      {"-1", {}},
      {"+1", {}},
      {"1e3", {}},
      {"90 min", {}},
      {"inf", {}},
      {"nan", {}},
      {"0x10", {}},
      {"999999999", 999999999},
      {"1000000000", {}},
      {"99999999999999999999999999999999999999999999", {}},
  };
  for (const auto& row : rows) {
    CAPTURE(row.written);
    CHECK(parse_duration(row.written) == row.seconds);
  }
}

TEST_CASE("numbers: a decimal of any length takes linear time") {
  const std::string digits(1'000'000, '9');
  CHECK(parse_decimal("0." + digits).value() == doctest::Approx(1));
  CHECK_FALSE(parse_duration(digits).has_value());
}

TEST_CASE("numbers: as JSON writes them, nothing lost to rounding") {
  const struct {
    std::string_view written, json;
  } rows[] = {
      {"45.25600", "45.25600"},
      {"-71.92", "-71.92"},
      {"+.50", "0.50"},
      {"-.5", "-0.5"},
      {"5.", "5"},
      {"007", "7"},
      {"-00.5", "-0.5"},
      {"0", "0"},
      {"000", "0"},
      {" 1 ", "1"},
      {"1e3", "1e3"},
      {"1E-12", "1E-12"},
      {"1.5e+07", "1.5e+07"},
      {"0.12345678901234567890", "0.12345678901234567890"},
      {"", ""},
      {"-", ""},
      {".", ""},
      {"+-1", ""},
      {"1e", ""},
      {"1e1000", ""},
      {"1.2.3", ""},
      {"1,5", ""},
      {"45°", ""},
      {"inf", ""},
      {"NaN", ""},
      {"0x1", ""},
  };
  for (const auto& row : rows) {
    CAPTURE(row.written);
    CHECK(json_number(test::test_arena(), row.written) == row.json);
  }
}

TEST_CASE("numbers: a number that is JSON already is not copied") {
  const std::string_view written = "45.256";
  CHECK(json_number(test::test_arena(), written).data() == written.data());
}

TEST_CASE("numbers: words are what stands between separators, without the empty ones") {
  std::vector<std::string_view> words;
  for_each_word(" sea, low water,,\tmud ,", ",",
                [&](std::string_view word) { words.push_back(word); });
  CHECK(words == std::vector<std::string_view>{"sea", "low water", "mud"});
}

TEST_CASE("repeats: the first of each stays, in order, in short lists and long ones") {
  for (const int count : {3, 40, 5'000}) {
    CAPTURE(count);
    List<Category> categories;
    for (int i = 0; i < count; ++i) {
      const std::string_view term = test::kept(std::to_string(i * 7 % count));
      categories.push(test::test_arena(), {.term = term});
      categories.push(test::test_arena(), {.term = term, .scheme = "other"});
      categories.push(test::test_arena(), {.term = term});
    }
    drop_repeats(categories);
    REQUIRE(categories.size() == static_cast<size_t>(2 * count));
    CHECK(categories[0] == Category{.term = "0"});
    CHECK(categories[1] == Category{.term = "0", .scheme = "other"});
    CHECK(categories[2].term == std::to_string(7 % count));
  }
}

TEST_CASE("repeats: addresses that were chosen to crowd a table take no longer than others") {
  constexpr size_t count = test::sanitized ? 10'000 : 100'000;
  std::unordered_map<uint64_t, int> table;
  for (uint64_t i = 0; i < count; ++i) table[i] = 0;
  const uint64_t buckets = table.bucket_count();
  const auto seconds_for = [count](auto hash) {
    List<Transcript> all;
    for (uint64_t i = 1; all.size() < count; ++i)
      all.push(test::test_arena(), {.url = test::kept(test::text_with_hash(hash(i), i))});
    const auto begin = std::chrono::steady_clock::now();
    drop_repeats(all);
    CHECK(all.size() == count);
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  };
  const double ordinary = seconds_for([](uint64_t i) { return hash_of("address", i); });
  CHECK(seconds_for([&](uint64_t i) { return i * buckets; }) < 4 * ordinary);
}

TEST_CASE("repeats: things that share an address but not the rest are no repeats") {
  auto links = test::list_of<Link>({{.href = "a", .rel = "alternate"},
                                    {.href = "a", .rel = "alternate", .type = "text/html"},
                                    {.href = "a", .rel = "self"},
                                    {.href = "a", .rel = "alternate"}});
  drop_repeats(links);
  CHECK(links.size() == 3);
  auto contents = test::list_of<MediaContent>(
      {{.url = "a"}, {.url = "a", .width = 640}, {.url = "a", .width = 640}, {.url = "a"}});
  drop_repeats(contents);
  CHECK(contents.size() == 2);
}

TEST_CASE("geo: a geometry of a hundred thousand numbers, and a nest of a hundred elements") {
  std::string line =
      "<rss version='2.0' xmlns:georss='http://www.georss.org/georss' "
      "xmlns:gml='http://www.opengis.net/gml'><channel><item><georss:line>";
  for (int i = 0; i < 50'000; ++i) line += "45.5 -71.5 ";
  line += "</georss:line></item><item><gml:Polygon>";
  for (int i = 0; i < 100; ++i) line += "<gml:x>";
  line += "<gml:posList>1 2 3 4 5 6</gml:posList>";
  for (int i = 0; i < 100; ++i) line += "</gml:x>";
  line += "</gml:Polygon></item></channel></rss>";
  const auto feed = parse(line, {});
  REQUIRE(feed);
  REQUIRE(feed->entries[0].geo != nullptr);
  CHECK(feed->entries[0].geo->numbers.size() == 100'000);
  CHECK(feed->entries[0].geo->numbers[0] == "-71.5");
  CHECK(feed->entries[1].geo == nullptr);
}
