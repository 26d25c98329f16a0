// What nlohmann need not see: long strings are taken out of a JSON text and left where they lie.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "planetarium/error.hpp"

namespace planetarium {

/// The text with each string of more than 96 bytes replaced by a mark: "\u0001" and five characters
/// of its index. A text that writes such a mark itself gets one of its own strings in its place.
struct JsonSkeleton {
  std::string text{};
  std::vector<std::string_view> runs{};  ///< what stands between the quotes
  Error error{};                         ///< the first thing found wrong
};

constexpr char json_mark = '\x01';
constexpr size_t json_mark_size = 6;  ///< once its escape is read

/// One pass, linear.
JsonSkeleton make_json_skeleton(std::string_view document);

/// The run that a string stands for; null where it is no mark.
const std::string_view* run_of(const JsonSkeleton& skeleton, std::string_view string);

/// Where in the document a byte of the skeleton comes from.
size_t json_document_offset(const JsonSkeleton& skeleton, size_t offset);

}  // namespace planetarium
