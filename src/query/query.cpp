// One pass over the merged entries answers the whole view.
#include "planetarium/query.hpp"

#include <algorithm>

#include "query/cloud.hpp"
#include "query/days.hpp"
#include "query/filter.hpp"

namespace planetarium {

namespace {

constexpr size_t most_tags = 100;
constexpr size_t largest_page = 1000;

// Each feed that has a copy counts it, once.
class PeopleCount {
 public:
  explicit PeopleCount(const Planet& planet)
      : planet_(planet), people_(planet.feeds().size()), last_(planet.feeds().size()) {}

  void add(const Merged& merged) {
    const Held& held = planet_.held(merged.winner);
    ++entries_;
    count(held.feed, held);
    for (const EntryRef copy : planet_.also(merged)) count(copy.feed, held);
  }
  std::vector<PersonView> finish() { return std::move(people_); }

 private:
  void count(uint32_t feed, const Held& held) {
    if (last_[feed] == entries_) return;
    last_[feed] = entries_;
    PersonView& person = people_[feed];
    ++person.count;
    if (!person.newest || person.newest->seconds < held.date.seconds) person.newest = held.date;
  }

  const Planet& planet_;
  std::vector<PersonView> people_;
  std::vector<size_t> last_;  // the entry that a feed counted last, from 1
  size_t entries_ = 0;
};

// Days whose headings would stand twice: with the offset each post was written with, 23:30 -0600
// and 00:10 +0200 of the next day may come in either order. Within the page, posts are put under
// their day's one heading.
void gather_days(std::vector<DayView>& days, View& view) {
  std::vector<std::string> order;
  for (const DayView& day : days) {
    if (std::find(order.begin(), order.end(), day.date) == order.end()) order.push_back(day.date);
  }
  if (order.size() == days.size()) return;
  std::vector<size_t> indexes;
  for (const std::string& date : order) {
    for (size_t i = 0; i < view.entries.size(); ++i) {
      if (view.local[i].compare(0, 10, date) == 0) indexes.push_back(i);
    }
  }
  View sorted;
  for (const size_t i : indexes) {
    sorted.entries.push_back(view.entries[i]);
    sorted.local.push_back(std::move(view.local[i]));
  }
  view.entries = std::move(sorted.entries);
  view.local = std::move(sorted.local);
}

}  // namespace

Result<View> run_query(Planet& planet, const Query& query) {
  std::optional<uint32_t> feed;
  if (!query.feed.empty()) {
    feed = planet.find_feed(query.feed);
    if (!feed) return Error{.reason = Reason::unknown_feed, .detail = query.feed};
  }
  const auto& merged = planet.merged(query.order.value_or(planet.config().order), query.now);
  const Filter filter(planet, query, feed);
  View view;
  PeopleCount people(planet);
  std::vector<uint32_t> tag_counts(planet.tags().size());
  std::vector<uint32_t> shown;
  for (uint32_t i = 0; i < merged.size(); ++i) {
    const Held& held = planet.held(merged[i].winner);
    if (!view.newest || view.newest->seconds < held.date.seconds) view.newest = held.date;
    if (!filter.is_wanted(held)) continue;
    people.add(merged[i]);
    if (!filter.is_theirs(merged[i])) continue;
    shown.push_back(i);
    for (const Tag& tag : held.tags) ++tag_counts[tag.id];
  }
  view.people = people.finish();
  if (query.ascending) std::reverse(shown.begin(), shown.end());

  view.total = shown.size();
  view.size =
      std::clamp<size_t>(query.size == 0 ? planet.config().page_size : query.size, 1, largest_page);
  view.pages = std::max<size_t>(1, (view.total + view.size - 1) / view.size);
  view.page = std::clamp<size_t>(query.page, 1, view.pages);
  const size_t begin = (view.page - 1) * view.size;
  const size_t end = std::min(begin + view.size, view.total);
  for (size_t i = begin; i < end; ++i) {
    view.entries.push_back(merged[shown[i]]);
    view.local.push_back(local_time(planet.held(view.entries.back().winner).date, query.zone));
  }
  view.days = group_days(planet, view.entries, view.local);
  gather_days(view.days, view);
  view.days = group_days(planet, view.entries, view.local);
  view.cloud = make_cloud(planet, tag_counts, most_tags);
  return view;
}

}  // namespace planetarium
