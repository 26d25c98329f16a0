// The C ABI as a page uses it: statuses, result views and their lifetime, and bytes that end
// anywhere.
#include <doctest/doctest.h>

#include <cstring>
#include <memory>
#include <string>

#include "planetarium/error.hpp"
#include "planetarium/planetarium.h"
#include "support/fixtures.hpp"
#include "support/json.hpp"
#include "support/made.hpp"

using namespace planetarium;
using test::Json;
using test::JsonOutcome;
using test::read_json;

namespace {

constexpr const char* rss =
    "<rss version='2.0'><channel><title>Ada</title><link>https://ada.example/</link>"
    "<item><title>One</title><link>https://ada.example/1</link><category>Xen</category>"
    "<pubDate>Sat, 21 Jun 2008 23:30:00 -0600</pubDate></item></channel></rss>";

const uint8_t* data(const std::string& text) {
  return reinterpret_cast<const uint8_t*>(text.data());
}

std::string result_text() {
  return {reinterpret_cast<const char*>(planetarium_result()), planetarium_result_size()};
}

Json result_json() {
  JsonOutcome parsed = read_json(result_text());
  CHECK(parsed.error == Error{});
  return std::move(parsed.value);
}

struct Deleter {
  void operator()(planetarium_planet* planet) const { planetarium_delete(planet); }
};
using PlanetPointer = std::unique_ptr<planetarium_planet, Deleter>;

PlanetPointer new_planet(const std::string& config) {
  return PlanetPointer(planetarium_new(data(config), config.size()));
}

// An exact-size copy, so that a sanitizer sees every read past the end.
int32_t add(planetarium_planet* planet, std::string_view bytes, const std::string& about) {
  const std::unique_ptr<uint8_t[]> copy(new uint8_t[bytes.size()]);
  std::memcpy(copy.get(), bytes.data(), bytes.size());
  return planetarium_add_feed(planet, copy.get(), bytes.size(), data(about), about.size());
}

int32_t query(planetarium_planet* planet, const std::string& lines) {
  return planetarium_query(planet, data(lines), lines.size());
}

constexpr int32_t status(Reason reason) { return static_cast<int32_t>(reason); }

const std::string config = "feed=ada\nfeed.url=https://ada.example/feed\nfeed.name=Ada Example\n";
const std::string about = "feed=ada\nreceivedAt=1700000000\n";

}  // namespace

TEST_CASE("abi: bytes of a feed become a view of its entries") {
  const auto planet = new_planet(config);
  REQUIRE(planet != nullptr);
  CHECK(add(planet.get(), rss, about) == 0);
  const Json added = result_json();
  CHECK(added["feed"].string() == "ada");
  CHECK(added["format"].string() == "rss");
  CHECK(added["added"].count() == 1);

  CHECK(query(planet.get(), "tag=XEN\nnow=1700000000\n") == 0);
  const Json view = result_json();
  REQUIRE(view["entries"].items.size() == 1);
  const Json& entry = view["entries"].items[0];
  CHECK(entry["title"]["value"].string() == "One");
  CHECK(entry["local"].string() == "2008-06-21T23:30");
  CHECK(entry["date"].string() == "2008-06-21T23:30:00-06:00");
  CHECK(view["days"].items[0]["date"].string() == "2008-06-21");
  CHECK(view["feeds"].items[0]["name"].string() == "Ada Example");
  CHECK(view["cloud"].items[0]["label"].string() == "Xen");
}

TEST_CASE("abi: a view becomes a document through its table") {
  const auto planet = new_planet(config);
  add(planet.get(), rss, about);
  const std::string lines = "tag=xen\nnow=1700000000\n";
  CHECK(planetarium_query_table(planet.get(), data(lines), lines.size()) == 0);
  const std::string table = result_text();
  CHECK(table.starts_with("PFT2"));
  const std::string what = "link=https://planet.example/\ntitle=Planet\nformat=";
  const auto emit = [&](const std::string& format, const std::string& from) {
    const std::string lines_of_it = what + format + "\n" + config;
    return planetarium_emit(data(lines_of_it), lines_of_it.size(), data(from), from.size());
  };
  CHECK(emit("rss", table) == 0);
  CHECK(result_text().find("<title>Ada Example: One</title>") != std::string::npos);
  CHECK(emit("opml", "") == 0);
  CHECK(result_text().find("xmlUrl=\"https://ada.example/feed\"") != std::string::npos);
  CHECK(emit("atom", table.substr(0, 50)) == status(Reason::malformed_table));
  CHECK(emit("pdf", table) == status(Reason::bad_query));
  CHECK(result_json()["detail"].string() ==
        "\"format\" is \"pdf\"; it may be atom, rss, rss10, json, opml, foaf");
  CHECK(emit("atom\nself=output.xml", table) == status(Reason::bad_query));
  CHECK(result_json()["detail"].string() == "\"self\" is \"output.xml\", not an absolute address");
  CHECK(emit("atom\nlink=", table) == status(Reason::bad_query));
  CHECK(result_json()["detail"].string() == "\"link\" is missing");
}

