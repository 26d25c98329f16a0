// What planet.json says of posts to show and posts to leave out.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace planetarium {

/// Matches an entry that has one of its categories, words or its pattern; where `all` is set, every
/// one of them.
struct EntryFilter {
  enum Field : uint8_t { title = 1, content = 2, author = 4, link = 8 };

  std::vector<std::string> categories{};  ///< folded as tags are
  std::vector<std::string> words{};       ///< folded as search terms are; beginnings of words
  int pattern = -1;  ///< number of a regular expression, whose verdict comes from outside
  uint8_t in = title | content;  ///< where words and pattern are looked for
  bool all = false;

  bool operator==(const EntryFilter&) const = default;
};

/// An entry is shown when every one of `include` matches it and none of `exclude` does.
struct EntryFilters {
  std::vector<EntryFilter> include{};
  std::vector<EntryFilter> exclude{};

  bool empty() const { return include.empty() && exclude.empty(); }
  bool operator==(const EntryFilters&) const = default;
};

/// So many patterns may a planet and its feeds have.
constexpr int most_patterns = 64;

/// Why an entry that is held is not shown.
enum class Hidden : uint8_t {
  no,
  by_hand,         ///< named under "hide"
  planet_include,  ///< not matched by one of the planet's include
  planet_exclude,
  feed_include,
  feed_exclude,
  flood,      ///< beyond newFeedItems
  deleted,    ///< its feed took it back
  undecided,  ///< a pattern has yet to be asked
};

}  // namespace planetarium
