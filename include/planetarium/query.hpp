// What to show of a planet, and what is shown: filter, order, page, days and runs, cloud, people.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "planetarium/planet.hpp"

namespace planetarium {

/// From `from` (UTC seconds) on, clocks in the zone stand `offset_minutes` east of UTC.
struct ZoneChange {
  int64_t from = 0;
  int offset_minutes = 0;
};

struct Query {
  std::string feed{};               ///< nick
  std::string tag{};                ///< any case
  std::string author{};             ///< any case
  std::optional<int64_t> since{};   ///< UTC seconds, inclusive
  std::optional<int64_t> until{};   ///< exclusive
  std::optional<uint64_t> entry{};  ///< Held::key
  std::optional<Order> order{};     ///< none: the config's
  bool ascending = false;
  size_t page = 1;
  size_t size = 0;                 ///< 0: the config's
  std::vector<ZoneChange> zone{};  ///< ascending; empty: the offset each entry was written with
  int64_t now = 0;
};

/// Posts of one author within a day, one after the other.
struct RunView {
  uint32_t feed = 0;
  std::string author{};
  size_t begin = 0, end = 0;  ///< into View::entries
};

struct DayView {
  std::string date{};  ///< "2008-06-21"
  std::vector<RunView> runs{};
};

struct CloudTag {
  uint32_t tag = 0;
  size_t count = 0;
  int weight = 1;  ///< 1 to 5
};

struct PersonView {
  size_t count = 0;  ///< entries of the current filter, feed and author aside
  std::optional<Timestamp> newest{};
};

struct View {
  size_t total = 0, page = 1, pages = 1, size = 20;
  std::vector<Merged> entries{};
  std::vector<std::string> local{};  ///< "2008-06-21T23:30", for each entry
  std::vector<DayView> days{};
  std::vector<CloudTag> cloud{};
  std::vector<PersonView> people{};  ///< for each feed of the planet
  std::optional<Timestamp> newest{};
};

/// Errors: unknown_feed. An unknown tag, author or entry is an empty view; a page past the last is
/// the last.
Result<View> run_query(Planet& planet, const Query& query);

}  // namespace planetarium
