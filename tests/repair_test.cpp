// Broken documents: what becomes of their tags, what is said of them, and that it takes linear
// time.
#include <doctest/doctest.h>

#include <chrono>

#include "planetarium/parse.hpp"
#include "xml/balance.hpp"
#include "xml/doctype.hpp"
#include "xml/judge.hpp"
#include "xml/skeleton.hpp"

using namespace planetarium;

namespace {

std::string repeated(std::string_view unit, size_t times) {
  std::string out;
  out.reserve(unit.size() * times);
  for (size_t i = 0; i < times; ++i) out += unit;
  return out;
}

// What pugixml is given once it has refused the document.
std::string repaired(std::string_view xml) { return balance(make_repaired_skeleton(xml).text); }

// What is written of the tags alone.
std::string tags(std::string_view xml) { return make_repaired_skeleton(xml).text; }

// What `parse` says of a document.
std::string fault(std::string_view xml) {
  const auto feed = parse(xml, {});
  if (!feed) return "no feed";
  return feed->problems.empty() ? "none" : describe(feed->problems[0]);
}

std::string titles(std::string_view xml) {
  const auto feed = parse(xml, {.judges_bodies = false});
  if (!feed) return "no feed";
  std::string out;
  for (const Entry& entry : feed->entries) out += decode_body(entry.title.value) + ";";
  return out;
}

class Random {
 public:
  explicit Random(uint32_t seed) : state_(seed * 2654435761U + 1) {}
  uint32_t below(uint32_t limit) {
    state_ = state_ * 1664525 + 1013904223;
    return (state_ >> 8) % limit;
  }

