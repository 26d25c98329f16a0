// Bytes to UTF-8: which charset a document is taken to be in, and what becomes of bytes that do not
// fit it.
#include "planetarium/decode.hpp"

#include <doctest/doctest.h>

#include <ostream>
#include <sstream>

#include "decode/label.hpp"
#include "support/builders.hpp"
#include "text/ascii.hpp"

using namespace planetarium;

namespace {

struct Decoded {
  std::string text, encoding;
  bool fits = true;

  bool operator==(const Decoded&) const = default;
};

std::ostream& operator<<(std::ostream& out, const Decoded& decoded) {
  return out << decoded.encoding << (decoded.fits ? ": " : " (does not fit): ") << decoded.text;
}

Decoded decoded(std::string_view bytes, const DecodeHints& hints = {}) {
  const auto result = decode(bytes, hints);
  if (!result)
    return {.text = std::string(word(result.error().reason)), .encoding = result.error().detail};
  CHECK(result->fits == result->problem.empty());
  return {std::string(result->text()), result->encoding, result->fits};
}

// UTF-8 in another coding form.
std::string wide(std::string_view text, size_t width, bool big_endian) {
  std::string out;
  const auto unit = [&](uint32_t value) {
    for (size_t i = 0; i < width; ++i) {
      const size_t shift = 8 * (big_endian ? width - 1 - i : i);
      out += static_cast<char>(value >> shift);
    }
  };
  for (size_t at = 0; at < text.size();) {
    const auto byte = [&](size_t i) { return static_cast<unsigned char>(text[at + i]); };
    const size_t size = byte(0) < 0x80 ? 1 : byte(0) < 0xe0 ? 2 : byte(0) < 0xf0 ? 3 : 4;
    uint32_t c = size == 1 ? byte(0) : byte(0) & (0xff >> (size + 1));
    for (size_t i = 1; i < size; ++i) c = c << 6 | (byte(i) & 0x3f);
    at += size;
    if (width == 2 && c > 0xffff) {
      unit(0xd7c0 + (c >> 10));
      unit(0xdc00 + (c & 0x3ff));
    } else {
      unit(c);
    }
  }
  return out;
}

std::string declared(std::string_view label, std::string_view rest = "<rss/>") {
  return "<?xml version=\"1.0\" encoding=\"" + std::string(label) + "\"?>" + std::string(rest);
}

}  // namespace

TEST_CASE("decode: a byte order mark decides before everything else, and is no character") {
  const std::string text = "<rss>é€😀</rss>";
  const DecodeHints wrong{.content_type = "text/xml; charset=koi8-r"};
  CHECK(decoded("\xef\xbb\xbf" + text, wrong) == Decoded{text, "utf-8"});
  CHECK(decoded("\xff\xfe" + wide(text, 2, false), wrong) == Decoded{text, "utf-16le"});
  CHECK(decoded("\xfe\xff" + wide(text, 2, true), wrong) == Decoded{text, "utf-16be"});
  CHECK(decoded(std::string("\xff\xfe\0\0", 4) + wide(text, 4, false), wrong) ==
        Decoded{text, "utf-32le"});
  CHECK(decoded(std::string("\0\0\xfe\xff", 4) + wide(text, 4, true), wrong) ==
        Decoded{text, "utf-32be"});
}

TEST_CASE("decode: UTF-16 and UTF-32 without a mark are seen by their first characters") {
  for (const std::string text : {"<rss>é€😀</rss>", "{\"title\": \"é€😀\"}", "\n <rss>é€😀</rss>",
                                 "<?xml version='1.0' encoding='iso-8859-1'?><rss>é€😀</rss>"}) {
    CAPTURE(text);
    CHECK(decoded(wide(text, 2, false)) == Decoded{text, "utf-16le"});
    CHECK(decoded(wide(text, 2, true)) == Decoded{text, "utf-16be"});
    CHECK(decoded(wide(text, 4, false)) == Decoded{text, "utf-32le"});
    CHECK(decoded(wide(text, 4, true)) == Decoded{text, "utf-32be"});
  }
}

TEST_CASE("decode: a label of UTF-16 or UTF-32 says that much, and the bytes their order") {
  const std::string text = "<rss>é€😀</rss>";
  const DecodeHints utf16{.content_type = "text/xml; charset=utf-16"};
  const DecodeHints utf32{.content_type = "text/xml; charset=utf-32"};
  CHECK(decoded(wide(text, 2, false), utf16) == Decoded{text, "utf-16le"});
  CHECK(decoded(wide(text, 2, true), utf16) == Decoded{text, "utf-16be"});
  CHECK(decoded(wide(text, 4, false), utf32) == Decoded{text, "utf-32le"});
  CHECK(decoded(wide(text, 4, true), utf32) == Decoded{text, "utf-32be"});
  // a declaration of two-byte characters, in characters of one byte
  CHECK(decoded(declared("utf-16", "é")) == Decoded{declared("utf-16", "é"), "utf-8", false});
  CHECK(decoded("<rss/>", utf32) == Decoded{"<rss/>", "utf-8", false});
  CHECK(decoded("<a>caf\xe9</a>", utf16) == Decoded{"<a>café</a>", "windows-1252", false});
}

