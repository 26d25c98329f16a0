#include "planet/filters.hpp"

#include <algorithm>

#include "planet/texts.hpp"
#include "text/search_fold.hpp"
#include "text/simd.hpp"
#include "text/utf8.hpp"

namespace planetarium {

namespace {

uint64_t patterns_of(const EntryFilters& filters) {
  uint64_t bits = 0;
  for (const auto* list : {&filters.include, &filters.exclude}) {
    for (const EntryFilter& filter : *list) {
      if (filter.pattern >= 0) bits |= uint64_t{1} << filter.pattern;
    }
  }
  return bits;
}

// The folded texts of an entry, each made when a filter first asks for it.
class Texts {
 public:
  Texts(const Held& held, const FeedSlot& slot) : held_(held), slot_(slot) {}

  bool has_word(std::string_view word, uint8_t in) {
    if (word.empty()) return false;  // of signs alone, which are folded away
    for (size_t i = 0; i < 4; ++i) {
      const auto field = static_cast<uint8_t>(1U << i);
      if ((in & field) != 0 && begins_word(text(i, field), word)) return true;
    }
    return false;
  }

 private:
  static bool begins_word(std::string_view text, std::string_view word) {
    std::string_view first = word;
    const bool spaced = !word.empty() && is_spaced_letter(take_code_point(first));
    for (size_t from = 0;; ++from) {
      const size_t at = simd::find_text(text.substr(from), word);
      if (at == text.size() - from) return false;
      from += at;
      if (!spaced || from == 0 || !is_spaced_letter(last_code_point(text.substr(0, from))))
        return true;
    }
  }

  const std::string& text(size_t i, uint8_t field) {
    if (!made_[i]) texts_[i] = search_folded(written(field));
    made_[i] = true;
    return texts_[i];
  }

  std::string written(uint8_t field) const {
    const Entry& entry = held_.entry;
    if (field == EntryFilter::title) return plain_of(entry.title);
    if (field == EntryFilter::link) return std::string(entry.link);
    if (field == EntryFilter::content)
      return plain_of(shown_text(entry)) + "\n" + plain_of(entry.summary);
    std::string names;
    for (const Person& person : entry.authors.empty() ? slot_.feed.authors : entry.authors)
      (names += person.name) += '\n';
    return names;
  }

  const Held& held_;
  const FeedSlot& slot_;
  std::string texts_[4];
  bool made_[4] = {};
};

bool matches(const EntryFilter& filter, const Held& held, Texts& texts) {
  size_t conditions = 0, met = 0;
  const auto note = [&](bool is_met) {
    ++conditions;
    met += is_met;
  };
  for (const std::string& category : filter.categories) {
    note(std::any_of(held.tags.begin(), held.tags.end(),
                     [&](const Tag& tag) { return tag.folded == category; }));
  }
  for (const std::string& word : filter.words) note(texts.has_word(word, filter.in));
  if (filter.pattern >= 0) note((held.patterns >> filter.pattern & 1) != 0);
  return filter.all ? met == conditions : met > 0;
}

}  // namespace

uint64_t patterns_for(const Config& config, const Subscription& subscription) {
  return patterns_of(config.filters) | patterns_of(subscription.filters);
}

Hidden verdict_on(const Held& held, const FeedSlot& slot, const Config& config) {
  const auto is_named = [&](const HiddenEntry& one) {
    return one.key == held.key || (held.id_hash != 0 && one.id_hash == held.id_hash) ||
           (held.link_hash != 0 && one.link_hash == held.link_hash);
  };
  if (std::any_of(config.hide.begin(), config.hide.end(), is_named)) return Hidden::by_hand;
  if (held.flooded) return Hidden::flood;
  if (held.deleted && config.hide_deleted) return Hidden::deleted;
  if (!held.patterns_known && patterns_for(config, slot.subscription) != 0)
    return Hidden::undecided;
  Texts texts(held, slot);
  const auto match = [&](const EntryFilter& filter) { return matches(filter, held, texts); };
  const auto stops = [&](const EntryFilters& filters, Hidden include, Hidden exclude) {
    if (!std::all_of(filters.include.begin(), filters.include.end(), match)) return include;
    return std::any_of(filters.exclude.begin(), filters.exclude.end(), match) ? exclude
                                                                              : Hidden::no;
  };
  const Hidden by_planet = stops(config.filters, Hidden::planet_include, Hidden::planet_exclude);
  if (by_planet != Hidden::no) return by_planet;
  return stops(slot.subscription.filters, Hidden::feed_include, Hidden::feed_exclude);
}

}  // namespace planetarium
