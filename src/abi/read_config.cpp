// A planet's config, from lines: what goes for all of it first, then each subscription.
#include <algorithm>
#include <iterator>
#include <set>

#include "abi/lines.hpp"
#include "abi/requests.hpp"
#include "planet/overrides.hpp"
#include "text/ascii.hpp"
#include "text/fold.hpp"
#include "text/hash.hpp"
#include "text/search_fold.hpp"
#include "text/uri.hpp"

namespace planetarium {

namespace {

constexpr std::string_view future_dates[] = {"ignore_date", "keep", "ignore_entry"};
constexpr std::string_view keep_or_merge[] = {"merge", "keep"};
constexpr std::string_view keep_or_hide[] = {"keep", "hide"};
constexpr std::string_view field_words[] = {"title", "content", "author", "link"};

template <size_t N>
std::optional<size_t> place_in(const std::string_view (&words)[N], std::string_view word) {
  const auto found = std::find(std::begin(words), std::end(words), word);
  if (found == std::end(words)) return std::nullopt;
  return static_cast<size_t>(found - std::begin(words));
}

void read_condition(Lines& lines, EntryFilter& filter, std::string_view name,
                    const std::string& value) {
  if (name == "category") filter.categories.push_back(fold(value));
  if (name == "word") filter.words.push_back(search_folded(squeezed(value)));
  if (name == "all") filter.all = value == "1";
  if (name == "pattern") {
    const auto number = to_number(value);
    if (!number || *number >= most_patterns)
      return lines.fail("filter.pattern", "is \"" + value + "\", not a number below 64");
    filter.pattern = static_cast<int>(*number);
  }
  if (name == "in") {
    const auto field = place_in(field_words, value);
    if (!field)
      return lines.fail("filter.in",
                        "is \"" + value + "\"; it may be title, content, author, link");
    filter.in = static_cast<uint8_t>(filter.in | 1U << *field);
  }
}

// "filter=include" or "filter=exclude" begins one, "filter.KEY" lines behind it are its own.
void read_filter(Lines& lines, EntryFilters& filters, EntryFilter*& open, std::string_view key,
                 const std::string& value) {
  if (key == "filter") {
    if (value != "include" && value != "exclude")
      lines.fail("filter", "is \"" + value + "\"; it may be include, exclude");
    auto& list = value == "include" ? filters.include : filters.exclude;
    list.push_back({.in = 0});
    open = &list.back();
  } else if (open != nullptr) {
    read_condition(lines, *open, key.substr(7), value);
  }
}

// A filter that says nowhere to look looks where readers do.
void finish(EntryFilters& filters) {
  for (auto* list : {&filters.include, &filters.exclude}) {
    for (EntryFilter& filter : *list) {
      if (filter.in == 0) filter.in = EntryFilter::title | EntryFilter::content;
    }
  }
}

void read_ignored(Lines& lines, Subscription& feed, const std::string& value) {
  if (const auto field = place_in(ignorable_fields, value)) {
    feed.ignored |= 1U << *field;
    return;
  }
  std::string may;
  for (const std::string_view word : ignorable_fields)
    may.append(may.empty() ? "" : ", ").append(word);
  lines.fail("feed.ignore", "is \"" + value + "\"; it may be " + may);
}

// By key, id or link: whatever a person has at hand.
HiddenEntry read_hidden(const std::string& value) {
  HiddenEntry hidden;
  uint64_t key = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), key, 16);
  if (value.size() == 16 && error == std::errc{} && end == value.data() + value.size())
    hidden.key = key;
  hidden.id_hash = hash_of(value.find(':') == value.npos ? value : canonical_link(value));
  hidden.link_hash = hash_of(canonical_link(value));
  return hidden;
}

class Reader {
 public:
  explicit Reader(Lines& lines) : lines_(lines) {}

  Config read() {
    for (const Lines::Line& line : lines_.all()) {
      if (line.key == "feed") {
        begin_feed(line.value);
      } else if (line.key.starts_with("feed.")) {
        if (!config_.feeds.empty()) of_feed(line.key.substr(5), line.value);
      } else if (line.key.starts_with("filter")) {
        read_filter(lines_, config_.filters, open_, line.key, line.value);
      } else if (line.key == "hide") {
        config_.hide.push_back(read_hidden(line.value));
      }
    }
    config_.page_size = static_cast<size_t>(lines_.count("pageSize", config_.page_size));
    constexpr uint64_t most_days = 1'000'000;  // sums of dates stay whole
    config_.keep_days = std::min(lines_.count("keepDays", 0), most_days);
    config_.keep_entries = lines_.count("keepEntries", 0);
    config_.new_feed_items = lines_.count("newFeedItems", 0);
    if (const auto order = lines_.word("order", order_words))
      config_.order = static_cast<Order>(*order);
    if (const auto future = lines_.word("futureDates", future_dates))
      config_.future_dates = static_cast<FutureDates>(*future);
    config_.keep_duplicates = lines_.word("duplicates", keep_or_merge).value_or(0) == 1;
    config_.hide_deleted = lines_.word("deletedPosts", keep_or_hide).value_or(0) == 1;
    finish(config_.filters);
    for (Subscription& feed : config_.feeds) finish(feed.filters);
    return std::move(config_);
  }

 private:
  void begin_feed(const std::string& nick) {
    open_ = nullptr;
    if (nick.empty() || !nicks_.insert(nick).second)
      lines_.fail("feed", nick.empty() ? "is empty" : "is \"" + nick + "\" twice");
    config_.feeds.push_back({.nick = nick});
  }

  void of_feed(std::string_view name, const std::string& value) {
    Subscription& feed = config_.feeds.back();
    if (name.starts_with("filter")) return read_filter(lines_, feed.filters, open_, name, value);
    if (name == "url") feed.url = value;
    if (name == "ownNick") feed.own_nick = true;
    if (name == "name") feed.name = value;
    if (name == "link") feed.link = value;
    if (name == "face") feed.face = value;
    if (name == "titleType") feed.title_type = value;
    if (name == "xmlBase") feed.xml_base = value;
    if (name == "tag") feed.tags.push_back(value);
    if (name == "ignore") read_ignored(lines_, feed, value);
    if (name == "maxEntries") feed.max_entries = to_number(value).value_or(0);
    if (name == "keepEntries") feed.keep_entries = to_number(value).value_or(0);
  }

  Lines& lines_;
  Config config_{};
  std::set<std::string> nicks_{};
  EntryFilter* open_ = nullptr;  // the filter that lines are added to
};

}  // namespace

Result<Config> read_config(std::string_view text) {
  Lines lines(text, Reason::bad_config);
  Config config = Reader(lines).read();
  return lines.answer(std::move(config));
}

}  // namespace planetarium
