// A document to a feed: what is told apart, what is an error, and what no pair of tests/feeds
// shows.
#include "planetarium/parse.hpp"

#include "namespaces/contact.hpp"
#include "namespaces/text_construct.hpp"
#include "support/builders.hpp"
#include "support/made.hpp"
#include "xml/namespaces.hpp"

using namespace planetarium;
using namespace planetarium::test;

namespace {

Error error_of(std::string_view document) {
  const auto feed = parse(document, {});
  return feed ? Error{} : feed.error();
}

}  // namespace

TEST_CASE("parse: what is no feed says what it is instead") {
  const struct {
    std::string_view document;
    Error error;
  } rows[] = {
      {"", {.reason = Reason::not_a_feed, .detail = "there is no element in it"}},
      {"Not found", {.reason = Reason::not_a_feed, .detail = "there is no element in it"}},
      {"<html><p>x</p></html>",
       {.reason = Reason::not_a_feed, .detail = "its root element is <html>"}},
      {"<opml/>", {.reason = Reason::not_a_feed, .detail = "its root element is <opml>"}},
      {"{\"a\": 1}", {.reason = Reason::not_a_feed, .detail = "JSON without an \"items\" array"}},
      {"{\"items\": {}}",
       {.reason = Reason::not_a_feed, .detail = "JSON without an \"items\" array"}},
      {"{\"items\": [",
       {.reason = Reason::malformed_json,
        .detail = "unexpected end of the document",
        .offset = 11}},
  };
  for (const auto& row : rows) {
    CAPTURE(row.document);
    const Error error = error_of(row.document);
    CHECK(error.reason == row.error.reason);
    if (row.error.reason == Reason::not_a_feed) CHECK(error.detail == row.error.detail);
  }
  CHECK(error_of("{\"items\": [" + repeated("[", 1000)).reason == Reason::too_deep);
}

TEST_CASE("parse: the reader of XML alone leaves JSON to the other") {
  const auto feed = parse_xml(" {\"items\": []}", {});
  REQUIRE_FALSE(static_cast<bool>(feed));
  CHECK(feed.error() == Error{.reason = Reason::needs_parser, .detail = "json"});
}

TEST_CASE("parse: dates keep the offset they were written with") {
  const auto feed = parse(
      "<rss version='2.0'><channel><item><pubDate>Sat, 21 Jun 2008 23:30:00 "
      "-0600</pubDate></item></channel></rss>",
      {});
  REQUIRE(feed);
  CHECK(feed->entries.at(0).published == at("2008-06-21T23:30:00-06:00"));
}

TEST_CASE("parse: the version is what the document says") {
  const struct {
    std::string_view document, version;
  } rows[] = {
      {"<rss version='2.0'/>", "rss20"},
      {"<rss version='2.0.1'/>", "rss20"},
      {"<rss version='2'/>", "rss20"},
      {"<rss version='0.90'/>", "rss090"},
      {"<rss version='0.91'/>", "rss091u"},
      {"<!DOCTYPE rss PUBLIC '-//Netscape//'><rss version='0.91'/>", "rss091n"},
      {"<rss version='0.94'/>", "rss094"},
      {"<rss version='3.0'/>", "rss"},
      {"<rss/>", "rss"},
      {"<channel/>", "rss"},
      {"<feed xmlns='http://www.w3.org/2005/Atom'/>", "atom10"},
      {"<feed version='0.3'/>", "atom03"},
      {"<feed xmlns='http://purl.org/atom/ns#'/>", "atom03"},
      {"<feed version='0.2'/>", "atom02"},
      {"<feed/>", "atom"},
      {"<r:RDF xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#'/>", "rss10"},
      {"<RDF><channel xmlns='http://my.netscape.com/rdf/simple/0.9/'/></RDF>", "rss090"},
      {"{\"version\": \"https://jsonfeed.org/version/1\", \"items\": []}", "json1"},
      {"{\"version\": \"https://jsonfeed.org/version/1.1\", \"items\": []}", "json11"},
      {"{\"version\": \"2\", \"items\": []}", "json"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.document);
    const auto feed = parse(row.document, {});
    REQUIRE(feed);
    CHECK(feed->version == row.version);
  }
}

