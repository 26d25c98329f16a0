// Which entries are one, which copy of each is shown, and in what order: from what is held alone,
// so that the way it arrived leaves no trace.
#include <algorithm>
#include <numeric>

#include "dates/dates.hpp"
#include "planet/dating.hpp"
#include "planet/identity.hpp"
#include "text/by_hash.hpp"
#include "text/order.hpp"

namespace planetarium {

namespace {

// Union by index, with path halving.
class Sets {
 public:
  explicit Sets(size_t size) : parent_(size) { std::iota(parent_.begin(), parent_.end(), 0U); }

  uint32_t root(uint32_t i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }
  void join(uint32_t a, uint32_t b) {
    a = root(a);
    b = root(b);
    if (a != b) parent_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<uint32_t> parent_;
};

// Two weblogs may both number their posts; then their titles have to agree.
uint64_t id_across_feeds(const Held& held) {
  if (held.id_is_uri || held.id_hash == 0) return held.id_hash;
  return held.title_hash == 0 ? 0 : held.id_hash ^ held.title_hash;
}

class Merge {
 public:
  explicit Merge(const Planet& planet) : planet_(planet) {
    for (uint32_t feed = 0; feed < planet.feeds().size(); ++feed) {
      const auto size = static_cast<uint32_t>(planet.feeds()[feed].held.size());
      for (uint32_t index = 0; index < size; ++index) all_.push_back({feed, index});
    }
  }

  /// Clusters, each with the copy that won first.
  std::vector<std::vector<EntryRef>> run(bool keep_duplicates) {
    constexpr uint32_t none = 0xffffffff;
    Sets sets(all_.size());
    if (!keep_duplicates) {
      join_alike(hashes(id_across_feeds), sets);
      join_alike(hashes([](const Held& held) { return held.link_hash; }), sets);
      join_texts(sets);
    }
    std::vector<std::vector<EntryRef>> clusters;
    std::vector<uint32_t> cluster_of(all_.size(), none);
    for (uint32_t i = 0; i < all_.size(); ++i) {
      uint32_t& cluster = cluster_of[sets.root(i)];
      if (cluster == none) {
        cluster = static_cast<uint32_t>(clusters.size());
        clusters.emplace_back();
      }
      clusters[cluster].push_back(all_[i]);
    }
    for (auto& cluster : clusters) {
      if (cluster.size() > 1)
        put_in_order(cluster, [this](EntryRef a, EntryRef b) { return wins(planet_, a, b); });
    }
    return clusters;
  }

 private:
  const Held& held(uint32_t i) const { return planet_.held(all_[i]); }

  // Of each entry; 0 is none.
  std::vector<Hashed> hashes(uint64_t (*of)(const Held&)) const {
    std::vector<Hashed> all;
    for (uint32_t i = 0; i < all_.size(); ++i) {
      if (const uint64_t hash = of(held(i)); hash != 0) all.push_back({hash, i});
    }
    sort_by_hash(all);
    return all;
  }

  static void join_alike(const std::vector<Hashed>& sorted, Sets& sets) {
    for (size_t i = 1; i < sorted.size(); ++i) {
      if (sorted[i].hash == sorted[i - 1].hash) sets.join(sorted[i].index, sorted[i - 1].index);
    }
  }

  // Texts are read only where entries share a title and are not known to be one.
  void join_texts(Sets& sets) const {
    const std::vector<Hashed> titles = hashes([](const Held& held) { return held.title_hash; });
    std::vector<Hashed> texts;
    size_t begin = 0;
    while (begin < titles.size()) {
      size_t end = begin;
      bool is_one = true;
      for (; end < titles.size() && titles[end].hash == titles[begin].hash; ++end)
        is_one = is_one && sets.root(titles[end].index) == sets.root(titles[begin].index);
      for (; begin < end; ++begin) {
        if (is_one) continue;
        const uint64_t text = text_hash_of(held(titles[begin].index));
        if (text != 0) texts.push_back({text ^ titles[begin].hash, titles[begin].index});
      }
    }
    sort_by_hash(texts);
    join_alike(texts, sets);
  }

