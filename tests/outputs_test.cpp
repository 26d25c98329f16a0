// Outputs: what a view looks like in each format, held to what the formats require.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>

#include "dates/dates.hpp"
#include "emit/output.hpp"
#include "emit/rss_parts.hpp"
#include "planetarium/opml.hpp"
#include "support/builders.hpp"
#include "support/json.hpp"
#include "support/outputs.hpp"

using namespace planetarium;
using namespace planetarium::test;

TEST_CASE("outputs: an RSS 2.0 document has what its specification requires") {
  const std::string document = output(two_posts(), about(OutputFormat::rss));
  read_root(document, [](const Element& rss) {
    for (const Element channel : rss.children()) {
      auto said = children_of(channel);
      for (const char* once : {"title", "description", "lastBuildDate"}) CHECK(said[once] == 1);
      CHECK(said["item"] == 2);
      for (const Element item : channel.children()) {
        if (item.name() != "item") continue;
        auto parts = children_of(item);
        CHECK(parts["title"] == 1);
        CHECK(parts["guid"] == 1);
        CHECK(parts["pubDate"] == 1);
        CHECK(parts["source"] == 1);
      }
    }
  });
  CHECK(has(document, "<pubDate>Sat, 21 Jun 2008 23:30:00 -0600</pubDate>"));
  CHECK(has(document, "<author>ada@ada.example (Ada)</author>"));
  CHECK(has(document,
            "<enclosure url=\"https://ada.example/1.mp3\" length=\"1337\" "
            "type=\"audio/mpeg\"/>"));
  CHECK(has(document, "<title>Salt &amp; tide</title>"));
  CHECK(has(document, "<category>Xen</category>"));
  CHECK(has(document, "<category>friends</category>"));
  CHECK(has(document, ">1 &amp;lt; 2&lt;br&gt;\nand more</description>"));
  CHECK(has(document, "<guid isPermaLink=\"false\">urn:one</guid>"));
}

TEST_CASE(
    "outputs: in RSS the name of the weblog stands before a title, unless it is asked not to") {
  Config config = config_of({"ada"});
  Planet planet =
      planet_of(config, feeds(feed_of("ada", {entry("one"), {.link = "https://x.example/"}})));
  const Feed view = view_feed_of(planet);
  OutputAbout what = about(OutputFormat::rss);
  what.names_in_titles.reset();
  CHECK(has(output(view, what), "<title>Weblog of ada: Title of one</title>"));
  CHECK(has(output(view, what), "<title>Weblog of ada</title>"));
  what.feeds = {{.url = "https://ada.example/feed", .name = "Ada"}};
  CHECK(has(output(view, what), "<title>Ada: Title of one</title>"));
  what.format = OutputFormat::atom;
  CHECK(has(output(view, what), ">Title of one</title>"));
  what.names_in_titles = true;
  CHECK(has(output(view, what), ">Ada: Title of one</title>"));
}

TEST_CASE("outputs: a guid is a permalink where it was one and is an address") {
  Entry one = entry("one");
  one.id = "https://posts.example/one";
  one.id_is_permalink = true;
  CHECK(has(output_of(one, OutputFormat::rss), "<guid>https://posts.example/one</guid>"));
  one.id = "17";
  CHECK(has(output_of(one, OutputFormat::rss), "<guid isPermaLink=\"false\">urn:uuid:"));
}

TEST_CASE("outputs: an entry without an id that others know gets one that stays") {
  const auto id = [](Entry entry) { return id_of(view_of_one(std::move(entry)).entries[0]); };
  Entry numbered = entry("one");
  numbered.id = "17";
  const std::string made = id(numbered);
  CHECK(made == "urn:uuid:5aa5ca8f-3330-81d1-86e6-7feb7885187d");
  numbered.title = plain("Another title");
  CHECK(id(numbered) == made);
  Planet other = planet_of(config_of({"ben"}), feeds(feed_of("ben", {numbered})));
  CHECK(id_of(view_feed_of(other).entries[0]) != made);
  CHECK(id({.link = "https://a.example/1"}) != id({.link = "https://a.example/2"}));
  CHECK(id({.title = plain("a")}) != id({.title = plain("b")}));
  CHECK(id({.id = "urn:one"}) == "urn:one");
  CHECK(id({.id = "http://a.example/a b"}).starts_with("urn:uuid:"));
}

