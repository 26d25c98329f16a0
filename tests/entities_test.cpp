// Character references as XML and as HTML read them.
#include "text/entities.hpp"

#include <doctest/doctest.h>

#include <sstream>

using namespace planetarium;

namespace {

std::string expanded(std::string_view text) {
  std::string out;
  append_expanded(out, text);
  return out;
}

std::string normalised(std::string text) {
  normalise(text);
  return text;
}

}  // namespace

TEST_CASE("entities: every name of HTML 4 is its character") {
  std::istringstream names(
      "AElig c6 Aacute c1 Acirc c2 Agrave c0 Alpha 391 Aring c5 Atilde c3 Auml c4 Beta 392 "
      "Ccedil c7 Chi 3a7 Dagger 2021 Delta 394 ETH d0 Eacute c9 Ecirc ca Egrave c8 Epsilon "
      "395 Eta 397 Euml cb Gamma 393 Iacute cd Icirc ce Igrave cc Iota 399 Iuml cf Kappa 39a "
      "Lambda 39b Mu 39c Ntilde d1 Nu 39d OElig 152 Oacute d3 Ocirc d4 Ograve d2 Omega 3a9 "
      "Omicron 39f Oslash d8 Otilde d5 Ouml d6 Phi 3a6 Pi 3a0 Prime 2033 Psi 3a8 Rho 3a1 "
      "Scaron 160 Sigma 3a3 THORN de Tau 3a4 Theta 398 Uacute da Ucirc db Ugrave d9 Upsilon "
      "3a5 Uuml dc Xi 39e Yacute dd Yuml 178 Zeta 396 aacute e1 acirc e2 acute b4 aelig e6 "
      "agrave e0 alefsym 2135 alpha 3b1 amp 26 and 2227 ang 2220 aring e5 asymp 2248 atilde "
      "e3 auml e4 bdquo 201e beta 3b2 brvbar a6 bull 2022 cap 2229 ccedil e7 cedil b8 cent a2 "
      "chi 3c7 circ 2c6 clubs 2663 cong 2245 copy a9 crarr 21b5 cup 222a curren a4 dArr 21d3 "
      "dagger 2020 darr 2193 deg b0 delta 3b4 diams 2666 divide f7 eacute e9 ecirc ea egrave "
      "e8 empty 2205 emsp 2003 ensp 2002 epsilon 3b5 equiv 2261 eta 3b7 eth f0 euml eb euro "
      "20ac exist 2203 fnof 192 forall 2200 frac12 bd frac14 bc frac34 be frasl 2044 gamma "
      "3b3 ge 2265 gt 3e hArr 21d4 harr 2194 hearts 2665 hellip 2026 iacute ed icirc ee iexcl "
      "a1 igrave ec image 2111 infin 221e int 222b iota 3b9 iquest bf isin 2208 iuml ef kappa "
      "3ba lArr 21d0 lambda 3bb lang 27e8 laquo ab larr 2190 lceil 2308 ldquo 201c le 2264 "
      "lfloor 230a lowast 2217 loz 25ca lrm 200e lsaquo 2039 lsquo 2018 lt 3c macr af mdash "
      "2014 micro b5 middot b7 minus 2212 mu 3bc nabla 2207 nbsp a0 ndash 2013 ne 2260 ni "
      "220b not ac notin 2209 nsub 2284 ntilde f1 nu 3bd oacute f3 ocirc f4 oelig 153 ograve "
      "f2 oline 203e omega 3c9 omicron 3bf oplus 2295 or 2228 ordf aa ordm ba oslash f8 "
      "otilde f5 otimes 2297 ouml f6 para b6 part 2202 permil 2030 perp 22a5 phi 3c6 pi 3c0 "
      "piv 3d6 plusmn b1 pound a3 prime 2032 prod 220f prop 221d psi 3c8 quot 22 rArr 21d2 "
      "radic 221a rang 27e9 raquo bb rarr 2192 rceil 2309 rdquo 201d real 211c reg ae rfloor "
      "230b rho 3c1 rlm 200f rsaquo 203a rsquo 2019 sbquo 201a scaron 161 sdot 22c5 sect a7 "
      "shy ad sigma 3c3 sigmaf 3c2 sim 223c spades 2660 sub 2282 sube 2286 sum 2211 sup 2283 "
      "sup1 b9 sup2 b2 sup3 b3 supe 2287 szlig df tau 3c4 there4 2234 theta 3b8 thetasym 3d1 "
      "thinsp 2009 thorn fe tilde 2dc times d7 trade 2122 uArr 21d1 uacute fa uarr 2191 ucirc "
      "fb ugrave f9 uml a8 upsih 3d2 upsilon 3c5 uuml fc weierp 2118 xi 3be yacute fd yen a5 "
      "yuml ff zeta 3b6 zwj 200d zwnj 200c ");
  std::string name;
  std::string code;
  int count = 0;
  while (names >> name >> code) {
    CAPTURE(name);
    CHECK(named_character(name) == std::stoul(code, nullptr, 16));
    ++count;
  }
  CHECK(count == 252);  // lang and rang as HTML5 has them, not the fullwidth ones of HTML 4
  CHECK(named_character("apos") == U'\'');  // XML's own
  for (const auto none : {"", "Amp", "NBSP", "-", "a0", "22", "nbs", "nbspx", "zwnjzwnj", "AAAA",
                          "zzzz", "thetasyms"})
    CHECK(named_character(none) == 0);
}

