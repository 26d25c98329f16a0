// One pass over the merged entries answers the whole view.
#include "planetarium/query.hpp"

#include <algorithm>

#include "query/cloud.hpp"
#include "query/days.hpp"
#include "query/facets.hpp"
#include "query/filter.hpp"

namespace planetarium {

namespace {

constexpr size_t most_tags = 100;
constexpr size_t largest_page = 1000;

// Each feed that has a copy counts it, once.
class PeopleCount {
 public:
  explicit PeopleCount(const Planet& planet) : planet_(planet), counts_(planet.feeds().size()) {}

  void add(const Merged& merged) {
    ++entries_;
    count(merged.winner.feed, merged);
    for (const EntryRef copy : planet_.also(merged)) count(copy.feed, merged);
  }

  std::vector<PersonView> finish() const {
    std::vector<PersonView> people(counts_.size());
    for (size_t i = 0; i < counts_.size(); ++i) {
      people[i].count = counts_[i].count;
      if (counts_[i].newest != nullptr)
        people[i].newest = planet_.held(counts_[i].newest->winner).date;
    }
    return people;
  }

 private:
  struct Count {
    size_t count = 0;
    size_t last = 0;  // the entry that was counted last, from 1
    const Merged* newest = nullptr;
  };

  void count(uint32_t feed, const Merged& merged) {
    Count& of_feed = counts_[feed];
    if (of_feed.last == entries_) return;
    of_feed.last = entries_;
    ++of_feed.count;
    if (of_feed.newest == nullptr || of_feed.newest->seconds < merged.seconds)
      of_feed.newest = &merged;
  }

  const Planet& planet_;
  std::vector<Count> counts_;
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

// The one entry, and what stands beside it in the view that it is reached from.
void keep_entry(View& view, Shown& shown, const Filter& filter, bool ascending) {
  const auto found = std::find_if(shown.begin(), shown.end(),
                                  [&](const Merged* one) { return filter.is_entry(*one); });
  if (found == shown.end()) return shown.clear();
  if (found != shown.begin()) view.newer = *found[-1];
  if (found + 1 != shown.end()) view.older = *found[1];
  if (ascending) std::swap(view.newer, view.older);
  shown = {*found};
}

// Behind the entry of the cursor, or where it would be if it is gone.
// What has the same date is shown again then, rather than left out.
size_t place_behind(const Cursor& cursor, const Shown& shown, const Planet& planet,
                    const Query& query) {
  const bool by_day = query.order.value_or(planet.config().order) == Order::received_day;
  const auto place_of = [by_day](int64_t seconds) { return by_day ? seconds / 86400 : seconds; };
  const int64_t place = place_of(cursor.seconds);
  const auto is_it = [&](EntryRef copy) { return planet.held(copy).key == cursor.key; };
  size_t behind = shown.size();
  for (size_t i = 0; i < shown.size(); ++i) {
    const auto also = planet.also(*shown[i]);
    const int64_t here = place_of(shown[i]->seconds);
    if (here == place && (is_it(shown[i]->winner) || std::any_of(also.begin(), also.end(), is_it)))
      return i + 1;
    if (behind == shown.size() && (query.ascending ? here >= place : here <= place)) behind = i;
  }
  return behind;
}

void turn_to_page(View& view, const Shown& shown, const Planet& planet, const Query& query) {
  view.total = shown.size();
  view.size =
      std::clamp<size_t>(query.size == 0 ? planet.config().page_size : query.size, 1, largest_page);
  view.pages = std::max<size_t>(1, (view.total + view.size - 1) / view.size);
  view.page = std::clamp<size_t>(query.page, 1, view.pages);
  size_t begin = (view.page - 1) * view.size;
  if (query.after) {
    begin = place_behind(*query.after, shown, planet, query);
    view.page = std::min(begin / view.size + 1, view.pages);
  }
  const size_t end = std::min(begin + view.size, view.total);
  for (size_t i = begin; i < end; ++i) view.entries.push_back(*shown[i]);
  if (end < view.total && end > begin) {
    const Merged& last = *shown[end - 1];
    view.next = {.seconds = last.seconds, .key = planet.held(last.winner).key};
  }
}

}  // namespace

Result<View> run_query(Planet& planet, const Query& query) {
  std::optional<uint32_t> feed;
  if (!query.feed.empty()) {
    feed = planet.find_feed(query.feed);
    if (!feed) return Error{.reason = Reason::unknown_feed, .detail = query.feed};
  }
  const auto& merged = planet.merged(query.order.value_or(planet.config().order), query.now);
  if (!query.search.empty()) prepare_search(planet, SIZE_MAX);
  const Filter filter(planet, query, feed);
  View view{.newest = planet.newest()};
  PeopleCount people(planet);
  std::vector<uint32_t> tag_counts(planet.tags().size());
  Shown shown;
  shown.reserve(merged.size());
  for (const Merged& one : merged) {
    if (!filter.is_wanted(one)) continue;
    const bool hidden = one.hidden != Hidden::no;
    view.hidden += hidden && filter.is_theirs(one) && (!query.entry || filter.is_entry(one));
    if (hidden != query.hidden) continue;
    if (query.people) people.add(one);
    if (!filter.is_theirs(one)) continue;
    shown.push_back(&one);
    for (const uint32_t tag : planet.tags_of(one)) ++tag_counts[tag];
  }
  if (query.people) view.people = people.finish();
  view.cloud = make_cloud(planet, tag_counts, most_tags);
  if (query.months) view.months = count_dates(planet, shown, query.zone, 7);
  if (query.days) view.days_with_posts = count_dates(planet, shown, query.zone, 10);
  if (query.languages) view.languages = count_languages(planet, shown);
  if (query.links) view.links = most_linked(planet, shown, query.now);
  if (query.ascending) std::reverse(shown.begin(), shown.end());
  if (query.entry) keep_entry(view, shown, filter, query.ascending);
  turn_to_page(view, shown, planet, query);
  for (const Merged& one : view.entries)
    view.local.push_back(local_time(planet.held(one.winner).date, query.zone));
  view.days = group_days(planet, view.entries, view.local);
  gather_days(view.days, view);
  view.days = group_days(planet, view.entries, view.local);
  if (!query.search.empty()) {
    for (const Merged& one : view.entries)
      view.found.push_back(filter.search().found_in(planet.held(one.winner).entry));
  }
  return view;
}

}  // namespace planetarium