TEST_CASE("outputs: RSS 1.0 lists every item under a name of its own") {
  Config config = config_of({"ada"});
  config.keep_duplicates = true;
  Entry twin{.title = plain("Twin"), .link = "https://ada.example/same"};
  Entry other{.title = plain("Other"), .link = "https://ada.example/same"};
  Entry self{.id = "urn:self", .link = "https://planet.example/output"};
  Planet planet = planet_of(config, feeds(feed_of("ada", {twin, other, self, entry("one")})));
  const std::string document = output(view_feed_of(planet), about(OutputFormat::rss10));
  std::vector<std::string> listed;
  std::vector<std::string> items;
  read_root(document, [&](const Element& rdf) {
    for (const Element child : rdf.children()) {
      if (child.name() == "item") items.emplace_back(child.attribute(Ns::rdf, "about"));
      for (const Element list : child.children()) {
        if (list.name() != "items") continue;
        for (const Element seq : list.children()) {
          for (const Element li : seq.children())
            listed.emplace_back(li.attribute(Ns::rdf, "resource"));
        }
      }
    }
  });
  CHECK(items == listed);
  CHECK(std::set<std::string>(items.begin(), items.end()).size() == items.size());
  CHECK(std::count(items.begin(), items.end(), "urn:self") == 1);
}

TEST_CASE("outputs: a JSON Feed says what version 1.1 requires, in its types") {
  const JsonOutcome parsed = read_json(output(two_posts(), about(OutputFormat::json)));
  CHECK(parsed.error == Error{});
  const Json& feed = parsed.value;
  CHECK(feed["version"].string() == "https://jsonfeed.org/version/1.1");
  CHECK(feed["title"].string() == "Planet <Example> & friends");
  CHECK(feed["feed_url"].string() == "https://planet.example/output");
  REQUIRE(feed["items"].items.size() == 2);
  const Json& undated = feed["items"].items[0];
  CHECK(undated["date_published"].string() == "2008-07-01T00:00:00Z");
  const Json& item = feed["items"].items[1];
  CHECK(item["id"].string() == "urn:one");
  CHECK(item["url"].string() == "https://posts.example/one");
  CHECK(item["title"].string() == "Salt & tide");
  CHECK(item["content_html"].string() == "<p>Content of one</p>");
  CHECK(item["summary"].string() == "1 < 2 and more");
  CHECK(item["date_published"].string() == "2008-06-21T23:30:00-06:00");
  CHECK(item["authors"].items[0]["name"].string() == "Ada");
  CHECK(item["tags"].items[1].string() == "friends");
  CHECK(item["language"].string() == "en");
  CHECK(item["attachments"].items[0]["size_in_bytes"].count() == 1337);
  CHECK(item["attachments"].items[0]["mime_type"].string() == "audio/mpeg");
  CHECK(item["_source"]["feed_url"].string() == "https://ada.example/feed");
}

TEST_CASE("outputs: pages name each other") {
  for (const OutputFormat format : {OutputFormat::atom, OutputFormat::rss, OutputFormat::rss10}) {
    OutputAbout what = about(format);
    what.previous = "https://planet.example/output?page=1";
    what.next = "https://planet.example/output?page=3";
    const Feed read = read_back(output({}, what), what);
    std::map<std::string, std::string> links;
    for (const Link& one : read.links) links[std::string(one.rel)] = one.href;
    CHECK(links["self"] == what.self);
    CHECK(links["alternate"] == what.link);
    CHECK(links["previous"] == what.previous);
    CHECK(links["next"] == what.next);
  }
}

TEST_CASE("outputs: OPML lists the subscriptions, and reads back as it was") {
  OutputAbout what = about(OutputFormat::opml);
  what.owner_name = "Ada & \"Ben\"";
  what.feeds = {
      {.url = "https://ada.example/feed?a=1&b=2", .name = "<Ada>", .link = "https://ada.example/"},
      {.url = "https://ben.example/feed"}};
  const std::string document = output({}, what);
  const auto list = read_opml(document, {});
  REQUIRE(list);
  CHECK(list->problems.empty());
  CHECK(list->title == what.title);
  CHECK(list->owner.name == what.owner_name);
  CHECK(list->modified == at("2010-01-01T00:00:00Z"));
  REQUIRE(list->feeds.size() == 2);
  CHECK(list->feeds[0].url == what.feeds[0].url);
  CHECK(list->feeds[0].name == what.feeds[0].name);
  CHECK(list->feeds[0].link == what.feeds[0].link);
  CHECK(list->feeds[1].name == "https://ben.example/feed");
  CHECK(count(document, "type=\"rss\"") == 2);
}

