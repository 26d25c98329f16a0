#include "text/entities.hpp"

#include <algorithm>
#include <cstring>
#include <iterator>

#include "text/ascii.hpp"
#include "text/buffer.hpp"
#include "text/simd.hpp"
#include "text/utf8.hpp"

namespace planetarium {

namespace {

// clang-format off
// Runs of code points: the first in hexadecimal, beginning with a digit, then the name of each; "-" has none here.
constexpr std::string_view names =
    // What HTML knows without a semicolon, too: HTML 3.2's, of Latin-1.
    "22 quot 26 amp 3c lt - gt 0a0 nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg "
    "macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave "
    "Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde "
    "Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc "
    "atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute "
    "ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml 22 QUOT 26 AMP 3c LT - GT 0a9 COPY "
    "0ae REG "
    // The rest of HTML 4; of HTML5 the punctuation of ASCII, which PHP's htmlentities() writes so, letters of Latin
    // Extended-A, spaces, fractions and signs.
    "9 Tab NewLine 21 excl - num dollar percnt - apos lpar rpar ast plus comma - period sol 3a colon semi - equals "
    "- quest commat 5b lbrack 5b lsqb bsol rbrack 5d rsqb Hat lowbar grave 7b lbrace 7b lcub verbar 7c vert rbrace "
    "7d rcub 0bd half 100 Amacr amacr Abreve abreve Aogon aogon Cacute cacute Ccirc ccirc Cdot cdot Ccaron ccaron "
    "Dcaron dcaron Dstrok dstrok Emacr emacr - - Edot edot Eogon eogon Ecaron ecaron Gcirc gcirc Gbreve gbreve Gdot "
    "gdot Gcedil - Hcirc hcirc Hstrok hstrok Itilde itilde Imacr imacr - - Iogon iogon Idot imath 131 inodot IJlig "
    "ijlig Jcirc jcirc Kcedil kcedil kgreen Lacute lacute Lcedil lcedil Lcaron lcaron Lmidot lmidot Lstrok lstrok "
    "Nacute nacute Ncedil ncedil Ncaron ncaron napos ENG eng Omacr omacr - - Odblac odblac OElig oelig Racute "
    "racute Rcedil rcedil Rcaron rcaron Sacute sacute Scirc scirc Scedil scedil Scaron scaron Tcedil tcedil Tcaron "
    "tcaron Tstrok tstrok Utilde utilde Umacr umacr Ubreve ubreve Uring uring Udblac udblac Uogon uogon Wcirc wcirc "
    "Ycirc ycirc Yuml Zacute zacute Zdot zdot Zcaron zcaron 192 fnof 2c6 circ caron 2d8 breve dot ring ogon tilde "
    "dblac 391 Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi Rho - Sigma Tau "
    "Upsilon Phi Chi Psi Omega 3b1 alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron "
    "pi rho sigmaf sigma tau upsilon phi chi psi omega 3d1 thetasym upsih 3d6 piv 2002 ensp emsp emsp13 emsp14 - "
    "numsp puncsp thinsp hairsp ZeroWidthSpace zwnj zwj lrm rlm dash 2010 hyphen - - ndash mdash horbar - - lsquo "
    "rsquo sbquo - ldquo rdquo bdquo - dagger Dagger bull 2022 bullet - - nldr hellip 2026 mldr 2030 permil - prime "
    "Prime tprime bprime 2039 lsaquo rsaquo 203e oline 2044 frasl 20ac euro 2111 image 2116 numero copysr weierp "
    "211c real 2122 TRADE 2122 trade 2135 alefsym 2153 frac13 frac23 frac15 frac25 frac35 frac45 frac16 frac56 "
    "frac18 frac38 frac58 frac78 2190 larr uarr rarr darr harr - nwarr nearr searr swarr 21a9 larrhk rarrhk 21b5 "
    "crarr 21d0 lArr uArr rArr dArr hArr 2200 forall - part exist - empty - nabla isin notin - ni 220f prod - sum "
    "minus 2217 lowast - - radic - - prop infin - ang 2227 and or cap cup int 2234 there4 223c sim 2245 cong - - "
    "asymp 2260 ne equiv - - le ge 2282 sub sup nsub - sube supe 2295 oplus - otimes 22a5 perp 22c5 sdot 22ee "
    "vellip 2308 lceil rceil lfloor rfloor 25a1 squ 25a1 square 25aa squf 25b4 utrif utri - - rtrif rtri 25be dtrif "
    "dtri - - ltrif ltri 25ca loz cir 2605 starf star 260e phone 2640 female - male 2660 spades - - clubs - hearts "
    "diams 266a sung - - flat natural sharp 2713 check 2713 checkmark 2717 cross 2720 malt 2736 sext 27e8 lang rang "
    "29eb lozf 0fb00 fflig filig fllig ffilig ffllig ";
// clang-format on
constexpr size_t without_semicolon = names.find("9 Tab ");  // names before this need none
constexpr size_t longest_name = 14;

char32_t hex_value(char c) {
  return static_cast<char32_t>(is_digit(c) ? c - '0' : lower(c) - 'a' + 10);
}

struct Slot {
  uint16_t at = 0;  // of the name in `names`; 0 is that of no name
  char16_t character = 0;
};

// An open hash table of the names, filled when the first one is asked for: all zeros in the wasm.
class Index {
 public:
  Index() {
    char32_t next = 0;
    for (size_t at = 0; at < names.size();) {
      const size_t end = names.find(' ', at);
      const std::string_view word = names.substr(at, end - at);
      if (is_digit(word[0])) {
        next = 0;
        for (const char c : word) next = next * 16 + hex_value(c);
      } else {
        if (word != "-") *slot(word) = {static_cast<uint16_t>(at), static_cast<char16_t>(next)};
        ++next;
      }
      at = end + 1;
    }
  }

