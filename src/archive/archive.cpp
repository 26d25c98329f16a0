// Saving and loading: what moves between a planet, its segments and a head.
#include "planetarium/archive.hpp"

#include <algorithm>
#include <utility>

#include "archive/head.hpp"
#include "archive/mover.hpp"
#include "archive/seal.hpp"
#include "planet/filters.hpp"
#include "planet/identity.hpp"
#include "planet/keep.hpp"
#include "planet/tagging.hpp"
#include "text/checksum.hpp"

namespace planetarium {

namespace {

Arena copy_of_all(std::vector<Held>& all, size_t size) {
  Arena arena;
  arena.reserve(size);
  Keeper keeper(arena);
  for (Held& held : all) keep_held(keeper, held);
  return arena;
}

// What bodies left behind goes; the rest is copied twice, so that its memory is exactly as large as
// it must be.
void tighten(FeedSlot& slot) {
  const Arena loose = copy_of_all(slot.held, 0);
  slot.arena = copy_of_all(slot.held, loose.bytes());
  slot.live_bytes = slot.arena.bytes();
  slot.held.shrink_to_fit();
}

// Takes bodies out of a segment that has come.
class Arrival : public BodyWork {
 public:
  Arrival(uint64_t segment, std::string_view bytes, bool is_whole)
      : segment_(segment), bytes_(bytes), is_whole_(is_whole) {}

  /// Whether a body of it is still away.
  bool fill(Held& held, Arena& arena) {
    arena_ = &arena;
    some_away_ = false;
    for_each_body(held.entry, *this);
    return some_away_;
  }
  uint64_t taken() const { return taken_; }
  /// Whether one was since this was asked last.
  bool some_lost() { return std::exchange(some_lost_, false); }

 private:
  void operator()(Body& body) override {
    if (body.form != Body::Form::away) return;
    Away away = away_of(body);
    if (away.segment != segment_) {
      some_away_ = true;
      return;
    }
    const bool fits = away.offset <= bytes_.size() && away.size <= bytes_.size() - away.offset;
    const std::string_view raw = fits ? bytes_.substr(away.offset, away.size) : std::string_view{};
    if (fits && is_whole_) {
      body = {.raw = raw, .form = away.form, .in_segment = true};
    } else if (fits && checksum_of(raw) == away.hash) {
      body = {.raw = arena_->keep(raw), .form = away.form};
    } else {
      some_away_ = some_lost_ = true;
      away.segment = 0;
      body.raw = arena_->keep({reinterpret_cast<const char*>(&away), sizeof away});
      return;
    }
    ++taken_;
  }

  uint64_t segment_;
  std::string_view bytes_;
  bool is_whole_;
  Arena* arena_ = nullptr;
  bool some_away_ = false;
  bool some_lost_ = false;
  uint64_t taken_ = 0;
};

constexpr uint32_t nowhere = 0xffffffff;

// Where each archived feed goes: by its URL, else by the nick that the planet gave it. A nick that
// was made of the host may be another feed's by now, whose posts these are not.
std::vector<uint32_t> places_of(const std::vector<FeedSlot>& archived,
                                const std::vector<FeedSlot>& feeds) {
  std::vector<uint32_t> places(archived.size(), nowhere);
  std::vector<bool> taken;
  for (const FeedSlot& slot : feeds) taken.push_back(!slot.held.empty());
  for (std::string Subscription::*name : {&Subscription::url, &Subscription::nick}) {
    std::map<std::string, uint32_t> by_name;
    for (uint32_t i = 0; i < feeds.size(); ++i) {
      const Subscription& feed = feeds[i].subscription;
      if (!taken[i] && (name == &Subscription::url || feed.own_nick))
        by_name.try_emplace(feed.*name, i);
    }
    for (size_t i = 0; i < archived.size(); ++i) {
      const auto found = by_name.find(archived[i].subscription.*name);
      if (places[i] != nowhere || found == by_name.end() || found->first.empty() ||
          taken[found->second])
        continue;
      places[i] = found->second;
      taken[found->second] = true;
    }
  }
  return places;
}

// Which segments the bodies of a feed wait for.
class Wait : public BodyWork {
 public:
  explicit Wait(std::vector<uint64_t>& segments) : segments_(segments) {}
  bool is_some_away(Entry& entry) {
    some_away_ = false;
    for_each_body(entry, *this);
    return some_away_;
  }

 private:
  void operator()(Body& body) override {
    if (body.form != Body::Form::away) return;
    some_away_ = true;
    const uint64_t segment = away_of(body).segment;
    if (segment == 0 ||
        std::find(segments_.rbegin(), segments_.rend(), segment) != segments_.rend())
      return;
    segments_.push_back(segment);
  }

