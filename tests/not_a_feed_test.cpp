// What people are told of a document that is no feed.
#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <string>

#include "parse/html_links.hpp"
#include "planetarium/decode.hpp"
#include "planetarium/not_a_feed.hpp"
#include "support/json.hpp"
#include "support/made.hpp"
#include "text/utf8.hpp"

using namespace planetarium;
using test::filled;
using test::Json;

namespace {

constexpr std::string_view url = "https://weblog.example/";

Refusal refusal_of(std::string_view bytes) {
  const auto text = decode(bytes, {});
  if (text && text->text().find('<') == std::string_view::npos) {
    CHECK_FALSE(parse(text->text(), {.url = url}));
  }
  return explain_not_a_feed(bytes, text ? text->text() : std::string_view{}, {.url = url});
}

std::string detail_of(std::string_view bytes) { return refusal_of(bytes).detail; }

}  // namespace

TEST_CASE("not a feed: an attribute whose value is missing ends with its tag") {
  CHECK(
      detail_of(
          "<html><title lang=>Ada</title><link rel=alternate type=application/rss+xml href=/f>") ==
      "a web page (\"Ada\"), not a feed; it names its feed: https://weblog.example/f");
}

TEST_CASE("not a feed: what is quoted are whole characters") {
  for (size_t before = 0; before < 4; ++before) {
    const std::string shift(before, 'x');
    for (const std::string& bytes :
         {"<a" + shift + filled("é", 200) + ">",
          "<!doctype html><title>" + shift + filled("€", 500), shift + filled("é \n", 5000)}) {
      const std::string detail = detail_of(bytes);
      CAPTURE(detail);
      CHECK(valid_utf8_prefix(detail) == detail.size());
    }
  }
}

TEST_CASE("not a feed: what stands there is named") {
  struct Row {
    std::string_view bytes;
    std::string_view detail;
  };
  constexpr Row rows[] = {
      {"", "an empty answer"},
      {" \r\n\t", "an empty answer"},
      {"\xef\xbb\xbf", "an empty answer"},

      {"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a PNG picture, not a feed"},
      {"\xff\xd8\xff\xe0\0\x10JFIF", "a JPEG picture, not a feed"},
      {"GIF89a\1\0", "a GIF picture, not a feed"},
      {"RIFF\x24\1\1\1WEBPVP8 ", "a WebP picture, not a feed"},
      {{"\0\0\1\0\1\0\x10\x10", 8}, "an icon, not a feed"},
      {{"\0\0\0\x20"
        "ftypisom",
        12},
       "an MP4 film or sound, not a feed"},
      {"ID3\3\1", "an MP3 sound, not a feed"},
      {"%PDF-1.7\n", "a PDF document, not a feed"},
      {"PK\3\4\x14", "a ZIP archive, or a document packed as one, not a feed"},
      {"\x1f\x8b\x08\1", "compressed bytes (gzip) that nobody unpacked, not a feed"},
      {"\1\2\3\4\5\6\7\x08", "bytes that are no text, not a feed"},

      {"{\"items\": 1}", "JSON without an \"items\" array"},
      {R"({"code": "rest_no_route", "message": "No route was found", "data": {"status": 404}})",
       "JSON without an \"items\" array; it says \"No route was found\""},
      {R"({"error": {"code": 403, "message": "API key <b>not</b> valid"}})",
       "JSON without an \"items\" array; it says \"API key not valid\""},
      {R"({"errors": [{"message": "Unknown Content API Key"}]})",
       "JSON without an \"items\" array; it says \"Unknown Content API Key\""},
      {R"([{"id": 1}])", "a JSON list, not a feed"},

      {"BEGIN:VCALENDAR\r\nVERSION:2.0", "a calendar (iCalendar), not a feed"},
      {"<?php echo '<rss>'; ?>", "PHP source that its server did not run, not a feed"},
      {"User-agent: *\nDisallow: /", "a robots.txt, not a feed"},
      {"Error establishing a\n database connection",
       "plain text, not a feed: \"Error establishing a database connection\""},
      {"[not JSON] hello", "plain text, not a feed: \"[not JSON] hello\""},
      {"1 < 2", "plain text, not a feed: \"1 < 2\""},

      {"<opml version='2.0'/>", "an OPML subscription list, not a feed"},
      {"<?xml version='1.0'?><urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'/>",
       "a sitemap, not a feed"},
      {"<svg:svg xmlns:svg='http://www.w3.org/2000/svg'/>", "an SVG picture, not a feed"},
      {"<entry xmlns='http://www.w3.org/2005/Atom'/>", "a single Atom entry, not a feed"},
      {"<Error><Code>AccessDenied</Code></Error>", "an error message in XML, not a feed"},
      {"<!-- a --><Foo/>", "XML whose root element is <foo>, not a feed"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.bytes);
    CHECK(detail_of(row.bytes) == row.detail);
  }
}

