// Broken documents: what becomes of their tags, and that it takes linear time.
#include <doctest/doctest.h>

#include <chrono>

#include "planetarium/parse.hpp"
#include "support/made.hpp"
#include "xml/balance.hpp"
#include "xml/judge.hpp"
#include "xml/skeleton.hpp"

using namespace planetarium;
using test::Random;
using test::repeated;

namespace {

// What pugixml is given once it has refused the document.
std::string repaired(std::string_view xml) { return balance(make_repaired_skeleton(xml).text); }

// What is written of the tags alone.
std::string tags(std::string_view xml) {
  return std::string(make_repaired_skeleton(xml).text.view());
}

std::string titles(std::string_view xml) {
  const auto feed = parse(xml, {.judges_bodies = false});
  if (!feed) return "no feed";
  std::string out;
  for (const Entry& entry : feed->entries) out += decode_body(entry.title.value) + ";";
  return out;
}

}  // namespace

TEST_CASE("repair: a tag is read as it was meant") {
  const struct {
    std::string_view written, meant;
  } rows[] = {
      {"<a b=\"c\" d='e'>", "<a b=\"c\" d=\"e\">"},
      {"<a\n\tb = 'c'\n/>", "<a b=\"c\"/>"},
      {"<a b='\"'>", "<a b=\"&quot;\">"},
      // a value that is not quoted ends at white space or at the end of the tag
      {"<rss version=2.0>", "<rss version=\"2.0\">"},
      {"<a href=http://x.example/y?z=1 b=c>", "<a href=\"http://x.example/y?z=1\" b=\"c\">"},
      {"<a b=c/>", "<a b=\"c\"/>"},
      {"<a b=>", "<a b=\"\">"},
      {"<a b= c=d>", "<a b=\"c=d\">"},
      // no value
      {"<option selected>", "<option selected=\"\">"},
      {"<a b c='d' e/>", "<a b=\"\" c=\"d\" e=\"\"/>"},
      // no space
      {"<a b='c'd='e'>", "<a b=\"c\" d=\"e\">"},
      {"<a b=\"c\"d=\"e\"/>", "<a b=\"c\" d=\"e\"/>"},
      // quotes and markup in a value
      {"<o text=\"say \"hi\" to all\" type='x'/>",
       "<o text=\"say &quot;hi&quot; to all\" type=\"x\"/>"},
      {"<o text=\"<a href=\"x\">y</a>\" type='z'/>",
       "<o text=\"<a href=&quot;x&quot;>y</a>\" type=\"z\"/>"},
      {"<o text=\"<a href=\"x\" rel=\"y\">z</a> & more\"/>",
       "<o text=\"<a href=&quot;x&quot; rel=&quot;y&quot;>z</a> & more\"/>"},
      {"<o text='<b>it's</b>' c='d'>", "<o text=\"<b>it's</b>\" c=\"d\">"},
      {"<o text=\"a > b\" c='<'>", "<o text=\"a > b\" c=\"<\">"},
      // a quote that is never closed ends with its tag
      {"<a href=\"x>y</a><b c=\"d\"/>", "<a href=\"x\">y</a><b c=\"d\"/>"},
      {"<a href='x/>y", "<a href=\"x\"/>y"},
      // anything else in a tag
      {"<rss version=2.0 / >", "<rss version=\"2.0\">"},
      {"<a , b='c' ; \" d='e'>", "<a b=\"c\" d=\"e\">"},
      {"<a/b='c'>", "<a b=\"c\">"},
      {"<a 1b='c'>", "<a b=\"c\">"},
      {"</a b='c'>", "</a>"},
      {"</ a >", "</a>"},
      {"<title<link>x</link</title>", "<title><link>x</link></title>"},
      // no tag
      {"1 <2 < 3<", "1 &lt;2 &lt; 3"},
      {"John <john@example.com>", "John &lt;john@example.com>"},
      {"<http://example.com/> <b>", "&lt;http://example.com/> <b>"},
      // the document ends
      {"<a>b<c", "<a>b"},
      {"<a>b<c d='e", "<a>b"},
      {"<a>b</", "<a>b"},
      {"<a>b</a", "<a>b"},
      {"<a>b<![CDATA[c", "<a>b<![CDATA[c]]>"},
      {"<a>b<![CDA", "<a>b"},
      {"<a>b<!-- c", "<a>b"},
      {"<a>b<?c", "<a>b"},
      {"<a>b&am", "<a>b&am"},
      // instructions
      {"<?xml version='1.0'><a>", "<a>"},
      {"<?xml?xml version='1.0'?><a>", "<a>"},
      {"<?xml-stylesheet href='a>b'?><a>", "<a>"},
      {"<?php echo '<b>' ?><a>", "<a>"},
      {"<?php echo <b>", ""},
  };
  for (const auto& row : rows) {
    CAPTURE(row.written);
    CHECK(tags(row.written) == row.meant);
  }
}

