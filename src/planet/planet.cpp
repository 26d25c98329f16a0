// Taking feeds in: what is new, what changed, and what stays although its feed no longer carries
// it.
#include "planetarium/planet.hpp"

#include <algorithm>
#include <utility>

#include "planet/arrival.hpp"
#include "planet/away.hpp"
#include "planet/filters.hpp"
#include "planet/fingerprint.hpp"
#include "planet/identity.hpp"
#include "planet/keep.hpp"
#include "planet/overrides.hpp"
#include "planet/tagging.hpp"
#include "planetarium/parse.hpp"
#include "text/ascii.hpp"
#include "text/fold.hpp"
#include "text/html_text.hpp"

namespace planetarium {

namespace {

// Of a body that is away only its bytes' hash is known.
bool same_body(const Body& a, const Body& b) {
  if (a.form == Body::Form::away) return is_same_as_away(a, b);
  return a == b || decode_body(a) == decode_body(b);
}

bool same_content(const Entry& a, const Entry& b) {
  const auto same = [](const Text& one, const Text& other) {
    return one.src == other.src && same_body(one.value, other.value);
  };
  if (!same(a.title, b.title) || !same(a.summary, b.summary) ||
      a.content.size() != b.content.size())
    return false;
  return std::equal(a.content.begin(), a.content.end(), b.content.begin(), same);
}

bool is_newer(const Entry& a, const Entry& b) {
  const auto seconds = [](const Entry& entry) {
    return entry.updated     ? entry.updated->seconds
           : entry.published ? entry.published->seconds
                             : INT64_MIN;
  };
  return seconds(a) > seconds(b);
}

// What it views copied to an arena of its own; `parsed` has none yet.
Feed without_document(Feed parsed) {
  for (Text* text : {&parsed.title, &parsed.subtitle, &parsed.rights}) {
    if (text->value.form != Body::Form::own)
      text->value = {.raw = parsed.arena.adopt(decode_body(text->value))};
  }
  Keeper keeper(parsed.arena);
  feed_fields(keeper, parsed);
  return parsed;
}

void describe(FeedSlot& slot, Feed parsed) {
  slot.feed = without_document(std::move(parsed));
  const std::string_view title = slot.feed.title.value.raw;
  slot.title = slot.feed.title.type == "text" ? squeezed(title) : plain_text(title);
}

// A refresh leaves what it replaced behind: copied anew when that is as much again as there was.
void compact(FeedSlot& slot) {
  constexpr size_t slack = 64 * 1024;
  if (slot.live_bytes != 0 && slot.arena.bytes() > 2 * slot.live_bytes + slack) {
    Arena fresh;
    Keeper keeper(fresh);
    for (Held& held : slot.held) keep_held(keeper, held);
    slot.arena = std::move(fresh);
    slot.live_bytes = 0;
  }
  if (slot.live_bytes == 0) slot.live_bytes = slot.arena.bytes();
}

// Numbers of the first authors of a feed's entries, who are mostly one.
class Authors {
 public:
  Authors(const FeedSlot& slot, Names& names) : slot_(slot), names_(names) {}

  uint32_t of(const Entry& entry) {
    const auto& people = entry.authors.empty() ? slot_.feed.authors : entry.authors;
    const std::string_view name = people.empty() ? std::string_view{} : people.front().name;
    if (name != last_) {
      last_ = name;
      id_ = name.empty() ? 0 : names_.id_of(fold(name));
    }
    return id_;
  }

