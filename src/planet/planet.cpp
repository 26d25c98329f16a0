// Taking feeds in: what is new, what changed, and what stays although its feed no longer carries
// it.
#include "planetarium/planet.hpp"

#include <algorithm>

#include "planet/identity.hpp"
#include "planetarium/parse.hpp"
#include "text/ascii.hpp"
#include "text/fold.hpp"
#include "text/html_text.hpp"

namespace planetarium {

namespace {

// Shorter bodies are no dearer as strings than as a place in a segment.
constexpr size_t shortest_body = 64;

void gather_tags(const std::string& name, bool split, std::vector<std::string>& labels) {
  // Markup in a category is a mistake of its writer, and its slashes part nothing; nor do a URI's.
  const std::string plain = looks_like_html(name) ? plain_text(name) : name;
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

bool same_content(const Planet& planet, const Held& before, const Held& now,
                  std::string_view document) {
  const auto same = [&](const Text& a, const Text& b) {
    return a.type == b.type && a.src == b.src &&
           decode_body(a.value, planet.place(a.value)) == decode_body(b.value, document);
  };
  const Entry& a = before.entry;
  const Entry& b = now.entry;
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

// Short or seldom shown: strings, whatever else of the entry is kept.
void own_small_texts(Entry& entry, std::string_view document) {
  const auto own = [&](Text& text) { text.value = {.own = decode_body(text.value, document)}; };
  own(entry.rights);
  if (!entry.source) return;
  own(entry.source->title);
  own(entry.source->subtitle);
  own(entry.source->rights);
}

// More tags than this on one entry say nothing to a reader, and more words than that are an attack.
constexpr size_t most_tags = 256;
constexpr size_t most_labels = 4096;

// Each tag once, as it was written first.
std::vector<Tag> tags_of(std::vector<std::string> labels, Names& names) {
  std::vector<Tag> tags;
  if (labels.size() > most_labels) labels.resize(most_labels);
  for (std::string& label : labels) {
    if (tags.size() == most_tags) break;
    const uint32_t id = names.id_of(fold(label));
    const bool fresh =
        std::none_of(tags.begin(), tags.end(), [id](const Tag& tag) { return tag.id == id; });
    if (fresh) tags.push_back({.id = id, .label = std::move(label)});
  }
  return tags;
}

}  // namespace

Planet::Planet(Config config) { configure(std::move(config)); }

void Planet::configure(Config config) {
  std::vector<FeedSlot> before = std::move(feeds_);
  feeds_.clear();
  for (const Subscription& subscription : config.feeds) {
    const auto old = std::find_if(before.begin(), before.end(), [&](const FeedSlot& slot) {
      return slot.subscription.nick == subscription.nick;
    });
    feeds_.push_back(old == before.end() ? FeedSlot{} : std::move(*old));
    feeds_.back().subscription = subscription;
    for (Held& held : feeds_.back().held) held.feed = static_cast<uint32_t>(feeds_.size() - 1);
  }
  config_ = std::move(config);
  stale_ = true;
}

std::optional<uint32_t> Planet::find_feed(std::string_view nick) const {
  for (uint32_t i = 0; i < feeds_.size(); ++i) {
    if (feeds_[i].subscription.nick == nick) return i;
  }
  return std::nullopt;
}

void Planet::take_in(Held& held, std::string_view document) {
  const auto keep = [&](Body& body) {
    if (body.form != Body::Form::own) {
      segments_.append(document.substr(body.offset, body.length), body);
    } else if (body.own.size() >= shortest_body) {
      const std::string own = std::move(body.own);
      body.own = {};
      body.form = Body::Form::plain;
      segments_.append(own, body);
    }
  };
  keep(held.entry.title.value);
  keep(held.entry.summary.value);
  for (Text& content : held.entry.content) keep(content.value);
}

Added Planet::add(uint32_t feed, Feed parsed, std::string_view document, int64_t received) {
  FeedSlot& slot = feeds_[feed];
  std::vector<Entry> entries = std::move(parsed.entries);
  parsed.entries.clear();
  for (Text* text : {&parsed.title, &parsed.subtitle, &parsed.rights}) {
    text->value = {.own = decode_body(text->value, document)};
  }
  slot.feed = std::move(parsed);
  const std::string& title = slot.feed.title.value.own;
  slot.title = slot.feed.title.type == "text" ? squeezed(title) : plain_text(title);
  slot.state = {.kind = "ok"};
  if (const uint64_t most = slot.subscription.max_entries; most != 0 && entries.size() > most)
    entries.resize(most);

  Added added;
  std::unordered_map<uint64_t, uint32_t> in_this_document;
  for (Entry& entry : entries) {
    Held held{.entry = std::move(entry), .received = received, .feed = feed};
    const std::string& title_type = slot.subscription.title_type;
    if (!title_type.empty() && !held.entry.title.empty()) held.entry.title.type = title_type;
    identify(held, slot.feed, document);
    held.tags = tags_of(labels_of(held.entry, slot), tags_);
    own_small_texts(held.entry, document);
    const auto& people = held.entry.authors.empty() ? slot.feed.authors : held.entry.authors;
    if (!people.empty() && !people.front().name.empty())
      held.author = authors_.id_of(fold(people.front().name));

    const auto [at, fresh] =
        slot.by_key.try_emplace(held.key, static_cast<uint32_t>(slot.held.size()));
    const bool repeated = !in_this_document.try_emplace(held.key, at->second).second;
    if (fresh) {
      take_in(held, document);
      slot.held.push_back(std::move(held));
      ++added.added;
      continue;
    }
    Held& known = slot.held[at->second];
    // One id twice in one document: the newer copy stays.
    if (repeated && !is_newer(held.entry, known.entry)) continue;
    held.received = known.received;
    held.edited = known.edited;
    if (same_content(*this, known, held, document)) {
      held.entry.title.value = std::move(known.entry.title.value);
      held.entry.summary.value = std::move(known.entry.summary.value);
      for (size_t i = 0; i < held.entry.content.size(); ++i) {
        held.entry.content[i].value = std::move(known.entry.content[i].value);
      }
    } else {
      take_in(held, document);
      held.edited = held.edited || !repeated;
      added.updated += !repeated;
    }
    known = std::move(held);
  }
  added.held = slot.held.size();
  stale_ = true;
  return added;
}

void Planet::remove(uint32_t feed) {
  Subscription subscription = std::move(feeds_[feed].subscription);
  feeds_[feed] = {.subscription = std::move(subscription)};
  stale_ = true;
}

std::span<const EntryRef> Planet::also(const Merged& merged) const {
  return std::span(also_).subspan(merged.also_begin, merged.also_end - merged.also_begin);
}

std::string_view Planet::place(const Body& body) const {
  return body.form == Body::Form::own ? std::string_view{} : segments_.chunk(body.segment);
}

std::string Planet::body(const Text& text) const {
  return decode_body(text.value, place(text.value));
}

}  // namespace planetarium
