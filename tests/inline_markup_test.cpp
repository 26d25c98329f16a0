// Posts of inline XHTML: left in the document until they are looked at, and then what the judge of
// the whole document reads too.
#include "xml/inline_markup.hpp"

#include <algorithm>

#include "parse/xml_feed.hpp"
#include "planetarium/archive.hpp"
#include "planetarium/parse.hpp"
#include "support/builders.hpp"
#include "support/made.hpp"

using namespace planetarium;
using namespace planetarium::test;

namespace {

const std::string long_text = repeated("Quite a long paragraph. ", 6);

std::string feed_with(std::string_view content) {
  return "<feed xmlns='http://www.w3.org/2005/Atom'><entry><id>a:1</id>" + std::string(content) +
         "<title>after</title></entry></feed>";
}

std::string post_of(std::string_view markup) {
  return feed_with("<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>" +
                   std::string(markup) + "</div></content>");
}

Feed read(std::string_view document, Loader load) {
  auto feed = read_xml(document, {.url = "https://a.example/"}, load);
  REQUIRE(static_cast<bool>(feed));
  return std::move(*feed);
}

std::string content_of(const Feed& feed) {
  REQUIRE(feed.entries.size() == 1);
  CHECK(decode_body(feed.entries[0].title.value) == "after");
  return decode_body(feed.entries[0].content.front().value);
}

}  // namespace

TEST_CASE("inline markup: a long post stays where it lies, and reads as it does to the judge") {
  const std::string posts[] = {
      "<p>" + long_text + "</p>",
      "  <p>" + long_text + "</p>\r\n<p>b</p>\n ",
      long_text + "<br/><img src='a&amp;b.png' alt='\"'/><a name='x'/>" + long_text,
      "<p>&lt;b&gt; &amp;amp; &nbsp;&eacute;&#8212;&unknown; " + long_text + "</p>",
      "<p><![CDATA[<script>" + long_text + "</script>]]></p>",
      "<!-- " + long_text + " --><?php echo 1 ?><p>x</p>",
      "<div><div>" + long_text + "</div></div><div>b</div>",
      "<svg viewBox='0 0 1 1'><svg:g><path d=\"M0 0>\"/></svg:g></svg>" + long_text,
      "<h:p xmlns:h='http://www.w3.org/1999/xhtml' h:x='1'>" + long_text + "</h:p>",
      "<div xml:lang='de' class='a > b'>" + long_text + "</div  >",
      "<p>" + repeated("日本語の文章。", 20) + "\xc2\x85</p>",
  };
  for (const std::string& post : posts) {
    CAPTURE(post);
    const std::string document = post_of(post);
    const Feed lazy = read(document, load_well_formed);
    CHECK(lazy.entries[0].content.front().type == "xhtml");
    CHECK(lazy.entries[0].content.front().value.form == Body::Form::markup);
    const Feed judged = read(document, load_and_judge);
    CHECK(judged.entries[0].content.front().value.form == Body::Form::own);
    CHECK(content_of(lazy) == content_of(judged));
    CHECK(content_of(read(document, load_any)) == content_of(judged));
  }
}

TEST_CASE("inline markup: what is not just one long div is read at once") {
  const std::string contents[] = {
      "<content type='xhtml'><div>short</div></content>",
      "<content type='xhtml'><p>" + long_text + "</p></content>",
      "<content type='xhtml'><div/>" + long_text + "</content>",
      "<summary type='html'>" + long_text + "</summary><content type='xhtml'>x<b>y</b></content>",
  };
  for (const std::string& content : contents) {
    CAPTURE(content);
    const std::string document = feed_with(content);
    const Feed lazy = read(document, load_well_formed);
    CHECK(lazy.entries[0].content.front().value.form == Body::Form::own);
    CHECK(content_of(lazy) == content_of(read(document, load_and_judge)));
  }
}