TEST_CASE("repair: end tags that are missing, crossed or too many lose no element") {
  const struct {
    std::string_view written, balanced;
  } rows[] = {
      {"<rss><a><b>x</b></a></rss>", "<rss><a><b>x</b></a></rss>"},
      // closed to the match
      {"<rss><a><b>x</a>y</rss>", "<rss><a><b>x</b></a>y</rss>"},
      {"<rss><a><b>x</a></b>y</rss>", "<rss><a><b>x</b></a>y</rss>"},
      // no match
      {"<rss><a>x</b>y</a></rss>", "<rss><a>xy</a></rss>"},
      {"<rss></a></rss></b>", "<rss></rss>"},
      {"<rss><Title>x</tITLE></rss>", "<rss><Title>x</Title></rss>"},
      {"<rss><dc:title>x</title><b/></rss>", "<rss><dc:title>x</dc:title><b/></rss>"},
      {"<rss><a>x</></a></rss>", "<rss><a>x</a></rss>"},
      // an end tag of something around an entry does not close the entry
      {"<feed><a><entry><b>x</a>y</b></entry></a></feed>",
       "<feed><a><entry><b>xy</b></entry></a></feed>"},
      {"<feed><entry><b>x</feed>", "<feed><entry><b>x</b></entry></feed>"},
      // the end of the document
      {"<rss><channel><item><title>x",
       "<rss><channel><item><title>x</title></item></channel></rss>"},
      // entries without end tags are siblings …
      {"<rss><channel><item><title>x</title><item><title>y</title></channel></rss>",
       "<rss><channel><item><title>x</title></item><item><title>y</title></item></channel></rss>"},
      {"<feed><entry><title>x<entry><title>y</title></entry></feed>",
       "<feed><entry><title>x</title></entry><entry><title>y</title></entry></feed>"},
      // … those with end tags nest, whatever else is wrong
      {"<rss><item><a><item>x</item></a><b>y</item></rss>",
       "<rss><item><a><item>x</item></a><b>y</b></item></rss>"},
      // fields
      {"<rss><item><title>x<link>y</link><guid>z</item></rss>",
       "<rss><item><title>x</title><link>y</link><guid>z</guid></item></rss>"},
      {"<rss><channel><title>x<item><title>y</title></item></channel></rss>",
       "<rss><channel><title>x</title><item><title>y</title></item></channel></rss>"},
      {"<feed><link href=\"x\"><title>y</title><link href=\"z\"><a:b/></feed>",
       "<feed><link href=\"x\"></link><title>y</title><link href=\"z\"></link><a:b/></feed>"},
      {"<rss><item><description>x<p>y<pubDate>z</pubDate></item></rss>",
       "<rss><item><description>x<p>y</p></description><pubDate>z</pubDate></item></rss>"},
      // HTML
      {"<rss><description><p>a<br>b<img src=\"c\"></p></description></rss>",
       "<rss><description><p>a<br/>b<img src=\"c\"/></p></description></rss>"},
      {"<rss><description>a<br></br>b<hr></description></rss>",
       "<rss><description>a<br></br>b<hr/></description></rss>"},
      {"<rss><description><p>a<p>b<ul><li>c<li>d</ul></description></rss>",
       "<rss><description><p>a</p><p>b<ul><li>c</li><li>d</li></ul></p></description></rss>"},
      // more than one root
      {"x<rss><a/></rss>y<item/><b>z</b>", "<rss><a/><item/><b>z</b></rss>"},
      {"<x/><rss><a/></rss><rss><b/></rss>", "<x/><rss><a/><rss><b/></rss></rss>"},
      {"<br><b>Warning</b>: x<rss><a/></rss>", "<br/><b>Warning</b><rss><a/></rss>"},
      {"", ""},
      {"</a>", ""},
  };
  for (const auto& row : rows) {
    CAPTURE(row.written);
    CHECK(repaired(row.written) == row.balanced);
  }
}

