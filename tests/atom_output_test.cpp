// Atom out: what RFC 4287 requires and allows.
#include <doctest/doctest.h>

#include "emit/markup.hpp"
#include "support/builders.hpp"
#include "support/outputs.hpp"

using namespace planetarium;
using namespace planetarium::test;

TEST_CASE("outputs: an Atom document has what RFC 4287 requires, and each entry its source") {
  const std::string document = output(two_posts(), about(OutputFormat::atom));
  read_root(document, [](const Element& feed) {
    auto said = children_of(feed);
    CHECK(said["id"] == 1);
    CHECK(said["title"] == 1);
    CHECK(said["updated"] == 1);
    CHECK(said["link"] == 2);
    for (const Element child : feed.children()) {
      if (child.name() != "entry") continue;
      auto parts = children_of(child);
      for (const char* once : {"id", "title", "updated", "source", "content"}) {
        CAPTURE(once);
        CHECK(parts[once] == 1);
      }
      CHECK(parts["author"] == 1);
      for (const Element part : child.children()) {
        if (part.name() != "source") continue;
        auto source = children_of(part);
        CHECK(source["id"] == 1);
        CHECK(source["title"] == 1);
        CHECK(source["rights"] == 1);
        CHECK(source["link"] == 2);
      }
    }
  });
}

TEST_CASE("outputs: an Atom entry looks like this") {
  Entry one = entry("one", "2008-06-21T23:30:00-06:00");
  one.title = html("Salt &amp; <em>tide</em>");
  one.content = list_of<Text>({{.type = "xhtml", .value = {.raw = "<p>a<br>b &amp; c</p>"}}});
  CHECK(output_of(one, OutputFormat::atom) ==
        R"(<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:thr="http://purl.org/syndication/thread/1.0">
 <id>https://planet.example/output</id>
 <title>Planet &lt;Example&gt; &amp; friends</title>
 <updated>2010-01-01T00:00:00Z</updated>
 <link rel="alternate" type="text/html" href="https://planet.example/"/>
 <link rel="self" type="application/atom+xml" href="https://planet.example/output"/>
 <entry>
  <id>urn:one</id>
  <title xml:base="https://posts.example/one" type="html">Salt &amp;amp; &lt;em&gt;tide&lt;/em&gt;</title>
  <updated>2008-06-21T23:30:00-06:00</updated>
  <published>2008-06-21T23:30:00-06:00</published>
  <author>
   <name>Weblog of ada</name>
  </author>
  <link rel="alternate" href="https://posts.example/one"/>
  <content xml:base="https://posts.example/one" type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>a<br/>b &amp; c</p></div></content>
  <source>
   <id>https://ada.example/feed</id>
   <title>Weblog of ada</title>
   <link rel="alternate" href="https://ada.example/"/>
   <link rel="self" href="https://ada.example/feed"/>
  </source>
 </entry>
</feed>
)");
}

TEST_CASE("outputs: inline XHTML stays XML where it can, and is HTML where it cannot") {
  struct Row {
    std::string_view markup, xml;  // none: it cannot
  };
  const Row rows[] = {
      {"", ""},
      {"a &amp; b", "a &amp; b"},
      {"<p>a<br>b</p>", "<p>a<br/>b</p>"},
      {"<img src=\"a.png\" alt=\"&quot;a&quot;\">", "<img src=\"a.png\" alt=\"&quot;a&quot;\"/>"},
      {"<p class=\"a\"></p>", "<p class=\"a\"></p>"},
      {"a \"b\" 'c'", "a \"b\" 'c'"},
      {"<p>a", "none"},
      {"</p>", "none"},
      {"<p>a</b>", "none"},
      {"<p><b>a</p></b>", "none"},
      {"<br>a</br>", "none"},
      {"<br/>", "none"},
      {"a > b", "none"},
      {"a ]]&gt; b", "a ]]&gt; b"},
      {"&nbsp;", "none"},
      {"&#38;", "none"},
      {"a & b", "none"},
      {"<p class=a>a</p>", "none"},
      {"<p class=\"a\" class=\"b\">a</p>", "none"},
      {"<p xmlns=\"urn:x\">a</p>", "none"},
      {"<x:p>a</x:p>", "none"},
      {"<p x:y=\"1\">a</p>", "none"},
      {"<svg xmlns=\"http://www.w3.org/2000/svg\"></svg>", "none"},
      {"<!-- a -->", "none"},
      {"<?php a ?>", "none"},
      {"<![CDATA[a]]>", "none"},
      {"<p", "none"},
      {"<", "none"},
      {"a\x01", "none"},
      {"<p title=\"a\nb\"></p>", "none"},
      {"</div></content></entry>", "none"},
  };
  for (const auto& [markup, xml] : rows) {
    CAPTURE(markup);
    std::string out = "before";
    const bool taken = append_xhtml(out, markup);
    CHECK(taken == (xml != "none"));
    CHECK(out == "before" + std::string(taken ? xml : ""));
  }
}