TEST_CASE("not a feed: a web page is known by its beginning, and quoted by its title") {
  struct Row {
    std::string_view page;
    std::string_view detail;
  };
  constexpr Row rows[] = {
      {"<!doctype html><p>x", "a web page, not a feed"},
      {"<HTML><title>\n Ada &amp; friends </title>", "a web page (\"Ada & friends\"), not a feed"},
      {"<?xml version='1.0'?>\n<!DOCTYPE html PUBLIC '-//W3C//DTD XHTML 1.0'><html xmlns='x'/>",
       "a web page, not a feed"},
      {"\xef\xbb\xbf<!-- a --> <!DOCTYPE HTML>", "a web page, not a feed"},
      {"<h1>Not Found</h1>", "a web page, not a feed"},
      {"<br />\n<b>Fatal error</b>: out of memory", "a web page, not a feed"},
      {"<!doctype html><title>Log in</title><form><input name=p type='Password'>",
       "a page that asks for a password (\"Log in\"), not a feed"},
      {"<!doctype html><title>Just a moment...</title>",
       "a page that lets no program pass (\"Just a moment...\"), not a feed"},
      {"<html><script>'<title>a</title>'</script><svg><title>Logo</title></svg>",
       "a web page (\"Logo\"), not a feed"},
      {"<html><input type=password><link rel=alternate type=text/xml href=/feed>",
       "a web page, not a feed; it names its feed: https://weblog.example/feed"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.page);
    CHECK(detail_of(row.page) == row.detail);
  }
}

TEST_CASE("not a feed: a web page names its feeds") {
  const Refusal refusal = refusal_of(
      "<html><link rel=alternate type=application/rss+xml title=Posts href=/feed.xml>"
      "<link rel=alternate type=application/atom+xml href=/atom.xml>");
  CHECK(refusal.detail ==
        "a web page, not a feed; it names its feeds: https://weblog.example/feed.xml, "
        "https://weblog.example/atom.xml");
  const std::vector<Alternate> expected = {
      {"https://weblog.example/feed.xml", "application/rss+xml", "Posts"},
      {"https://weblog.example/atom.xml", "application/atom+xml", ""}};
  CHECK(refusal.alternates == expected);
}

TEST_CASE("not a feed: the feeds of a page are those that the proxy finds in it") {
  std::ifstream file(ALTERNATES_FILE, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  const auto rows = test::read_json(text);
  REQUIRE(rows.error == Error{});
  REQUIRE(rows.value.items.size() > 10);
  for (const Json& row : rows.value.items) {
    CAPTURE(row["name"].string());
    std::vector<Alternate> expected;
    for (const Json& one : row["alternates"].items) {
      expected.push_back({std::string(one["url"].string()), std::string(one["type"].string()),
                          std::string(one["title"].string())});
    }
    CHECK(feed_links(row["html"].string(), row["url"].string()) == expected);
  }
}

TEST_CASE("not a feed: a page of any size and make is told in no time, and briefly") {
  const std::string_view pieces[] = {
      "<!--",
      "<link ",
      "<link a=\"",
      "<link a='",
      "<link a =",
      "<script ",
      "<title>",
      "<base href",
      "<a b='<c d=\"",
      "<base href='http://a/",
      "<!doctype html [",
      "<?",
      "<",
      "{\"a\":",
      "[",
      "&",
      "<link rel=alternate type=text/xml href=a title='&amp;",
  };
  for (const std::string_view piece : pieces) {
    CAPTURE(piece);
    CHECK(detail_of("<html><title>" + filled(piece, 1 << 20)).size() < 1000);
    CHECK(detail_of(filled(piece, 1 << 20)).size() < 1000);
  }
}
