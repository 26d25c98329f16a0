#include "dates/words.hpp"

#include <iterator>
#include <string>

#include "text/ascii.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

namespace planetarium {

namespace {

// Beginnings of months, folded and without accents, each followed by its month: A is January, L
// December; M is a day of the week, first here since it comes first in a date. The first match
// counts, so what is longer stands before its own beginning.
constexpr std::string_view months =
    "monMtueMwedMthuMfriMsatMsunM"
    // English; the beginnings that others share with it
    "janAfebBmarrasKmarCaprDmayEjunFjulGaugHsepIoctJnovKdecL"
    // French, Spanish, Portuguese, Italian, Romanian
    "fevBavrDmaiEjuinFjuilGaouHeneAabrDagoHsetIdicLoutJdezLgenAmagEgiuFlugGottJianAiunFiulGnoiK"
    // German, Dutch, Swedish, Danish, Norwegian
    "maerCoktJmrtCmaaCmeiEmajEdesL"
    // Polish, Czech, Hungarian
    "styAlutBkwiDczeFlipGsieHwrzIpazJlisKgruL"
    "ledAunoBbreCdubDkveEcerveneGcervencGcerFcvnFcvcGsrpHzarI"
    "rijJproLszepI"
    // Finnish, Turkish
    "tammiAhelmiBhuhtiDtoukoEkesaFheinaGeloHsyysIlokaJjoulL"
    "ocaAsubBnisDhazFtemGaguHeylIekiJkasKaraL"
    // Greek
    "ιανAφεβBμαρCαπρDμαιEιουνFιουλGαυγHσεπIοκτJνοεKδεκL"
    // Russian, Bulgarian, Ukrainian
    "янвAфевBмарCапрDмаEиюнFиюлGавгHсенIоктJноKдекLянуAюниFюлиGсепI"
    "січAлютBберCквіDтраEчерFлипGсерHверIжовJлисKгруL"
    // Chinese, Japanese
    "一月A二月B三月C四月D五月E六月F七月G八月H九月I十月J十一月K十二月L";

// á to ž as the letters above are written; the others keep what they are.
struct Accented {
  char16_t letter, plain;
};
constexpr char latin_1[] = "aaaaaaaceeeeiiiidnooooo/ouuuuyty";  // U+00E0 to U+00FF
constexpr Accented others[] = {
    {u'č', 'c'},  {u'ě', 'e'},  {u'ğ', 'g'},  {u'ř', 'r'},  {u'ş', 's'},
    {u'ź', 'z'},  {u'ΐ', u'ι'}, {u'ά', u'α'}, {u'έ', u'ε'}, {u'ί', u'ι'},
    {u'ϊ', u'ι'}, {u'ό', u'ο'}, {u'ύ', u'υ'},
};

char32_t without_accent(char32_t c) {
  if (c >= 0xe0 && c <= 0xff) return static_cast<unsigned char>(latin_1[c - 0xe0]);
  for (const Accented& one : others) {
    if (one.letter == c) return one.plain;
  }
  return c;
}

// Beyond ASCII.
bool is_letter(char32_t c) {
  const bool marks = c < 0xc0 || (c >= 0x2000 && c < 0x2070) || (c >= 0x3000 && c < 0x3004) ||
                     (c >= 0xff00 && c < 0xff21);
  return !marks;
}

// The first twelve letters: no month needs more to be known.
std::string plain_letters(std::string_view word) {
  constexpr size_t enough = 12;
  std::string out;
  std::string_view rest = word;
  for (; out.size() < enough && !rest.empty() && is_alpha(rest[0]); rest.remove_prefix(1)) {
    out += lower(rest[0]);
  }
  if (out.size() == enough || rest.empty()) return out;
  std::string_view behind = rest;
  for (size_t i = out.size(); i < enough && !behind.empty(); ++i) take_code_point(behind);
  const std::string folded = fold(rest.substr(0, rest.size() - behind.size()));
  for (std::string_view left = folded; !left.empty();) {
    const char32_t c = without_accent(take_code_point(left));
    if (c < 0x300 || c > 0x36f) append_utf8(out, c);  // an accent of its own
  }
  return out;
}

}  // namespace

size_t leading_letters(std::string_view text) {
  std::string_view rest = text;
  while (!rest.empty()) {
    std::string_view next = rest.substr(1);
    const bool ascii = (rest[0] & 0x80) == 0;
    if (ascii ? !is_alpha(rest[0]) : !is_letter(take_code_point(next = rest))) break;
    rest = next;
  }
  return text.size() - rest.size();
}

unsigned month_of(std::string_view word) {
  if (word.size() < 3) return 0;
  const std::string letters = plain_letters(word);
  for (std::string_view rest = months; !rest.empty();) {
    size_t size = 0;
    while (rest[size] < 'A' || rest[size] > 'M') ++size;
    const auto value = static_cast<unsigned>(rest[size] - 'A' + 1);
    if (std::string_view(letters).starts_with(rest.substr(0, size))) return value % 13;
    rest.remove_prefix(size + 1);
  }
  return 0;
}

Half take_half(std::string_view& text, bool latin) {
  constexpr std::string_view mornings[] = {"am", "a.m", "오전", "上午", "午前", "πμ", "π.μ"};
  constexpr std::string_view afternoons[] = {"pm", "p.m", "오후", "下午", "午後", "μμ", "μ.μ"};
  for (size_t i = latin ? 0 : 2; i < std::size(mornings); ++i) {
    const bool morning = starts_ignoring_case(text, mornings[i]);
    if (!morning && !starts_ignoring_case(text, afternoons[i])) continue;
    const size_t size = (morning ? mornings : afternoons)[i].size();
    if (i < 2 && size < text.size() && is_alpha(text[size])) continue;
    text.remove_prefix(size);
    return morning ? Half::morning : Half::afternoon;
  }
  return Half::none;
}

char take_unit(std::string_view& text) {
  constexpr std::string_view units = "年y년y月m월m日d일d号d號d時H时H点H點H시H分M분M秒S초S";
  for (size_t at = 0; at < units.size(); at += 4) {  // three bytes and a letter each
    if (!text.starts_with(units.substr(at, 3))) continue;
    text.remove_prefix(3);
    return units[at + 3];
  }
  if (text.size() > 1 && lower(text[0]) == 'h' && is_digit(text[1])) {  // "23h30"
    text.remove_prefix(1);
    return 'H';
  }
  return 0;
}

}  // namespace planetarium