TEST_CASE("outputs: of alternate links Atom has one a type and language, the entry's own first") {
  Entry one = entry("one");
  one.links =
      list_of<Link>({{.href = "https://posts.example/other", .rel = "alternate"},
                     {.href = "https://posts.example/de", .rel = "alternate", .hreflang = "de"},
                     {.href = "https://posts.example/one", .rel = "alternate"},
                     {.href = "https://posts.example/de2", .rel = "Alternate", .hreflang = "DE"},
                     {.href = "/relative", .rel = "via"},
                     {.href = "https://via.example/", .rel = "via", .type = "nonsense"}});
  const std::string document = output_of(one, OutputFormat::atom);
  const size_t begin = document.find("<entry>");
  const std::string_view in =
      std::string_view(document).substr(begin, document.find("<source>") - begin);
  CHECK(count(in, "<link ") == 3);
  CHECK(has(in, "<link rel=\"alternate\" href=\"https://posts.example/one\"/>"));
  CHECK(has(in, "<link rel=\"alternate\" href=\"https://posts.example/de\" hreflang=\"de\"/>"));
  CHECK(has(in, "<link rel=\"via\" href=\"https://via.example/\"/>"));
}

TEST_CASE("outputs: Atom content is of any type, in place or elsewhere") {
  struct Row {
    Text content;
    std::string_view xml;
  };
  const Row rows[] = {
      {{.type = "text/x-notes", .value = {.raw = "a <b>"}},
       "type=\"text/x-notes\">a &lt;b&gt;</content>"},
      {{.type = "image/svg+xml", .value = {.raw = "<svg></svg>"}},
       "type=\"html\">&lt;svg&gt;&lt;/svg&gt;</content>"},
      {{.type = "application/json", .value = {.raw = "{\"a\":1}"}},
       "type=\"application/json\">eyJhIjoxfQ==</content>"},
      {{.type = "image/png", .value = {.raw = "iVBORw0KGgo="}},
       "type=\"image/png\">iVBORw0KGgo=</content>"},
      {{.type = "video/mp4", .src = "https://a.example/v.mp4"},
       "type=\"video/mp4\" src=\"https://a.example/v.mp4\"/>"},
      {{.type = "html", .src = "https://a.example/"},
       "type=\"text/html\" src=\"https://a.example/\"/>"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.xml);
    const std::string document =
        output_of({.id = "urn:1", .content = list_of<Text>({row.content})}, OutputFormat::atom);
    CHECK(has(document, row.xml));
    CHECK(has(document, "<summary></summary>") ==
          (row.content.type.substr(0, 4) != "text" && row.content.type != "image/svg+xml"));
  }
}

TEST_CASE("outputs: an entry without content or address is valid Atom all the same") {
  const std::string document = output_of({.id = "urn:1"}, OutputFormat::atom);
  CHECK(has(document, "<title></title>"));
  CHECK(has(document, "<content></content>"));
  CHECK(has(document, "<updated>2008-07-01T00:00:00Z</updated>"));
}

TEST_CASE("outputs: an entry keeps the source it came with") {
  Metadata source{.id = "urn:far", .title = plain("Far away")};
  Entry one = entry("one");
  one.source = &source;
  const std::string document = output_of(one, OutputFormat::atom);
  CHECK(has(document, "<id>urn:far</id>"));
  CHECK(has(document, ">Far away</title>"));
  CHECK_FALSE(has(document, "https://ada.example/feed"));
}