TEST_CASE("entities: a reference is expanded once") {
  const struct {
    std::string_view written, characters;
  } rows[] = {
      {"a &amp; b", "a & b"},
      {"&amp;amp;lt;", "&amp;lt;"},
      {"&lt;&gt;&quot;&apos;", "<>\"'"},
      {"&nbsp;", "\xc2\xa0"},
      {"&#65;&#x41;&#X4a;", "AAJ"},
      {"&#x1F600;", "\xf0\x9f\x98\x80"},
      {"&#0065;", "A"},
      // as HTML reads them: windows-1252
      {"&#128;&#150;&#x92;", "\xe2\x82\xac\xe2\x80\x93\xe2\x80\x99"},
      // characters that XML does not allow are nothing
      {"a&#0;b&#x1f;c&#xFFFE;d&#xD800;e", "abcde"},
      {"&#9;&#10;&#13;", "\t\n\r"},
      {"&#x110000;", "\xef\xbf\xbd"},
      {"&#99999999999999999999;", "\xef\xbf\xbd"},
      // what begins no reference stays
      {"AT&T; R&D & co", "AT&T; R&D & co"},
      {"&", "&"},
      {"&;", "&;"},
      {"&#;", "&#;"},
      {"&#x;", "&#x;"},
      {"&#12a;", "&#12a;"},
      {"&#xfg;", "&#xfg;"},
      {"&nbsp", "&nbsp"},
      {"&amp", "&amp"},
      {"&& &amp;&", "&& &&"},
      {"&counterclockwisecontourintegralx;", "&counterclockwisecontourintegralx;"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.written);
    CHECK(expanded(row.written) == row.characters);
  }
}

TEST_CASE("entities: a reference is found wherever it stands in a long text") {
  for (size_t before = 0; before < 40; ++before) {
    const std::string text(before, 'x');
    CHECK(expanded(text + "&eacute;" + text) == text + "\xc3\xa9" + text);
  }
}

TEST_CASE("entities: line ends are line feeds, C1 controls what windows-1252 has there") {
  CHECK(normalised("a\r\nb\rc\nd\r\r\n") == "a\nb\nc\nd\n\n");
  CHECK(normalised("\xc2\x80 \xc2\x93x\xc2\x94") == "\xe2\x82\xac \xe2\x80\x9cx\xe2\x80\x9d");
  CHECK(normalised("\xc2\xa0\xc3\x80") == "\xc2\xa0\xc3\x80");
  CHECK(normalised("\xc2\x81") == "\xc2\x81");  // unassigned: the control itself
  for (size_t before = 0; before < 40; ++before) {
    const std::string text(before, 'x');
    CHECK(normalised(text + "\r\n" + text + "\r") == text + "\n" + text + "\n");
  }
}

