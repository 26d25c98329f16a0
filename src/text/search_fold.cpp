#include "text/search_fold.hpp"

#include "text/ascii.hpp"
#include "text/fold.hpp"
#include "text/simd.hpp"
#include "text/utf8.hpp"

namespace planetarium {

namespace {

// The letter below each small letter from U+00E0 to U+017F; "." where there is none.
constexpr std::string_view latin =
    "aaaaaa.ceeeeiiii.nooooo.ouuuuy.y"   // U+00E0
    "aaaaaaccccccccddddeeeeeeeeeegggg"   // U+0100
    "gggghhhhiiiiiiiiii..jjkk.lllllll"   // U+0120
    "lllnnnnnnn..oooooo..rrrrrrssssss"   // U+0140
    "ssttttttuuuuuuuuuuuuwwyyyzzzzzzs";  // U+0160
constexpr char32_t latin_first = 0xe0;

// The same from U+1E00 to U+1EFF, a letter for each pair of a capital and a small one.
constexpr std::string_view latin_additional =
    "abbbcdddddeeeeefghhhhhiikkkllllm"   // U+1E00
    "mmnnnnoooopprrrrsssssttttuuuuuvv"   // U+1E40
    "wwwwwxxyzzz.....aaaaaaaaaaaaeeee"   // U+1E80
    "eeeeiioooooooooooouuuuuuuyyyy...";  // U+1EC0

struct Spelled {
  char32_t letter;
  std::string_view as;
};
constexpr Spelled spelled[] = {
    {0xdf, "ss"},   {0xe6, "ae"},   {0xfe, "th"},   {0xf0, "d"},     {0x133, "ij"},
    {0x138, "k"},   {0x14b, "n"},   {0x153, "oe"},  {0x2bc, "'"},    {0x3ac, "α"},
    {0x3ad, "ε"},   {0x3ae, "η"},   {0x3af, "ι"},   {0x390, "ι"},    {0x3ca, "ι"},
    {0x3cc, "ο"},   {0x3cd, "υ"},   {0x3b0, "υ"},   {0x3cb, "υ"},    {0x3ce, "ω"},
    {0x451, "е"},   {0x2018, "'"},  {0x2019, "'"},  {0x201c, "\""},  {0x201d, "\""},
    {0xfb00, "ff"}, {0xfb01, "fi"}, {0xfb02, "fl"}, {0xfb03, "ffi"}, {0xfb04, "ffl"},
};

bool is_combining(char32_t c) { return (c >= 0x300 && c < 0x370) || c == 0xad || c == 0x200d; }

// Writes at most four bytes, or three letters.
void append_folded(std::string& out, char32_t c) {
  // Kana, Han, Hangul: neither capitals nor accents.
  if (c >= 0x3040 && c < 0xfb00) return append_utf8(out, c);
  c = folded(c);
  if (c >= latin_first && c < latin_first + latin.size()) {
    if (const char base = latin[c - latin_first]; base != '.') {
      out += base;
      return;
    }
  }
  if (c >= 0x1e00 && c < 0x1f00) {
    if (const char base = latin_additional[(c - 0x1e00) / 2]; base != '.') {
      out += base;
      return;
    }
  }
  for (const Spelled& one : spelled) {
    if (one.letter != c) continue;
    out += one.as;
    return;
  }
  if (!is_combining(c)) append_utf8(out, c);
}

}  // namespace

void append_search_folded(std::string& out, std::string_view plain, std::vector<uint32_t>* places) {
  const size_t all = plain.size();
  while (!plain.empty()) {
    const auto from = static_cast<uint32_t>(all - plain.size());
    const size_t before = out.size();
    if (const size_t ascii = simd::ascii_prefix(plain); ascii > 0) {
      out.append(plain, 0, ascii);
      simd::lower_ascii(out.data() + before, ascii);
      plain.remove_prefix(ascii);
      for (size_t i = 0; places != nullptr && i < ascii; ++i)
        places->push_back(from + static_cast<uint32_t>(i));
      continue;
    }
    append_folded(out, take_code_point(plain));
    if (places != nullptr) places->insert(places->end(), out.size() - before, from);
  }
}

std::string search_folded(std::string_view plain) {
  std::string out;
  out.reserve(plain.size());
  append_search_folded(out, plain);
  return out;
}

size_t place_before_folding(std::string_view plain, size_t folded_at) {
  const size_t all = plain.size();
  std::string one;
  while (!plain.empty()) {
    const size_t ascii = simd::ascii_prefix(plain);
    if (ascii > folded_at) return all - plain.size() + folded_at;
    folded_at -= ascii;
    plain.remove_prefix(ascii);
    if (plain.empty()) break;
    const size_t place = all - plain.size();
    one.clear();
    append_folded(one, take_code_point(plain));
    if (one.size() > folded_at) return place;
    folded_at -= one.size();
  }
  return all;
}

bool is_spaced_letter(char32_t c) {
  if (c < 0x80) return is_alnum(static_cast<char>(c));
  struct Range {
    char32_t first, last;
  };
  constexpr Range others[] = {
      {0x80, 0xa9},     {0xab, 0xb4},     {0xb6, 0xb9},     {0xbb, 0xbf},       {0xd7, 0xd7},
      {0xf7, 0xf7},     {0xe00, 0xeff},   {0x1000, 0x109f}, {0x1780, 0x17ff},   {0x2000, 0x2bff},
      {0x2e00, 0x2e7f}, {0x2e80, 0xa4cf}, {0xf900, 0xfaff}, {0xfe10, 0xfe6f},   {0xff00, 0xff0f},
      {0xff1a, 0xff20}, {0xff3b, 0xff40}, {0xff5b, 0xff9f}, {0x1f000, 0x1faff}, {0x20000, 0x3ffff},
  };
  for (const Range& range : others) {
    if (c >= range.first && c <= range.last) return false;
  }
  return true;
}

}  // namespace planetarium
