// What one bad feed of fifty does to what the others show: nothing.
#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <vector>

#include "planetarium/planetarium.h"
#include "support/made.hpp"

using planetarium::test::repeated;

namespace {

constexpr int feeds = 50;
constexpr int bad = 25;

const uint8_t* bytes_of(const std::string& text) {
  return reinterpret_cast<const uint8_t*>(text.data());
}

std::string nick(int feed) { return "n" + std::to_string(feed); }

// Three posts, of which one is the next weblog's too.
std::string document(int feed) {
  std::string rss =
      "<rss version='2.0'><channel><title>Weblog</title>"
      "<link>https://n" +
      std::to_string(feed) + ".example/</link>";
  for (int post = 0; post < 3; ++post) {
    const std::string id = std::to_string(feed * 2 + post);
    rss += "<item><guid>urn:" + id + "</guid><title>Post " + id +
           "</title><category>Sea</category><description>Text " + id +
           "</description><pubDate>Sat, 21 Jun 2008 1" + std::to_string(post) + ":" +
           std::to_string(10 + feed) + ":00 GMT</pubDate></item>";
  }
  return rss + "</channel></rss>";
}

using Planet = std::unique_ptr<planetarium_planet, void (*)(planetarium_planet*)>;

int32_t add(const Planet& planet, int feed, const std::string& bytes) {
  const std::string about = "feed=" + nick(feed) + "\nreceivedAt=1300000000\n";
  return planetarium_add_feed(planet.get(), bytes_of(bytes), bytes.size(), bytes_of(about),
                              about.size());
}

std::string view(const Planet& planet, const std::string& query) {
  const std::string lines = query + "now=1300000000\nsize=1000\npeople=0\n";
  REQUIRE(planetarium_query(planet.get(), bytes_of(lines), lines.size()) == 0);
  return {reinterpret_cast<const char*>(planetarium_result()), planetarium_result_size()};
}

// The answers to all queries for one feed, then the whole view; the bad feed comes in their midst.
std::vector<std::string> views_with(const std::string& bad_bytes, int32_t& status) {
  std::string config;
  for (int feed = 0; feed < feeds; ++feed)
    config += "feed=" + nick(feed) + "\nfeed.url=https://" + nick(feed) + ".example/feed\n";
  const Planet planet(planetarium_new(bytes_of(config), config.size()), planetarium_delete);
  REQUIRE(planet != nullptr);
  for (int feed = 0; feed < feeds; ++feed) {
    const int32_t one = add(planet, feed, feed == bad ? bad_bytes : document(feed));
    if (feed == bad) status = one;
    if (feed != bad) REQUIRE(one == 0);
  }
  std::vector<std::string> views;
  for (int feed = 0; feed < feeds; ++feed) {
    if (feed != bad) views.push_back(view(planet, "feed=" + nick(feed) + "\n"));
  }
  views.push_back(view(planet, {}));
  return views;
}

}  // namespace

TEST_CASE("planet: one bad feed in fifty changes nothing else") {
  const std::string bomb = "<!DOCTYPE rss [<!ENTITY a '" + repeated("x", 60'000) +
                           "'>]><rss version='2.0'><channel><title>" + repeated("&a;", 1'000);
  const std::string documents[] = {
      "",
      "<html><title>Gone</title><p>for ever",
      std::string("\0\xff\xfe<rss", 7),
      "<?xml version='1.0' encoding='no-such-encoding'?><rss/>",
      "<rss version='2.0'><channel>",
      "<rss version='2.0'><channel><item><item><item>" + repeated("<a>", 100'000),
      "<rss version='2.0'><channel><item/><item><guid/><link/><pubDate>never</pubDate></item>",
      "{\"version\": \"https://jsonfeed.org/version/1.1\", \"items\": [{\"id\": 7}, {}, []",
      bomb,
  };
  int32_t status = 0;
  const std::vector<std::string> none = views_with("", status);
  CHECK(status != 0);
  for (const std::string& bytes : documents) {
    CAPTURE(bytes.substr(0, 60));
    std::vector<std::string> views = views_with(bytes, status);
    if (status == 0) views.back() = none.back();  // what could be read of it is shown
    CHECK(views == none);
  }
}