 private:
  uint32_t state_;
};

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

TEST_CASE("judge: the first fault is named in people's words, with its line and column") {
  const std::string run = repeated("0123456789", 10);
  const struct {
    std::string xml, said;
  } rows[] = {
      {"<rss>\n<a>&lt;&amp;&gt;&quot;&apos;&#65;&#x1F600;&#9;&#133;</a></rss>", "none"},
      {"<?xml version='1.0'?>\n<!-- - --><?a b?><rss a='b>c' d=\"'\"><![CDATA[&]]></rss> \n",
       "none"},
      {"<rss xmlns:a='b'><a:c a:d='e' xml:lang='f'/></rss>", "none"},
      {"<rss><a>]] > ]></a><b>é漢😀</b></rss>", "none"},
      // references, in short and in long runs of characters, and in attributes
      {"<rss><a>\n&nbsp;</a></rss>", "line 2, column 1: &nbsp; is not declared"},
      {"<rss><a>" + run + "é&nbsp;</a></rss>", "line 1, column 110: &nbsp; is not declared"},
      {"<rss><a>AT&T</a></rss>", "line 1, column 11: an \"&\" that begins no reference"},
      {"<rss><a>" + run + "AT&T; & </a></rss>", "line 1, column 111: &T; is not declared"},
      {"<rss><a b='?c&d=e'/></rss>", "line 1, column 14: an \"&\" that begins no reference"},
      {"<rss>&#0;</rss>", "line 1, column 6: &#0; is no character of XML"},
      {"<rss>&#30;</rss>", "line 1, column 6: &#30; is no character of XML"},
      {"<rss>&#xFFFF;</rss>", "line 1, column 6: &#xFFFF; is no character of XML"},
      {"<rss>&#1114112;</rss>", "line 1, column 6: &#1114112; is no character of XML"},
      {"<rss>&#X41;</rss>", "line 1, column 6: &#X41; is no character of XML"},
      {"<rss><![CDATA[&nbsp;]]>&nbsp;</rss>", "line 1, column 24: &nbsp; is not declared"},
      {"<rss><![CDATA[" + run + "&nbsp;]]></rss>", "none"},
      // the earlier one of two kinds
      {"<rss>&a;<a></b></rss>", "line 1, column 6: &a; is not declared"},
      {"<rss><a></b>&a;</rss>", "line 1, column 9: the end tag </b> closes nothing"},
      // characters
      {"<rss a=']]>'><b c=\"]]>&amp;]]>'\"/></rss>", "none"},
      {"<rss a=']]>'>]]></rss>", "line 1, column 14: \"]]>\" outside a CDATA section"},
      {"<rss>a]]>b</rss>", "line 1, column 7: \"]]>\" outside a CDATA section"},
      {"<rss><![CDATA[a]]>]]></rss>", "line 1, column 19: \"]]>\" outside a CDATA section"},
      {"<rss>a\xef\xbf\xbe</rss>", "line 1, column 7: a character that XML does not allow"},
      {"<rss>1 < 2</rss>", "line 1, column 8: a \"<\" that begins no tag"},
      // comments, instructions, declarations
      {"<rss><!-- a -- b --></rss>", "line 1, column 13: \"--\" inside a comment"},
      {"<rss><!-- a ---></rss>", "line 1, column 13: \"--\" inside a comment"},
      {"\n<?xml version='1.0'?><rss/>",
       "line 2, column 1: the XML declaration is not at the beginning"},
      {"<?xml version='1.0' standalone = \"yes\" ?><rss/>", "none"},
      {"<?xml?xml version='1.0'?><rss/>",
       "line 1, column 1: an XML declaration that cannot be read"},
      {"<?xml encoding='utf-8' version='1.0'?><rss/>",
       "line 1, column 1: an XML declaration that cannot be read"},
      {"<rss><!ELEMENT a></rss>", "line 1, column 6: a declaration that is none of XML"},
      {"<!doctype rss><rss/>", "line 1, column 1: a declaration that is none of XML"},
      {"<?xml version='1.0'><rss/>",
       "line 1, column 1: a processing instruction that is not closed"},
      // tags
      {"<rss a/>", "line 1, column 6: the attribute \"a\" has no value"},
      {"<rss a=b/>", "line 1, column 6: the value of the attribute \"a\" is not quoted"},
      {"<rss a='b/>", "line 1, column 6: the value of the attribute \"a\" has no end"},
      {"<rss a='b'c='d'/>", "line 1, column 11: no space before an attribute"},
      {"<rss a='<'/>", "line 1, column 9: a \"<\" in the attribute \"a\""},
      {"<rss a='b' a='c'/>", "line 1, column 12: the attribute \"a\" twice in one tag"},
      {"<rss , a='b'/>", "line 1, column 1: a tag that cannot be read"},
      {"<rss><a</rss>", "line 1, column 8: a \"<\" inside a tag"},
      // the tree
      {"<rss>\n <a></b></rss>", "line 2, column 5: the end tag </b> closes nothing"},
      {"<rss><a><b></a></b></rss>", "line 1, column 12: the end tag </a> comes before </b>"},
      {"<rss><a/>\n", "line 2, column 1: the document ends before </rss>"},
      {"<rss></rss></a>", "line 1, column 12: the end tag </a> closes nothing"},
      {"<rss></rss>\n<rss></rss>", "line 2, column 1: a second root element"},
      {"<rss></rss>\nx", "line 1, column 12: text outside the root element"},
      {"x<rss></rss>", "line 1, column 1: text outside the root element"},
      // prefixes
      {"<rss><x:a/></rss>", "line 1, column 6: the prefix \"x\" is not declared"},
      {"<rss><a x:b='c'/></rss>", "line 1, column 6: the prefix \"x\" is not declared"},
      {"<rss><a xmlns:x='y'/><x:b/></rss>", "line 1, column 22: the prefix \"x\" is not declared"},
      {"<rss><title><p><x:a/></p></title></rss>",
       "line 1, column 16: the prefix \"x\" is not declared"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.xml);
    CHECK(fault(row.xml) == (row.said == "none" ? "none" : "malformed_xml at " + row.said));
  }
}

TEST_CASE("judge: what stands in nobody's way is not looked for while a planet loads") {
  const auto light = [](std::string_view xml) {
    return parse(xml, {.judges_bodies = false})->problems.size();
  };
  CHECK(light("<rss><a>&nbsp; AT&T</a></rss>") == 0);
  CHECK(light("<rss><a b='c' b='d'/></rss>") == 0);
  CHECK(light("<rss><a></b></rss>") == 1);
  CHECK(light("<rss/>x") == 1);
}

TEST_CASE("judge: what needs repair is left to the parser's module") {
  const auto reason = [](std::string_view xml) {
    const auto feed = parse_xml(xml, {});
    return feed ? Reason::none : feed.error().reason;
  };
  CHECK(reason("<rss><a>&nbsp; AT&T</a></rss>") == Reason::none);
  CHECK(reason("<!DOCTYPE rss><rss><a b='c' b='d'/></rss>") == Reason::none);
  CHECK(reason("<rss><a></b></rss>") == Reason::needs_parser);
  CHECK(reason("<rss/>x") == Reason::needs_parser);
  CHECK(reason("<!DOCTYPE rss [<!ENTITY a 'b'>]><rss>&a;</rss>") == Reason::needs_parser);
  CHECK(reason("{}") == Reason::needs_parser);
}

TEST_CASE("judge: an entity may be declared in a document type that is not at hand") {
  const auto of = [](const std::string& doctype) {
    return fault("<!DOCTYPE " + doctype + "><rss>&nbsp;</rss>");
  };
  CHECK(of("rss PUBLIC '-//Netscape Communications//DTD RSS 0.91//EN' "
           "'http://my.netscape.com/publish/formats/rss-0.91.dtd'") == "none");
  CHECK(of("rss [<!ENTITY % latin SYSTEM 'latin.ent'> %latin;]") == "none");
  CHECK(of("rss") == "malformed_xml at line 1, column 20: &nbsp; is not declared");
  CHECK(of("rss [<!ENTITY a 'b'>]") ==
        "malformed_xml at line 1, column 38: &nbsp; is not declared");
}

TEST_CASE("doctype: entities of the internal subset stand for what they are declared to be") {
  const struct {
    std::string subset, text, expanded;
  } rows[] = {
      {"<!ENTITY a 'b'>", "<c>&a;&a;</c>", "<c>bb</c>"},
      {"<!ENTITY a \"b&#169;&#38;#38;\">", "<c>&a;</c>", "<c>b©&#38;</c>"},
      {"<!ENTITY a '<i>b</i>'>", "<c>&a;</c>", "<c><i>b</i></c>"},
      {"<!ENTITY a '&b;!'><!ENTITY b 'c'>", "<d>&a;</d>", "<d>c!</d>"},
      {"<!ENTITY a 'first'><!ENTITY a 'second'>", "<c>&a;</c>", "<c>first</c>"},
      {"<!-- <!ENTITY a 'x'> --><?b <!ENTITY a 'y'>?><!ELEMENT c '>'><!ENTITY a 'b'>", "<c>&a;</c>",
       "<c>b</c>"},
      // in a value, quotes and tags are characters
      {"<!ENTITY a '\"<b>'>", "<c d=\"&a;>\">&a;</c>", "<c d=\"&quot;&lt;b>>\">\"<b></c>"},
      // nowhere else
      {"<!ENTITY a 'b'>", "<c><![CDATA[&a;]]><!--&a;--><?d &a;?>&a;</c>",
       "<c><![CDATA[&a;]]><!--&a;--><?d &a;?>b</c>"},
      // what XML declares itself stays as it is, so does what is declared nowhere or elsewhere
      {"<!ENTITY lt 'b'>", "<c>&lt;</c>", ""},
      {"<!ENTITY a SYSTEM 'http://x.example/'>", "<c>&a;</c>", ""},
      {"<!ENTITY % a 'b'>", "<c>&a;</c>", ""},
      {"<!ENTITY a 'b'>", "<c>&b; &a &</c>", ""},
      // one that contains itself
      {"<!ENTITY a 'x&a;'>", "<c>&a;</c>", ""},
      {"<!ENTITY a '&b;'><!ENTITY b '&a;'><!ENTITY d 'e'>", "<c>&a;&b;&d;</c>", "<c>&a;&b;e</c>"},
      {"<!ENTITY a 'b'", "<c>&a;</c>", ""},
  };
  for (const auto& row : rows) {
    CAPTURE(row.subset);
    const std::string prolog = "<?xml version='1.0'?><!-- <a> --><!DOCTYPE c [" + row.subset + "]>";
    const auto expanded = expand_declared_entities(prolog + row.text);
    CHECK(expanded.value_or("") == (row.expanded.empty() ? "" : prolog + row.expanded));
  }
  CHECK_FALSE(expand_declared_entities("<rss>&a;</rss>").has_value());
  CHECK_FALSE(expand_declared_entities("").has_value());
  CHECK(fault("<!DOCTYPE rss [<!ENTITY a 'b'>]><rss><title>&a;</title></rss>") == "none");
}

TEST_CASE("doctype: entities that multiply stay within bounds") {
  std::string bomb = "<!DOCTYPE rss [<!ENTITY a0 '" + std::string(1000, 'x') + "'>";
  for (int i = 1; i < 30; ++i) {
    const std::string before = "&a" + std::to_string(i - 1) + ";";
    bomb += "<!ENTITY a" + std::to_string(i) + " '" + repeated(before, 10) + "'>";
  }
  bomb += "]><rss>";
  for (int i = 0; i < 30; ++i) bomb += repeated("&a" + std::to_string(i) + ";", 100);
  const auto expanded = expand_declared_entities(bomb);
  REQUIRE(expanded.has_value());
  CHECK(expanded->size() < 2'000'000);
}

TEST_CASE("repair: the worst documents take linear time and memory") {
  constexpr size_t million = 1'000'000;
  const struct {
    std::string name, xml;
  } cases[] = {
      {"open tags", "<rss>" + repeated("<a>", million)},
      {"open entries", "<rss>" + repeated("<item>", million)},
      {"open fields", "<rss><item>" + repeated("<title>", million)},
      {"open paragraphs", "<rss><item>" + repeated("<p><b>", million)},
      {"end tags", "<rss>" + repeated("</a>", million)},
      {"end tags under many open ones",
       "<rss>" + repeated("<a>", million / 2) + repeated("</b>", million / 2)},
      {"crossed tags", "<rss>" + repeated("<a><b></a>", million / 3)},
      {"attributes", "<rss " + repeated("a='b' ", million) + "/></x>"},
      {"attributes without values", "<rss " + repeated("a ", million) + ">"},
      {"attributes without space", "<rss " + repeated("a='b'", million) + ">"},
      {"unclosed quotes", "<rss>" + repeated("<a b=\"", million)},
      {"unclosed quotes of both kinds", "<rss>" + repeated("<a b=\"'>", million)},
      {"quotes that close nothing", "<rss>" + repeated("<a b=\"x\"x", million)},
      {"quotes that close nothing, in tags", "<rss>" + repeated("<a b=\"x\"x>", million)},
      {"ampersands", "<rss>" + repeated("&", million) + "</a>"},
      {"ampersands in short sections", "<rss>" + repeated("<![CDATA[&]]>", million / 2) + "</a>"},
      {"open sections", "<rss>" + repeated("<![CDATA[", million)},
      {"open comments", "<rss>" + repeated("<!--", million)},
      {"open instructions", "<rss>" + repeated("<?a>", million)},
      {"open XML declarations", "<rss>" + repeated("<?xml >", million) + "?>"},
      {"open declarations", "<rss>" + repeated("<!", million)},
      {"names", "<rss>" + repeated("<a@", million)},
      {"no names", "<rss>" + repeated("<", million)},
      {"prefixes", "<rss>" + repeated("<a:b xmlns:c='d'>", million / 4)},
      {"entities", "<!DOCTYPE a [" + repeated("<!ENTITY a 'b'>", million / 4) + "]><rss>" +
                       repeated("&a;", million / 4)},
      {"roots", repeated("<rss/>", million / 2)},
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