TEST_CASE("entities: of HTML5 the names that tools write for punctuation, letters and signs") {
  const struct {
    std::string_view name;
    char32_t character;
  } rows[] = {
      {"AMP", '&'},       {"QUOT", '"'},      {"LT", '<'},           {"GT", '>'},
      {"COPY", 0xa9},     {"REG", 0xae},      {"TRADE", 0x2122},     {"Tab", '\t'},
      {"NewLine", '\n'},  {"excl", '!'},      {"num", '#'},          {"dollar", '$'},
      {"percnt", '%'},    {"apos", '\''},     {"lpar", '('},         {"rpar", ')'},
      {"ast", '*'},       {"plus", '+'},      {"comma", ','},        {"period", '.'},
      {"sol", '/'},       {"colon", ':'},     {"semi", ';'},         {"equals", '='},
      {"quest", '?'},     {"commat", '@'},    {"lbrack", '['},       {"lsqb", '['},
      {"bsol", '\\'},     {"rbrack", ']'},    {"rsqb", ']'},         {"Hat", '^'},
      {"lowbar", '_'},    {"grave", '`'},     {"lbrace", '{'},       {"lcub", '{'},
      {"verbar", '|'},    {"vert", '|'},      {"rbrace", '}'},       {"rcub", '}'},
      {"half", 0xbd},     {"Amacr", 0x100},   {"ccaron", 0x10d},     {"inodot", 0x131},
      {"lstrok", 0x142},  {"Rcaron", 0x158},  {"uring", 0x16f},      {"zcaron", 0x17e},
      {"caron", 0x2c7},   {"dblac", 0x2dd},   {"puncsp", 0x2008},    {"ZeroWidthSpace", 0x200b},
      {"dash", 0x2010},   {"horbar", 0x2015}, {"bullet", 0x2022},    {"mldr", 0x2026},
      {"numero", 0x2116}, {"frac78", 0x215e}, {"nearr", 0x2197},     {"vellip", 0x22ee},
      {"squf", 0x25aa},   {"star", 0x2606},   {"starf", 0x2605},     {"phone", 0x260e},
      {"sharp", 0x266f},  {"check", 0x2713},  {"checkmark", 0x2713}, {"cross", 0x2717},
      {"sext", 0x2736},   {"fflig", 0xfb00},  {"ffllig", 0xfb04},
  };
  for (const auto& row : rows) {
    CAPTURE(row.name);
    CHECK(static_cast<uint32_t>(named_character(row.name)) == static_cast<uint32_t>(row.character));
  }
}

TEST_CASE("entities: HTML wants no semicolon behind a number and the names of its first versions") {
  const struct {
    std::string_view text;
    char32_t character;
    size_t size;
  } rows[] = {
      {"&eacute; x", 0xe9, 8},
      {"&eacute x", 0xe9, 7},
      {"&nbsp", 0xa0, 5},
      {"&copyright", 0xa9, 5},
      {"&ltb", '<', 3},
      {"&AMPx", '&', 4},
      // the whole name, where there is one, else the longest beginning
      {"&notin;", 0x2209, 7},
      {"&notit;", 0xac, 4},
      {"&sup2x", 0xb2, 5},
      {"&frac12", 0xbd, 7},
      {"&brvbarx", 0xa6, 7},
      {"&#233 x", 0xe9, 5},
      {"&#xe9 x", 0xe9, 5},
      {"&#xe9g", 0xe9, 5},
      {"&#8217s", 0x2019, 6},
      // the others are nothing without theirs
      {"&hellip x", 0, 0},
      {"&apos x", 0, 0},
      {"&half x", 0, 0},
      {"&no", 0, 0},
      {"&", 0, 0},
      {"&#", 0, 0},
      {"&#x", 0, 0},
      {"&#;", 0, 0},
      {"&T;", 0, 0},
  };
  for (const auto& row : rows) {
    CAPTURE(row.text);
    const Reference reference = read_html_reference(row.text);
    CHECK(reference.size == row.size);
    if (row.size != 0) CHECK(reference.character == row.character);
  }
}

TEST_CASE("entities: XML knows five names without a declaration") {
  for (const auto name : {"amp", "lt", "gt", "quot", "apos"}) CHECK(is_declared_in_xml(name));
  for (const auto name : {"", "AMP", "nbsp", "am"}) CHECK_FALSE(is_declared_in_xml(name));
}

TEST_CASE("entities: ampersands without end take linear time") {
  for (const std::string_view unit : {"&", "&&#", "&a", "&#x", "&#1", "&ampersan", "&#9"}) {
    std::string text;
    while (text.size() < 1'000'000) text += unit;
    CHECK(expanded(text) == text);
  }
}
