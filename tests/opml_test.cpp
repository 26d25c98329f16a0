// Lists of subscriptions beyond the documents of tests/feeds/opml: sizes, depths, and who is at
// fault.
#include <doctest/doctest.h>

#include <string>

#include "planetarium/opml.hpp"
#include "support/builders.hpp"
#include "support/made.hpp"

using namespace planetarium;
using namespace planetarium::test;

namespace {

std::string opml(const std::string& body) {
  return "<opml version='2.0'><body>" + body + "</body></opml>";
}

std::string feed(const std::string& name) {
  return "<outline text='" + name + "' xmlUrl='https://" + name + ".example/'/>";
}

}  // namespace

TEST_CASE("opml: more feeds than a planet is for are left out, and the list says so") {
  std::string body;
  for (int i = 0; i < 100'000; ++i) body += feed(std::to_string(i));
  const std::string document = opml(body);
  const auto list = read_opml(document, {});
  REQUIRE(list);
  CHECK(list->feeds.size() == most_subscriptions);
  CHECK(list->feeds.back().url == "https://19999.example/");
  REQUIRE(list->problems.size() == 1);
  CHECK(list->problems[0].reason == Reason::too_large);
  CHECK(list->problems[0].detail == "more than 20000 feeds");
}

TEST_CASE("opml: folders may lie in folders without end; the inner ones are the tags") {
  const std::string document =
      opml(repeated("<outline text='outer'>", 200'000) + "<outline text='inner'>" + feed("a") +
           repeated("</outline>", 200'001));
  const auto list = read_opml(document, {});
  REQUIRE(list);
  REQUIRE(list->feeds.size() == 1);
  CHECK(list->feeds[0].tags == list_of<std::string_view>({"outer", "inner"}));
}

TEST_CASE("opml: a feed has sixteen tags at most, none of them long") {
  std::string open;
  for (int i = 0; i < 30; ++i) open += "<outline text='f" + std::to_string(i) + "'>";
  const std::string document =
      opml(open + "<outline text='" + std::string(300, 'x') + "'>" + feed("a"));
  const auto list = read_opml(document, {});
  REQUIRE(list);
  CHECK(list->feeds[0].tags.size() == 15);  // the long one was among the inner sixteen
  CHECK(list->feeds[0].tags[0] == "f15");
}

TEST_CASE("opml: what is wrong again and again is said ten times at most") {
  std::string body;
  for (int i = 0; i < 50; ++i) body += "<outline xmlUrl='ftp://" + std::to_string(i) + "/'/>";
  const std::string document = opml(body);
  const auto list = read_opml(document, {});
  REQUIRE(list);
  CHECK(list->feeds.empty());
  CHECK(list->problems.size() == 10);
  CHECK(list->problems[0].detail == "ftp://0/");
}

TEST_CASE("opml: hostile lists take no time") {
  const std::string_view pieces[] = {
      "<outline ",
      "<outline text='a' ",
      "<outline>",
      "<opml>",
      "<head><title>",
      "</outline>",
      "<outline xmlUrl='https://a.example/' category=',,,,,,,,,,'/>",
      "<outline xmlUrl='",
      "<outline type='include' url='a'><outline text='",
  };
  for (const std::string_view piece : pieces) {
    CAPTURE(piece);
    read_opml("<opml>" + filled(piece, 1 << 21), {.url = "https://a.example/"});
  }
  const std::string tags =
      "<outline xmlUrl='https://a.example/' category='" + repeated("a,b/", 1 << 18) + "'/>";
  const std::string document = opml(tags);
  CHECK(read_opml(document, {})->feeds[0].tags.size() == 2);
}
