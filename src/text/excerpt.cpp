#include "text/excerpt.hpp"

#include <algorithm>
#include <iterator>

#include "text/ascii.hpp"
#include "text/html_text.hpp"
#include "text/utf8.hpp"

namespace planetarium {

namespace {

struct Range {
  char16_t first, last;
};

// clang-format off
// Characters that never stand alone (Unicode: Grapheme_Extend, SpacingMark, and the later parts of a Hangul syllable),
// but for Indic scripts (below).
constexpr Range joined[] = {
    {0x300, 0x36f}, {0x483, 0x489}, {0x591, 0x5bd}, {0x5bf, 0x5c7}, {0x610, 0x61a}, {0x64b, 0x65f}, {0x670, 0x670},
    {0x6d6, 0x6dc}, {0x6df, 0x6e4}, {0x6e7, 0x6e8}, {0x6ea, 0x6ed}, {0x711, 0x711}, {0x730, 0x74a}, {0x7a6, 0x7b0},
    {0x8d3, 0x8e1}, {0x8e3, 0x8ff}, {0xd81, 0xd83}, {0xdca, 0xddf}, {0xdf2, 0xdf3}, {0xe31, 0xe31}, {0xe33, 0xe3a},
    {0xe45, 0xe4e}, {0xeb1, 0xeb1}, {0xeb3, 0xebc}, {0xec8, 0xecd}, {0xf18, 0xf19}, {0xf35, 0xf39}, {0xf3e, 0xf3f},
    {0xf71, 0xf87}, {0xf8d, 0xfbc}, {0x102b, 0x103e}, {0x1056, 0x1059}, {0x105e, 0x1064}, {0x1160, 0x11ff},
    {0x135d, 0x135f}, {0x17b4, 0x17d3}, {0x180b, 0x180d}, {0x1ab0, 0x1aff}, {0x1dc0, 0x1dff}, {0x200c, 0x200d},
    {0x20d0, 0x20f0}, {0x302a, 0x302f}, {0x3099, 0x309a}, {0xa66f, 0xa67d}, {0xa8e0, 0xa8f1}, {0xd7b0, 0xd7fb},
    {0xfb1e, 0xfb1e}, {0xfe00, 0xfe0f}, {0xfe20, 0xfe2f}, {0xff9e, 0xff9f},
};
// Scripts that put no spaces between words, and emoji (which begin at U+1F000): a line may break at each character.
constexpr Range unspaced[] = {
    {0xe01, 0xeff}, {0x1000, 0x109f}, {0x1780, 0x17ff}, {0x2600, 0x27bf}, {0x2e80, 0xa4cf}, {0xf900, 0xfaff},
    {0xfe30, 0xfe4f}, {0xff00, 0xffef},
};
// clang-format on

// Small kana, marks of length and repetition belong to the character before them.
constexpr std::u16string_view trailing =
    u"ぁぃぅぇぉっゃゅょゎゝゞァィゥェォッャュョヮヵヶーヽヾ々〻ｰ";
// What opens something, and would be left open.
constexpr std::u16string_view opening = u"([{«‘“‚„‹〈《「『【〔〖〘〝（［｛｢$#@¿¡";
// What a text is not cut behind, for the ellipsis would look odd there.
constexpr std::u16string_view left_out = u" ,.:;-–—/&…·•|،؛۔।、。，．：；・｡､\u00a0\u200b";

template <size_t N>
bool is_in(const Range (&ranges)[N], char32_t c) {
  const auto less = [](char32_t wanted, const Range& range) { return wanted < range.first; };
  const Range* after = std::upper_bound(std::begin(ranges), std::end(ranges), c, less);
  return after != std::begin(ranges) && c <= std::prev(after)->last;
}

bool is_in(std::u16string_view set, char32_t c) {
  return c < 0x10000 && set.find(static_cast<char16_t>(c)) != set.npos;
}

// The scripts that ISCII laid out alike, a block of 128 each; Sinhala, the last, is not.
bool is_indic(char32_t c) { return c >= 0x900 && c < 0xd80; }
// The sign that makes a conjunct of two consonants; in Tamil it only takes the vowel away.
bool is_virama(char32_t c) { return is_indic(c) && (c & 0x7f) == 0x4d && c != 0xbcd; }
bool is_indic_mark(char32_t c) {
  const char32_t place = c & 0x7f;
  return is_indic(c) &&
         (place < 4 || (place >= 0x3a && place <= 0x57 && place != 0x3d && place != 0x50) ||
          place == 0x62 || place == 0x63);
}

bool is_joined(char32_t c) {
  if (c < 0x300) return false;
  if (c < 0x10000) return is_indic_mark(c) || is_in(joined, c);
  return (c >= 0x1f3fb && c <= 0x1f3ff) || (c >= 0xe0000 && c < 0xe0200);  // skins, tags
}

bool is_unspaced(char32_t c) { return c >= 0x10000 ? c >= 0x1b000 : is_in(unspaced, c); }
bool is_flag_letter(char32_t c) { return c >= 0x1f1e6 && c <= 0x1f1ff; }
bool is_leading_jamo(char32_t c) { return c >= 0x1100 && c < 0x1160; }
// Thai and Lao write some vowels before the consonant they follow.
bool is_leading_vowel(char32_t c) {
  return (c >= 0xe40 && c <= 0xe44) || (c >= 0xec0 && c <= 0xec4);
}

constexpr char32_t joiner = 0x200d;

// One character as a reader sees it: its first code point, its last, and its bytes.
struct Cluster {
  char32_t first = 0, last = 0;
  size_t size = 0;
};

Cluster cluster_of(std::string_view text) {
  std::string_view rest = text;
  Cluster cluster;
  cluster.first = cluster.last = take_code_point(rest);
  bool flag = is_flag_letter(cluster.first);
  constexpr int longest = 32;  // code points; nobody writes more, but to fill the page
  for (int count = 1; count < longest && !rest.empty(); ++count) {
    std::string_view behind = rest;
    const char32_t c = take_code_point(behind);
    const char32_t last = cluster.last;
    const bool pair = flag && is_flag_letter(c);
    const bool letters =
        (is_leading_jamo(last) && (is_leading_jamo(c) || (c >= 0xac00 && c < 0xd7a4))) ||
        (is_virama(last) && is_indic(c)) || is_leading_vowel(last);
    const bool glued = last == joiner && !is_space(static_cast<char>(c));
    if (!pair && !is_joined(c) && !glued && !(letters && c > ' ')) break;
    flag = false;
    cluster.last = c;
    rest = behind;
  }
  cluster.size = text.size() - rest.size();
  return cluster;
}

bool may_break(const Cluster& before, const Cluster& after) {
  if (after.first == ' ' || before.last == 0x200b) return true;
  if (is_in(trailing, after.first)) return false;
  return is_unspaced(before.first) || is_unspaced(after.first);
}

std::string_view without_loose_end(std::string_view text) {
  size_t end = text.size();
  while (end > 0) {
    size_t begin = end - 1;
    while (begin > 0 && (text[begin] & 0xc0) == 0x80) --begin;
    std::string_view one = text.substr(begin, end - begin);
    const char32_t c = take_code_point(one);
    if (!is_in(left_out, c) && !is_in(opening, c)) break;
    end = begin;
  }
  return text.substr(0, end);
}

std::string cut(std::string_view text, size_t characters, bool whole) {
  Cluster before;
  size_t at = 0;
  size_t good = 0;  // where the last word that fits ends
  size_t count = 0;
  while (at < text.size() && count <= characters) {
    const Cluster next = cluster_of(text.substr(at));
    if (count * 2 >= characters && may_break(before, next)) good = at;
    if (count == characters) break;
    at += next.size;
    before = next;
    ++count;
  }
  if (at == text.size() && whole) return std::string(text);
  std::string_view kept = without_loose_end(text.substr(0, good != 0 ? good : at));
  if (kept.empty()) kept = text.substr(0, at);
  return std::string(kept) + "\u2026";
}

}  // namespace

std::string excerpt(std::string_view text, size_t characters) {
  return cut(trim(text), characters, true);
}

std::string excerpt_of_html(std::string_view html, size_t characters) {
  constexpr size_t most = 1 << 20;
  const size_t enough = std::min(characters, most) * 32 + 64;  // bytes; a family of four has 25
  const std::string text = plain_text(html, enough);
  return cut(text, characters, text.size() < enough);
}

}  // namespace planetarium