  // The slot of a name, or the empty one where it would be.
  Slot* slot(std::string_view name) {
    uint32_t hash = 0;
    for (const char c : name) hash = hash * 33 + static_cast<unsigned char>(c);
    size_t i = (hash ^ hash >> 10) % std::size(slots_);
    while (slots_[i].at != 0 && !is(slots_[i], name)) i = (i + 1) % std::size(slots_);
    return &slots_[i];
  }

 private:
  static bool is(const Slot& slot, std::string_view name) {
    const std::string_view there = names.substr(slot.at);
    return there.starts_with(name) && there[name.size()] == ' ';
  }

  Slot slots_[1024];
};

// The slot of a name; an empty one where there is none.
Slot find_name(std::string_view name) {
  if (name.empty() || name.size() > longest_name) return {};
  static Index index;
  return *index.slot(name);
}

// What HTML reads &#128; to &#159; as: windows-1252 (HTML §13.2.5.80).
constexpr char16_t c1_controls[32] = {
    0x20ac, 0x81,   0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x8d,   0x017d, 0x8f,   0x90,   0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
    0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0x9d,   0x017e, 0x0178,
};

// A reference's characters as the number that loading them gives.
constexpr uint64_t loaded(std::string_view text) {
  uint64_t value = 0;
  for (size_t i = text.size(); i > 0; --i)
    value = value << 8 | static_cast<unsigned char>(text[i - 1]);
  return value;
}

// Nine of ten references in feeds: markup that was escaped to travel in XML.
Reference common_reference(std::string_view text) {
  if (text.size() < 8) return {};
  uint64_t eight = 0;
  std::memcpy(&eight, text.data(), 8);
  constexpr uint64_t four = 0xffff'ffff, five = 0xff'ffff'ffff, six = 0xffff'ffff'ffff;
  if ((eight & four) == loaded("&lt;")) return {'<', 4};
  if ((eight & four) == loaded("&gt;")) return {'>', 4};
  if ((eight & six) == loaded("&quot;")) return {'"', 6};
  if ((eight & five) == loaded("&amp;")) return {'&', 5};
  return {};
}

bool is_xml_character(char32_t c) {
  if (c < 0x20) return c == '\t' || c == '\n' || c == '\r';
  return c < 0xd800 || (c > 0xdfff && c != 0xfffe && c != 0xffff && c <= 0x10ffff);
}

bool is_digit_of(char c, bool hex) {
  return is_digit(c) || (hex && lower(c) >= 'a' && lower(c) <= 'f');
}

// Digits of "&#…;", after the mark. 0 where there are none, or the character is not one of XML's.
char32_t numeric(std::string_view digits) {
  const bool hex = !digits.empty() && lower(digits[0]) == 'x';
  if (hex) digits.remove_prefix(1);
  if (digits.empty()) return 0;
  char32_t value = 0;
  for (const char c : digits) {
    if (!is_digit_of(c, hex)) return 0;
    value = value * (hex ? 16 : 10) + hex_value(c);
    if (value > 0x10ffff) return replacement_character;
  }
  value = windows_1252_for_c1(value);
  return is_xml_character(value) ? value : dropped_character;
}

}  // namespace

char32_t windows_1252_for_c1(char32_t c) {
  return c >= 0x80 && c < 0xa0 ? c1_controls[c - 0x80] : c;
}

char32_t named_character(std::string_view name) { return find_name(name).character; }

Reference read_reference(std::string_view text) {
  if (text.size() < 3 || !(is_alpha(text[1]) || text[1] == '#')) return {};
  if (const Reference common = common_reference(text); common.size != 0) return common;
  constexpr size_t longest = 32;  // "&CounterClockwiseContourIntegral;" is HTML's longest
  const size_t end = text.substr(0, longest).find(';');
  if (end == text.npos || end < 2) return {};
  const std::string_view name = text.substr(1, end - 1);
  const char32_t c = name[0] == '#' ? numeric(name.substr(1)) : named_character(name);
  return {c, c == 0 ? 0 : end + 1};
}

Reference read_html_reference(std::string_view text) {
  if (text.size() < 3 || !(is_alpha(text[1]) || text[1] == '#')) return {};
  if (const Reference whole = read_reference(text); whole.size != 0) return whole;
  if (text.starts_with("&#")) {
    const bool hex = lower(text[2]) == 'x';
    const size_t begin = hex ? 3 : 2;
    size_t end = begin;
    while (end < text.size() && end < begin + 10 && is_digit_of(text[end], hex)) ++end;
    return {numeric(text.substr(2, end - 2)), end == begin ? 0 : end};
  }
  constexpr size_t longest = 6;  // "&brvbar"
  for (size_t size = std::min(text.size(), longest + 1) - 1; size >= 2; --size) {
    const Slot slot = find_name(text.substr(1, size));
    if (slot.at != 0 && slot.at < without_semicolon) return {slot.character, size + 1};
  }
  return {};
}

bool is_blank(std::string_view text) {
  while (!text.empty()) {
    size_t size = 1;
    char32_t c = static_cast<unsigned char>(text[0]);
    if (c == '&') {
      const Reference reference = read_reference(text);
      if (reference.size == 0) return false;
      c = reference.character == dropped_character ? ' ' : reference.character;
      size = reference.size;
    }
    if (c >= 0x80 || !is_space(static_cast<char>(c))) return false;
    text.remove_prefix(size);
  }
  return true;
}

void append_expanded(std::string& out, std::string_view text) {
  size_t mark = simd::find(text, '&');
  if (mark == text.size()) {
    out += text;
    return;
  }
  // No reference is shorter than its character in UTF-8: the text's own length is room enough.
  const size_t before = out.size();
  out.resize(before + text.size());
  char* to = out.data() + before;
  while (true) {
    to = copy_bytes(to, text.substr(0, mark));
    text.remove_prefix(mark);
    if (text.empty()) break;
    const Reference reference = read_reference(text);
    if (reference.size == 0) *to++ = '&';
    if (reference.size != 0 && reference.character != dropped_character) {
      to = write_utf8(to, reference.character);
    }
    text.remove_prefix(std::max<size_t>(reference.size, 1));
    mark = simd::find(text, '&');
  }
  out.resize(static_cast<size_t>(to - out.data()));
}

void normalise(std::string& text) {
  const auto special = [](simd::Block b) { return simd::equal(b, '\r') | simd::equal(b, '\xc2'); };
  const auto next_special = [&](std::string_view rest) { return simd::find_if(rest, special); };
  size_t read = next_special(text);
  if (read == text.size()) return;
  std::string out(text, 0, read);
  out.reserve(text.size());
  while (read < text.size()) {
    const unsigned char next =
        read + 1 < text.size() ? static_cast<unsigned char>(text[read + 1]) : 0;
    if (text[read] == '\r') {
      if (next != '\n') out += '\n';
    } else if (next >= 0x80 && next < 0xa0) {
      append_utf8(out, windows_1252_for_c1(next));
      ++read;
    } else {
      out += '\xc2';
    }
    ++read;
    const size_t plain = next_special(std::string_view(text).substr(read));
    out.append(text, read, plain);
    read += plain;
  }
  text = std::move(out);
}

}  // namespace planetarium
