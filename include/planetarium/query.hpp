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

/// A place in the order that stays where it is while entries arrive.
struct Cursor {
  int64_t seconds = 0;
  uint64_t key = 0;

  bool operator==(const Cursor&) const = default;
};

struct Query {
  std::string feed{};              ///< nick
  std::string tag{};               ///< any case
  std::string author{};            ///< any case
  std::string search{};            ///< words, "phrases", -not, tag:, author:, title:
  std::string language{};          ///< primary subtags of BCP 47, with commas; "und": not known
  std::optional<int64_t> since{};  ///< UTC seconds, inclusive
  std::optional<int64_t> until{};  ///< exclusive
  /// Midnight of the first and behind the last day as the view's clocks show it: those of the zone,
  /// else of wherever an entry was written.
  std::optional<int64_t> from_day{}, behind_day{};
  std::optional<uint64_t> entry{};  ///< Held::key
  std::optional<Order> order{};     ///< none: the config's
  bool ascending = false;
  size_t page = 1;
  std::optional<Cursor> after{};   ///< in place of a page: what follows that entry
  size_t size = 0;                 ///< 0: the config's
  std::vector<ZoneChange> zone{};  ///< ascending; empty: the offset each entry was written with
  int64_t now = 0;
  bool people =
      true;  ///< whether the list of people is wanted: with many feeds it is most of a view
  bool hidden = false;  ///< what the config hides, in place of what it shows
  bool months = false, days = false, languages = false, links = false;  ///< facets that are wanted
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

struct DateCount {
  std::string date{};  ///< "2008-06" or "2008-06-21"
  size_t count = 0;

  bool operator==(const DateCount&) const = default;
};

struct LanguageCount {
  std::string language{};  ///< primary subtag; "und" where it is not known
  size_t count = 0;

  bool operator==(const LanguageCount&) const = default;
};

/// A page elsewhere that entries link to.
struct LinkedPage {
  std::string url{};
  std::string title{};              ///< what stands in the first link to it
  size_t feeds = 0;                 ///< how many feeds link to it
  std::vector<uint64_t> entries{};  ///< keys, in the order of the view

  bool operator==(const LinkedPage&) const = default;
};

struct PersonView {
  size_t count = 0;  ///< entries of the current filter, feed and author aside
  std::optional<Timestamp> newest{};
};

/// Where a search found something: the text around it, and the hits in it as [begin, end) in UTF-16
/// code units.
struct Found {
  std::string excerpt{};
  std::vector<std::pair<uint32_t, uint32_t>> hits{};
};

struct View {
  size_t total = 0, page = 1, pages = 1, size = 20;
  size_t hidden = 0;  ///< entries that the query would show and the config hides
  std::vector<Merged> entries{};
  std::vector<std::string> local{};  ///< "2008-06-21T23:30", for each entry
  std::vector<Found> found{};        ///< for each entry, of a search
  std::vector<DayView> days{};
  std::vector<CloudTag> cloud{};
  std::vector<PersonView> people{};  ///< for each feed of the planet
  std::optional<Timestamp> newest{};
  std::vector<DateCount> months{},
      days_with_posts{};  ///< where they were asked for, as the next two
  std::vector<LanguageCount> languages{};
  std::vector<LinkedPage> links{};
  std::optional<Cursor> next{};            ///< of the last entry, where more follow
  std::optional<Merged> newer{}, older{};  ///< of the one entry asked for: its neighbours
};

/// Makes up to `most` of the texts that search needs, of what was merged last; gives the number
/// that are left to make.
size_t prepare_search(Planet& planet, size_t most);

/// Errors: unknown_feed. An unknown tag, author or entry is an empty view; a page past the last is
/// the last.
Result<View> run_query(Planet& planet, const Query& query);

}  // namespace planetarium
