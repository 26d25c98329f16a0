// Markup to the text that a reader sees of it.
#include "text/html_text.hpp"

#include <doctest/doctest.h>

using namespace planetarium;

TEST_CASE("html text: what a reader would see of a fragment") {
  const struct {
    std::string_view html, text;
  } rows[] = {
      {"", ""},
      {"plain", "plain"},
      {"<p>One</p><p>Two</p>", "One Two"},
      {"un<b>believ</b>able", "unbelievable"},
      {"a<br>b<br/>c", "a b c"},
      {"  a \n  b  ", "a b"},
      {"<ul><li>a<li>b</ul>", "a b"},
      {"a &lt;b&gt; &amp;amp; c", "a <b> &amp; c"},
      {"x<!-- <p>not</p> -->y", "xy"},
      {"x<!-- never closed", "x"},
      {"a<script>var p = '<p>';</script>b", "a b"},
      {"a<STYLE>p {}</Style >b", "a b"},
      {"a<script>never closed", "a"},
      {"<img alt=\"a > b\" src='x'>after", "after"},
      {"<a title=\"never closed>after", "after"},
      {"1 < 2 and <3", "1 < 2 and <3"},
      {"a <", "a <"},
      {"cut <a href=\"x", "cut"},
      {"<custom-tag>a</custom-tag>b", "a b"},
      {"x<!-->y--><!--->z<!-- a --!>!", "xy-->z!"},
      {"a<!doctype html><?xml version='1.0'?></ b>b</>c</3 d", "abc"},
      {"a </", "a </"},
      {"<title>not seen</title><template><p>nor this</p></template>a<iframe>b</iframe>c", "a c"},
      {"<ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby>", "漢(かん)"},
      {"<table><tr><td>a</td><td>b</td></tr></table>", "a b"},
      // references as HTML has them
      {"caf&eacute &copy2008 &#8217s R&D &notit; &hellip", "café ©2008 ’s R&D ¬it; &hellip"},
      {"a&NewLine;b&Tab;c&#32;d", "a b c d"},
      {"a&#0;b&#x1f;c", "abc"},
      // spaces that do not break, next to each other, to others, and at the ends
      {"<p>&nbsp;</p>a&nbsp;b&nbsp; c &nbsp;d&nbsp;&nbsp;e<p>&nbsp;</p>", "a\u00a0b c d\u00a0e"},
      {"Donau&shy;dampf&#xfeff;schiff", "Donaudampfschiff"},
      // pictures
      {"<img src=x alt=x>", "x"},
      {"<a href='/'><img src='/a.png' ALT = 'A &amp; \"B\"'/></a> <img alt=\"C > D\">",
       "A & \"B\" C > D"},
      {"<img alt='a chart'>Sales rise", "Sales rise"},
      {"Sales rise<img alt='a chart'>", "Sales rise"},
      {"Nice <img class=wp-smiley alt='&#x1f642;'>!", "Nice 🙂!"},
      {"Nice <img src=s.png alt=✨>!", "Nice ✨!"},
      {"<img><img alt><img alt=''><img =alt=x><img data-alt=x title=y>", ""},
      {"<img alt='cut", "cut"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.html);
    CHECK(plain_text(row.html) == row.text);
  }
}

TEST_CASE(
    "html text: a title is markup when every tag and reference is HTML's, and one ends or stands") {
  for (const auto markup : {"<b>bold</b>", "a <em>b</em>", "caf&eacute;", "&#233;", "a &amp; b",
                            "<B>x</B>", "<p>x<br></p>", "AT&T &copy; 2008", "<3 &amp; more",
                            "a &ccaron;</b>", "<bgsound></bgsound>", "<!-- --> &lt;"}) {
    CAPTURE(markup);
    CHECK(looks_like_html(markup));
  }
  for (const auto text : {"plain",
                          "1 < 2",
                          "a <br> alone",
                          "use <vector> </vector>",
                          "the <blink-tag> </b>",
                          "R&D",
                          "AT&T",
                          "&unknown; </b>",
                          "a & b",
                          "</vector>",
                          "<b>never ended",
                          "&amp without end",
                          "</b",
                          "</b a=1",
                          "<svg><path/></svg>",
                          "<b:c></b>",
                          "&nosuchname; &amp;",
                          "<!-- -->",
                          "&#xg; </",
                          "&copy 2008"}) {
    CAPTURE(text);
    CHECK_FALSE(looks_like_html(text));
  }
}

TEST_CASE("html text: hostile markup takes linear time") {
  const size_t size = 1'000'000;
  for (const std::string unit : {"<",
                                 "<a ",
                                 "<a x=\"",
                                 "<a x='\"",
                                 "<!--",
                                 "<script>",
                                 "<script",
                                 "&",
                                 "&a",
                                 "&#",
                                 "</",
                                 "<a x=\"'>",
                                 "<!",
                                 "<?",
                                 "<!--->",
                                 "<!--!",
                                 "<img alt=",
                                 "<img alt=x ",
                                 "</b",
                                 "&#9",
                                 "&copy",
                                 "&nbsp; ",
                                 "<title></title",
                                 "<img x>",
                                 "<x>"}) {
    CAPTURE(unit);
    std::string text;
    while (text.size() < size) text += unit;
    CHECK(plain_text(text).size() <= text.size());
    looks_like_html(text);
  }
}

TEST_CASE("html text: a quote that no tag closes is searched for once") {
  std::string html;
  for (int i = 0; i < 100'000; ++i) html += "<a='>'";
  CHECK(plain_text(html).size() == 100'000);  // the quote behind each tag
}
