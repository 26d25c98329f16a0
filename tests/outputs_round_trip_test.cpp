// What goes out comes in again: every output read by the project's own parser says what the view
// said, over the documents of tests/feeds and over feeds made of hostile strings.
#include <doctest/doctest.h>

#include <random>

#include "emit/output.hpp"
#include "planetarium/decode.hpp"
#include "planetarium/feed_table.hpp"
#include "planetarium/parse.hpp"
#include "support/builders.hpp"
#include "support/fixtures.hpp"
#include "support/outputs.hpp"
#include "text/ascii.hpp"

using namespace planetarium;
using namespace planetarium::test;

namespace {

// Strings that mean something to somebody: to XML, to HTML, to RDF, to whoever wraps or unescapes.
// The model's are trimmed, and of characters that XML allows; a table from elsewhere may hold any
// bytes.
class Hostile {
 public:
  Hostile(uint32_t seed, bool any_bytes) : random_(seed), any_bytes_(any_bytes) {}

  bool chance(int in) { return random_() % in == 0; }

  std::string_view text() {
    std::string out;
    for (size_t n = random_() % 5; n > 0; --n) out += pieces[random_() % std::size(pieces)];
    if (!any_bytes_) return kept(trim(out));
    for (int n = 0; n < 2; ++n) out += forbidden[random_() % std::size(forbidden)];
    return kept(out);
  }
  std::string_view some_text() {
    const std::string_view out = text();
    return out.empty() ? "]]>" : out;
  }
  std::string_view address() {
    std::string out = chance(4) ? std::string(text()) : "https://a.example/";
    if (chance(3)) out += text();
    return kept(out);
  }
  Text text_of_any_type() {
    constexpr std::string_view types[] = {"text", "html", "xhtml", "text/x-notes", "image/svg+xml"};
    Text text{.type = types[random_() % std::size(types)], .value = {.raw = this->text()}};
    if (chance(200)) text.value.raw = kept(std::string(100'000, 'x') + std::string(text.value.raw));
    return text.value.empty() ? Text{} : text;
  }
  std::optional<Timestamp> date() {
    if (chance(3)) return std::nullopt;
    return Timestamp{
        .seconds = static_cast<int64_t>(random_() % 1'200'000'000),
        .offset_minutes = static_cast<int16_t>(static_cast<int>(random_() % 1600) - 800)};
  }
  Person person() {
    return {.name = text(), .email = text(), .uri = address(), .avatar = address()};
  }

  Entry entry() {
    Entry entry{.id = chance(3) ? text() : address(),
                .title = text_of_any_type(),
                .link = address(),
                .summary = text_of_any_type()};
    Arena& arena = test_arena();
    if (!chance(3)) entry.content.push(arena, text_of_any_type());
    if (!chance(3)) entry.authors.push(arena, {.name = some_text()});
    if (chance(3)) entry.categories.push(arena, {.term = some_text(), .label = text()});
    if (chance(3)) entry.enclosures.push(arena, {.url = address(), .type = text(), .length = 5});
    if (chance(3))
      entry.links.push(arena, {.href = address(), .rel = "via", .type = text(), .title = text()});
    entry.published = date();
    entry.updated = date();
    entry.rights = text_of_any_type();
    entry.license = address();
    entry.comments = address();
    return entry;
  }

 private:
  static constexpr std::string_view pieces[] = {"\"",
                                                "'",
                                                "<",
                                                ">",
                                                "]]>",
                                                "<![CDATA[",
                                                "&amp;",
                                                "&",
                                                "&#0;",
                                                "</entry>",
                                                "</item>",
                                                "-->",
                                                "<!--",
                                                "<?php",
                                                "<b>bold</b>",
                                                "<br>",
                                                "<p class=\"x\">",
                                                "</p>",
                                                "é",
                                                "日本",
                                                "😀",
                                                "\u202e",
                                                " ",
                                                "\t",
                                                "\n",
                                                "a",
                                                "b c",
                                                "://",
                                                "@",
                                                "(",
                                                ")",
                                                "\\",
                                                "%",
                                                "\\u0000",
                                                "{",
                                                "}",
                                                "17",
                                                "--",
                                                "=",
                                                "<script>alert(1)</script>",
                                                "javascript:",
                                                "&lt;i&gt;",
                                                "</div></content>"};
  static constexpr std::string_view forbidden[] = {
      "",     "\x01",         "\x1f", "\xef\xbf\xbe", "\xef\xbf\xbf", "\xc3",
      "\x80", "\xed\xa0\x80", "\xf8", "\r",           "\x7f"};
  std::mt19937 random_;
  bool any_bytes_;
};

Feed hostile_view(uint32_t seed, bool any_bytes) {
  Hostile hostile(seed, any_bytes);
  Config config = config_of({"ada"});
  config.keep_duplicates = true;
  std::vector<Entry> entries;
  for (int i = 0; i < 3; ++i) entries.push_back(hostile.entry());
  Feed feed = feed_of("ada", std::move(entries));
  feed.title = hostile.text_of_any_type();
  feed.rights = hostile.text_of_any_type();
  feed.link = hostile.address();
  Planet planet = planet_of(config, feeds(std::move(feed)));
  return view_feed_of(planet);
}

}  // namespace

TEST_CASE("outputs: what the documents of tests/feeds say goes out equal") {
  for (const Fixture& fixture : all_fixtures()) {
    CAPTURE(fixture.name);
    const auto decoded = decode(fixture.document, {});
    if (!decoded) continue;
    auto parsed = parse(decoded->text(), {.url = "https://ada.example/feed"});
    if (!parsed) continue;
    Config config = config_of({"ada"});
    config.keep_duplicates = true;
    Planet planet = planet_of(config, feeds(std::move(*parsed)));
    const Feed view = view_feed_of(planet);
    for (const OutputFormat format : item_formats) {
      CAPTURE(name_of(format));
      const OutputAbout what = about(format);
      const Feed read = read_back(output(view, what), what);
      CHECK(difference(view, read, format) == "");
    }
  }
}

TEST_CASE("outputs: hostile strings go out equal") {
  for (uint32_t seed = 0; seed < 400; ++seed) {
    CAPTURE(seed);
    const Feed view = hostile_view(seed, false);
    for (const OutputFormat format : item_formats) {
      CAPTURE(name_of(format));
      const OutputAbout what = about(format);
      const Feed read = read_back(output(view, what), what);
      CHECK(difference(view, read, format) == "");
    }
  }
}

TEST_CASE("outputs: what is no character does not stand in them") {
  for (uint32_t seed = 0; seed < 100; ++seed) {
    CAPTURE(seed);
    const Feed view = hostile_view(seed, true);
    for (const OutputFormat format : item_formats) {
      CAPTURE(name_of(format));
      const OutputAbout what = about(format);
      CHECK(read_back(output(view, what), what).entries.size() == view.entries.size());
    }
  }
}

TEST_CASE("outputs: a table of anything gives a whole document") {
  const Feed view = hostile_view(7, false);
  std::string table;
  append_feed_table(table, view);
  std::mt19937 random(1);
  for (int round = 0; round < 1000; ++round) {
    CAPTURE(round);
    std::string wrong = table;
    for (int n = 0; n < 3; ++n) wrong[random() % wrong.size()] = static_cast<char>(random());
    const auto read = read_feed_table(wrong);
    if (!read) continue;
    const OutputAbout what = about(item_formats[round % 4]);
    CHECK(read_back(output(*read, what), what).entries.size() == read->entries.size());
  }
}