TEST_CASE("decode: a NUL in a document of bytes makes no UTF-16 of it") {
  CHECK(decoded(std::string("\0<rss/>", 7)) == Decoded{"<rss/>", "utf-8", false});
  CHECK(decoded(std::string("<\0rss/>", 7)) == Decoded{"<rss/>", "utf-8", false});
}

TEST_CASE("decode: half characters of UTF-16 and UTF-32 are replaced") {
  const std::string replacement = "\xef\xbf\xbd";
  const std::string mark = "\xfe\xff";
  CHECK(decoded(mark + std::string("\0<\xd8\x3d\0>", 6)) ==
        Decoded{"<" + replacement + ">", "utf-16be", false});  // a high surrogate alone
  CHECK(decoded(mark + std::string("\0<\xde\0\0>", 6)) ==
        Decoded{"<" + replacement + ">", "utf-16be", false});  // a low one
  CHECK(decoded(mark + std::string("\0<\xd8\x3d", 4)) ==
        Decoded{"<" + replacement, "utf-16be", false});  // a pair cut in two
  CHECK(decoded(mark + std::string("\0<\0", 3)) ==
        Decoded{"<" + replacement, "utf-16be", false});  // half a unit
  CHECK(decoded(mark + std::string("\0<\xd8\x3d\0", 5)) ==
        Decoded{"<" + replacement + replacement, "utf-16be", false});
  CHECK(decoded(std::string("\0\0\xfe\xff\0\0\0<\0\x11\0\0", 12)) ==
        Decoded{"<" + replacement, "utf-32be", false});  // beyond U+10FFFF
}

TEST_CASE("decode: the Content-Type's charset comes before the XML declaration's") {
  const std::string bytes = declared("utf-8", "caf\xe9");
  CHECK(decoded(bytes, {.content_type = "text/xml; charset=iso-8859-1"}) ==
        Decoded{declared("utf-8", "café"), "iso-8859-1"});
  CHECK(decoded(declared("iso-8859-1", "café"), {.content_type = "text/xml; charset=utf-8"}) ==
        Decoded{declared("iso-8859-1", "café"), "utf-8"});
}

TEST_CASE("decode: a charset parameter is found however it is written") {
  const struct {
    std::string_view content_type, charset;
  } rows[] = {
      {"text/xml; charset=utf-8", "utf-8"},
      {"text/xml;charset=UTF-8", "UTF-8"},
      {"text/xml; Charset = \"iso-8859-1\" ; x=y", "iso-8859-1"},
      {"text/xml; charset='utf-8'", "utf-8"},
      {"text/xml; boundary=x; charset=utf-8", "utf-8"},
      {"text/xml; charset=", ""},
      {"text/xml; charset=\"", ""},
      {"text/xml; charsets=utf-8", ""},
      {"text/xml; charset", ""},
      {"text/xml", ""},
      {"charset=utf-8", ""},
      {"", ""},
  };
  for (const auto& row : rows) {
    CAPTURE(row.content_type);
    CHECK(charset_parameter(row.content_type) == row.charset);
  }
}

TEST_CASE("decode: an XML declaration is found however it is written") {
  const std::string e = "<a>\xe9</a>";
  for (const std::string declaration :
       {"<?xml version=\"1.0\" encoding=\"iso-8859-1\"?>",
        "<?xml version='1.0' encoding='iso-8859-1' ?>", "<?xml encoding = \"iso-8859-1\"?>",
        "\n <?xml version=\"1.0\" encoding=\" iso-8859-1 \"?>",
        "<b>Warning</b>: mysql_connect()\n<?xml version='1.0' encoding='iso-8859-1'?>"}) {
    CAPTURE(declaration);
    CHECK(decoded(declaration + e) == Decoded{declaration + "<a>é</a>", "iso-8859-1"});
  }
  // Not a declaration: the bytes are what they look like.
  for (const std::string other :
       {"<?xml version=\"1.0\"?>", "<?xml encoding=iso-8859-2?>",
        "<?xml version='1.0' encoding='iso-8859-2", "<rss encoding=\"iso-8859-2\">",
        "{\"content_text\": \"<?xml encoding='iso-8859-2'?>\"}",
        "<rss><![CDATA[<?xml encoding='iso-8859-2'?>]]>", ""}) {
    CAPTURE(other);
    CHECK(decoded(other + e) == Decoded{other + "<a>é</a>", "windows-1252", false});
  }
}

