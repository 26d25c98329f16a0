// All feeds of a planet, merged: subscriptions, the entries held, and which of them are one.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "planetarium/entry_filter.hpp"
#include "planetarium/error.hpp"
#include "planetarium/model.hpp"
#include "planetarium/search_texts.hpp"

namespace planetarium {

enum class Order : uint8_t { published, updated, received, received_day };
enum class FutureDates : uint8_t { ignore_date, keep, ignore_entry };
enum class DateSource : uint8_t { published, updated, link, received };

struct Subscription {
  std::string nick{};     ///< unique within a planet
  bool own_nick = false;  ///< given by the planet: it stays when the feed's URL changes
  std::string url{};
  std::string name{};
  std::string link{};
  std::string face{};
  std::vector<std::string> tags{};  ///< put on every entry of the feed
  std::string title_type{};         ///< text or html, whatever the feed says of its titles
  std::string xml_base{};           ///< base of the URLs in its posts, whatever the feed says
  uint64_t max_entries = 0;         ///< taken of one answer; 0: all
  uint64_t keep_entries = 0;        ///< held when the feed no longer carries them; 0: all
  uint32_t ignored =
      0;  ///< fields of its entries that count for nothing (overrides.hpp), a bit each
  EntryFilters filters{};

  bool operator==(const Subscription&) const = default;
};

/// An entry that is not to be shown, by its key, its id or its link; 0 where it is not named by it.
struct HiddenEntry {
  uint64_t key = 0, id_hash = 0, link_hash = 0;
};

struct Config {
  std::vector<Subscription> feeds{};
  size_t page_size = 20;
  Order order = Order::published;
  FutureDates future_dates = FutureDates::ignore_date;
  bool keep_duplicates = false;
  EntryFilters filters{};
  std::vector<HiddenEntry> hide{};
  bool hide_deleted = false;    ///< posts that left their feed although older ones are still in it
  uint64_t new_feed_items = 0;  ///< so many of the posts that come at once are shown; 0: all
  uint64_t keep_days = 0;       ///< entries older than that go; 0: none
  uint64_t keep_entries = 0;    ///< the newest of the planet stay; 0: all
};

/// What the page was told of a feed, or parsing found; shown as it is.
struct FeedState {
  std::string kind = "waiting";  ///< waiting, ok, failed, gone
  uint64_t status = 0;           ///< HTTP status
  std::string reason{};
  std::string detail{};
  std::string since{};    ///< RFC 3339
  std::string checked{};  ///< RFC 3339
  std::string route{};
  std::string memo{};  ///< the caller's own: kept and handed back, never shown
};

/// A tag as an entry wrote it, and its number in the planet's table.
struct Tag {
  uint32_t id = 0;
  std::string_view label{};   ///< lies with what its entry views
  std::string_view folded{};  ///< in the planet's table
};

/// An entry that a planet keeps. What it views lies in the planet's arena.
struct Held {
  Entry entry{};
  uint64_t key = 0;                ///< of its identity: id, else link, else title and content
  uint64_t id_hash = 0;            ///< 0 where it has none
  uint64_t link_hash = 0;          ///< of the canonical link
  uint64_t title_hash = 0;         ///< of the folded title
  mutable uint64_t text_hash = 0;  ///< of its text; made when a title collides
  uint64_t fingerprint = 0;        ///< of all it says, its bodies aside
  bool id_is_uri = false;          ///< a bare "17" names an entry only within its feed
  bool edited = false;             ///< title or content changed after it was first held
  bool is_away = false;            ///< a body of it is not loaded, or lost
  uint32_t seen = 0;               ///< the last answer of its feed that carried it
  int64_t received =
      0;  ///< UTC seconds, when first held: remembered, so an undated entry does not move
  Timestamp date{};  ///< of the chosen order
  DateSource date_source = DateSource::received;
  uint32_t feed = 0;
  uint32_t author = 0;  ///< number of the folded name, 0 for none
  List<Tag> tags{};
  bool flooded = false;         ///< one of many that came at once; not among the newest
  bool deleted = false;         ///< left its feed although older ones are still in it
  bool patterns_known = false;  ///< whether the config's regular expressions were asked
  uint64_t patterns = 0;        ///< those that match, a bit each
  Hidden hidden = Hidden::no;
  mutable uint32_t text = SearchTexts::none;    ///< number of its text for search
  mutable std::string_view guessed_language{};  ///< static; empty where it is not known
  mutable bool language_is_guessed = false;
};

/// Folded names to numbers from 1; never forgets.
class Names {
 public:
  uint32_t id_of(std::string_view folded);
  /// 0 where the name was never seen.
  uint32_t find(std::string_view folded) const;
  std::string_view folded(uint32_t id) const { return names_[id]; }
  size_t size() const { return names_.size(); }

 private:
  using Key = std::pair<uint64_t, std::string_view>;  // by its hash first: one comparison, mostly
  std::map<Key, uint32_t> ids_{};                     // a tree: who writes a feed chooses its names
  Arena arena_{};
  std::vector<std::string_view> names_{{}};
};

struct FeedSlot {
  Subscription subscription{};
  Feed feed{};          ///< metadata; its entries are in `held`, its arena is its own
  std::string title{};  ///< the feed's title as plain text
  FeedState state{};
  std::vector<Held> held{};
  Arena arena{};          ///< what the entries view, and what those viewed that have been replaced
  size_t live_bytes = 0;  ///< of the arena, when it last held nothing else
  uint32_t answers = 0;   ///< taken in; entries of the last one are never dropped
  std::map<uint64_t, uint32_t> by_key{};  ///< a tree: who writes a feed chooses its keys
  std::vector<uint64_t> awaits{};         ///< checksums of segments that its entries' bodies lie in

