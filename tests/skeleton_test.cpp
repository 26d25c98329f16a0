// What is taken out of a document before the XML reader sees it, and what is left.
#include "xml/skeleton.hpp"

#include <doctest/doctest.h>

using namespace planetarium;

TEST_CASE("skeleton: a run of more than 96 bytes is taken out, one of 96 stays") {
  const std::string run(96, 'x');
  CHECK(make_skeleton("<a>" + run + "</a>").text == "<a>" + run + "</a>");
  const std::string document = "<a>" + run + "y</a>";
  const Skeleton skeleton = make_skeleton(document);
  CHECK(skeleton.text == "<a>\x01@@@@@</a>");
  REQUIRE(skeleton.runs.size() == 1);
  CHECK(skeleton.runs[0].form == Body::Form::escaped);
  CHECK(skeleton.runs[0].offset == 3);
  CHECK(skeleton.runs[0].length == 97);
}

TEST_CASE("skeleton: a long CDATA section is a plain run, a short one stays as it is") {
  const std::string run(97, ']');
  const Skeleton skeleton = make_skeleton("<a><![CDATA[<b>]]><![CDATA[" + run + "]]></a>");
  CHECK(skeleton.text == "<a><![CDATA[<b>]]>\x01@@@@@</a>");
  REQUIRE(skeleton.runs.size() == 1);
  CHECK(skeleton.runs[0].form == Body::Form::plain);
  CHECK(skeleton.runs[0].length == 97);
}

TEST_CASE("skeleton: comments, instructions and the document type go, tags stay as they are") {
  const Skeleton skeleton = make_skeleton(
      "<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY a \"]>\"> <!-- ' --> ]><rss\n a = '>' "
      "b=\"<c>\"><!-- "
      "<d> -->x<?y <z>?></rss>");
  CHECK(skeleton.text == "<rss\n a = '>' b=\"<c>\">x</rss>");
  CHECK(skeleton.doctype == "<!DOCTYPE rss [<!ENTITY a \"]>\"> <!-- ' --> ]>");
  CHECK(skeleton.problem.reason == Reason::none);
}

TEST_CASE(
    "skeleton: white space among the elements of feeds and entries goes, inside a text it stays") {
  const std::string blank = "\n" + std::string(200, ' ');
  const auto text = [](const std::string& xml) {
    return std::string(make_skeleton(xml).text.view());
  };
  CHECK(text("<rss>\n<channel>\n<item>\n<title>\n</title>\n</item>\n</channel>\n</rss>") ==
        "<rss><channel><item><title>\n</title></item></channel></rss>");
  CHECK(text("<feed>\n<entry>\n<b>\n</b>\n</entry>\n</feed>") ==
        "<feed><entry><b>\n</b></entry></feed>");
  CHECK(text("<feed><title><b>x</b>\n<i>y</i></title></feed>") ==
        "<feed><title><b>x</b>\n<i>y</i></title></feed>");
  CHECK(text("<rss><channel><description><b/>\n<i/></description></channel></rss>") ==
        "<rss><channel><description><b/>\n<i/></description></channel></rss>");
  // long or not: white space is no run of characters
  CHECK(text("<feed><entry>" + blank + "<c>" + blank + "</c></entry></feed>") ==
        "<feed><entry><c>" + blank + "</c></entry></feed>");
  CHECK(text("<feed><entry>   <c/></entry></feed>") == "<feed><entry>   <c/></entry></feed>");
}
