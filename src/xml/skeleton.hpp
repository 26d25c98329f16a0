// What pugixml need not see: long runs of characters are taken out of a document and left where
// they lie.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "planetarium/model.hpp"
#include "text/buffer.hpp"

namespace planetarium {

/// A run of the document, of form plain (a CDATA section), escaped or markup.
struct Run {
  Body::Form form = Body::Form::escaped;
  uint32_t offset = 0;
  uint32_t length = 0;
};

/// The document with each run of more than 96 bytes replaced by a mark of six: U+0001 and five
/// characters of its index ("@" to DEL, six bits each: none means anything to XML). Comments,
/// processing instructions and the DOCTYPE are gone; tags stand as they were written. A mark cannot
/// be confused: decoding has removed every U+0001.
struct Skeleton {
  Buffer text{};
  std::vector<Run> runs{};
  std::string_view doctype{};  ///< views the document
  Problem problem{};  ///< the first thing found wrong, `reason` none where there was nothing
  size_t problem_offset = 0;
  bool readable = true;  ///< false: pugixml would lose what follows, or keep it beside the root
};

constexpr char mark_sign = '\x01';
constexpr size_t mark_size = 6;

/// What of a post is inside an XHTML div (RFC 4287 §3.1.1.3): taken out as one run where its end is
/// found, or shown to the XML reader, that it be judged.
enum class Inline : uint8_t { shown, taken };

/// One pass, linear in the document. Knows no namespace.
Skeleton make_skeleton(std::string_view document, Inline posts = Inline::shown);

/// The same with tags as XML wants them, whatever their state (tag.hpp); names need not match yet.
Skeleton make_repaired_skeleton(std::string_view document);

/// Where in the document a byte of its skeleton, all shown, comes from: makes it again, so
/// only errors pay for their place.
size_t document_offset(std::string_view document, size_t skeleton_offset);

/// The run a mark stands for; `text` begins with the mark.
uint32_t run_index(std::string_view text);

}  // namespace planetarium
