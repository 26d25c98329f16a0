#include "emit/view_feed.hpp"

#include "text/uri.hpp"

namespace planetarium {

namespace {

// Lists are shared with the planet until they are copied.
template <typename T>
List<T> copy_of(Arena& arena, const List<T>& all) {
  List<T> copy;
  for (const T& one : all) copy.push(arena, one);
  return copy;
}

const Metadata* source_of(Arena& arena, const FeedSlot& slot) {
  auto* source = arena.make<Metadata>();
  *source = slot.feed;
  source->links = {};
  source->links.push(arena, {.href = slot.subscription.url, .rel = "self"});
  for (const Link& link : slot.feed.links) {
    if (link.rel != "self") source->links.push(arena, link);
  }
  if (source->logo.empty()) source->logo = slot.feed.image.url;
  return source;
}

class Writer {
 public:
  Writer(const Planet& planet, int64_t now, Feed& out)
      : planet_(planet), now_(now), out_(out), sources_(planet.feeds().size()) {}

  void entry(const Held& held) {
    const FeedSlot& slot = planet_.feeds()[held.feed];
    Entry entry = held.entry;
    if (entry.authors.empty()) entry.authors = slot.feed.authors;
    if (entry.source == nullptr) {
      const Metadata*& source = sources_[held.feed];
      if (source == nullptr) source = source_of(out_.arena, slot);
      entry.source = source;
    }
    entry.content = copy_of(out_.arena, entry.content);
    for (Text& text : entry.content) text.base = base_of(text, held, slot);
    entry.title.base = base_of(entry.title, held, slot);
    entry.summary.base = base_of(entry.summary, held, slot);
    tags(entry, slot.subscription.tags);
    dates(entry, held);
    out_.entries.push_back(entry);
  }

 private:
  void tags(Entry& entry, const std::vector<std::string>& tags) {
    if (tags.empty()) return;
    entry.categories = copy_of(out_.arena, entry.categories);
    for (const std::string& tag : tags) entry.categories.push(out_.arena, {.term = tag});
  }

  void dates(Entry& entry, const Held& held) const {
    const bool ignores = planet_.config().future_dates == FutureDates::ignore_date;
    for (auto* date : {&entry.published, &entry.updated, &entry.created}) {
      if (ignores && *date && (*date)->seconds > now_) date->reset();
    }
    if (!entry.published && !entry.updated && !entry.created) entry.updated = held.date;
  }

  const Planet& planet_;
  int64_t now_;
  Feed& out_;
  std::vector<const Metadata*> sources_;
};

}  // namespace

Feed view_feed(const Planet& planet, const View& view, int64_t now) {
  Feed feed;
  Writer writer(planet, now, feed);
  for (const Merged& merged : view.entries) writer.entry(planet.held(merged.winner));
  return feed;
}

// Where a feed says no base of its own, people write links as they look from the post, not from the
// feed.
std::string_view base_of(const Text& text, const Held& held, const FeedSlot& slot) {
  if (!slot.subscription.xml_base.empty()) return slot.subscription.xml_base;
  if (!text.base.empty()) return text.base;
  const std::string_view base = held.entry.base.empty() ? slot.feed.base : held.entry.base;
  if (!base.empty() && base != slot.subscription.url) return base;
  for (const std::string_view page : {held.entry.link, slot.feed.link}) {
    if (!scheme_of(page).empty()) return page;
  }
  return base;
}

}  // namespace planetarium
