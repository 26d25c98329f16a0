// One tag out of a document in any state: what its writer meant, and how it ought to be written.
#pragma once

#include <string_view>
#include <vector>

#include "text/buffer.hpp"

namespace planetarium {

/// Views the document.
struct MarkupTag {
  enum class Kind {
    none,  ///< no tag: this "<" is a character
    start,
    end,
    empty,
    cut,  ///< the document ends inside it
  };
  struct Attribute {
    std::string_view name{};
    std::string_view value{};
  };

  Kind kind = Kind::none;
  std::string_view name{};
  std::vector<Attribute> attributes{};
  size_t size = 0;  ///< bytes it takes in the document
};

/// Reads tags with values that are not quoted, hold quotes and markup themselves, or are missing;
/// without space between attributes; with anything in between. Linear in the document over all
/// tags.
class TagReader {
 public:
  explicit TagReader(std::string_view document)
      : document_(document), patience_(document.size() + 4096) {}

  /// The tag at a "<" of the document; valid until the next one is read.
  const MarkupTag& read(size_t at);

 private:
  bool read_name();
  bool read_attribute();
  std::string_view read_value();
  std::string_view quoted_value(char quote);
  std::string_view unquoted_value();
  size_t closing_quote(size_t begin, char quote);
  bool closes_value(size_t at) const;
  char peek(size_t ahead = 0) const {
    return at_ + ahead < document_.size() ? document_[at_ + ahead] : '\0';
  }

  std::string_view document_;
  size_t at_ = 0;
  size_t patience_;  // bytes that may still be looked at again
  MarkupTag tag_{};
};

/// The tag as XML wants it.
void append_tag(Buffer& out, const MarkupTag& tag);

}  // namespace planetarium
