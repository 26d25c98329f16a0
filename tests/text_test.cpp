// The text stage: ASCII, UTF-8, folding and hashes.
#include <doctest/doctest.h>

#include "text/ascii.hpp"
#include "text/fold.hpp"
#include "text/hash.hpp"
#include "text/language.hpp"
#include "text/utf8.hpp"

using namespace planetarium;

TEST_CASE("utf8: a text is shortened between two characters, and says so") {
  CHECK(shortened("héllo", 6) == "héllo");
  CHECK(shortened("héllo", 3) == "hé…");
  CHECK(shortened("héllo", 2) == "h…");
  CHECK(shortened("😀", 3) == "…");
  CHECK(shortened("", 0) == "");
}

TEST_CASE("text: white space is trimmed at both ends and squeezed between words") {
  CHECK(trim(" \t\r\n\f a b \n") == "a b");
  CHECK(trim(" \n ") == "");
  CHECK(squeezed("  a \n\t b  ") == "a b");
  CHECK(squeezed(" \n ") == "");
}

TEST_CASE("text: letters are compared by their ASCII case alone") {
  CHECK(same_ignoring_case("isPermaLink", "ISPERMALINK"));
  CHECK_FALSE(same_ignoring_case("item", "items"));
  CHECK_FALSE(same_ignoring_case("\xc3\x89", "\xc3\xa9"));
  CHECK(starts_ignoring_case("HTTP://a", "http:"));
  CHECK_FALSE(starts_ignoring_case("ht", "http"));
  CHECK(lowered("AZ[az\xc3\x84") == "az[az\xc3\x84");
}

TEST_CASE("text: a number is the whole of a text") {
  CHECK(to_number(" 17\n") == 17U);
  CHECK(to_number("18446744073709551615") == 18446744073709551615U);
  for (const auto none : {"", " ", "-1", "+1", "1.5", "0x10", "12 34", "18446744073709551616"}) {
    CAPTURE(none);
    CHECK_FALSE(to_number(none).has_value());
  }
}

TEST_CASE("text: a language tag is written with hyphens and is never long") {
  Arena arena;
  CHECK(language_tag(arena, " en_US ") == "en-US");
  CHECK(language_tag(arena, "zh-Hant-TW") == "zh-Hant-TW");
  CHECK(language_tag(arena, "") == "");
  CHECK(language_tag(arena, std::string(64, 'a')) == std::string(64, 'a'));
  CHECK(language_tag(arena, std::string(65, 'a')) == "");
}

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
TEST_CASE("fold: case and white space make no difference, in every script that has case") {
  const struct {
    std::string_view a, b;
  } rows[] = {
      {"OpenSUSE", "opensuse"},
      {"  Free \n Software ", "free software"},
      {"ÄÖÜ ÀÞ", "äöü àþ"},
      {"ŁÓDŹ Čeština ŸŽ", "łódź čeština ÿž"},
      {"ΑΘΗΝΑ Ώς", "αθηνα ώσ"},
      {"ΣΊΣΥΦΟΣ", "σίσυφος"},
      {"МОСКВА Ёлка Ҝ", "москва ёлка ҝ"},
      {"ԵՐԵՎԱՆ", "երեվան"},
      {"CƠ SỞ DỮ LIỆU", "cơ sở dữ liệu"},
      {"АӀ", "аӏ"},
      {"ＦＵＬＬ", "ｆｕｌｌ"},
      {"Ḁ Ẕ Ạ Ỿ Ș Ƿ", "ḁ ẕ ạ ỿ ș Ƿ"},
      {"日本 🚀", "日本 🚀"},
  };
  for (const auto& row : rows) CHECK(fold(row.a) == fold(row.b));
  CHECK(fold("Straße") == "straße");
  CHECK(fold("") == "");
  CHECK(fold("ё") != fold("е"));
}

TEST_CASE("fold: folding twice changes nothing") {
  for (char32_t c = 0x20; c < 0x2000; ++c) {
    if (c >= 0x7f && c < 0xa0) continue;
    std::string text = "x";
    append_utf8(text, c);
    REQUIRE(fold(fold(text)) == fold(text));
  }
}

TEST_CASE("hash: values are stable, for they are stored and stand in addresses") {
  const struct {
    std::string_view text;
    uint64_t hash;
  } rows[] = {
      {"", 0x8868fa896f3253fd},
      {"a", 0x9eb2949a40203c99},
      {"1234567", 0xff7131671ed90147},
      {"12345678", 0x7d1a18b9dd5bfde2},
      {"urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6a", 0x89bbd80a2210191b},
      {"https://weblog.example/2008/06/21/post", 0x960e786620c7ec1f},

  };
  for (const auto& row : rows) {
    CAPTURE(row.text);
    CHECK(hash_of(row.text) == row.hash);
  }
  CHECK(hash_of("a", 1) != hash_of("a"));
}

TEST_CASE("hash: length, order and every bit count") {
  std::string text(40, 'a');
  const uint64_t plain = hash_of(text);
  for (size_t i = 0; i < text.size() * 8; ++i) {
    std::string other = text;
    other[i / 8] = static_cast<char>(other[i / 8] ^ (1 << i % 8));
    REQUIRE(hash_of(other) != plain);
  }
  for (size_t size = 0; size < 40; ++size) REQUIRE(hash_of(text.substr(0, size)) != plain);
  CHECK(hash_of(std::string_view("\0", 1)) != hash_of(""));
}
