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
#include "planetarium/parse.hpp"
#include "text/ascii.hpp"
#include "text/fold.hpp"
#include "text/html_text.hpp"

namespace planetarium {

namespace {

void gather_tags(std::string_view name, bool split, std::vector<std::string>& labels) {
  // Markup in a category is a mistake of its writer, and its slashes part nothing; nor do a URI's.
  const std::string plain = looks_like_html(name) ? plain_text(name) : std::string(name);
  split = split && plain.find("://") == plain.npos;
  std::string_view rest = plain;
  while (!rest.empty()) {
    const size_t end = split ? rest.find_first_of(",/") : rest.npos;
    std::string label = squeezed(rest.substr(0, end));
    rest = end == rest.npos ? std::string_view{} : rest.substr(end + 1);
    if (!label.empty()) labels.push_back(std::move(label));
  }
}

// RSS and Dublin Core writers put several subjects into one element; Atom and JSON Feed have one
// each.
std::vector<std::string> labels_of(const Entry& entry, const FeedSlot& slot) {
  std::vector<std::string> labels;
  const bool split = slot.feed.format == "rss" || slot.feed.format == "rdf";
  for (const Category& category : entry.categories) {
    gather_tags(category.label.empty() ? category.term : category.label, split, labels);
  }
  for (const std::string& tag : slot.subscription.tags) gather_tags(tag, false, labels);
  return labels;
}

// Of a body that is away only its bytes' hash is known.
bool same_body(const Body& a, const Body& b) {
  if (a.form == Body::Form::away) return is_same_as_away(a, b);
  return a == b || decode_body(a) == decode_body(b);
}

bool same_content(const Entry& a, const Entry& b) {
  const auto same = [](const Text& one, const Text& other) {
    if (one.empty() && other.empty()) return true;  // whatever type nothing has
    return one.type == other.type && one.src == other.src && same_body(one.value, other.value);
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

// More tags than this on one entry say nothing to a reader, and more words than that are an attack.
constexpr size_t most_tags = 256;
constexpr size_t most_labels = 4096;

// Each tag once, as it was written first.
std::vector<Tag> make_tags(std::vector<std::string> labels, Names& names) {
  std::vector<Tag> tags;
  if (labels.size() > most_labels) labels.resize(most_labels);
  for (std::string& label : labels) {
    if (tags.size() == most_tags) break;
    const uint32_t id = names.id_of(fold(label));
    const bool fresh =
        std::none_of(tags.begin(), tags.end(), [id](const Tag& tag) { return tag.id == id; });
    if (fresh) tags.push_back({.id = id, .label = std::move(label), .folded = names.folded(id)});
  }
  return tags;
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

// A refresh leaves what it replaced behind: copied anew when that is as much again as there was.
void compact(FeedSlot& slot) {
  constexpr size_t slack = 64 * 1024;
  if (slot.live_bytes != 0 && slot.arena.bytes() > 2 * slot.live_bytes + slack) {
    Arena fresh;
    Keeper keeper(fresh);
    for (Held& held : slot.held) entry_fields(keeper, held.entry);
    slot.arena = std::move(fresh);
    slot.live_bytes = 0;
  }
  if (slot.live_bytes == 0) slot.live_bytes = slot.arena.bytes();
}

}  // namespace

Planet::Planet(Config config) { configure(std::move(config)); }

void Planet::configure(Config config) {
  std::vector<FeedSlot> before = std::move(feeds_);
  feeds_.clear();
  bool same_filters = config.filters == config_.filters;
  for (const Subscription& subscription : config.feeds) {
    const auto old = std::find_if(before.begin(), before.end(), [&](const FeedSlot& slot) {
      return slot.subscription.nick == subscription.nick;
    });
    feeds_.push_back(old == before.end() ? FeedSlot{} : std::move(*old));
    same_filters = same_filters && feeds_.back().subscription.filters == subscription.filters;
    feeds_.back().subscription = subscription;
    for (Held& held : feeds_.back().held) held.feed = static_cast<uint32_t>(feeds_.size() - 1);
  }
  config_ = std::move(config);
  if (!same_filters) forget_answers();  // patterns are numbered through
  judge_all();
  stale_ = true;
}

void Planet::forget_answers() {
  for (FeedSlot& slot : feeds_) {
    for (Held& held : slot.held) held.patterns_known = false;
  }
}

std::optional<uint32_t> Planet::find_feed(std::string_view nick) const {
  for (uint32_t i = 0; i < feeds_.size(); ++i) {
    if (feeds_[i].subscription.nick == nick) return i;
  }
  return std::nullopt;
}

Added Planet::add(uint32_t feed, Feed parsed, int64_t received) {
  FeedSlot& slot = feeds_[feed];
  std::vector<Entry> entries = std::exchange(parsed.entries, {});
  const Arena document = std::exchange(parsed.arena, {});  // what is viewed until it is kept
  slot.feed = without_document(std::move(parsed));
  const std::string_view title = slot.feed.title.value.raw;
  slot.title = slot.feed.title.type == "text" ? squeezed(title) : plain_text(title);
  set_state(feed, {.kind = "ok"});
  ++slot.answers;
  const uint64_t most = slot.subscription.max_entries;
  const bool cut = most != 0 && entries.size() > most;
  if (cut) entries.resize(most);

  Added added;
  const size_t held_before = slot.held.size();
  std::vector<uint32_t> fresh_ones, changed_ones;
  std::vector<bool> in_this_document(slot.held.size());
  Keeper keeper(slot.arena);
  for (const Entry& entry : entries) {
    Held held{.entry = entry, .seen = slot.answers, .received = received, .feed = feed};
    override_fields(held.entry, slot.subscription);
    identify(held, slot.feed);
    held.fingerprint = fingerprint_of(held.entry);

    const auto [at, fresh] =
        slot.by_key.try_emplace(held.key, static_cast<uint32_t>(slot.held.size()));
    if (fresh) in_this_document.push_back(false);
    const bool repeated = in_this_document[at->second];
    in_this_document[at->second] = true;
    if (!fresh) {
      Held& known = slot.held[at->second];
      known.seen = slot.answers;
      // One id twice in one document: the newer copy stays.
      if (repeated && !is_newer(entry, known.entry)) continue;
      const bool changed = !same_content(known.entry, held.entry);
      if (!changed && known.fingerprint == held.fingerprint && !known.is_away) continue;
      held.received = known.received;
      held.edited = known.edited || (changed && !repeated);
      added.updated += changed && !repeated;
    }
    held.tags = make_tags(labels_of(held.entry, slot), tags_);
    const auto& people = entry.authors.empty() ? slot.feed.authors : entry.authors;
    if (!people.empty() && !people.front().name.empty())
      held.author = authors_.id_of(fold(people.front().name));
    entry_fields(keeper, held.entry);
    (fresh ? fresh_ones : changed_ones).push_back(at->second);
    if (fresh) {
      slot.held.push_back(std::move(held));
      ++added.added;
    } else {
      held.flooded = slot.held[at->second].flooded;
      slot.held[at->second] = std::move(held);
    }
  }
  // A document that is cut off, by us or on its way, says nothing by what is not in it.
  if (!cut && slot.feed.problems.empty() && !entries.empty())
    added.deleted = mark_deleted(slot, in_this_document, changed_ones);
  const bool all_new =
      fresh_ones.size() == entries.size() && (held_before > 0 || is_known(received));
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
