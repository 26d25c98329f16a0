// Code points to and from UTF-8, and what of a text is UTF-8.
#include "text/utf8.hpp"

#include <doctest/doctest.h>

#include "support/builders.hpp"

using namespace planetarium;

TEST_CASE("utf-8: each code point is written and read back") {
  for (char32_t c = 1; c <= 0x10ffff; c += c < 0x3000 ? 1 : 61) {
    if (c >= 0xd800 && c <= 0xdfff) continue;
    std::string text;
    append_utf8(text, c);
    REQUIRE(valid_utf8_prefix(text) == text.size());
    std::string_view rest = text;
    REQUIRE(take_code_point(rest) == c);
    REQUIRE(rest.empty());
  }
}

TEST_CASE("utf-8: the ends of each length are where RFC 3629 puts them") {
  const struct {
    char32_t code_point;
    std::string_view bytes;
  } rows[] = {
      {0x7f, "\x7f"},
      {0x80, "\xc2\x80"},
      {0x7ff, "\xdf\xbf"},
      {0x800, "\xe0\xa0\x80"},
      {0xffff, "\xef\xbf\xbf"},
      {0x10000, "\xf0\x90\x80\x80"},
      {0x10ffff, "\xf4\x8f\xbf\xbf"},
      // no characters: U+FFFD
      {0xd800, "\xef\xbf\xbd"},
      {0xdfff, "\xef\xbf\xbd"},
      {0x110000, "\xef\xbf\xbd"},
  };
  for (const auto& row : rows) {
    std::string text;
    append_utf8(text, row.code_point);
    CHECK(text == row.bytes);
  }
}

TEST_CASE("utf-8: what is malformed ends the valid prefix where it begins") {
  const struct {
    const char* what;
    std::string_view bytes;
  } rows[] = {
      {"a continuation byte alone", "\x80"},
      {"two of them", "\xbf\xbf"},
      {"a lead byte at the end", "\xc3"},
      {"a lead byte before ASCII", "\xc3("},
      {"a lead byte before a lead byte", "\xc3\xc3\xa9"},
      {"two of three bytes", "\xe2\x82"},
      {"two of three bytes before ASCII", "\xe2\x82 "},
      {"one of three bytes", "\xe2"},
      {"three of four bytes", "\xf0\x9f\x98"},
      {"two of four bytes before ASCII", "\xf0\x9f  "},
      {"an overlong slash in two bytes", "\xc0\xaf"},
      {"an overlong letter in two bytes", "\xc1\x81"},
      {"an overlong slash in three bytes", "\xe0\x80\xaf"},
      {"the last overlong of three bytes", "\xe0\x9f\xbf"},
      {"an overlong slash in four bytes", "\xf0\x80\x80\xaf"},
      {"the last overlong of four bytes", "\xf0\x8f\xbf\xbf"},
      {"the first high surrogate", "\xed\xa0\x80"},
      {"the last low surrogate", "\xed\xbf\xbf"},
      {"a surrogate pair (CESU-8)", "\xed\xa0\xbd\xed\xb8\x80"},
      {"beyond U+10FFFF", "\xf4\x90\x80\x80"},
      {"a lead byte that no character has", "\xf5\x80\x80\x80"},
      {"five bytes", "\xf8\x88\x80\x80\x80"},
      {"six bytes", "\xfc\x84\x80\x80\x80\x80"},
      {"FE", "\xfe"},
      {"FF", "\xff"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.what);
    // Before, inside and behind a block of sixteen.
    for (const std::string& before :
         {std::string(), std::string("\xc3\xa9"), std::string(15, 'a'), std::string(16, 'a'),
          std::string(37, 'a') + "\xe2\x82\xac"}) {
      CHECK(valid_utf8_prefix(before + std::string(row.bytes)) == before.size());
      CHECK(valid_utf8_prefix(before + std::string(row.bytes) + std::string(20, 'z')) ==
            before.size());
      CHECK(xml_prefix(before + std::string(row.bytes)) == before.size());
    }
  }
}

TEST_CASE("utf-8: a document ends before a character that XML does not allow") {
  for (const std::string& not_allowed :
       {std::string(1, '\0'), std::string("\x1f"), std::string("\xef\xbf\xbe"),
        std::string("\xef\xbf\xbf")}) {
    for (size_t before = 0; before < 40; ++before) {
      const std::string text = std::string(before, 'x') + "é￼";
      CHECK(xml_prefix(text + not_allowed + "y") == text.size());
    }
  }
  const std::string allowed = "\t\n\r \x7f\xc2\x80\ud7ff\ue000\ufffd\U0001fffe\U0010ffff";
  CHECK(xml_prefix(allowed) == allowed.size());
}

