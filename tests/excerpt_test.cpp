// The beginning of a text, cut where a reader would.
#include "text/excerpt.hpp"

#include <doctest/doctest.h>

#include "support/made.hpp"
#include "text/utf8.hpp"

using namespace planetarium;
using test::filled;

namespace {

struct Row {
  std::string_view text;
  size_t characters;
  std::string_view excerpt;
};

template <size_t N>
void check_rows(const Row (&rows)[N]) {
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CAPTURE(row.characters);
    CHECK(excerpt(row.text, row.characters) == row.excerpt);
  }
}

}  // namespace

TEST_CASE("excerpt: words stay whole, and an ellipsis tells that there is more") {
  constexpr Row rows[] = {
      {"", 10, ""},
      {"   ", 10, ""},
      {"short", 10, "short"},
      {"ten chars.", 10, "ten chars."},
      {"one two three", 13, "one two three"},
      {"one two three", 12, "one two…"},
      {"one two three", 7, "one two…"},
      {"one two three", 6, "one…"},
      {" one two ", 7, "one two"},
      {"one two", 0, "…"},
  };
  check_rows(rows);
}

TEST_CASE("excerpt: nothing hangs before the ellipsis") {
  constexpr Row rows[] = {
      {"First, second and third", 7, "First…"},
      {"It is done. Then more", 12, "It is done…"},
      {"Is it done? Then more", 12, "Is it done?…"},
      {"Planets – a list of them", 9, "Planets…"},
      {"He said: “Nothing at all”", 10, "He said…"},
      {"Notes (mostly about feeds)", 8, "Notes…"},
      {"Wait … and then some", 7, "Wait…"},
      {"and so on... and on", 13, "and so on…"},
      {"Quoi\u00a0? Rien du tout", 8, "Quoi\u00a0?…"},
  };
  check_rows(rows);
  CHECK(excerpt("--------------", 4) == "----…");
}

TEST_CASE("excerpt: a word longer than half of it is cut") {
  constexpr Row rows[] = {
      {"Donaudampfschifffahrt", 10, "Donaudampf…"},
      {"a Donaudampfschifffahrt", 10, "a Donaudam…"},
      {"https://weblog.example/2008/06/21/a-post", 25, "https://weblog.example/20…"},
      {"see https://weblog.example/2008/06/21/a-post", 27, "see https://weblog.example…"},
  };
  check_rows(rows);
  CHECK(excerpt(filled("x", 1'000'000), 100) == filled("x", 100).append("…"));
}

TEST_CASE("excerpt: a character is what a reader takes for one") {
  constexpr Row rows[] = {
      // combining marks
      {"e\u0301e\u0301e\u0301e\u0301", 3, "e\u0301e\u0301e\u0301…"},
      {"e\u0301e\u0301e\u0301", 3, "e\u0301e\u0301e\u0301"},
      // families, skins, variation selectors, keycaps, flags of pairs and of tags
      {"👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦", 2,
       "👨‍👩‍👧‍👦👨‍👩‍👧‍👦…"},
      {"👍🏽👍🏽👍🏽", 2, "👍🏽👍🏽…"},
      {"❤️❤️❤️", 2, "❤️❤️…"},
      {"1️⃣2️⃣3️⃣", 2, "1️⃣2️⃣…"},
      {"🇩🇪🇫🇷🇮🇹", 2, "🇩🇪🇫🇷…"},
      {"🏴󠁧󠁢󠁳󠁣󠁴󠁿🏴󠁧󠁢󠁳󠁣󠁴󠁿🏴󠁧󠁢󠁳󠁣󠁴󠁿", 1,
       "🏴󠁧󠁢󠁳󠁣󠁴󠁿…"},
      // Hangul by its parts, and whole
      {"\u1112\u1161\u11ab\u1100\u1173\u11af", 1, "\u1112\u1161\u11ab…"},
      {"한글날입니다", 3, "한글날…"},
      // Indic vowel signs and conjuncts
      {"नमस्तेनमस्ते", 3, "नमस्ते…"},
      {"தமிழ்மொழி", 3, "தமிழ்…"},
      // Arabic with its vowels, Hebrew with its points
      {"مُحَمَّدمُحَمَّد", 4, "مُحَمَّد…"},
      {"שָׁלוֹםשָׁלוֹם", 4, "שָׁלוֹם…"},
  };
  check_rows(rows);
}

