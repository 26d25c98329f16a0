#include "text/fold.hpp"

#include <algorithm>
#include <iterator>

#include "text/ascii.hpp"
#include "text/utf8.hpp"

namespace planetarium {

namespace {

// A run of code points whose capitals lie `step` apart from each other and `distance` from their
// small letters.
struct Range {
  char32_t first, last;
  int distance;
  int step;
};

// Unicode CaseFolding.txt, status C and S, for Latin as it is written today, Greek,
// Cyrillic, Armenian and full-width letters.
constexpr Range ranges[] = {
    {0xc0, 0xd6, 32, 1},   {0xd8, 0xde, 32, 1},    {0x100, 0x12e, 1, 2},    {0x132, 0x136, 1, 2},
    {0x139, 0x147, 1, 2},  {0x14a, 0x176, 1, 2},   {0x178, 0x178, -121, 1}, {0x179, 0x17d, 1, 2},
    {0x1a0, 0x1a4, 1, 2},  {0x1af, 0x1af, 1, 1},   {0x1cd, 0x1db, 1, 2},    {0x1de, 0x1ee, 1, 2},
    {0x1f8, 0x21e, 1, 2},  {0x222, 0x232, 1, 2},   {0x386, 0x386, 38, 1},   {0x388, 0x38a, 37, 1},
    {0x38c, 0x38c, 64, 1}, {0x38e, 0x38f, 63, 1},  {0x391, 0x3a1, 32, 1},   {0x3a3, 0x3ab, 32, 1},
    {0x3c2, 0x3c2, 1, 1},  {0x400, 0x40f, 80, 1},  {0x410, 0x42f, 32, 1},   {0x460, 0x480, 1, 2},
    {0x48a, 0x4be, 1, 2},  {0x4c0, 0x4c0, 15, 1},  {0x4c1, 0x4cd, 1, 2},    {0x4d0, 0x52e, 1, 2},
    {0x531, 0x556, 48, 1}, {0x1e00, 0x1e94, 1, 2}, {0x1ea0, 0x1efe, 1, 2},  {0xff21, 0xff3a, 32, 1},
};

}  // namespace

char32_t folded(char32_t c) {
  const auto* const range =
      std::lower_bound(std::begin(ranges), std::end(ranges), c,
                       [](const Range& one, char32_t wanted) { return one.last < wanted; });
  if (range == std::end(ranges) || c < range->first) return c;
  const bool capital = (c - range->first) % static_cast<char32_t>(range->step) == 0;
  return capital ? static_cast<char32_t>(static_cast<int>(c) + range->distance) : c;
}

std::string fold(std::string_view text) {
  std::string out = squeezed(text);
  char beyond = 0;
  for (char& c : out) {
    beyond |= c;
    c = lower(c);
  }
  if ((beyond & 0x80) == 0) return out;
  std::string folded_text;
  folded_text.reserve(out.size());
  for (std::string_view rest = out; !rest.empty();)
    append_utf8(folded_text, folded(take_code_point(rest)));
  return folded_text;
}

}  // namespace planetarium
