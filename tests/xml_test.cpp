// The XML stage: what is taken out of a document and found again, names and scopes, markup written
// for an HTML parser, and documents in any state.
#include <doctest/doctest.h>

#include "planetarium/parse.hpp"
#include "support/builders.hpp"
#include "support/made.hpp"
#include "text/entities.hpp"
#include "xml/document.hpp"
#include "xml/skeleton.hpp"

using namespace planetarium;
using test::Random;
using test::repeated;

namespace {

const std::string long_run = repeated("0123456789", 10);  // 100 bytes: taken out

// Elements of a feed, found by the path of their names.
std::optional<Element> find(const Document& document, const std::vector<std::string_view>& path) {
  std::optional<Element> at = document.feed();
  for (const std::string_view name : path) {
    std::optional<Element> next;
    for (const Element child : at->children()) {
      if (same_ignoring_case(child.name(), name)) {
        next = child;
        break;
      }
    }
    if (!next) return std::nullopt;
    at.emplace(*next);
  }
  return at;
}

std::string text_at(std::string_view xml, const std::vector<std::string_view>& path) {
  const Document document(xml, "", test::test_arena());
  const auto element = find(document, path);
  return std::string(element ? element->text() : "no such element");
}

std::string markup_of(std::string_view xml) {
  const Document document(xml, "", test::test_arena());
  return std::string(find(document, {"channel", "a"})->markup().raw);
}

// What an XML reader that keeps everything would give for the characters of the first <a>.
std::string plain_reading(std::string_view xml) {
  std::string out;
  xml = xml.substr(xml.find("<a>") + 3);
  while (!xml.starts_with("</a>")) {
    size_t end = 1;
    if (xml.starts_with("<![CDATA[")) {
      end = xml.find("]]>");
      out += xml.substr(9, end - 9);
      end += 3;
    } else if (xml.starts_with("<!--")) {
      end = xml.find("-->") + 3;
    } else if (xml.starts_with("<?")) {
      end = xml.find("?>") + 2;
    } else {
      end = xml.find('<');
      append_expanded(out, xml.substr(0, end));
    }
    xml.remove_prefix(end);
  }
  normalise(out);
  return std::string(trim(out));
}

std::string problem_of(std::string_view xml) {
  const Document document(xml, "", test::test_arena());
  const Problem& problem = document.problem();
  return problem.reason == Reason::none ? "none" : describe(problem);
}

}  // namespace

TEST_CASE("skeleton: marks count to sixty-four and beyond") {
  for (const size_t runs : {size_t{70}, size_t{4200}}) {
    std::string xml = "<rss>";
    for (size_t i = 0; i < runs; ++i) xml += "<a>" + long_run + std::to_string(i) + "</a>";
    xml += "</rss>";
    const Skeleton skeleton = make_skeleton(xml);
    REQUIRE(skeleton.runs.size() == runs);
    size_t at = 0;
    for (uint32_t i = 0; i < runs; ++i) {
      at = skeleton.text.view().find(mark_sign, at);
      REQUIRE(run_index(skeleton.text.view().substr(at)) == i);
      ++at;
    }
    const Document document(xml, "", test::test_arena());
    size_t i = 0;
    for (const Element element : document.feed()->children()) {
      REQUIRE(element.text() == long_run + std::to_string(i));
      REQUIRE(decode_body(element.body()) == element.text());
      ++i;
    }
    CHECK(i == runs);
  }
}

TEST_CASE(
    "xml: the characters of an element are those of a plain reading, however they are written") {
  const std::string pieces[] = {"a",
                                " ",
                                "\n",
                                "\r\n",
                                "&amp;",
                                "&lt;b&gt;",
                                "&#233;",
                                "&eacute;",
                                "&bogus;",
                                "& ",
                                "é€😀",
                                "]]",
                                "]",
                                "&#128;",
                                "<![CDATA[]]>",
                                "<![CDATA[ <i>&amp;</i> ]]>",
                                "<![CDATA[]]]]>",
                                "<!-- <b> -->",
                                "<!---->",
                                "<?p <q>?>",
                                long_run,
                                "&lt;p&gt;" + long_run + "&amp;",
                                "<![CDATA[<p>" + long_run + "&amp;]]>",
                                repeated("&amp; ", 30),
                                repeated(" ", 120),
                                repeated("é", 60),
                                "\xc2\x96"};
  for (uint32_t seed = 0; seed < 3000; ++seed) {
    Random random(seed);
    std::string inner;
    for (uint32_t count = random.below(7); count > 0; --count)
      inner += pieces[random.below(std::size(pieces))];
    const std::string xml =
        "<rss><channel><a>" + inner + "</a><b>" + long_run + "</b></channel></rss>";
    CAPTURE(xml);
    const Document document(xml, "", test::test_arena());
    const auto element = find(document, {"channel", "a"});
    REQUIRE(element->text() == plain_reading(xml));
    REQUIRE(decode_body(element->body()) == plain_reading(xml));
    REQUIRE(text_at(xml, {"channel", "b"}) == long_run);
  }
}