TEST_CASE("excerpt: Arabic and Russian are cut between words") {
  constexpr Row rows[] = {
      {"مرحبا بالعالم، كيف الحال", 14, "مرحبا بالعالم…"},
      {"Съешь же ещё этих мягких булок", 13, "Съешь же ещё…"},
      {"오늘은 날씨가 아주 좋습니다", 9, "오늘은 날씨가…"},
  };
  check_rows(rows);
}

TEST_CASE("excerpt: scripts without spaces are cut between characters, but before small kana") {
  constexpr Row rows[] = {
      {"吾輩は猫である名前はまだ無い", 5, "吾輩は猫で…"},
      {"吾輩は猫である。名前はまだ無い", 7, "吾輩は猫である…"},
      {"吾輩は猫、である。", 5, "吾輩は猫…"},
      {"吾輩は「猫である」", 4, "吾輩は…"},
      {"やっきょくでうりました", 5, "やっきょく…"},
      {"やっきょくでうりました", 4, "やっきょ…"},
      {"やっきょくでうりました", 3, "やっ…"},
      {"コンピューターの本", 6, "コンピュー…"},
      {"コンピューターの本", 7, "コンピューター…"},
      {"猫が好き。犬も好き。鳥も好き。", 9, "猫が好き。犬も好き…"},
      {"今日はHTMLの勉強", 7, "今日はHTML…"},
      {"今日は長いHypertextの勉強", 9, "今日は長い…"},
      {"สวัสดีชาวโลก", 4, "สวัสดี…"},
      {"กขคเมือง", 4, "กขคเมื…"},
      {"我们🎉🎉🎉", 3, "我们🎉…"},
  };
  check_rows(rows);
}

TEST_CASE("excerpt: of markup, the text") {
  CHECK(excerpt_of_html("<p>One <b>two</b></p><p>three &amp; four</p>", 13) == "One two three…");
  CHECK(excerpt_of_html("<p>One <b>two</b></p>", 7) == "One two");
  CHECK(excerpt_of_html("<p></p><img alt=x>", 7) == "x");
  CHECK(excerpt_of_html("", 7) == "");
  CHECK(excerpt_of_html("one two", 7) == "one two");
  CHECK(excerpt_of_html(filled("<p>word</p>", 1'000'000), 14) == "word word word…");
  CHECK(excerpt_of_html(filled("<p>word</p>", 1'100), static_cast<size_t>(-1)).size() == 499);
}

TEST_CASE("excerpt: what it gives is a prefix in whole characters, at any length") {
  const std::string text =
      "Ein „Satz“ mit e\u0301, 👨‍👩‍👧‍👦 und 🇩🇪🇫🇷. "
      "吾輩は「猫」である。สวัสดี "
      "ชาวโลก "
      "नमस्ते "
      "한글 "
      "مُحَمَّد";
  for (size_t characters = 1; characters < 100; ++characters) {
    std::string cut = excerpt(text, characters);
    REQUIRE(valid_utf8_prefix(cut) == cut.size());
    if (cut.ends_with("…")) cut.resize(cut.size() - std::string_view("…").size());
    REQUIRE(std::string_view(text).starts_with(cut));
  }
  CHECK(excerpt(text, 100) == text);
}

TEST_CASE("excerpt: marks and joiners without end are no single character") {
  for (const std::string_view unit : {"\u0301", "\u200d", "👨‍", "🇩", "์", "\u1161", "्क", "เ"}) {
    CAPTURE(unit);
    const std::string text = filled(unit, 1'000'000);
    const std::string cut = excerpt(text, 10);
    CHECK(cut.size() < 2'000);
    CHECK(valid_utf8_prefix(cut) == cut.size());
  }
}
