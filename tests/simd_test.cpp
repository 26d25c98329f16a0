// The searches over sixteen bytes at a time, at every offset and length.
#include "text/simd.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using namespace planetarium;

namespace {

// Every place of the one byte that is looked for, in every text of up to 70 others, from every
// offset of an aligned buffer.
template <typename Find>
void check_everywhere(char filler, char wanted, Find find) {
  alignas(16) char buffer[128];
  for (size_t begin = 0; begin < 16; ++begin) {
    for (size_t size = 0; size <= 70; ++size) {
      std::fill(std::begin(buffer), std::end(buffer), wanted);  // around the text too
      std::fill_n(buffer + begin, size, filler);
      const std::string_view text(buffer + begin, size);
      REQUIRE(find(text) == size);
      for (size_t place = 0; place < size; ++place) {
        buffer[begin + place] = wanted;
        REQUIRE(find(text) == place);
        if (place + 1 < size) buffer[begin + size - 1] = wanted;  // the first of two
        REQUIRE(find(text) == place);
        std::fill_n(buffer + begin, size, filler);
      }
    }
  }
}

}  // namespace

TEST_CASE("simd: each search finds the first of what it looks for, at every offset and length") {
  check_everywhere('a', '<', [](std::string_view text) { return simd::find(text, '<'); });
  check_everywhere('a', '\x80', [](std::string_view text) { return simd::ascii_prefix(text); });
  check_everywhere('\x7f', '\xff', [](std::string_view text) { return simd::ascii_prefix(text); });
  for (const char control : {'\0', '\x01', '\x08', '\x0b', '\x0c', '\x0e', '\x1f'}) {
    check_everywhere('a', control, [](std::string_view text) { return simd::find_control(text); });
  }
}

TEST_CASE("simd: plain text is ASCII without controls") {
  for (const char unusual :
       {'\0', '\x01', '\x08', '\x0b', '\x0c', '\x0e', '\x1f', '\x80', '\xff'}) {
    check_everywhere('\x7f', unusual,
                     [](std::string_view text) { return simd::plain_prefix(text); });
    check_everywhere('\n', unusual, [](std::string_view text) { return simd::plain_prefix(text); });
  }
}

TEST_CASE("simd: tab, line ends, space and everything above are no controls") {
  for (int c = 0; c < 256; ++c) {
    const bool control = c < 0x20 && c != '\t' && c != '\n' && c != '\r';
    CAPTURE(c);
    for (const size_t before : {size_t{0}, size_t{3}, size_t{16}}) {
      const std::string text = std::string(before, 'x') + static_cast<char>(c);
      CHECK(simd::find_control(text) == (control ? before : text.size()));
      CHECK(simd::find_control(text + std::string(20, 'x')) ==
            (control ? before : text.size() + 20));
    }
  }
}