TEST_CASE("xml: a body lies in the document where one long run is all there is") {
  const auto form_of = [](const std::string& inner) {
    const std::string xml = "<rss><a>" + inner + "</a></rss>";
    const Document document(xml, "", test::test_arena());
    const Body body = find(document, {"a"})->body();
    CHECK(decode_body(body) == plain_reading(xml));
    return body.form;
  };
  CHECK(form_of(long_run) == Body::Form::escaped);
  CHECK(form_of("\n  " + long_run + "&amp;\r\n ") == Body::Form::escaped);
  CHECK(form_of("<![CDATA[" + long_run + "&amp;]]>") == Body::Form::plain);
  CHECK(form_of("\n <![CDATA[ " + long_run + " ]]>\n ") == Body::Form::plain);
  CHECK(form_of("<!-- x -->" + long_run) == Body::Form::escaped);
  CHECK(form_of("short") == Body::Form::own);
  CHECK(form_of("x<![CDATA[" + long_run + "]]>") == Body::Form::own);
  CHECK(form_of(long_run + "<!-- x -->" + long_run) == Body::Form::own);
  CHECK(form_of("") == Body::Form::own);
}

TEST_CASE("xml: without characters of its own an element has those of its descendants") {
  CHECK(text_at("<rss><a> <b>x<c>y</c></b> <d>" + long_run + "</d> </a></rss>", {"a"}) ==
        "xy " + long_run);
  CHECK(text_at("<rss><a>own <b>not</b> too</a></rss>", {"a"}) == "own  too");
  CHECK(text_at("<rss><a><b/><c></c></a></rss>", {"a"}) == "");
}

TEST_CASE("xml: attributes are trimmed, expanded, and found in any case") {
  const std::string xml =
      "<rss><a Href=' x&amp;y&#10;' title=\"it's &quot;&eacute;&quot;\" empty='' r:about='no' "
      "q='a>b'/></rss>";
  const Document document(xml, "", test::test_arena());
  const auto a = find(document, {"a"});
  CHECK(a->attribute("href") == "x&y");
  CHECK(a->attribute("TITLE") == "it's \"é\"");
  CHECK(a->attribute("q") == "a>b");
  CHECK(a->attribute("empty") == "");
  CHECK(a->attribute("about") == "");
}

TEST_CASE("xml: a namespace goes by its URI, whatever the prefix") {
  const std::string xml =
      "<f:feed xmlns:f='http://www.w3.org/2005/Atom' xmlns='http://purl.org/dc/elements/1.1/'>"
      "<title xmlns:r='HTTPS://www.w3.org/1999/02/22-RDF-syntax-ns#/' r:about='x'/>"
      "<F:title/><f:title xmlns:f='http://other.example/'/><f:a/><g:b xmlns:g=''/></f:feed>";
  const Document document(xml, "", test::test_arena());
  std::vector<Ns> found;
  for (const Element child : document.feed()->children()) found.push_back(child.ns());
  CHECK(document.feed()->ns() == Ns::atom);
  CHECK((found == std::vector<Ns>{Ns::dublin_core, Ns::atom, Ns::other, Ns::atom, Ns::none}));
  CHECK(find(document, {"title"})->attribute(Ns::rdf, "about") == "x");
  CHECK(find(document, {"title"})->namespace_uri() == "http://purl.org/dc/elements/1.1/");
  CHECK(problem_of(xml) == "none");
}

TEST_CASE("xml: base and language are those in scope") {
  const std::string xml =
      "<rss xml:base='http://a.example/b/' xml:lang='en_GB'><a xml:base='c/'><b XML:Base='../d'/>"
      "<c xml:base='mailto:x'/><d xml:base=' '/><e xml:base='https:///f.example/'/></a>"
      "<f xml:lang=''><g xml:lang='de'/></f></rss>";
  const Document document(xml, "http://request.example/", test::test_arena());
  const auto base = [&](const std::vector<std::string_view>& path) {
    return find(document, path)->base();
  };
  CHECK(base({}) == "http://a.example/b/");
  CHECK(base({"a"}) == "http://a.example/b/c/");
  CHECK(base({"a", "b"}) == "http://a.example/b/d");
  CHECK(base({"a", "c"}) == "http://a.example/b/c/");
  CHECK(base({"a", "d"}) == "http://a.example/b/c/");
  CHECK(base({"a", "e"}) == "https://f.example/");
  CHECK(base({"f"}) == "http://a.example/b/");
  CHECK(find(document, {"a", "b"})->language() == "en-GB");
  CHECK(find(document, {"f"})->language() == "-");
  CHECK(find(document, {"f", "g"})->language() == "de");
  const std::string_view bare = "<rss/>";
  const Document unbased(bare, "http://request.example/", test::test_arena());
  CHECK(unbased.feed()->base() == "http://request.example/");
}