TEST_CASE("utf-8: a character is the same in the middle of a text and at its end") {
  size_t different = 0;
  for (const char lead : std::string("\x80\xc1\xc2\xdf\xe0\xe1\xed\xee\xef\xf0\xf1\xf4\xf5\xff")) {
    for (uint32_t rest = 0; rest < 0x10000; ++rest) {
      const char bytes[] = {lead, static_cast<char>(rest >> 8), static_cast<char>(rest), '\xbf',
                            'z'};
      const std::string_view middle(bytes, 5);
      const std::string_view end(bytes, static_cast<uint8_t>(lead) < 0xe0   ? 2
                                        : static_cast<uint8_t>(lead) < 0xf0 ? 3
                                                                            : 4);
      const bool malformed = malformed_size(end) != 0;
      const bool noncharacter = end == "\xef\xbf\xbe" || end == "\xef\xbf\xbf";
      different += (valid_utf8_prefix(middle) == 0) != malformed;
      different += (xml_prefix(middle) == 0) != (malformed || noncharacter);
      different += (xml_prefix(end) == 0) != (malformed || noncharacter);
    }
  }
  CHECK(different == 0);
}

TEST_CASE("utf-8: one U+FFFD stands for as many bytes as could have begun a character") {
  const struct {
    std::string_view bytes;
    size_t size;
  } rows[] = {
      {"", 0},
      {"a", 0},
      {"é", 0},
      {"\x80\x80", 1},
      {"\xc3", 1},
      {"\xc3\xc3\xa9", 1},
      {"\xc0\x80", 1},
      {"\xe2\x82", 2},
      {"\xe2\x82<", 2},
      {"\xe0\x80\x80", 1},
      {"\xed\xa0\x80", 1},
      {"\xed\x9f", 2},
      {"\xf0\x9f\x98", 3},
      {"\xf0\x9f\x98\xe2", 3},
      {"\xf0\x9f<", 2},
      {"\xf0\x8f\xbf\xbf", 1},
      {"\xf4\x90\x80\x80", 1},
      {"\xf5\x80", 1},
      {"\xff", 1},
  };
  for (const auto& row : rows) {
    CAPTURE(row.bytes);
    CHECK(malformed_size(row.bytes) == row.size);
  }
}

TEST_CASE("utf-8: a text is shortened between two characters, and says so") {
  CHECK(shortened("héllo", 6) == "héllo");
  CHECK(shortened("héllo", 3) == "hé…");
  CHECK(shortened("héllo", 2) == "h…");
  CHECK(shortened("😀", 3) == "…");
  CHECK(shortened("", 0) == "");
}

TEST_CASE("utf-8: sixty-four bytes at a time say the same as one character at a time") {
  // Each pair of bytes, and each triple and quadruple whose first two are at the edge of something,
  // at each place where a block of sixteen or of sixty-four may cut it.
  size_t different = 0;
  const auto compare = [&different](std::string_view piece) {
    for (const size_t before : {16, 60, 63, 64, 65, 66, 67, 130}) {
      std::string text(before, 'a');
      text.append(piece).append("\xc3\xa9");
      const size_t expected = before + xml_prefix(std::string(piece) + "\xc3\xa9");
      text.append(70, 'z');
      const bool whole = expected == before + piece.size() + 2;
      different += xml_prefix(text) != (whole ? text.size() : expected);
    }
  };
  for (uint32_t pair = 0; pair < 0x10000; ++pair) {
    const char bytes[] = {static_cast<char>(pair >> 8), static_cast<char>(pair)};
    compare({bytes, 2});
  }
  for (const char first : std::string("\xc2\xdf\xe0\xe1\xec\xed\xee\xef\xf0\xf1\xf3\xf4\xf5")) {
    for (const char second : std::string("\x7f\x80\x8f\x90\x9f\xa0\xbe\xbf\xc0")) {
      for (const char third : std::string("z\x80\xbd\xbe\xbf\xc2")) {
        for (const char fourth : std::string("z\x80\xbf\xe0")) {
          const char bytes[] = {first, second, third, fourth};
          compare({bytes, 3});
          compare({bytes, 4});
        }
      }
    }
  }
  CHECK(different == 0);
}
