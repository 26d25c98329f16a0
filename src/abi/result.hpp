// The result view of a module, and what every exported function does around its work.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "abi/requests.hpp"
#include "planetarium/parse.hpp"

namespace planetarium {

/// The text of the last result. It keeps its capacity: views are about as long each time.
std::string& result();

std::string_view view_of(const uint8_t* bytes, size_t size);

/// Leave an error, or an empty object, in the result view and give the status.
int32_t fail(const Error& error);
int32_t succeed();

/// A feed and the text its bodies still lie in.
struct ParsedDocument {
  DecodedText text;
  Feed feed;
};

/// How bytes become a feed.
struct Reading {
  Result<DecodedText> (*decode)(std::string_view bytes, const DecodeHints& hints);
  Result<Feed> (*parse)(std::string_view document, const Source& source);
  bool judges_bodies = true;
};

/// Decodes and parses; bytes that did not fit their charset are the feed's first problem.
Result<ParsedDocument> parse_bytes(std::string_view bytes, const About& about,
                                   const Reading& reading);

}  // namespace planetarium