TEST_CASE("xml: a base may be as long as an address is, not as long as a link must not become") {
  const std::string outer = "http://a.example/";
  for (const auto& [size, usable] : {std::pair(512U, true), std::pair(513U, false)}) {
    const std::string base = outer + std::string(size - outer.size(), 'b');
    const std::string xml = "<rss xml:base='" + outer + "'><a xml:base='" + base + "'/></rss>";
    const Document document(xml, "", test::test_arena());
    CHECK(find(document, {"a"})->base() == (usable ? base : outer));
  }
}

TEST_CASE("xml: markup is written so that an HTML parser reads it right") {
  const struct {
    std::string_view xml, html;
  } rows[] = {
      {"<a>x<br/>y</a>", "x<br>y"},
      {"<a><BR/><hr></hr><p/></a>", "<BR><hr><p></p>"},
      {"<a>1 &lt; 2 &amp;amp; \"3\" &gt;</a>", "1 &lt; 2 &amp;amp; \"3\" &gt;"},
      {"<a><b title='&quot;&lt;&apos;'>x</b></a>", "<b title=\"&quot;&lt;'\">x</b>"},
      {"<a><![CDATA[<b>&amp;]]></a>", "&lt;b&gt;&amp;amp;"},
      {"<a><h:p xmlns:h='http://www.w3.org/1999/xhtml'>x</h:p></a>", "<p>x</p>"},
      {"<a><math><mi>x</mi><math/></math><svg/></a>",
       "<math xmlns=\"http://www.w3.org/1998/Math/MathML\"><mi>x</mi><math></math></math><svg "
       "xmlns=\"http://www.w3.org/2000/svg\"></svg>"},
      {"<a><svg><math/></svg></a>",
       "<svg xmlns=\"http://www.w3.org/2000/svg\"><math></math></svg>"},
      {"<a><use xlink:href='#x' xml:lang='de'/></a>",
       "<use xlink:href=\"#x\" xml:lang=\"de\"></use>"},
      {"<a> <p> x </p>\n<p>&#150;</p> </a>", "<p> x </p>\n<p>–</p>"},
      {"<a></a>", ""},
  };
  for (const auto& row : rows) {
    CAPTURE(row.xml);
    CHECK(markup_of("<rss><channel>" + std::string(row.xml) + "</channel></rss>") == row.html);
  }
  CHECK(markup_of("<channel><channel><a><p>" + long_run + "&amp;</p><![CDATA[<" + long_run +
                  "]]></a></channel></channel>") == "<p>" + long_run + "&amp;</p>&lt;" + long_run);
}

TEST_CASE("xml: the feed is the first rss, RDF, feed or channel, at any depth") {
  const auto name_of = [](std::string_view xml) {
    const Document document(xml, "", test::test_arena());
    const auto feed = document.feed();
    return feed ? std::string(feed->name()) : "none: " + std::string(document.root_name());
  };
  CHECK(name_of("<rss/>") == "rss");
  CHECK(name_of("<?xml version='1.0'?><r:RDF/>") == "RDF");
  CHECK(name_of("text <x/><y><z/><FEED/></y>") == "FEED");
  CHECK(name_of("<x><y/></x><channel/>") == "channel");
  CHECK(name_of("<html><body/></html>") == "none: html");
  CHECK(name_of("no markup") == "none: ");
  CHECK(name_of("") == "none: ");
  CHECK(name_of("<rssx/>") == "none: rssx");
}

