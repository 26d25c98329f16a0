// What a planet holds longer than its config wants it to.
#include <algorithm>

#include "planetarium/planet.hpp"

namespace planetarium {

void FeedSlot::index() {
  by_key.clear();
  for (size_t i = 0; i < held.size(); ++i) by_key[held[i].key] = static_cast<uint32_t>(i);
}

void Planet::erase(FeedSlot& slot, const std::vector<bool>& dropped) {
  size_t kept = 0;
  for (size_t i = 0; i < slot.held.size(); ++i) {
    if (dropped[i]) continue;
    if (kept != i) slot.held[kept] = std::move(slot.held[i]);
    ++kept;
  }
  if (kept == slot.held.size()) return;
  slot.held.resize(kept);
  slot.index();
  slot.live_bytes = 1;  // what is left is not known: the next answer of the feed compacts
  stale_ = true;
}

void Planet::drop_old(int64_t now) {
  limits_due_ = false;
  const bool limited = config_.keep_days != 0 || config_.keep_entries != 0 ||
                       std::any_of(feeds_.begin(), feeds_.end(), [](const FeedSlot& slot) {
                         return slot.subscription.keep_entries != 0;
                       });
  if (!limited) return;
  std::vector<std::vector<bool>> dropped;
  std::vector<uint64_t> counts(feeds_.size());
  for (const FeedSlot& slot : feeds_) dropped.emplace_back(slot.held.size());
  const int64_t oldest = now - static_cast<int64_t>(config_.keep_days) * 86400;
  uint64_t place = 0;
  const auto judge = [&](EntryRef ref, bool too_old) {
    const FeedSlot& slot = feeds_[ref.feed];
    const uint64_t most = slot.subscription.keep_entries;
    const bool too_many = most != 0 && ++counts[ref.feed] > most;
    const bool carried = slot.held[ref.index].seen == slot.answers;
    dropped[ref.feed][ref.index] = (too_old || too_many) && !carried;
  };
  for (const Merged& merged : merged(config_.order, now)) {
    const bool beyond = config_.keep_entries != 0 && ++place > config_.keep_entries;
    const bool past = config_.keep_days != 0 && held(merged.winner).date.seconds < oldest;
    judge(merged.winner, beyond || past);
    for (const EntryRef copy : also(merged)) judge(copy, beyond || past);
  }
  for (size_t i = 0; i < feeds_.size(); ++i) erase(feeds_[i], dropped[i]);
}

void Planet::keep_newest(uint64_t most, int64_t now) {
  std::vector<std::vector<bool>> dropped;
  for (const FeedSlot& slot : feeds_) dropped.emplace_back(slot.held.size(), true);
  uint64_t place = 0;
  for (const Merged& merged : merged(config_.order, now)) {
    if (++place > most) break;
    dropped[merged.winner.feed][merged.winner.index] = false;
    for (const EntryRef copy : also(merged)) dropped[copy.feed][copy.index] = false;
  }
  for (size_t i = 0; i < feeds_.size(); ++i) erase(feeds_[i], dropped[i]);
}

}  // namespace planetarium
