#include "planet/dating.hpp"

#include <algorithm>

#include "dates/dates.hpp"

namespace planetarium {

Dated date_of(const Held& held, Order order, bool updated_is_fake) {
  const Entry& entry = held.entry;
  const Timestamp received{.seconds = held.received};
  if (order == Order::received || order == Order::received_day)
    return {received, DateSource::received};
  const auto& published = entry.published ? entry.published : entry.created;
  const bool updated_counts = entry.updated && !updated_is_fake;
  if (order == Order::updated && updated_counts) return {*entry.updated, DateSource::updated};
  if (published) return {*published, DateSource::published};
  if (updated_counts) return {*entry.updated, DateSource::updated};
  if (const auto date = date_in_link(entry.link)) return {*date, DateSource::link};
  return {received, DateSource::received};
}

bool has_fake_updated(const FeedSlot& slot) {
  if (slot.held.size() < 3) return false;
  const auto& first = slot.held.front().entry.updated;
  return first && std::all_of(slot.held.begin(), slot.held.end(),
                              [&first](const Held& held) { return held.entry.updated == first; });
}

}  // namespace planetarium
