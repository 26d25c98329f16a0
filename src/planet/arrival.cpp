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

}  // namespace

uint64_t mark_deleted(FeedSlot& slot, const std::vector<bool>& present, bool is_whole,
                      std::vector<uint32_t>& changed) {
  int64_t newest = INT64_MIN, oldest = INT64_MAX, second = INT64_MAX;
  for (size_t i = 0; i < slot.held.size(); ++i) {
    const auto date = written_date(slot.held[i]);
    if (!present[i] || !date) continue;
    newest = std::max(newest, *date);
    second = std::min(second, std::max(oldest, *date));
    oldest = std::min(oldest, *date);
  }
  uint64_t count = 0;
  for (uint32_t i = 0; i < slot.held.size(); ++i) {
    Held& held = slot.held[i];
    const auto date = written_date(held);
    const bool in_window = is_whole && date && *date > second && *date < newest;
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
