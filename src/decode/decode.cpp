// Which charset, in what order, and what to do with bytes that do not fit it.
#include "planetarium/decode.hpp"

#include "decode/label.hpp"
#include "decode/wide.hpp"
#include "text/ascii.hpp"
#include "text/simd.hpp"
#include "text/utf8.hpp"

namespace planetarium {

namespace {

struct Mark {
  std::string_view bytes{};
  Encoding encoding{};
  std::string_view label{};
};

// UTF-32LE begins with UTF-16LE's mark, so it comes first.
constexpr Mark byte_order_marks[] = {
    {{"\xef\xbb\xbf", 3}, Encoding::utf8, "utf-8"},
    {{"\xff\xfe\0\0", 4}, Encoding::utf32_le, "utf-32le"},
    {{"\0\0\xfe\xff", 4}, Encoding::utf32_be, "utf-32be"},
    {{"\xff\xfe", 2}, Encoding::utf16_le, "utf-16le"},
    {{"\xfe\xff", 2}, Encoding::utf16_be, "utf-16be"},
};
// XML 1.0 appendix F.1: how "<" looks without a mark. A JSON "{" looks alike.
constexpr Mark unmarked[] = {
    {{"<\0\0\0", 4}, Encoding::utf32_le, "utf-32le"},
    {{"\0\0\0<", 4}, Encoding::utf32_be, "utf-32be"},
    {{"{\0\0\0", 4}, Encoding::utf32_le, "utf-32le"},
    {{"\0\0\0{", 4}, Encoding::utf32_be, "utf-32be"},
    {{"<\0", 2}, Encoding::utf16_le, "utf-16le"},
    {{"\0<", 2}, Encoding::utf16_be, "utf-16be"},
    {{"{\0", 2}, Encoding::utf16_le, "utf-16le"},
    {{"\0{", 2}, Encoding::utf16_be, "utf-16be"},
};

template <size_t N>
const Mark* find_mark(const Mark (&marks)[N], std::string_view bytes) {
  for (const Mark& mark : marks) {
    if (bytes.starts_with(mark.bytes)) return &mark;
  }
  return nullptr;
}

// The encoding of an XML declaration in an ASCII-compatible document.
std::string_view declared_encoding(std::string_view bytes) {
  while (!bytes.empty() && is_space(bytes[0])) bytes.remove_prefix(1);
  if (!bytes.starts_with("<?xml")) return {};
  bytes = bytes.substr(0, bytes.substr(0, 400).find("?>"));
  const size_t name = bytes.find("encoding");
  if (name == bytes.npos) return {};
  bytes = trim(bytes.substr(name + 8));
  if (bytes.empty() || bytes[0] != '=') return {};
  bytes = trim(bytes.substr(1));
  if (bytes.empty() || (bytes[0] != '"' && bytes[0] != '\'')) return {};
  const size_t end = bytes.find(bytes[0], 1);
  return end == bytes.npos ? std::string_view{} : trim(bytes.substr(1, end - 1));
}

// Every byte that is not part of a character becomes U+FFFD, one for each (WHATWG replaces a little
// more sparingly).
std::string replaced(std::string_view bytes, size_t& characters, size_t& faults) {
  std::string out;
  out.reserve(bytes.size());
  while (!bytes.empty()) {
    const size_t good = valid_utf8_prefix(bytes);
    for (const char c : bytes.substr(0, good)) characters += (c & 0xc0) == 0xc0;
    out += bytes.substr(0, good);
    bytes.remove_prefix(good);
    if (bytes.empty()) break;
    append_utf8(out, replacement_character);
    ++faults;
    bytes.remove_prefix(1);
  }
  return out;
}

void damage(DecodedText& out, std::string problem) {
  out.fits = false;
  if (out.problem.empty()) out.problem = std::move(problem);
}

// `declared` is the encoding that somebody named, where it was not UTF-8.
void read_utf8(DecodedText& out, std::string_view bytes, std::string_view declared) {
  if (!declared.empty())
    damage(out, "the encoding \"" + std::string(declared) + "\" does not fit the bytes");
  out.encoding = "utf-8";
  const size_t good = valid_utf8_prefix(bytes);
  if (good == bytes.size()) return out.view(bytes);
  damage(out, "byte " + std::to_string(good) + " is not UTF-8");
  size_t characters = 0, faults = 0;
  std::string text = replaced(bytes, characters, faults);
  // More faults than characters beyond ASCII: this was never UTF-8.
  if (faults > characters) {
    out.encoding = "windows-1252";
    text = from_windows_1252(bytes);
  }
  out.own(std::move(text));
}

void read_wide(DecodedText& out, std::string_view bytes, Encoding encoding,
               std::string_view label) {
  Converted converted = from_wide(bytes, encoding);
  out.encoding = label;
  if (!converted.fits) damage(out, "bytes that are not " + std::string(label));
  out.own(std::move(converted.text));
}

// XML forbids C0 controls (§2.2); left in, a NUL would end the document early.
void drop_controls(DecodedText& out) {
  const std::string_view text = out.text();
  if (simd::find_control(text) == text.size()) return;
  damage(out, "a control character that XML does not allow");
  std::string clean;
  clean.reserve(text.size());
  for (std::string_view rest = text; !rest.empty();) {
    const size_t good = simd::find_control(rest);
    clean += rest.substr(0, good);
    rest.remove_prefix(good == rest.size() ? good : good + 1);
  }
  out.own(std::move(clean));
}

// The byte order of UTF-16 or UTF-32 without a mark: where the NULs of the first ASCII character
// stand. Without a label where there are none: then the declaration cannot be true.
Mark byte_order(std::string_view bytes, bool wide) {
  const std::string_view nuls("\0\0\0", wide ? 3 : 1);
  if (bytes.size() <= nuls.size()) return {};
  if (bytes.starts_with(nuls) && bytes[nuls.size()] != 0) {
    return wide ? Mark{{}, Encoding::utf32_be, "utf-32be"}
                : Mark{{}, Encoding::utf16_be, "utf-16be"};
  }
  if (bytes.substr(1).starts_with(nuls) && bytes[0] != 0) {
    return wide ? Mark{{}, Encoding::utf32_le, "utf-32le"}
                : Mark{{}, Encoding::utf16_le, "utf-16le"};
  }
  return {};
}

bool is_utf32(Encoding encoding) {
  return encoding == Encoding::utf32 || encoding == Encoding::utf32_le ||
         encoding == Encoding::utf32_be;
}

Result<DecodedText> read_labelled(DecodedText out, std::string_view bytes, std::string_view label,
                                  Encoding encoding) {
  switch (encoding) {
    case Encoding::windows_1252:
      out.encoding = lowered(label);
      if (simd::ascii_prefix(bytes) == bytes.size()) {
        out.view(bytes);
      } else {
        out.own(from_windows_1252(bytes));
      }
      return out;
    case Encoding::other:
      if (valid_utf8_prefix(bytes) == bytes.size() && simd::ascii_prefix(bytes) != bytes.size()) {
        // Most often a template's encoding that nobody adjusted.
        read_utf8(out, bytes, label);
        return out;
      }
      return Error{.reason = Reason::unsupported_encoding, .detail = lowered(label)};
    default:
      if (encoding != Encoding::utf8) {
        if (const Mark order = byte_order(bytes, is_utf32(encoding)); !order.label.empty()) {
          read_wide(out, bytes, order.encoding, order.label);
          return out;
        }
      }
      // "utf-16" in a document whose "<" is one byte: the declaration cannot be true.
      read_utf8(out, bytes, encoding == Encoding::utf8 ? std::string_view{} : label);
      return out;
  }
}

}  // namespace

Result<DecodedText> decode(std::string_view bytes, const DecodeHints& hints) {
  if (trim(bytes).empty()) return Error{.reason = Reason::empty_document};
  DecodedText out;
  if (!hints.charset.empty()) {  // decoded outside: UTF-8 in memory, something else on the wire
    if (bytes.starts_with(byte_order_marks[0].bytes)) bytes.remove_prefix(3);
    read_utf8(out, bytes, {});
    if (!hints.original_charset.empty()) out.encoding = lowered(hints.original_charset);
  } else if (const Mark* mark = find_mark(byte_order_marks, bytes)) {
    bytes.remove_prefix(mark->bytes.size());
    if (mark->encoding == Encoding::utf8) {
      read_utf8(out, bytes, {});
    } else {
      read_wide(out, bytes, mark->encoding, mark->label);
    }
  } else if (const Mark* found = find_mark(unmarked, bytes)) {
    read_wide(out, bytes, found->encoding, found->label);
  } else {
    std::string_view label = charset_parameter(hints.content_type);
    if (label.empty()) label = declared_encoding(bytes);
    if (label.empty()) label = "utf-8";
    auto read = read_labelled(std::move(out), bytes, label, encoding_of(label));
    if (!read) return read.error();
    out = std::move(*read);
  }
  drop_controls(out);
  return out;
}

}  // namespace planetarium
