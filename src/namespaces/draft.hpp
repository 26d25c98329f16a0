// A feed, an entry or an entry's source while it is read: which source filled a field, so that a
// better one may still take its place.
#pragma once

#include <cstdint>
#include <optional>

#include "planetarium/model.hpp"
#include "xml/element.hpp"

namespace planetarium {

template <typename T>
bool says_nothing(const T& value) {
  return value.empty();
}
inline bool says_nothing(const Image& image) { return image == Image{}; }
bool says_nothing(const Metadata& source);

/// A field that several elements may fill. The lower rank wins; document order decides nothing
/// between ranks, and within one the first element that says something stays.
template <typename T>
class Slot {
 public:
  explicit Slot(T& field) : field_(field) {}

  void take(const T& value, uint8_t rank) {
    if (rank >= rank_ || says_nothing(value)) return;
    field_ = value;
    rank_ = rank;
  }
  const T& value() const { return field_; }
  uint8_t rank() const { return rank_; }

 private:
  T& field_;
  uint8_t rank_ = 255;
};

// The ranks of what says the same thing in several vocabularies: the format's own elements first.
constexpr uint8_t own_rank = 0;
constexpr uint8_t own_older_rank = 1;  ///< a name of the format that another has replaced
constexpr uint8_t atom_rank = 4;       ///< Atom inside RSS; and one behind it
constexpr uint8_t dublin_core_rank = 10;
constexpr uint8_t behind_dublin_core_rank = 11;
constexpr uint8_t itunes_rank = 15;  ///< and one behind it
constexpr uint8_t media_rank = 20;
constexpr uint8_t last_rank = 30;

class Draft {
 public:
  Draft(const Element& container, Feed& target);
  Draft(const Element& container, Entry& target);
  Draft(const Element& container, Metadata& source);

  Arena& arena() const { return element.arena(); }

  /// Those of several elements, made when the first is met.
  Itunes& itunes();
  Media& media();
  Podcast& podcast();
  Syndication& syndication();

  /// Repeats dropped, and what has been made handed to the target.
  void finish();

  const Element element;  ///< texts name their base and language only where they differ from it's
  Feed* const feed;       ///< null unless it is one
  Entry* const entry;     ///< null unless it is one
  Metadata* const metadata;  ///< of a feed or a source; null for an entry
  bool is_atom = false;      ///< the format is Atom: its elements are the format's own

  Slot<std::string_view> id;
  Slot<Text> title;
  Slot<Text> description;  ///< subtitle or summary
  Slot<std::string_view> link;
  Slot<Text> rights;
  Slot<std::string_view> language;
  Slot<Person> publisher;
  Slot<Image> image;
  Slot<std::string_view> license;
  Slot<std::string_view> comments, comments_feed;
  std::optional<Timestamp>& published;
  std::optional<Timestamp>& updated;
  std::optional<Timestamp>& created;
  List<Link>& links;
  List<Person>& authors;
  List<Person>& contributors;
  List<Category>& categories;
  Text plain{};  ///< RSS `summary`, of no namespace: content where there is a description too
  Geometry geo{};
  std::string_view latitude{}, longitude{};  ///< W3C geo has an element for each
  uint8_t geo_rank = last_rank;

 private:
  // What a source has no field for.
  struct Unwanted {
    Person publisher{};
    Image image{};
    std::optional<Timestamp> created{};
    std::string_view license{};
    std::string_view comments{};
    std::string_view comments_feed{};
  };
  Draft(const Element& container, Metadata& target, Feed* as_feed, Unwanted& unwanted);

  Unwanted unwanted_{};
  Itunes* itunes_ = nullptr;
  Media* media_ = nullptr;
  Podcast* podcast_ = nullptr;
  Syndication* syndication_ = nullptr;
};

/// Of several dates the last stays, whatever vocabulary it is of; what is none changes nothing.
void take_date(std::optional<Timestamp>& field, const Element& element);

/// A field that one element fills: the first that says something.
inline void take_first(std::string_view& field, std::string_view value) {
  if (field.empty()) field = value;
}
template <typename T>
void take_first(std::optional<T>& field, const std::optional<T>& value) {
  if (!field) field = value;
}

}  // namespace planetarium
