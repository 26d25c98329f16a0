#include "query/days.hpp"

#include <algorithm>

#include "dates/dates.hpp"

namespace planetarium {

namespace {

int offset_in(const std::vector<ZoneChange>& zone, int64_t seconds) {
  const auto after =
      std::upper_bound(zone.begin(), zone.end(), seconds,
                       [](int64_t at, const ZoneChange& change) { return at < change.from; });
  return after == zone.begin() ? zone.front().offset_minutes : std::prev(after)->offset_minutes;
}

// A weblog that names its author only now and then is still one author's.
bool same_author(std::string_view a, std::string_view b) {
  return a == b || a.empty() || b.empty();
}

}  // namespace

std::string local_time(const Timestamp& date, const std::vector<ZoneChange>& zone) {
  return format_utc(local_seconds(date, zone)).substr(0, 16);
}

int64_t local_seconds(const Timestamp& date, const std::vector<ZoneChange>& zone) {
  const int offset = zone.empty() ? date.offset_minutes : offset_in(zone, date.seconds);
  return date.seconds + int64_t{60} * offset;
}

std::string_view author_name(const Planet& planet, const Held& held) {
  const auto& people =
      held.entry.authors.empty() ? planet.feeds()[held.feed].feed.authors : held.entry.authors;
  return people.empty() ? std::string_view{} : people.front().name;
}

std::vector<DayView> group_days(const Planet& planet, const std::vector<Merged>& entries,
                                const std::vector<std::string>& local) {
  std::vector<DayView> days;
  for (size_t i = 0; i < entries.size(); ++i) {
    const Held& held = planet.held(entries[i].winner);
    const std::string date = local[i].substr(0, 10);
    if (days.empty() || days.back().date != date) days.push_back({.date = date});
    auto& runs = days.back().runs;
    const std::string_view author = author_name(planet, held);
    if (runs.empty() || runs.back().feed != held.feed || !same_author(runs.back().author, author)) {
      runs.push_back({.feed = held.feed, .author = std::string(author), .begin = i});
    }
    if (runs.back().author.empty()) runs.back().author = author;
    runs.back().end = i + 1;
  }
  return days;
}

}  // namespace planetarium