  std::vector<uint64_t>& segments_;
  bool some_away_ = false;
};

}  // namespace

uint64_t Archive::fill(Planet& planet, uint64_t segment, std::string_view bytes, bool is_whole) {
  Arrival arrival(segment, bytes, is_whole);
  for (FeedSlot& slot : planet.feeds_) {
    if (std::erase(slot.awaits, segment) == 0) continue;
    for (Held& held : slot.held) {
      if (!held.is_away) continue;
      held.is_away = arrival.fill(held, slot.arena);
      held.patterns_known = held.language_is_guessed = false;  // by what was there
      planet.texts_replaced_ += held.text != SearchTexts::none;
      held.text = SearchTexts::none;
      held.hidden = verdict_on(held, slot, planet.config_);
    }
    // The next answer brings them back, if it is not taken for one that was read already.
    if (arrival.some_lost()) slot.state.memo.clear();
  }
  planet.stale_ = true;  // texts can be compared now
  return arrival.taken();
}

std::string name_of(uint64_t checksum) {
  std::string name(16, '0');
  for (size_t i = 16; i-- > 0; checksum >>= 4) name[i] = "0123456789abcdef"[checksum & 15];
  return name;
}

std::string Archive::save(Planet& planet, int64_t now) {
  planet.drop_old(now);
  const Front front(planet, now);
  Mover mover(segments_, front);
  for (FeedSlot& slot : planet.feeds_) {
    for (uint32_t i = 0; i < slot.held.size(); ++i)
      mover.count({slot.held[i].feed, i}, slot.held[i].entry);
  }
  mover.plan();
  // Feed by feed, so that what moves is not held twice.
  for (FeedSlot& slot : planet.feeds_) {
    bool loose = slot.arena.bytes() > slot.live_bytes + slot.live_bytes / 4;
    for (uint32_t i = 0; i < slot.held.size(); ++i)
      loose = mover.move({slot.held[i].feed, i}, slot.held[i].entry) || loose;
    if (loose) tighten(slot);
  }
  mover.finish();
  if (!planet.stale_) planet.label_tags();  // they view what was copied
  return write_head(planet.feeds_, segments_, planet.authors_, front);
}

Result<LoadedHead> Archive::load(Planet& planet, std::string_view bytes) {
  auto head = read_head(bytes);
  if (!head) return head.error();
  LoadedHead loaded;
  const std::vector<uint32_t> places = places_of(head->slots, planet.feeds_);
  for (size_t i = 0; i < head->slots.size(); ++i) {
    const uint32_t feed = places[i];
    if (feed == nowhere) continue;
    FeedSlot& from = head->slots[i];
    const Subscription past =
        std::exchange(from.subscription, std::move(planet.feeds_[feed].subscription));
    if (past.url != from.subscription.url) move_keys(from, past.url);
    Wait wait(from.awaits);
    for (size_t at = 0; at < from.held.size(); ++at) {
      Held& held = from.held[at];
      held.feed = feed;
      held.is_away = wait.is_some_away(held.entry);
      held.tags = make_tags(held.entry, from, from.arena, planet.tags_);
      const std::string_view author = head->authors[i][at];
      if (!author.empty()) held.author = planet.authors_.id_of(author);
    }
    from.live_bytes = from.arena.bytes();
    loaded.entries += from.held.size();
    ++loaded.feeds;
    planet.feeds_[feed] = std::move(from);
  }
  for (Segment& segment : head->segments) {
    const auto known = std::find_if(segments_.begin(), segments_.end(), [&](const Segment& own) {
      return own.checksum == segment.checksum;
    });
    if (known == segments_.end()) {
      segments_.push_back(std::move(segment));
    } else if (known->bytes) {
      fill(planet, known->checksum, known->view(), true);
    }
  }
  planet.judge_all();
  planet.stale_ = planet.limits_due_ = true;
  return loaded;
}

Result<uint64_t> Archive::load_segment(Planet& planet, std::string_view name, AllocatedBytes bytes,
                                       size_t size) {
  const auto segment = std::find_if(segments_.begin(), segments_.end(), [&](const Segment& one) {
    return name_of(one.checksum) == name;
  });
  const auto damaged = [&](std::string_view what) {
    return Error{.reason = Reason::damaged_archive,
                 .detail = "the archive's segment " + std::string(name) + ": " + std::string(what)};
  };
  if (segment == segments_.end()) return damaged("the head does not name it");
  if (segment->bytes) return uint64_t{0};
  const std::string_view view(bytes.get(), bytes ? size : 0);
  std::string_view fault = bytes ? fault_of(view, segment_magic) : "it is not there";
  if (fault.empty() && header_of(view).version > segment_version)
    fault = "a newer program wrote it";
  if (fault.empty() && (header_of(view).checksum != segment->checksum || size != segment->size))
    fault = "it is another one";
  const uint64_t taken = fill(planet, segment->checksum, view, fault.empty());
  if (fault.empty()) {
    segment->bytes = std::move(bytes);
    return taken;
  }
  segments_.erase(segment);
  return damaged(fault);
}

}  // namespace planetarium
