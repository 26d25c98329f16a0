// The encoding of nineteen feeds in twenty, without the tables of all others.
#include "decode/label.hpp"
#include "planetarium/decode.hpp"
#include "text/ascii.hpp"
#include "text/utf8.hpp"

namespace planetarium {

namespace {

bool is_utf8(std::string_view label) {
  return label.empty() || same_ignoring_case(label, "utf-8") || same_ignoring_case(label, "utf8");
}

}  // namespace

Result<DecodedText> decode_utf8(std::string_view bytes, const DecodeHints& hints) {
  if (trim(bytes).empty()) return Error{.reason = Reason::empty_document};
  DecodedText out;
  out.encoding = "utf-8";
  if (bytes.starts_with("\xef\xbb\xbf")) {
    bytes.remove_prefix(3);
  } else {
    std::string_view label = charset_parameter(hints.content_type);
    if (label.empty()) label = declared_encoding(bytes);
    if (!is_utf8(label)) return Error{.reason = Reason::needs_parser, .detail = "encoding"};
  }
  if (!hints.charset.empty() || xml_prefix(bytes) != bytes.size())
    return Error{.reason = Reason::needs_parser, .detail = "encoding"};
  out.view(bytes);
  return out;
}

}  // namespace planetarium