TEST_CASE(
    "repair: whatever the document, tags match afterwards, and doing it again changes nothing") {
  const std::string_view pieces[] = {"<rss>",      "</rss>",    "<channel>",
                                     "</channel>", "<item>",    "</item>",
                                     "<title>",    "</title>",  "<link>",
                                     "</link>",    "<p>",       "</p>",
                                     "<br>",       "<br/>",     "</br>",
                                     "<b ",        "c=",        "\"",
                                     "'",          ">",         "<",
                                     "/",          "x",         " ",
                                     "]]>",        "<![CDATA[", "<!--",
                                     "-->",        "<?",        "?>",
                                     "&",          ";",         "<!DOCTYPE a [",
                                     "<dc:date>",  "</date>"};
  for (uint32_t seed = 0; seed < 20'000; ++seed) {
    Random random(seed);
    std::string xml;
    for (uint32_t count = random.below(24); count > 0; --count)
      xml += pieces[random.below(std::size(pieces))];
    CAPTURE(xml);
    const std::string once = repaired(xml);
    const Skeleton skeleton = make_skeleton(once);
    Verdict verdict = judge(once, skeleton, Judge::tree);
    const bool two_roots = verdict.detail.starts_with("a second root element");
    CAPTURE(verdict.detail);
    REQUIRE((verdict.readable || two_roots));
    REQUIRE(repaired(once) == once);
  }
}

TEST_CASE("repair: nothing of an entry is lost, whichever of its tags is missing") {
  const std::string_view parts[] = {"<item>",        "<title>",        "b",       "</title>",
                                    "<link>",        "http://b/",      "</link>", "<description>",
                                    "<b>c</b><br/>", "</description>", "</item>"};
  for (size_t missing = 0; missing < std::size(parts); ++missing) {
    std::string xml = "<rss><channel><item><title>a</title></item>";
    for (size_t i = 0; i < std::size(parts); ++i) {
      if (i != missing) xml += parts[i];
    }
    xml += "<item><title>z</title></item></channel></rss>";
    CAPTURE(xml);
    const std::string found = titles(xml);
    CHECK(found.starts_with("a;"));
    CHECK(found.ends_with("z;"));
  }
}

TEST_CASE("repair: the worst documents take linear time and memory") {
  constexpr size_t many = test::sanitized ? 20'000 : 1'000'000;
  const struct {
    std::string name, xml;
  } cases[] = {
      {"open tags", "<rss>" + repeated("<a>", many)},
      {"open entries", "<rss>" + repeated("<item>", many)},
      {"open fields", "<rss><item>" + repeated("<title>", many)},
      {"open paragraphs", "<rss><item>" + repeated("<p><b>", many)},
      {"end tags", "<rss>" + repeated("</a>", many)},
      {"end tags under many open ones",
       "<rss>" + repeated("<a>", many / 2) + repeated("</b>", many / 2)},
      {"crossed tags", "<rss>" + repeated("<a><b></a>", many / 3)},
      {"attributes", "<rss " + repeated("a='b' ", many) + "/></x>"},
      {"attributes without values", "<rss " + repeated("a ", many) + ">"},
      {"attributes without space", "<rss " + repeated("a='b'", many) + ">"},
      {"unclosed quotes", "<rss>" + repeated("<a b=\"", many)},
      {"unclosed quotes of both kinds", "<rss>" + repeated("<a b=\"'>", many)},
      {"quotes that close nothing", "<rss>" + repeated("<a b=\"x\"x", many)},
      {"quotes that close nothing, in tags", "<rss>" + repeated("<a b=\"x\"x>", many)},
      {"ampersands", "<rss>" + repeated("&", many) + "</a>"},
      {"ampersands in short sections", "<rss>" + repeated("<![CDATA[&]]>", many / 2) + "</a>"},
      {"open sections", "<rss>" + repeated("<![CDATA[", many)},
      {"open comments", "<rss>" + repeated("<!--", many)},
      {"open instructions", "<rss>" + repeated("<?a>", many)},
      {"open XML declarations", "<rss>" + repeated("<?xml >", many) + "?>"},
      {"open declarations", "<rss>" + repeated("<!", many)},
      {"names", "<rss>" + repeated("<a@", many)},
      {"no names", "<rss>" + repeated("<", many)},
      {"prefixes", "<rss>" + repeated("<a:b xmlns:c='d'>", many / 4)},
      {"entities", "<!DOCTYPE a [" + repeated("<!ENTITY a 'b'>", many / 4) + "]><rss>" +
                       repeated("&a;", many / 4)},
      {"roots", repeated("<rss/>", many / 2)},
      {"a value too long to be one",
       "<rss a=\"" + repeated("b", 70'000) + "> <c d=\"> <!-- e\"></rss>"},
  };
  for (const auto& one : cases) {
    CAPTURE(one.name);
    const auto begin = std::chrono::steady_clock::now();
    const auto feed = parse(one.xml, {});
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
    CHECK((feed || feed.error().reason == Reason::not_a_feed));
    CHECK(seconds.count() < 10);
  }
}