TEST_CASE("decode: a declared name that is not ASCII names no encoding") {
  CHECK(decoded(declared("utf-\xc8\xdd")) == Decoded{declared("utf-ÈÝ"), "windows-1252", false});
}

TEST_CASE("decode: labels mean what the WHATWG says") {
  for (const std::string_view label : {"iso-8859-1", "ISO_8859-1", "latin1", "l1", "us-ascii",
                                       "ascii", "windows-1252", "CP1252"}) {
    CAPTURE(label);
    CHECK(encoding_of(label) == Encoding::windows_1252);
    CHECK(decoded(declared(label, "\x93\xe9\x94")) ==
          Decoded{declared(label, "“é”"), lowered(label)});
  }
  for (const std::string_view label : {"", "utf-7", "iso-8859-15", "shift_jis",
                                       "utf-8 "
                                       "x"})
    CHECK(encoding_of(label) == Encoding::other);
}

TEST_CASE("decode: the core knows every label of what it decodes") {
  const struct {
    Encoding encoding;
    const char* labels;
  } rows[] = {
      {Encoding::utf8,
       "unicode-1-1-utf-8 unicode11utf8 unicode20utf8 utf-8 utf8 x-unicode20utf8 UTF-8"},
      {Encoding::wide,
       "csunicode iso-10646-ucs-2 ucs-2 unicode unicodefeff utf-16 utf-16le unicodefffe utf-16be "
       "utf-32 utf-32le utf-32be ucs-4 UTF16"},
      {Encoding::windows_1252,
       "ansi_x3.4-1968 ascii cp1252 cp819 csisolatin1 ibm819 iso-8859-1 iso-ir-100 iso8859-1 "
       "iso88591 iso_8859-1 iso_8859-1:1987 l1 latin1 us-ascii windows-1252 x-cp1252 Latin1"},
  };
  for (const auto& row : rows) {
    std::istringstream labels(row.labels);
    for (std::string label; labels >> label;) {
      CAPTURE(label);
      CHECK(encoding_of(label) == row.encoding);
      CHECK(encoding_of(" " + label + "\n") == row.encoding);
    }
  }
}

TEST_CASE("decode: every byte of windows-1252 is a character") {
  std::string bytes;
  for (int c = 0x80; c < 0x100; ++c) bytes += static_cast<char>(c);
  CHECK(decoded(declared("windows-1252", bytes)).text ==
        declared("windows-1252",
                 "€\xc2\x81‚ƒ„…†‡ˆ‰Š‹Œ\xc2\x8dŽ\xc2\x8f\xc2\x90‘’“”•–—˜™š›œ\xc2\x9džŸ"
                 "\xc2\xa0¡¢£¤¥¦§¨©ª«¬\xc2\xad®¯°±²³´µ¶·¸¹º»¼½¾¿"
                 "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ"));
}

TEST_CASE("decode: a charset the core does not know is named, so that it can be decoded outside") {
  const std::string bytes = declared("Shift_JIS", "\x93\xfa");
  CHECK(decoded(bytes) == Decoded{"unsupported_encoding", "shift_jis"});
  CHECK(decoded("<rss/>", {.content_type = "text/xml; charset=KOI8-R"}) ==
        Decoded{"unsupported_encoding", "koi8-r"});
  // decoded outside, it comes again
  const std::string text = declared("Shift_JIS", "日");
  CHECK(decoded(text, {.charset = "utf-8", .original_charset = "Shift_JIS"}) ==
        Decoded{text, "shift_jis"});
  CHECK(decoded("\xef\xbb\xbf" + text, {.charset = "utf-8"}) == Decoded{text, "utf-8"});
  CHECK(decoded(text, {.charset = "utf-8", .original_charset = "Shift_JIS", .misfit = true}) ==
        Decoded{text, "shift_jis", false});
}

TEST_CASE("decode: a charset that nobody knows counts for nothing") {
  const std::string unknown = declared("x-none", "caf\xe9");
  CHECK(decoded(unknown) == Decoded{"unsupported_encoding", "x-none"});
  const DecodeHints hints{.unknown_charset = "X-None"};
  CHECK(decoded(unknown, hints) == Decoded{declared("x-none", "café"), "windows-1252", false});
  CHECK(decoded(declared("x-none"), hints) == Decoded{declared("x-none"), "utf-8", false});
  CHECK(decoded(declared("x-none", "é")) == Decoded{declared("x-none", "é"), "utf-8", false});
  // the next best label takes its place
  const DecodeHints header{.content_type = "text/xml; charset=x-none", .unknown_charset = "x-none"};
  CHECK(decoded(declared("latin1", "\x93\xe9\x94"), header) ==
        Decoded{declared("latin1", "“é”"), "latin1", false});
  CHECK(decoded(declared("koi8-r", "\xf0"), header) == Decoded{"unsupported_encoding", "koi8-r"});
}