TEST_CASE("parse: textInput keeps its title, description and link to itself") {
  const auto feed = parse(
      "<rss version='2.0'><channel><textInput><title>Search</title><description>x</description>"
      "<link>https://a.example/search</link></textInput><title>Harbour</title></channel></rss>",
      {});
  REQUIRE(feed);
  CHECK(feed->title.value.raw == "Harbour");
  CHECK(feed->link == "");
  CHECK(feed->subtitle.empty());
}

TEST_CASE("parse: a first problem is described with its place") {
  const auto feed = parse("<rss><channel>\n<item><title>x</titel></item></channel></rss>", {});
  REQUIRE(feed);
  REQUIRE(feed->problems.size() == 1);
  CHECK(describe(feed->problems[0]) ==
        "malformed_xml at line 2, column 15: the end tag </titel> closes nothing");
  CHECK(describe({.reason = Reason::malformed_bytes}) == "malformed_bytes");
}

TEST_CASE("parse: items nested beyond reason are left, those before are read") {
  const auto deep = parse(
      "<rss><channel>" + repeated("<item><title>x</title>", 100'000) + repeated("</item>", 100'000),
      {});
  REQUIRE(deep);
  CHECK(deep->entries.size() >= 100);
  CHECK(deep->entries.size() <= 1000);
  const auto wrapped = parse("<rss><channel>" + repeated("<a>", 100'000) + "<item/>", {});
  REQUIRE(wrapped);
  CHECK(wrapped->entries.empty());
}

TEST_CASE("parse: an entry with very many people, links and categories takes linear time") {
  std::string document = "<feed xmlns='http://www.w3.org/2005/Atom'><entry>";
  for (int i = 0; i < 30'000; ++i) {
    const std::string n = std::to_string(i);
    document += "<category term='" + n + "'/><link rel='" + n + "' href='x'/><author><name>" + n +
                "</name></author>";
  }
  const auto feed = parse(document + "</entry></feed>", {});
  REQUIRE(feed);
  CHECK(feed->entries[0].categories.size() == 30'000);
  CHECK(feed->entries[0].links.size() == 30'000);
  CHECK(feed->entries[0].authors.size() == 30'000);
}

TEST_CASE("namespaces: a person's line is taken apart") {
  const struct {
    std::string_view line;
    Person person;
  } rows[] = {
      {"me@a.example (Me)", {.name = "Me", .email = "me@a.example"}},
      {"Me <me@a.example>", {.name = "Me", .email = "me@a.example"}},
      {"Me (me@a.example)", {.name = "Me", .email = "me@a.example"}},
      {"me@a.example <Me>", {.name = "Me", .email = "me@a.example"}},
      {"\"Me, Myself\" <mailto:me@a.example>", {.name = "Me, Myself", .email = "me@a.example"}},
      {"me@a.example", {.email = "me@a.example"}},
      {"mailto:me@a.example", {.email = "me@a.example"}},
      {"<me@a.example>", {.email = "me@a.example"}},
      {"me@a.example ()", {.email = "me@a.example"}},
      {"Me me@a.example", {.name = "Me", .email = "me@a.example"}},
      {" Me ", {.name = "Me"}},
      {"Me (at home)", {.name = "Me (at home)"}},
      {"Me <at home>", {.name = "Me <at home>"}},
      {"Me (me@a.example) and you", {.name = "Me (me@a.example) and you"}},
      {"@me", {.name = "@me"}},
      {"me@", {.name = "me@"}},
      {"me@a.example, Me", {.name = "Me", .email = "me@a.example"}},
      {"me@a.example Me", {.name = "Me", .email = "me@a.example"}},
      {"me@a.example (Me (the elder))", {.name = "Me (the elder)", .email = "me@a.example"}},
      {"Me @ Home <me@a.example>", {.name = "Me @ Home", .email = "me@a.example"}},
      {"[me@a.example] Me", {.name = "Me", .email = "me@a.example"}},
      {"a@b.example, c@d.example", {.name = "a@b.example, c@d.example"}},
      {"me@a.example@b.example", {.email = "me@a.example@b.example"}},
      {")(", {.name = ")("}},
      {"\"", {.name = "\""}},
      {"", {}},
  };
  for (const auto& row : rows) {
    CAPTURE(row.line);
    const Person person = person_from_line(row.line);
    CHECK(person.name == row.person.name);
    CHECK(person.email == row.person.email);
    CHECK(person == row.person);
  }
}

TEST_CASE("namespaces: base64 in both alphabets, with white space, padded or not") {
  CHECK(decode_base64("Zm9vYmFy") == "foobar");
  CHECK(decode_base64("Zm9v\nYmE=") == "fooba");
  CHECK(decode_base64("Zm9vYg") == "foob");
  CHECK(decode_base64("_-8") == "\xff\xef");
  CHECK(decode_base64("/+8=") == "\xff\xef");
  CHECK(decode_base64("") == "");
  CHECK_FALSE(decode_base64("Zm9v!").has_value());
}

TEST_CASE("namespaces: base64 that is no UTF-8 text is left as it is") {
  const auto feed = parse(
      "<feed xmlns='http://www.w3.org/2005/Atom'><entry><content "
      "type='image/png'>iVBORw0KGgo=</content></entry></feed>",
      {});
  REQUIRE(feed);
  CHECK(feed->entries[0].content[0].value.raw == "iVBORw0KGgo=");
}

TEST_CASE("namespaces: URIs are matched without regard to case, https and a final slash") {
  const struct {
    std::string_view uri;
    Ns ns;
  } rows[] = {
      {"http://www.w3.org/2005/Atom", Ns::atom},
      {"HTTPS://WWW.W3.ORG/2005/ATOM/", Ns::atom},
      {" http://www.w3.org/2005/Atom ", Ns::atom},
      {"http://purl.org/atom/ns#", Ns::atom03},
      {"http://purl.org/rss/1.0/", Ns::rss},
      {"http://purl.org/rss/1.0/modules/content/", Ns::content},
      {"http://purl.org/dc/elements/1.1/", Ns::dublin_core},
      {"http://purl.org/dc/terms/", Ns::dublin_core_terms},
      {"http://www.w3.org/1999/xhtml", Ns::xhtml},
      {"", Ns::none},
      {"http://other.example/", Ns::other},
      {"ftp://www.w3.org/2005/Atom", Ns::other},
  };
  for (const auto& row : rows) {
    CAPTURE(row.uri);
    CHECK(static_cast<int>(namespace_of(row.uri)) == static_cast<int>(row.ns));
  }
}

TEST_CASE("parse: a text of white space is none, however long and however written") {
  const std::string blank(200, ' ');
  std::string references, escapes;
  for (int i = 0; i < 40; ++i) references += "&#32;&#10;", escapes += "\\n\\u0001";
  for (const std::string& nothing : {"<![CDATA[" + blank + "]]>", references, blank}) {
    const std::string xml =
        "<rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/'>"
        "<channel><title>" +
        nothing +
        "</title><item><description>real</description>"
        "<content:encoded>" +
        nothing + "</content:encoded></item></channel></rss>";
    const auto feed = parse(xml, {});
    REQUIRE(feed);
    CHECK(feed->title.empty());
    CHECK(feed->entries[0].content.empty());
    CHECK(decode_body(feed->entries[0].summary.value) == "real");
  }
  const std::string json =
      R"({"items": [{"content_html": ")" + escapes + R"(", "content_text": "real"}]})";
  const auto feed = parse(json, {});
  REQUIRE(feed);
  REQUIRE(feed->entries[0].content.size() == 1);
  CHECK(decode_body(feed->entries[0].content[0].value) == "real");
}

TEST_CASE("parse: points within points are no deeper than the first") {
  std::string xml =
      "<rss xmlns:geo='http://www.w3.org/2003/01/geo/wgs84_pos#'><channel><item><title>a</title>";
  for (int i = 0; i < 100'000; ++i) xml += "<geo:Point>";
  for (int i = 0; i < 100'000; ++i) xml += "</geo:Point>";
  xml += "</item></channel></rss>";
  const auto feed = parse_xml(xml, {});
  REQUIRE(feed);
  CHECK(feed->entries[0].geo == nullptr);
}
