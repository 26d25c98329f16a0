// Which charset, in what order, and what to do with bytes that do not fit it.
#include "planetarium/decode.hpp"

#include "decode/label.hpp"
#include "decode/mend.hpp"
#include "decode/wide.hpp"
#include "text/ascii.hpp"
#include "text/simd.hpp"
#include "text/utf8.hpp"

namespace planetarium {

namespace {

struct Mark {
  std::string_view bytes;
  WideForm form;
};

// UTF-32LE begins with UTF-16LE's mark, so it comes first.
constexpr Mark byte_order_marks[] = {
    {{"\xef\xbb\xbf", 3}, {}},        {{"\xff\xfe\0\0", 4}, {4, false}},
    {{"\0\0\xfe\xff", 4}, {4, true}}, {{"\xff\xfe", 2}, {2, false}},
    {{"\xfe\xff", 2}, {2, true}},
};

const Mark* find_mark(std::string_view bytes) {
  for (const Mark& mark : byte_order_marks) {
    if (bytes.starts_with(mark.bytes)) return &mark;
  }
  return nullptr;
}

// UTF-16 and UTF-32 without a mark are told by the NULs of their first characters, which are ASCII
// in every feed: "<?", "{\n" or white space (XML 1.0 appendix F.1).
WideForm unmarked_form(std::string_view bytes) {
  if (bytes.size() < 4) return {};
  unsigned used = 0;
  for (size_t i = 0; i < 4; ++i) used = used << 1 | (bytes[i] != 0);
  switch (used) {
    case 0b1000:
      return {4, false};
    case 0b0001:
      return {4, true};
    case 0b1010:
      return {2, false};
    case 0b0101:
      return {2, true};
    default:
      return {};
  }
}

void damage(DecodedText& out, std::string problem) {
  out.fits = false;
  if (out.problem.empty()) out.problem = std::move(problem);
}

std::string quoted(std::string_view label) { return "\"" + std::string(label) + "\""; }

constexpr const char* not_allowed = "a character that XML does not allow";

// Well-formed UTF-8 that a decoder made.
void take(DecodedText& out, std::string text) {
  if (xml_prefix(text) == text.size()) return out.own(std::move(text));
  damage(out, not_allowed);
  out.own(mend(text).text);
}

void read_utf8(DecodedText& out, std::string_view bytes) {
  out.encoding = "utf-8";
  if (xml_prefix(bytes) == bytes.size()) return out.view(bytes);
  Mended mended = mend(bytes);
  if (!mended.malformed) {
    damage(out, not_allowed);
    return out.own(std::move(mended.text));
  }
  damage(out, "byte " + std::to_string(*mended.malformed) + " is not UTF-8");
  if (mended.strays <= mended.characters) return out.own(std::move(mended.text));
  // More strays than characters beyond ASCII: this was never UTF-8.
  out.encoding = "windows-1252";
  take(out, from_windows_1252(bytes));
}

void read_wide(DecodedText& out, std::string_view bytes, WideForm form) {
  out.encoding = form.width == 4 ? "utf-32" : "utf-16";
  out.encoding += form.big_endian ? "be" : "le";
  Converted converted = from_wide(bytes, form);
  if (!converted.fits) damage(out, "bytes that are not " + out.encoding);
  take(out, std::move(converted.text));
}

// Decoded outside: UTF-8 in memory, something else on the wire.
void read_converted(DecodedText& out, std::string_view bytes, const DecodeHints& hints) {
  if (hints.misfit) damage(out, "bytes that are not " + lowered(hints.original_charset));
  if (bytes.starts_with(byte_order_marks[0].bytes)) bytes.remove_prefix(3);
  read_utf8(out, bytes);
  if (!hints.original_charset.empty()) out.encoding = lowered(hints.original_charset);
}

// The Content-Type's label comes first; one that nobody knows counts for nothing.
std::string_view label_of(std::string_view bytes, const DecodeHints& hints) {
  const auto known = [&](std::string_view label) {
    return !label.empty() && !same_ignoring_case(label, hints.unknown_charset);
  };
  if (const auto label = charset_parameter(hints.content_type); known(label)) return label;
  if (const auto label = declared_encoding(bytes); known(label)) return label;
  return "utf-8";
}

// True when the bytes were read; otherwise somebody outside has to decode them.
bool read_labelled(DecodedText& out, std::string_view bytes, std::string_view label) {
  const Encoding encoding = encoding_of(label);
  const size_t ascii = simd::ascii_prefix(bytes);
  if (encoding == Encoding::windows_1252 && ascii != bytes.size()) {
    out.encoding = lowered(label);
    take(out, from_windows_1252(bytes));
    return true;
  }
  if (encoding == Encoding::other &&
      (ascii == bytes.size() || valid_utf8_prefix(bytes) != bytes.size())) {
    return false;
  }
  // Two-byte units in a document of bytes, or a template's encoding that nobody adjusted.
  if (encoding == Encoding::wide || encoding == Encoding::other)
    damage(out, "the encoding " + quoted(label) + " does not fit the bytes");
  read_utf8(out, bytes);
  if (encoding == Encoding::windows_1252) out.encoding = lowered(label);
  return true;
}

}  // namespace

Result<DecodedText> decode(std::string_view bytes, const DecodeHints& hints) {
  if (trim(bytes).empty()) return Error{.reason = Reason::empty_document};
  DecodedText out;
  if (!hints.unknown_charset.empty())
    damage(out, "the encoding " + quoted(hints.unknown_charset) + " is unknown");
  if (!hints.charset.empty()) {
    read_converted(out, bytes, hints);
  } else if (const Mark* mark = find_mark(bytes)) {
    bytes.remove_prefix(mark->bytes.size());
    if (mark->form.width == 0) {
      read_utf8(out, bytes);
    } else {
      read_wide(out, bytes, mark->form);
    }
  } else if (const WideForm form = unmarked_form(bytes); form.width != 0) {
    read_wide(out, bytes, form);
  } else {
    const std::string_view label = label_of(bytes, hints);
    if (!read_labelled(out, bytes, label))
      return Error{.reason = Reason::unsupported_encoding, .detail = lowered(label)};
  }
  return out;
}

}  // namespace planetarium
