// Bytes in, UTF-8 out: what charset a document is in (RFC 7303 §3, XML 1.0 appendix F, WHATWG
// Encoding).
#pragma once

#include <string>
#include <string_view>

#include "planetarium/error.hpp"

namespace planetarium {

struct DecodeHints {
  std::string_view content_type{};  ///< value of the Content-Type header
  std::string_view charset{};  ///< when given it wins over all else: the bytes were decoded outside
  std::string_view original_charset{};  ///< then the label they were in before
  bool misfit = false;                  ///< then whether they were replaced in part, not fitting it
  std::string_view unknown_charset{};   ///< a label that nobody outside knows either
};

/// UTF-8 without byte order mark and without characters that XML 1.0 forbids.
class DecodedText {
 public:
  /// Views either the bytes given to `decode`, which must outlive it, or a copy of its own.
  std::string_view text() const { return owned_.empty() ? view_ : std::string_view(owned_); }

  std::string encoding{};  ///< label, lower case
  bool fits = true;        ///< false when bytes did not fit, or the label is unknown
  std::string problem{};   ///< then what was wrong, for people

  void view(std::string_view bytes) { view_ = bytes; }
  void own(std::string bytes) {
    owned_ = std::move(bytes);
    view_ = {};
  }

 private:
  std::string_view view_{};
  std::string owned_{};
};

/// Order: the hint, byte order mark, UTF-16 and UTF-32 by their NULs, Content-Type, XML
/// declaration, UTF-8. Bytes that do not fit are replaced, or read as windows-1252 where hardly
/// anything in the document looks like UTF-8. Errors: empty_document, unsupported_encoding.
Result<DecodedText> decode(std::string_view bytes, const DecodeHints& hints);

/// The same where all of it is UTF-8 and nothing says otherwise; else needs_parser.
Result<DecodedText> decode_utf8(std::string_view bytes, const DecodeHints& hints);

}  // namespace planetarium
