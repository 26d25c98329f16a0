// The text stage: ASCII, language tags, folding and hashes.
#include <doctest/doctest.h>

#include "text/ascii.hpp"
#include "text/fold.hpp"
#include "text/hash.hpp"
#include "text/language.hpp"
#include "text/utf8.hpp"

using namespace planetarium;

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