TEST_CASE("abi: the zone of a query moves a post to the day of its readers") {
  const auto planet = new_planet(config);
  add(planet.get(), rss, about);
  CHECK(query(planet.get(), "zone=0:60,1206838800:120\nnow=1700000000\n") == 0);
  CHECK(result_json()["entries"].items[0]["local"].string() == "2008-06-22T07:30");
}

TEST_CASE("abi: a result is valid until the next call") {
  const auto planet = new_planet(config);
  add(planet.get(), rss, about);
  query(planet.get(), "now=1700000000\n");
  const uint8_t* view = planetarium_result();
  const std::string first = result_text();
  CHECK(std::memcmp(view, first.data(), first.size()) == 0);
  planetarium_stats(planet.get());
  CHECK(result_text() != first);
}

TEST_CASE("abi: what is wrong is a status, a reason and a detail") {
  const auto planet = new_planet(config);
  struct Row {
    std::string bytes, about;
    Reason reason;
    std::string detail;
  };
  const Row rows[] = {
      {"", about, Reason::empty_document, ""},
      {"<html><body>hello</body></html>", about, Reason::not_a_feed, "its root element is <html>"},
      {"{\"items\": []}", about, Reason::needs_parser, "json"},
      {"<?xml version='1.0' encoding='shift_jis'?><rss/>", about, Reason::needs_parser, "encoding"},
      {"<rss><channel></rss>", about, Reason::needs_parser, "xml"},
      {rss, "feed=nobody\n", Reason::unknown_feed, "nobody"},
      {rss, "feed=ada\nreceivedAt=soon\n", Reason::bad_query,
       "\"receivedAt\" is \"soon\", not a number of seconds"},
      {rss, "nonsense\n", Reason::bad_query, "\"nonsense\" is not a key=value line"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.bytes);
    CHECK(add(planet.get(), row.bytes, row.about) == status(row.reason));
    const Json error = result_json();
    CHECK(error["reason"].string() == word(row.reason));
    CHECK(error["detail"].string() == row.detail);
  }
  CHECK(query(planet.get(), "order=random\n") == status(Reason::bad_query));
  CHECK(result_json()["detail"].string() ==
        "\"order\" is \"random\"; it may be published, updated, received, received_day");
  CHECK(query(planet.get(), "feed=nobody\n") == status(Reason::unknown_feed));
}

TEST_CASE("abi: what is quoted of a faulty line are whole characters") {
  const auto planet = new_planet(config);
  const std::string before(39, 'a');
  CHECK(query(planet.get(), before + "é\n") == status(Reason::bad_query));
  CHECK(result_json()["detail"].string() == "\"" + before + "\" is not a key=value line");
}