TEST_CASE("decode: bytes that are UTF-8 are UTF-8, whatever a template declares") {
  const std::string bytes = declared("gb2312", "日本");
  CHECK(decoded(bytes) == Decoded{bytes, "utf-8", false});
}

TEST_CASE("decode: bytes that do not fit are replaced, or read as windows-1252") {
  const std::string replacement = "\xef\xbf\xbd";
  // much UTF-8, little else: that little is replaced
  CHECK(decoded("<a>é è \xff à</a>") ==
        Decoded{"<a>é è " + replacement + " à</a>", "utf-8", false});
  // as many bytes as could have begun a character make one replacement
  CHECK(decoded("<a>é è à\xe2\x82 ü\xff\xfe</a>") ==
        Decoded{"<a>é è à" + replacement + " ü" + replacement + replacement + "</a>", "utf-8",
                false});
  CHECK(decoded("<a>é\xc3</a>") == Decoded{"<a>é" + replacement + "</a>", "utf-8", false});
  // nothing like UTF-8 about it
  CHECK(decoded("<a>caf\xe9 \x96 x</a>") == Decoded{"<a>café – x</a>", "windows-1252", false});
  CHECK(decoded("<a>caf\xe9</a>", {.content_type = "text/xml; charset=utf-8"}) ==
        Decoded{"<a>café</a>", "windows-1252", false});
}

TEST_CASE("decode: the first byte that does not fit is named") {
  const auto result = decode("<a>\xff</a>", {});
  REQUIRE(result);
  CHECK(result->problem == "byte 3 is not UTF-8");
}

TEST_CASE("decode: controls that XML does not allow are dropped, wherever they stand") {
  for (size_t before = 0; before < 40; ++before) {
    const std::string text(before, 'x');
    CHECK(decoded(text + std::string("\0\x01\x08", 3) + "y" + std::string("\x1f", 1)) ==
          Decoded{text + "y", "utf-8", false});
  }
  CHECK(decoded("a\t\r\n\x7f") == Decoded{"a\t\r\n\x7f", "utf-8"});
  CHECK(decoded("\xff\xfe" + wide(std::string_view("<\0>", 3), 2, false)) ==
        Decoded{"<>", "utf-16le", false});
  CHECK(decoded(declared("latin1", "\xe9\x01")) ==
        Decoded{declared("latin1", "é"), "latin1", false});
}

TEST_CASE("decode: U+FFFE and U+FFFF are no characters of XML") {
  const std::string text = "<a>é\uffff\U0001ffff\ufffe</a>";
  const Decoded clean{"<a>é\U0001ffff</a>", "utf-8", false};
  CHECK(decoded(text) == clean);
  CHECK(decoded("\xff\xfe" + wide(text, 2, false)) == Decoded{clean.text, "utf-16le", false});
  CHECK(decoded(text, {.charset = "utf-8", .original_charset = "gb18030"}) ==
        Decoded{clean.text, "gb18030", false});
}

TEST_CASE("decode: nothing, and white space alone, is an empty document") {
  for (const std::string_view empty : {"", " ", "\n\r\t "}) {
    CHECK(decoded(empty) == Decoded{"empty_document", ""});
  }
  CHECK(decoded("\xef\xbb\xbf") == Decoded{"", "utf-8"});
}

TEST_CASE("decode: well-formed UTF-8 is not copied") {
  for (const std::string bytes : {"<rss>é</rss>", "<rss>e</rss>"}) {
    for (const DecodeHints& hints : {DecodeHints{}, DecodeHints{.charset = "utf-8"}}) {
      const auto result = decode(bytes, hints);
      REQUIRE(result);
      CHECK(result->text().data() == bytes.data());
    }
  }
  const std::string ascii = declared("iso-8859-1");
  CHECK(decode(ascii, {})->text().data() == ascii.data());
}

TEST_CASE("decode: any bytes give valid UTF-8") {
  uint32_t state = 1;
  for (int round = 0; round < 2000; ++round) {
    std::string bytes;
    for (int i = 0; i < 40; ++i) {
      state = state * 1664525 + 1013904223;
      constexpr std::string_view usual("<\0\xff\xfe\xef\xbb\xbf\xc3\xa9\x80\xd8\xed\xa0 \xf4", 15);
      const uint32_t die = state >> 24;
      bytes += die < 160 ? usual[die % usual.size()] : static_cast<char>(state >> 16);
    }
    const auto result = decode(bytes, {});
    if (result) REQUIRE(decode(result->text(), {.charset = "utf-8"})->fits);
  }
}