  /// Finds the entries by their keys again.
  void index();
};

struct EntryRef {
  uint32_t feed = 0;
  uint32_t index = 0;

  bool operator==(const EntryRef&) const = default;
};

/// One entry of the planet: the copy that won, and where the others are.
struct Merged {
  EntryRef winner{};
  uint32_t also_begin =
      0;  ///< into Planet::also(), the other copies in the order they would have won
  uint32_t also_end = 0;
  // Of the winner, for passes over all of them:
  uint32_t tags_begin = 0;  ///< into what Planet::tags_of views
  uint32_t tags_end = 0;
  uint32_t author = 0;
  Hidden hidden = Hidden::no;  ///< no copy of it is to be shown
  int64_t seconds = 0;         ///< UTC, of the chosen order
};

struct Added {
  uint64_t added = 0;
  uint64_t updated = 0;
  uint64_t deleted = 0;  ///< left the feed although older ones are still in it
  uint64_t held = 0;
};

/// What another planet remembers of an entry.
struct Past {
  int64_t received = 0;
  bool edited = false;
  bool flooded = false;
  bool deleted = false;
};

class Planet {
 public:
  explicit Planet(Config config);

  /// Feeds that both configs name keep what they hold.
  void configure(Config config);

  std::optional<uint32_t> find_feed(std::string_view nick) const;

  /// Takes a parsed feed in, and copies of what it views. Seconds are UTC.
  Added add(uint32_t feed, Feed parsed, int64_t received);
  /// Takes in entries that another planet held, one of `past` each: what is not held yet, or is
  /// newer than what is. The earlier receipt counts. It is no answer of the feed: what the feed
  /// said of itself stays, and nothing is missed that is not among them.
  Added import(uint32_t feed, Feed parsed, std::span<const Past> past);
  /// The memo stays where the new state has none.
  void set_state(uint32_t feed, FeedState state);
  void remove(uint32_t feed);
  /// Drops what the limits of the config no longer keep, but nothing that its feed still carries.
  void drop_old(int64_t now);
  /// Drops all but the newest posts and their copies, whatever feeds carry.
  void keep_newest(uint64_t most, int64_t now);

  /// An entry that has to be held against regular expressions, and which.
  struct Question {
    EntryRef entry{};
    uint64_t patterns = 0;
  };
  /// At most `most` of them. An answer is lost when the entry's feed is added again.
  std::vector<Question> questions(size_t most) const;
  /// `matching`: the patterns that match. An entry that is not there is nothing to answer for.
  void answer(EntryRef entry, uint64_t matching);

  const Config& config() const { return config_; }
  const std::vector<FeedSlot>& feeds() const { return feeds_; }
  const Held& held(EntryRef ref) const { return feeds_[ref.feed].held[ref.index]; }

  /// Every entry once, newest first by `order`; what is dated after `now` as the config says. The
  /// result depends on what is held, never on the order in which it came.
  const std::vector<Merged>& merged(Order order, int64_t now);
  /// As they were merged last.
  const std::vector<Merged>& merged() const { return merged_; }
  std::span<const EntryRef> also(const Merged& merged) const;
  /// Numbers of its tags.
  std::span<const uint32_t> tags_of(const Merged& merged) const;
  /// The newest date of what is merged.
  const std::optional<Timestamp>& newest() const { return newest_; }

  Names& tags() { return tags_; }
  Names& authors() { return authors_; }
  /// Its folded name.
  std::string_view tag_name(uint32_t id) const { return tags_.folded(id); }
  /// A tag as the oldest entry that has it wrote it.
  std::string_view tag_label(uint32_t id) const { return tag_labels_[id]; }

  /// What search looks through, as far as it was asked for.
  SearchTexts& search_texts() { return search_texts_; }
  void drop_search_texts();

  /// Bytes of all that entries view.
  size_t entry_bytes() const;

 private:
  friend class Archive;
  void merge();
  void judge_all();
  void forget_answers();
  bool is_known(int64_t received) const;
  void label_tags();
  void note_rows();
  void erase(FeedSlot& slot, const std::vector<bool>& dropped);

  Config config_;
  std::vector<FeedSlot> feeds_{};
  Names nicks_{};  // of the feeds, in their order
  Names tags_{};
  Names authors_{};
  std::vector<Merged> merged_{};
  std::vector<EntryRef> also_{};
  std::vector<uint32_t> merged_tags_{};
  std::optional<Timestamp> newest_{};
  SearchTexts search_texts_{};
  size_t texts_replaced_ = 0;
  std::vector<std::string_view> tag_labels_{};
  bool stale_ = true;       // something was added since the last merge
  bool limits_due_ = true;  // they, or what is held, came since it was last held to them
  Order merged_order_ = Order::published;
  // The span of `now` in which no future date comes due.
  int64_t merged_at_ = 0;
  int64_t merged_until_ = 0;
};

}  // namespace planetarium