TEST_CASE("xml: the first thing that is not well-formed is named, with its line and column") {
  const struct {
    std::string xml, problem;
  } rows[] = {
      {"<rss>\n<a></a></rss>", "none"},
      {"<rss>\n <a></b></rss>",
       "malformed_xml at line 2, column 5: the end tag </b> closes nothing"},
      {"<rss>\n\n" + long_run + "é\n<a>é</b></rss>",
       "malformed_xml at line 4, column 5: the end tag </b> closes nothing"},
      {"<rss><a>", "malformed_xml at line 1, column 9: the document ends before </a>"},
      {"<rss><a", "malformed_xml at line 1, column 6: the document ends inside a tag"},
      {"<rss></rss>\n<", "malformed_xml at line 2, column 1: the document ends inside a tag"},
      {"<rss>1 < 2</rss>", "malformed_xml at line 1, column 8: a \"<\" that begins no tag"},
      {"<rss><![CDATA[x</rss>",
       "malformed_xml at line 1, column 6: a CDATA section that is not closed"},
      {"<rss><!-- x</rss>", "malformed_xml at line 1, column 6: a comment that is not closed"},
      {"<rss><?x</rss>",
       "malformed_xml at line 1, column 6: a processing instruction that is not closed"},
      {"<!DOCTYPE rss [<rss/>",
       "malformed_xml at line 1, column 1: a declaration that is not closed"},
      {"<rss a></rss>", "malformed_xml at line 1, column 6: the attribute \"a\" has no value"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.xml);
    CHECK(problem_of(row.xml) == row.problem);
  }
}

TEST_CASE("xml: a document cut anywhere is read as far as it goes") {
  const std::string xml =
      "<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY a 'b'>]><rss "
      "xmlns:dc='http://purl.org/dc/elements/1.1/' "
      "xml:base='http://a.example/'><channel><title>&lt;&a; é</title><!-- c "
      "--><item><dc:subject>" +
      long_run + "</dc:subject><a><![CDATA[" + long_run +
      "]]></a><b c='d>e'/></item></channel></rss>";
  for (size_t size = 0; size <= xml.size(); ++size) {
    const std::string part = xml.substr(0, size);  // its own memory, for a sanitizer to watch
    const auto feed = parse(part, {.url = "http://b.example/"});
    if (feed) CHECK(feed->problems.empty() == (size == xml.size()));
  }
}

TEST_CASE("xml: hostile documents take linear time") {
  const std::string cases[] = {
      repeated("<", 300'000),
      "<rss>" + repeated("<a>", 200'000),
      "<rss>" + repeated("<a></a>", 100'000) + "</rss>",
      "<rss>" + repeated("</a>", 200'000),
      "<rss>" + repeated("<!", 200'000),
      "<rss>" + repeated("<![CDATA[", 100'000),
      "<rss>" + repeated("<![CDATA[]]>", 100'000),
      "<rss>" + repeated("<!--", 200'000),
      "<rss>" + repeated("<a b=\"", 100'000),
      "<rss>" + repeated("<a b=\"'>", 100'000),
      "<rss " + repeated("a='b' ", 100'000) + "/>",
      "<rss>" + repeated("]", 300'000) + "</rss>",
      "<rss><![CDATA[" + repeated("]", 300'000) + "]]></rss>",
      "<rss>" + repeated("&", 300'000) + "</rss>",
      "<!DOCTYPE rss " + repeated("[", 300'000),
      repeated("<!DOCTYPE a '>", 50'000) + "<rss/>",
      "<rss>" + repeated("<item>", 100'000),
      "<rss><channel>" + repeated("<item/>", 50'000),
      "<rss><item><description>" + repeated("<b>", 100'000),
      "<feed><entry><title type='xhtml'>" + repeated("<div>", 100'000),
  };
  for (const std::string& xml : cases) {
    CAPTURE(xml.substr(0, 40));
    const auto feed = parse(xml, {});
    CHECK((feed || feed.error().reason == Reason::not_a_feed));
  }
}

TEST_CASE("xml: scopes that are long, deep or many take linear time and memory") {
  std::string many = "<rss";
  for (int i = 0; i < 20'000; ++i) many += " xmlns:n" + std::to_string(i) + "='http://n.example/'";
  many += "><channel>" + repeated("<n19999:a/>", 20'000) + "</channel></rss>";
  const std::string cases[] = {
      many,
      "<rss xml:base='http://a.example/" + std::string(500'000, 'b') + "'><channel>" +
          repeated("<item xmlns:a='b'/>", 20'000) + "</channel></rss>",
      "<rss xml:lang='" + std::string(500'000, 'e') + "'><channel>" +
          repeated("<item xmlns:a='b'/>", 20'000) + "</channel></rss>",
      "<rss xml:base='http://a.example/'>" + repeated("<a xml:base='b/'>", 30'000),
      "<rss>" + repeated("<a xmlns:b='c'><d:e/>", 50'000),
  };
  for (const std::string& xml : cases) {
    CAPTURE(xml.substr(0, 40));
    const auto feed = parse(xml, {});
    REQUIRE(feed);
    CHECK(feed->base.size() <= 2048);
    CHECK(feed->language.size() <= 64);
  }
}