  const Planet& planet_;
  std::vector<EntryRef> all_{};
};

}  // namespace

void Planet::merge() {
  merged_.clear();
  also_.clear();
  for (auto& cluster : Merge(*this).run(config_.keep_duplicates)) {
    Merged merged{.winner = cluster.front(), .also_begin = static_cast<uint32_t>(also_.size())};
    also_.insert(also_.end(), cluster.begin() + 1, cluster.end());
    merged.also_end = static_cast<uint32_t>(also_.size());
    merged_.push_back(merged);
  }
}

// What passes over all entries need, side by side: an entry itself is a kilobyte.
void Planet::note_rows() {
  merged_tags_.clear();
  newest_.reset();
  for (Merged& merged : merged_) {
    const Held& winner = held(merged.winner);
    merged.author = winner.author;
    merged.hidden = winner.hidden;
    for (const EntryRef copy : also(merged)) {  // who hides a post means all its copies
      if (held(copy).hidden == Hidden::by_hand) merged.hidden = Hidden::by_hand;
    }
    merged.seconds = winner.date.seconds;
    merged.tags_begin = static_cast<uint32_t>(merged_tags_.size());
    for (const Tag& tag : winner.tags) merged_tags_.push_back(tag.id);
    merged.tags_end = static_cast<uint32_t>(merged_tags_.size());
    if (merged.hidden != Hidden::no) continue;
    if (!newest_ || newest_->seconds < merged.seconds) newest_ = winner.date;
  }
}

// A tag looks as the oldest entry that has it wrote it.
void Planet::label_tags() {
  tag_labels_.assign(tags_.size(), {});
  for (auto merged = merged_.rbegin(); merged != merged_.rend(); ++merged) {
    for (const Tag& tag : held(merged->winner).tags) {
      if (tag_labels_[tag.id].empty()) tag_labels_[tag.id] = tag.label;
    }
  }
}

const std::vector<Merged>& Planet::merged(Order order, int64_t now) {
  if (limits_due_) drop_old(now);
  const bool due = now < merged_at_ || now >= merged_until_;
  if (!stale_ && !due && order == merged_order_) return merged_;
  merge();
  merged_at_ = now;
  merged_until_ = INT64_MAX;
  for (FeedSlot& slot : feeds_) {
    const bool fake = has_fake_updated(slot);
    for (Held& entry : slot.held) {
      auto [date, source] = date_of(entry, order, fake);
      if (date.seconds > now && config_.future_dates != FutureDates::keep) {
        merged_until_ = std::min(merged_until_, date.seconds);
        if (config_.future_dates == FutureDates::ignore_date) {
          date = {.seconds = std::min(entry.received, now)};
          // A clock that was set back: then the date goes with it.
          if (entry.received > now) merged_until_ = now + 1;
          source = DateSource::received;
        }
      }
      entry.date = date;
      entry.date_source = source;
    }
  }
  if (config_.future_dates == FutureDates::ignore_entry) {
    std::erase_if(merged_, [&](const Merged& m) { return held(m.winner).date.seconds > now; });
  }
  const auto place_of = [order](const Held& entry) {
    return order == Order::received_day ? entry.date.seconds / 86400 : entry.date.seconds;
  };
  for (Merged& merged : merged_) merged.seconds = place_of(held(merged.winner));
  put_in_order(merged_, [&](const Merged& a, const Merged& b) {
    if (a.seconds != b.seconds) return a.seconds > b.seconds;
    if (a.winner.feed != b.winner.feed) return a.winner.feed < b.winner.feed;
    const Held& one = held(a.winner);
    const Held& other = held(b.winner);
    if (one.entry.id != other.entry.id) return one.entry.id < other.entry.id;
    if (one.date_source != other.date_source) return one.date_source < other.date_source;
    // What came undated in one document stands as it did there.
    return one.date_source == DateSource::received ? a.winner.index < b.winner.index
                                                   : one.key < other.key;
  });
  label_tags();
  note_rows();
  merged_order_ = order;
  stale_ = false;
  return merged_;
}

}  // namespace planetarium