TEST_CASE("abi: a web page in place of a feed is an error that names the feeds of the page") {
  const std::string page =
      "<!doctype html><title>Ada</title>"
      "<link rel=alternate type=application/atom+xml href=/atom title='Posts'>";
  const std::string where = "url=https://ada.example/\n";
  CHECK(planetarium_parse(data(page), page.size(), data(where), where.size()) ==
        status(Reason::not_a_feed));
  CHECK(result_text() ==
        R"({"reason":"not_a_feed","detail":"a web page (\"Ada\"), not a feed; it names its feed: )"
        R"(https://ada.example/atom","alternates":[{"url":"https://ada.example/atom",)"
        R"("type":"application/atom+xml","title":"Posts"}]})");
}

TEST_CASE("abi: a list of subscriptions is read, and what is none is said") {
  const std::string list =
      "<opml version='2.0'><body><outline text='Ada' xmlUrl='feed'/></body></opml>";
  const std::string where = "url=https://ada.example/list.opml\n";
  CHECK(planetarium_read_opml(data(list), list.size(), data(where), where.size()) == 0);
  CHECK(
      result_text() ==
      R"({"encoding":"utf-8","feeds":[{"url":"https://ada.example/feed","name":"Ada"}],"lists":[]})");
  const std::string feed = rss;
  CHECK(planetarium_read_opml(data(feed), feed.size(), nullptr, 0) == status(Reason::not_a_list));
  CHECK(result_json()["detail"].string() == "an RSS feed, not a list of subscriptions");
  CHECK(planetarium_read_opml(nullptr, 0, nullptr, 0) == status(Reason::empty_document));
}

TEST_CASE("abi: a config that cannot be used gives no planet and names the key") {
  CHECK(new_planet("feed=a\nfeed=a\n") == nullptr);
  CHECK(result_json()["detail"].string() == "\"feed\" is \"a\" twice");
  CHECK(new_planet("pageSize=many\n") == nullptr);
  CHECK(result_json()["detail"].string() == "\"pageSize\" is \"many\", not a whole number from 0");
}

TEST_CASE("abi: a value may hold line feeds and backslashes") {
  const auto planet = new_planet("feed=a\nfeed.name=Ada\\nof C:\\\\planet\n");
  query(planet.get(), "");
  CHECK(result_json()["feeds"].items[0]["name"].string() == "Ada\nof C:\\planet");
}

TEST_CASE("abi: a feed that cannot be read keeps its entries and says so in its state") {
  const auto planet = new_planet(config);
  add(planet.get(), rss, about);
  CHECK(add(planet.get(), "<html/>", about) == status(Reason::not_a_feed));
  query(planet.get(), "now=1700000000\n");
  const Json view = result_json();
  CHECK(view["total"].count() == 1);
  const Json& state = view["feeds"].items[0]["state"];
  CHECK(state["kind"].string() == "failed");
  CHECK(state["reason"].string() == "not_a_feed");
}

TEST_CASE("abi: a state that the page tells is shown as it was told") {
  const auto planet = new_planet(config);
  const std::string state =
      "feed=ada\nkind=gone\nstatus=410\nreason=gone\nsince=2026-01-02T03:04:05Z\nroute=proxy\n";
  CHECK(planetarium_set_feed_state(planet.get(), data(state), state.size()) == 0);
  query(planet.get(), "");
  const Json view = result_json();
  const Json& shown = view["feeds"].items[0]["state"];
  CHECK(shown["kind"].string() == "gone");
  CHECK(shown["status"].count() == 410);
  CHECK(shown["since"].string() == "2026-01-02T03:04:05Z");
  const std::string bad = "feed=ada\nkind=sleeping\n";
  CHECK(planetarium_set_feed_state(planet.get(), data(bad), bad.size()) ==
        status(Reason::bad_query));
}

TEST_CASE("abi: a JSON Feed that the parser's module read goes in as a table") {
  const std::string json =
      R"({"version": "https://jsonfeed.org/version/1.1", "title": "Gundy", "items": [
           {"id": 7, "url": "https://g.example/7", "title": "Seven", "content_html": "<p>Long</p>", "tags": ["Xen"],
            "date_published": "2006-12-19T22:10:00-07:00",
            "attachments": [{"url": "https://g.example/7.mp3", "mime_type": "audio/mpeg", "duration_in_seconds": 61.5}]}]})";
  const std::string url = "url=https://g.example/feed.json\n";
  REQUIRE(planetarium_parse_table(data(json), json.size(), data(url), url.size()) == 0);
  const std::string table = result_text();
  const auto planet = new_planet(config);
  CHECK(planetarium_add_table(planet.get(), data(table), table.size(), data(about), about.size()) ==
        0);
  query(planet.get(), "now=1700000000\n");
  const Json view = result_json();
  const Json& entry = view["entries"].items[0];
  CHECK(entry["id"].string() == "7");
  CHECK(entry["content"]["value"].string() == "<p>Long</p>");
  CHECK(entry["date"].string() == "2006-12-19T22:10:00-07:00");
  CHECK(entry["enclosures"].items[0]["duration"].number == 61.5);
  CHECK(view["feeds"].items[0]["title"].string() == "Gundy");

  for (size_t size = 0; size < table.size(); ++size) {
    const std::unique_ptr<uint8_t[]> part(new uint8_t[size]);
    std::memcpy(part.get(), table.data(), size);
    CHECK(planetarium_add_table(planet.get(), part.get(), size, data(about), about.size()) ==
          status(Reason::malformed_table));
  }
}

TEST_CASE("abi: a removed feed is forgotten, a configured one keeps what it holds") {
  const auto planet = new_planet(config);
  add(planet.get(), rss, about);
  const std::string both = "feed=new\nfeed.url=https://new.example/\n" + config;
  CHECK(planetarium_configure(planet.get(), data(both), both.size()) == 0);
  query(planet.get(), "now=1700000000\n");
  const Json kept = result_json();
  CHECK(kept["total"].count() == 1);
  CHECK(kept["entries"].items[0]["feed"].string() == "ada");
  const std::string which = "feed=ada\n";
  CHECK(planetarium_remove_feed(planet.get(), data(which), which.size()) == 0);
  query(planet.get(), "now=1700000000\n");
  CHECK(result_json()["total"].count() == 0);
}

TEST_CASE("abi: many planets live side by side") {
  const auto one = new_planet(config);
  const auto two = new_planet(config);
  add(one.get(), rss, about);
  query(two.get(), "now=1700000000\n");
  CHECK(result_json()["total"].count() == 0);
  query(one.get(), "now=1700000000\n");
  CHECK(result_json()["total"].count() == 1);
}

