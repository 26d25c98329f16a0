// Words in an entry's text, tags and authors: what a search asks for, and whether an entry has it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "planetarium/query.hpp"

namespace planetarium {

struct SearchTerm {
  enum class Field : uint8_t { text, title, author, tag };
  Field field = Field::text;
  bool negated = false;
  bool whole = false;  ///< quoted: where it ends a word must end
  std::string text{};  ///< folded as its field is

  bool operator==(const SearchTerm&) const = default;
};

/// `bread -rye "salt water" tag:baking author:"ada l" title:loaf`: words (each the beginning of
/// one), phrases, what must not be there. At most 32 terms of 256 bytes; more is not looked at.
std::vector<SearchTerm> read_search(std::string_view written);

class Search {
 public:
  Search(Planet& planet, std::string_view written);

  bool matches(const Merged& merged) const;
  /// The beginning of what it found in a text, and where.
  Found found_in(const Entry& entry) const;

 private:
  bool has(const SearchTerm& term, const Merged& merged) const;

  Planet& planet_;
  std::vector<SearchTerm> terms_;
};

/// Where `term` first stands in folded text at or behind `from`; npos where it does not.
size_t find_term(std::string_view folded, const SearchTerm& term, size_t from = 0);

}  // namespace planetarium