TEST_CASE("outputs: FOAF names the people, their weblogs and feeds") {
  OutputAbout what = about(OutputFormat::foaf);
  what.feeds = {{.url = "https://ada.example/feed?a=1&b=2",
                 .name = "<Ada>",
                 .link = "https://ada.example/",
                 .face = "https://ada.example/face.png"}};
  const std::string document = output({}, what);
  read_root(document, [](const Element& rdf) { CHECK(rdf.has_children()); });
  CHECK(has(document, "<foaf:name>&lt;Ada&gt;</foaf:name>"));
  CHECK(has(document, "<foaf:Document rdf:about=\"https://ada.example/\">"));
  CHECK(has(document, "<rss:channel rdf:about=\"https://ada.example/feed?a=1&amp;b=2\"/>"));
  CHECK(has(document, "<foaf:depiction rdf:resource=\"https://ada.example/face.png\"/>"));
}

TEST_CASE("outputs: nothing of what the planet knows besides the feeds stands in them") {
  Config config = config_of({"secret-nick"});
  config.feeds[0].url = "https://ada.example/feed";
  config.feeds[0].face = "secret-face.png";
  Planet planet = planet_of(config, feeds(feed_of("ada", {entry("one")})));
  planet.set_state(0, {.kind = "failed", .detail = "secret-detail", .route = "secret-route"});
  const Feed view = view_feed_of(planet);
  for (const OutputFormat format : item_formats)
    CHECK_FALSE(has(output(view, about(format)), "secret"));
}

TEST_CASE("outputs: a date in the future does not stand where the planet ignores it") {
  Entry one = entry("one", "2030-01-01T00:00:00Z");
  one.updated = at("2009-01-01T00:00:00Z");
  Planet planet = planet_of({one});
  const Feed view = view_feed_of(planet);
  CHECK_FALSE(view.entries[0].published.has_value());
  CHECK(view.entries[0].updated == one.updated);
}

TEST_CASE("outputs: an address becomes an IRI as browsers make it one") {
  struct Row {
    std::string_view address, iri;
  };
  const Row rows[] = {
      {"https://a.example/b c", "https://a.example/b%20c"},
      {"https://a.example/%20%zz%", "https://a.example/%20%25zz%25"},
      {"https://a.example/?q=<b>#c#d", "https://a.example/?q=%3Cb%3E#c%23d"},
      {"https://[::1]:80/[a]", "https://[::1]:80/%5Ba%5D"},
      {"https://a.example/é", "https://a.example/é"},
      {"mailto:ada@a.example", "mailto:ada@a.example"},
      {"/relative", ""},
      {"https:", ""},
      {"JavaScript:alert(1)", ""},
  };
  for (const auto& [address, iri] : rows) CHECK(iri_of(address) == iri);
}

TEST_CASE("outputs: dates of RSS are those of RFC 822, offsets and all") {
  const std::string_view dates[][2] = {
      {"2008-06-21T23:30:00-06:00", "Sat, 21 Jun 2008 23:30:00 -0600"},
      {"1970-01-01T00:00:00Z", "Thu, 01 Jan 1970 00:00:00 +0000"},
      {"2000-02-29T12:05:09+05:30", "Tue, 29 Feb 2000 12:05:09 +0530"},
      {"0001-01-01T00:00:00Z", "Mon, 01 Jan 0001 00:00:00 +0000"},
      {"9999-12-31T23:59:59Z", "Fri, 31 Dec 9999 23:59:59 +0000"},
  };
  for (const auto& [written, rfc822] : dates) CHECK(format_rfc822(at(written)) == rfc822);
  Timestamp odd = at("9999-12-31T23:59:59Z");
  odd.offset_minutes = 60;
  CHECK(rfc3339(odd) == "9999-12-31T23:59:59Z");
  odd.offset_minutes = -20'000;
  CHECK(rfc3339(odd) == "9999-12-31T23:59:59Z");
}

TEST_CASE("outputs: a title that readers would take for markup is escaped for them") {
  CHECK(rss_title("AT&T <3") == "AT&T <3");
  CHECK(rss_title("The <b>b</b> tag") == "The &lt;b&gt;b&lt;/b&gt; tag");
  CHECK(rss_title("What is &amp;?") == "What is &amp;amp;?");
}
