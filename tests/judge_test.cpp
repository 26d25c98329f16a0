// What is said of a document that is not well-formed: the first fault, its place, and who looks for
// it; and entities that a document declares itself.
#include <doctest/doctest.h>

#include <chrono>

#include "planetarium/parse.hpp"
#include "support/made.hpp"
#include "text/hash.hpp"
#include "xml/doctype.hpp"

using namespace planetarium;
using test::repeated;
using test::sanitized;

namespace {

// What `parse` says of a document.
std::string fault(std::string_view xml) {
  const auto feed = parse(xml, {});
  if (!feed) return "no feed";
  return feed->problems.empty() ? "none" : describe(feed->problems[0]);
}

}  // namespace

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

TEST_CASE("doctype: names that were chosen to crowd a table take no longer than others") {
  const auto seconds_for = [](uint64_t step) {
    std::string declared = "<!DOCTYPE rss [", used;
    for (uint64_t i = 0, found = 0; found < (sanitized ? 500 : 4'000); ++i) {
      const std::string name = "n" + std::to_string(1'000'000 + i);
      if (hash_of(name) % step != 0) continue;
      ++found;
      declared += "<!ENTITY " + name + " ''>";
      used += repeated("&" + name + ";", 50);
    }
    const std::string document = declared + "]><rss>" + used + "</rss>";
    const auto begin = std::chrono::steady_clock::now();
    CHECK(expand_declared_entities(document) == declared + "]><rss></rss>");
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  };
  const double ordinary = seconds_for(1);
  CHECK(seconds_for(256) < 4 * ordinary);
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
