// Every document of tests/feeds against the normalised feed beside it.
#include <doctest/doctest.h>

#include "emit/feed_json.hpp"
#include "emit/subscriptions_json.hpp"
#include "planetarium/decode.hpp"
#include "planetarium/opml.hpp"
#include "planetarium/parse.hpp"
#include "support/fixtures.hpp"
#include "support/require_json.hpp"

using namespace planetarium;

namespace {

constexpr std::string_view url = "https://weblog.example/feed";

std::string error_of(const Error& error) {
  return R"({"error":")" + std::string(word(error.reason)) + R"("})";
}

// What `planetarium parse` answers for the document, had it been fetched from `url`.
std::string parsed(const std::string& bytes) {
  auto text = decode(bytes, {});
  if (!text) return error_of(text.error());
  auto feed = parse(text->text(), {.url = url});
  if (!feed) return error_of(feed.error());
  feed->encoding = text->encoding;
  if (!text->fits) {
    feed->problems.insert(feed->problems.begin(),
                          {.reason = Reason::malformed_bytes, .detail = text->problem});
  }
  std::string out;
  append_feed_json(out, *feed);
  return out;
}

// The same of a list of subscriptions.
std::string parsed_list(const std::string& bytes) {
  auto text = decode(bytes, {});
  if (!text) return error_of(text.error());
  auto list = read_opml(text->text(), {.url = url});
  if (!list) return error_of(list.error());
  list->encoding = text->encoding;
  std::string out;
  append_subscriptions_json(out, *list);
  return out;
}

}  // namespace

TEST_CASE("feeds: each document is the normalised feed beside it") {
  REQUIRE(all_fixtures().size() >= 60);
  for (const Fixture& fixture : all_fixtures()) {
    CAPTURE(fixture.name);
    const bool is_list = fixture.name.ends_with(".opml");
    const std::string found = (is_list ? parsed_list : parsed)(fixture.document);
    CHECK_MESSAGE(!fixture.expected.empty(), "there is no expectation; it was parsed as " << found);
    if (!fixture.expected.empty()) CHECK(test::json_difference(fixture.expected, found) == "");
  }
}

TEST_CASE("feeds: a document says what it shows") {
  for (const Fixture& fixture : all_fixtures()) {
    CAPTURE(fixture.name);
    const bool json = fixture.name.ends_with(".json");
    const char* opening = json ? "{\n  \"_description\": " : "<!-- Description: ";
    const bool wide = fixture.document.starts_with("\xff\xfe");
    CHECK((wide || fixture.document.find(opening) < 80));
  }
}