TEST_CASE(
    "inline markup: beside other elements, or where characters are expected, a div is not lost") {
  const std::string two = feed_with("<content type='xhtml'><div><i>" + long_text +
                                    "</i></div> and <div>more</div></content>");
  CHECK(content_of(read(two, load_well_formed)) ==
        "<div><i>" + long_text + "</i></div> and <div>more</div>");
  CHECK(content_of(read(two, load_and_judge)) == content_of(read(two, load_well_formed)));
  const std::string named =
      feed_with("<author><name>Ada</name></author><rights type='text'><div>" + long_text +
                "<b>!</b></div></rights>" + "<content>x</content>");
  CHECK(content_of(read(named, load_well_formed)) == "x");
  const std::string rss = "<rss version='2.0'><channel><item><category><div>" + long_text +
                          "<b>!</b></div></category></item></channel></rss>";
  CHECK(read(rss, load_well_formed).entries[0].categories.front().term == long_text + "!");
  CHECK(read(rss, load_and_judge).entries[0].categories.front().term == long_text + "!");
}

TEST_CASE("inline markup: what no XML reader reads to its end is left to who repairs it") {
  const std::string posts[] = {
      "<p>" + long_text,  // </div> ends the paragraph
      "<p><b><i>" + long_text + "</b></i></p>",
      "<p>" + long_text + "</div><div></p>",
      "<a href=x>" + long_text + "</a>",
      "<a href='x'title='y'>" + long_text + "</a>",
      "<input disabled/>" + long_text,
      "<p>" + long_text + "</p class='x'>",
      "1 < 2 " + long_text,
  };
  for (const std::string& post : posts) {
    CAPTURE(post);
    const std::string document = post_of(post);
    const auto read_as_it_is = read_xml(document, {}, load_well_formed);
    if (read_as_it_is) {
      CHECK(read_as_it_is->entries[0].content.front().value.form == Body::Form::own);
      CHECK(content_of(*read_as_it_is) == content_of(read(document, load_and_judge)));
    } else {
      CHECK(read_as_it_is.error() == Error{.reason = Reason::needs_parser, .detail = "xml"});
    }
    CHECK(content_of(read(document, load_any)) == content_of(read(document, load_and_judge)));
  }
  const std::string cut = post_of(long_text).substr(0, 160);
  CHECK(read(cut, load_any).entries.size() == 1);
}

TEST_CASE("inline markup: bytes that are none are given as they are") {
  CHECK(html_of_inline("<p><b><i>a\r\n</b></i>") == "<p><b><i>a\n</b></i>");
  CHECK(html_of_inline("") == "");
}

TEST_CASE("inline markup: the div's base and language are its post's") {
  const Feed feed = read(feed_with("<content type='xhtml'><div xml:base='/b/' xml:lang='de'>" +
                                   long_text + "</div></content>"),
                         load_well_formed);
  const Text& content = feed.entries[0].content.front();
  CHECK(content.base == "https://a.example/b/");
  CHECK(content.language == "de");
  CHECK(content.value.form == Body::Form::markup);
}

TEST_CASE("inline markup: an archive keeps it as it is, in the head and in a segment") {
  Planet planet(config_of({"ada"}));
  std::string document = "<feed xmlns='http://www.w3.org/2005/Atom'>";
  for (int i = 0; i < 60; ++i) {
    document += "<entry><id>a:" + std::to_string(i) + "</id><content type='xhtml'><div><p>" +
                std::to_string(i) + "<br/>" + long_text + "</p></div></content></entry>";
  }
  planet.add(0, read(document + "</feed>", load_well_formed), seconds("2008-07-01"));
  Archive archive;
  const std::string head = archive.save(planet, seconds("2010-01-01T00:00:00Z"));
  Planet loaded(config_of({"ada"}));
  Archive other;
  REQUIRE(static_cast<bool>(other.load(loaded, head)));
  for (const Segment& segment : archive.segments()) {
    AllocatedBytes bytes(static_cast<char*>(std::malloc(segment.size)));
    std::copy_n(segment.bytes.get(), segment.size, bytes.get());
    REQUIRE(static_cast<bool>(
        other.load_segment(loaded, name_of(segment.checksum), std::move(bytes), segment.size)));
  }
  REQUIRE(loaded.feeds()[0].held.size() == 60);
  for (const Held& held : loaded.feeds()[0].held) {
    const Body& body = held.entry.content.front().value;
    CHECK(body.form == Body::Form::markup);
    CHECK(decode_body(body) ==
          "<p>" + std::string(held.entry.id.substr(2)) + "<br>" + long_text + "</p>");
  }
}
