// Whether a document is well-formed (XML 1.0, Namespaces in XML 1.0), and if not, what is wrong
// first.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "xml/skeleton.hpp"

namespace planetarium {

/// What is looked at.
enum class Judge : uint8_t {
  tree,  ///< what keeps pugixml from reading on: a document without any such fault pays nothing
  everything,  ///< also what a reader does not stumble over: references, prefixes, repeated
               ///< attributes
};

struct Verdict {
  bool readable = true;  ///< pugixml reads the skeleton to its end
  std::string detail{};  ///< the first fault; empty where there is none
  size_t offset = 0;     ///< bytes into the document
};

/// Reads the skeleton (tags as written) of `document`, up to the first fault that matters to
/// pugixml. What the skeleton itself says of the document is no part of the verdict.
Verdict judge(std::string_view document, const Skeleton& skeleton, Judge scope);

}  // namespace planetarium