 private:
  const FeedSlot& slot_;
  Names& names_;
  std::string_view last_{};
  uint32_t id_ = 0;
};

// Each entry of a document once: of several copies the newest, whatever their order.
std::vector<Held> arrivals(const std::vector<Entry>& entries, const FeedSlot& slot, uint32_t feed,
                           int64_t received) {
  std::vector<Held> arrived;
  arrived.reserve(entries.size());
  std::map<uint64_t, uint32_t> places;
  const uint64_t home = hash_of_link(slot.feed.link);
  for (const Entry& entry : entries) {
    Held held{.entry = entry, .seen = slot.answers, .received = received, .feed = feed};
    override_fields(held.entry, slot.subscription);
    identify(held, slot, home);
    const auto [place, first] = places.try_emplace(held.key, static_cast<uint32_t>(arrived.size()));
    if (first) {
      arrived.push_back(std::move(held));
    } else if (is_newer(held.entry, arrived[place->second].entry)) {
      arrived[place->second] = std::move(held);
    }
  }
  return arrived;
}

// About as many bytes as their entries view: an arena that grows by doubling is a third empty.
size_t viewed_bytes(const std::vector<Held>& arrived) {
  constexpr size_t small_fields = 512;
  size_t bytes = 0;
  for (const Held& held : arrived) {
    bytes += small_fields + held.entry.title.value.raw.size() + held.entry.summary.value.raw.size();
    for (const Text& content : held.entry.content) bytes += content.value.raw.size();
  }
  return bytes;
}

}  // namespace

Planet::Planet(Config config) { configure(std::move(config)); }

void Planet::configure(Config config) {
  std::vector<FeedSlot> feeds;
  Names nicks;
  for (const Subscription& subscription : config.feeds) {
    const auto old = find_feed(subscription.nick);
    FeedSlot& slot = feeds.emplace_back(old ? std::move(feeds_[*old]) : FeedSlot{});
    const uint32_t feed = nicks.id_of(subscription.nick) - 1;
    const Subscription past = std::exchange(slot.subscription, subscription);
    for (Held& held : slot.held) held.feed = feed;
    if (past.tags != subscription.tags) {
      for (Held& held : slot.held) held.tags = make_tags(held.entry, slot, slot.arena, tags_);
    }
    if (past.url != subscription.url) move_keys(slot, past.url);
  }
  feeds_ = std::move(feeds);
  nicks_ = std::move(nicks);
  config_ = std::move(config);
  forget_answers();  // of a pattern only its number is known here
  judge_all();
  stale_ = limits_due_ = true;
}

void Planet::forget_answers() {
  for (FeedSlot& slot : feeds_) {
    for (Held& held : slot.held) held.patterns_known = false;
  }
}

std::optional<uint32_t> Planet::find_feed(std::string_view nick) const {
  const uint32_t id = nicks_.find(nick);
  if (id == 0) return std::nullopt;
  return id - 1;
}

Added Planet::add(uint32_t feed, Feed parsed, int64_t received) {
  FeedSlot& slot = feeds_[feed];
  std::vector<Entry> entries = std::exchange(parsed.entries, {});
  const Arena document = std::exchange(parsed.arena, {});  // what is viewed until it is kept
  describe(slot, std::move(parsed));
  set_state(feed, {.kind = "ok"});
  ++slot.answers;
  const uint64_t most = slot.subscription.max_entries;
  const bool cut = most != 0 && entries.size() > most;
  if (cut) entries.resize(most);

  Added added;
  const size_t held_before = slot.held.size();
  std::vector<uint32_t> fresh_ones, changed_ones;
  std::vector<bool> present(slot.held.size());
  Keeper keeper(slot.arena);
  Authors authors(slot, authors_);
  std::vector<Held> arrived = arrivals(entries, slot, feed, received);
  if (held_before == 0) {
    slot.arena.reserve(viewed_bytes(arrived));
    slot.held.reserve(arrived.size());
  }
  for (Held& held : arrived) {
    held.fingerprint = fingerprint_of(held.entry);
    held.author = authors.of(held.entry);
    const auto [at, fresh] =
        slot.by_key.try_emplace(held.key, static_cast<uint32_t>(slot.held.size()));
    const uint32_t index = at->second;
    if (fresh) {
      present.push_back(true);
      fresh_ones.push_back(index);
    } else {
      present[index] = true;
      Held& known = slot.held[index];
      known.seen = slot.answers;
      known.author = held.author;
      const bool changed = !same_content(known.entry, held.entry);
      if (!changed && known.fingerprint == held.fingerprint && !known.is_away) continue;
      held.received = known.received;
      held.edited = known.edited || changed;
      held.flooded = known.flooded;
      held.deleted = known.deleted;
      added.updated += changed;
      changed_ones.push_back(index);
    }
    entry_fields(keeper, held.entry);
    held.tags = make_tags(held.entry, slot, slot.arena, tags_);
    if (fresh) {
      slot.held.push_back(std::move(held));
    } else {
      slot.held[index] = std::move(held);
    }
  }
  added.added = fresh_ones.size();
  // A document that is cut off, by us or on its way, says nothing by what is not in it.
  const bool is_whole = !cut && slot.feed.problems.empty();
  added.deleted = mark_deleted(slot, present, is_whole, changed_ones);
  const bool all_new =
      fresh_ones.size() == arrived.size() && (held_before > 0 || is_known(received));
  if (config_.new_feed_items != 0 && all_new) mark_flood(slot, fresh_ones, config_.new_feed_items);
  for (const auto* indexes : {&fresh_ones, &changed_ones}) {
    for (const uint32_t i : *indexes) slot.held[i].hidden = verdict_on(slot.held[i], slot, config_);
  }
  compact(slot);
  constexpr size_t slack = 1000;  // texts of replaced entries; the others are soon made again
  texts_replaced_ += added.updated;
  if (texts_replaced_ > slack && texts_replaced_ * 2 > search_texts_.size()) drop_search_texts();
  added.held = slot.held.size();
  stale_ = true;
  return added;
}

Added Planet::import(uint32_t feed, Feed parsed, std::span<const Past> past) {
  FeedSlot& slot = feeds_[feed];
  const std::vector<Entry> entries = std::exchange(parsed.entries, {});
  const Arena document = std::exchange(parsed.arena, {});  // what is viewed until it is kept
  if (slot.answers == 0) describe(slot, std::move(parsed));
  Added added;
  Keeper keeper(slot.arena);
  Authors authors(slot, authors_);
  const uint64_t home = hash_of_link(slot.feed.link);
  for (size_t i = 0; i < std::min(entries.size(), past.size()); ++i) {
    Held held{.entry = entries[i],
              .edited = past[i].edited,
              .seen = slot.answers - 1,  // the limits of the config may drop it
              .received = past[i].received,
              .feed = feed,
              .flooded = past[i].flooded,
              .deleted = past[i].deleted};
    override_fields(held.entry, slot.subscription);
    identify(held, slot, home);
    const auto [at, fresh] =
        slot.by_key.try_emplace(held.key, static_cast<uint32_t>(slot.held.size()));
    if (fresh) {
      slot.held.emplace_back();
      ++added.added;
    } else {
      Held& known = slot.held[at->second];
      known.received = held.received = std::min(known.received, held.received);
      if (!is_newer(held.entry, known.entry) && !known.is_away) continue;
      held.edited = known.edited || !same_content(known.entry, held.entry);
      held.seen = known.seen;
      held.flooded = known.flooded;
      held.deleted = known.deleted;
      ++added.updated;
    }
    held.fingerprint = fingerprint_of(held.entry);
    held.author = authors.of(held.entry);
    entry_fields(keeper, held.entry);
    held.tags = make_tags(held.entry, slot, slot.arena, tags_);
    held.hidden = verdict_on(held, slot, config_);
    slot.held[at->second] = std::move(held);
  }
  compact(slot);
  added.held = slot.held.size();
  stale_ = true;
  return added;
}

// Whether something was here before: then what a feed brings is not all new to readers. Feeds of
// one visit come one after the other; an hour apart they are not of one.
bool Planet::is_known(int64_t received) const {
  constexpr int64_t visit = 3600;
  return std::any_of(feeds_.begin(), feeds_.end(), [received](const FeedSlot& slot) {
    return !slot.held.empty() && slot.held.front().received < received - visit;
  });
}

std::vector<Planet::Question> Planet::questions(size_t most) const {
  std::vector<Question> all;
  for (uint32_t feed = 0; feed < feeds_.size(); ++feed) {
    const FeedSlot& slot = feeds_[feed];
    const uint64_t patterns = patterns_for(config_, slot.subscription);
    if (patterns == 0) continue;
    for (uint32_t i = 0; i < slot.held.size() && all.size() < most; ++i) {
      if (!slot.held[i].patterns_known) all.push_back({{feed, i}, patterns});
    }
  }
  return all;
}

void Planet::answer(EntryRef ref, uint64_t matching) {
  if (ref.feed >= feeds_.size() || ref.index >= feeds_[ref.feed].held.size()) return;
  FeedSlot& slot = feeds_[ref.feed];
  Held& held = slot.held[ref.index];
  held.patterns = matching & patterns_for(config_, slot.subscription);
  held.patterns_known = true;
  held.hidden = verdict_on(held, slot, config_);
  stale_ = true;
}

void Planet::judge_all() {
  for (FeedSlot& slot : feeds_) {
    for (Held& held : slot.held) held.hidden = verdict_on(held, slot, config_);
  }
}

size_t Planet::entry_bytes() const {
  size_t bytes = 0;
  for (const FeedSlot& slot : feeds_) bytes += slot.arena.bytes();
  return bytes;
}

void Planet::set_state(uint32_t feed, FeedState state) {
  FeedState& own = feeds_[feed].state;
  if (state.memo.empty()) state.memo = std::move(own.memo);
  own = std::move(state);
}

void Planet::remove(uint32_t feed) {
  Subscription subscription = std::move(feeds_[feed].subscription);
  feeds_[feed] = {.subscription = std::move(subscription)};
  stale_ = true;
}

std::span<const uint32_t> Planet::tags_of(const Merged& merged) const {
  return std::span(merged_tags_).subspan(merged.tags_begin, merged.tags_end - merged.tags_begin);
}

void Planet::drop_search_texts() {
  search_texts_ = {};
  texts_replaced_ = 0;
  for (const FeedSlot& slot : feeds_) {
    for (const Held& held : slot.held) held.text = SearchTexts::none;
  }
}

std::span<const EntryRef> Planet::also(const Merged& merged) const {
  return std::span(also_).subspan(merged.also_begin, merged.also_end - merged.also_begin);
}

}  // namespace planetarium
