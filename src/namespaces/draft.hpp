// A feed or an entry while it is read: which source filled a field, so that a better one may still
// take its place.
#pragma once

#include <cstdint>
#include <string>
#include <utility>

#include "planetarium/model.hpp"
#include "xml/element.hpp"

namespace planetarium {

/// Lower is better; document order decides nothing between sources.
struct Ranked {
  static constexpr uint8_t empty = 255;
  uint8_t rank = empty;

  /// Within one source the first element wins.
  template <typename T>
  void take(T& field, T value, uint8_t by) {
    if (by >= rank) return;
    field = std::move(value);
    rank = by;
  }
  /// Of several dates the last one wins.
  template <typename T>
  void take_last(T& field, T value, uint8_t by) {
    if (by > rank) return;
    field = std::move(value);
    rank = by;
  }
};

// Where a format's own element and an extension say the same thing, these are their ranks.
constexpr uint8_t own_rank = 0;

/// Fields that a feed and an entry share.
struct Draft {
  explicit Draft(const Element& container) : element(container) {}

  const Element element;  ///< the container: texts name their base and language only where they
                          ///< differ from it
  Ranked id{}, title{}, summary{}, link{}, published{}, updated{}, created{}, rights{}, language{},
      publisher{};
};

struct FeedDraft : Draft {
  FeedDraft(const Element& container, Feed& target) : Draft(container), feed(target) {}
  Feed& feed;
  Ranked image{}, generator{};
};

struct EntryDraft : Draft {
  EntryDraft(const Element& container, Entry& target) : Draft(container), entry(target) {}
  Entry& entry;
  Text plain{};  ///< RSS `summary`, of no namespace: content where there is a description too
  Ranked plain_summary{};
};

/// Repeats are dropped once, by `drop_repeats`, when all have been seen.
template <typename T>
void gather(std::vector<T>& all, T value) {
  all.push_back(std::move(value));
}

/// Drops what stood before, in linear time: a hostile entry may have a hundred thousand categories.
void drop_repeats(std::vector<Link>& links);
void drop_repeats(std::vector<Person>& people);
void drop_repeats(std::vector<Category>& categories);
void drop_repeats(std::vector<Enclosure>& enclosures);

/// All lists of a feed or an entry.
template <typename Target>
void drop_repeats_of(Target& target) {
  drop_repeats(target.links);
  drop_repeats(target.authors);
  drop_repeats(target.contributors);
  drop_repeats(target.categories);
}

}  // namespace planetarium
