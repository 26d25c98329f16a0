// Characters as the units of a JavaScript string.
#include "text/utf16.hpp"

#include <doctest/doctest.h>

#include <cstring>
#include <vector>

#include "text/utf8.hpp"

using namespace planetarium;

namespace {

struct Units {
  uint32_t size;
  std::u16string text;
  bool operator==(const Units&) const = default;
};

Units units_of(std::string_view text) {
  std::string out;
  append_units(out, text);
  Units units{};
  std::memcpy(&units.size, out.data(), 4);
  if (units.size == 1) {
    units.text.assign(out.begin() + 4, out.end());
  } else {
    units.text.resize((out.size() - 4) / 2);
    std::memcpy(units.text.data(), out.data() + 4, out.size() - 4);
  }
  return units;
}

}  // namespace

TEST_CASE("utf-16: ASCII stays a byte a character") {
  CHECK(units_of("") == Units{1, u""});
  CHECK(units_of("a plain text of more than sixteen bytes") ==
        Units{1, u"a plain text of more than sixteen bytes"});
}

TEST_CASE("utf-16: one character beyond ASCII makes all units two bytes") {
  CHECK(units_of("é") == Units{2, u"é"});
  CHECK(units_of("a long text of ASCII, and at its very end: ’") ==
        Units{2, u"a long text of ASCII, and at its very end: ’"});
  CHECK(units_of("Größe, Добрый день, 日本語の文章, \U0001f600 and more") ==
        Units{2, u"Größe, Добрый день, 日本語の文章, \U0001f600 and more"});
}

TEST_CASE("utf-16: each character, wherever it lies among others, is its units") {
  for (const char32_t c : {0x80, 0x7ff, 0x800, 0xfffd, 0xffff, 0x10000, 0x10ffff}) {
    for (size_t before = 0; before < 40; ++before) {
      std::string text(before, 'a');
      append_utf8(text, c);
      append_utf8(text, c);
      text.append(before, 'b');
      std::u16string expected(before, u'a');
      for (int i = 0; i < 2; ++i) {
        if (c >= 0x10000) expected += static_cast<char16_t>(0xd800 + ((c - 0x10000) >> 10));
        expected += static_cast<char16_t>(c < 0x10000 ? c : 0xdc00 + (c & 0x3ff));
      }
      expected.append(before, u'b');
      REQUIRE(units_of(text) == Units{2, expected});
      REQUIRE(utf16_units(text) == expected.size());
    }
  }
}

TEST_CASE("utf-16: what is no UTF-8 gives some units, and no more than it has bytes") {
  for (const std::string_view text :
       {"\x80", "\xff\xff\xff\xff", "\xf4", "\xf4\xbf", "\xf4\xbf\xbf", "\xe2\x80", "abc\xc3"}) {
    CHECK(units_of(text).text.size() <= text.size());
  }
}
