#include "planet/arrival.hpp"

#include <algorithm>

#include "text/order.hpp"

namespace planetarium {

namespace {

std::optional<int64_t> written_date(const Held& held) {
  const Entry& entry = held.entry;
  if (entry.published) return entry.published->seconds;
  if (entry.updated) return entry.updated->seconds;
  return std::nullopt;
}

// What a document would have shown, by one date of the posts that are in it: something newer is
// there, and two older ones, of which one may be there for ever.
class Window {
 public:
  void add(int64_t date) {
    newest_ = std::max(newest_, date);
    second_ = std::min(second_, std::max(oldest_, date));
    oldest_ = std::min(oldest_, date);
  }
  bool has(int64_t date) const { return date > second_ && date < newest_; }
  bool is_moment() const { return oldest_ == newest_; }

 private:
  int64_t newest_ = INT64_MIN, oldest_ = INT64_MAX, second_ = INT64_MAX;
};

}  // namespace

uint64_t mark_deleted(FeedSlot& slot, const std::vector<bool>& present, bool is_whole,
                      std::vector<uint32_t>& changed) {
  // Feeds are in the order of either date.
  Window published, updated;
  const auto update_of = [](const Held& held, int64_t written) {
    return held.entry.updated ? held.entry.updated->seconds : written;
  };
  for (size_t i = 0; i < slot.held.size(); ++i) {
    const auto date = written_date(slot.held[i]);
    if (!present[i] || !date) continue;
    published.add(*date);
    updated.add(update_of(slot.held[i], *date));
  }
  uint64_t count = 0;
  for (uint32_t i = 0; i < slot.held.size(); ++i) {
    Held& held = slot.held[i];
    const auto date = written_date(held);
    const bool in_window = is_whole && date && published.has(*date) &&
                           (updated.is_moment() || updated.has(update_of(held, *date)));
    const bool deleted = !present[i] && (held.deleted || in_window);
    if (deleted == held.deleted) continue;
    held.deleted = deleted;
    count += deleted;
    changed.push_back(i);
  }
  return count;
}

void mark_flood(FeedSlot& slot, std::vector<uint32_t> fresh, size_t most) {
  sort_indexes(fresh, [&slot](uint32_t a, uint32_t b) {
    return written_date(slot.held[a]).value_or(INT64_MIN) >
           written_date(slot.held[b]).value_or(INT64_MIN);
  });
  for (size_t i = most; i < fresh.size(); ++i) slot.held[fresh[i]].flooded = true;
}

}  // namespace planetarium