TEST_CASE("abi: every prefix of each fixture is an answer, whatever it is cut in") {
  for (const Fixture& fixture : all_fixtures()) {
    CAPTURE(fixture.name);
    const std::string_view document = fixture.document;
    const size_t most = test::sanitized ? 150 : 2000;
    const size_t step = document.size() / most + 1;
    for (size_t size = 0; size < document.size(); size += step) {
      const auto planet = new_planet(config);
      add(planet.get(), document.substr(0, size), about);
      query(planet.get(), "now=1700000000\n");
      const std::unique_ptr<uint8_t[]> copy(new uint8_t[size]);
      std::memcpy(copy.get(), document.data(), size);
      planetarium_parse(copy.get(), size, nullptr, 0);
      planetarium_parse_table(copy.get(), size, nullptr, 0);
      planetarium_read_opml(copy.get(), size, nullptr, 0);
    }
  }
}

TEST_CASE("abi: a subscription's titleType and xmlBase win over what its feed says") {
  const auto planet =
      new_planet(config + "feed.titleType=text\nfeed.xmlBase=https://other.example/base/\n");
  const std::string document =
      "<rss version='2.0' xml:base='https://wrong.example/'><channel><item><title>a "
      "&lt;b&gt;b&lt;/b&gt;</title>"
      "<description>&lt;img src='x.png'&gt;</description></item></channel></rss>";
  add(planet.get(), document, about);
  query(planet.get(), "now=1700000000\n");
  const Json view = result_json();
  const Json& entry = view["entries"].items[0];
  CHECK(entry["title"]["type"].string() == "text");
  CHECK(entry["content"]["base"].string() == "https://other.example/base/");
}

TEST_CASE("abi: a feed of more entries than memory is for is cut, and says so") {
  std::string document = "<rss version='2.0'><channel>";
  for (int i = 0; i < 50'001; ++i) document += "<item/>";
  document += "</channel></rss>";
  const auto planet = new_planet(config);
  CHECK(add(planet.get(), document, about) == 0);
  CHECK(result_json()["problems"].items[0]["detail"].string() == "more than 50000 entries");
}

TEST_CASE("abi: what a planet holds is saved, and another planet answers the same from it") {
  const auto planet = new_planet(config);
  std::string many = "<rss version='2.0'><channel>";
  for (int i = 0; i < 60; ++i) {
    many += "<item><guid>urn:" + std::to_string(i) + "</guid><description>" +
            std::string(200, 'x') + "</description></item>";
  }
  add(planet.get(), many + "</channel></rss>", about);
  query(planet.get(), "now=1700000000\nsize=100\n");
  const std::string before = result_text();
  const std::string now = "now=1700000000\n";
  REQUIRE(planetarium_save(planet.get(), data(now), now.size()) == 0);
  const Json saved = result_json();
  const auto bytes_at = [](const Json& place) {
    return std::string(reinterpret_cast<const char*>(place["address"].count().value_or(0)),
                       place["size"].count().value_or(0));
  };
  const std::string head = bytes_at(saved["head"]);
  REQUIRE(saved["segments"].items.size() == 1);
  const std::string segment = bytes_at(saved["segments"].items[0]);
  const std::string name(saved["segments"].items[0]["name"].string());

  const auto other = new_planet(config);
  REQUIRE(planetarium_load(other.get(), data(head), head.size()) == 0);
  CHECK(result_text() ==
        "{\"entries\":60,\"feeds\":[{\"feed\":\"ada\",\"held\":60}],"
        "\"segments\":[\"" +
            name + "\"]}");
  auto* bytes = static_cast<uint8_t*>(planetarium_alloc(segment.size()));
  std::memcpy(bytes, segment.data(), segment.size());
  CHECK(planetarium_load_segment(other.get(), data(name), name.size(), bytes, segment.size()) == 0);
  CHECK(result_text() == "{\"bodies\":20}");
  query(other.get(), "now=1700000000\nsize=100\n");
  CHECK((result_text() == before));

  const std::string again = now + "stored=" + name + "\nstored=dropped\n";
  planetarium_save(other.get(), data(again), again.size());
  CHECK(result_text().ends_with("\"segments\":[{\"name\":\"" + name +
                                "\"}],\"obsolete\":[\"dropped\"]}"));

  CHECK(planetarium_load(other.get(), data(head), head.size() - 1) ==
        status(Reason::damaged_archive));
  CHECK(result_json()["detail"].string() ==
        "the archive's head: it has another length than it says");
  CHECK(planetarium_load_segment(other.get(), data(name), name.size() - 1, nullptr, 0) ==
        status(Reason::damaged_archive));
}
