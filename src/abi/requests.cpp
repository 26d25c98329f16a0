#include "abi/requests.hpp"

#include <algorithm>

#include "abi/lines.hpp"
#include "dates/dates.hpp"
#include "text/ascii.hpp"

namespace planetarium {

namespace {

constexpr std::string_view orders[] = {"published", "updated", "received", "received_day"};
constexpr std::string_view future_dates[] = {"ignore_date", "keep", "ignore_entry"};

// "feed=NICK" begins a subscription; the "feed.KEY" lines behind it are its own.
void read_subscriptions(Lines& lines, std::vector<Subscription>& feeds) {
  for (const Lines::Line& line : lines.all()) {
    const std::string_view key = line.key;
    const std::string& value = line.value;
    if (key == "feed") {
      const bool known = std::any_of(feeds.begin(), feeds.end(),
                                     [&](const auto& feed) { return feed.nick == value; });
      if (value.empty() || known)
        lines.fail("feed", value.empty() ? "is empty" : "is \"" + value + "\" twice");
      feeds.push_back({.nick = value});
    } else if (key.starts_with("feed.") && !feeds.empty()) {
      Subscription& feed = feeds.back();
      const std::string_view name = key.substr(5);
      if (name == "url") feed.url = value;
      if (name == "name") feed.name = value;
      if (name == "link") feed.link = value;
      if (name == "face") feed.face = value;
      if (name == "titleType") feed.title_type = value;
      if (name == "xmlBase") feed.xml_base = value;
      if (name == "tag") feed.tags.push_back(value);
      if (name == "maxEntries") feed.max_entries = to_number(value).value_or(0);
    }
  }
}

// Words are counted back from now; dates are days of UTC.
std::optional<int64_t> read_when(Lines& lines, std::string_view key, int64_t now) {
  const std::string when = lines.text(key);
  if (when.empty()) return std::nullopt;
  struct Word {
    std::string_view word;
    int64_t days;
  };
  constexpr Word words[] = {
      {"yesterday", 1}, {"week", 7}, {"10_days", 10}, {"month", 30}, {"30_days", 30}};
  for (const auto& [word, days] : words) {
    if (word == when) return now - days * 86400;
  }
  const auto date = parse_date(when);
  if (!date) lines.fail(key, "is \"" + when + "\", which is no date");
  return date ? std::optional(date->seconds) : std::nullopt;
}

std::optional<uint64_t> hex_number(std::string_view text) {
  uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, 16);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::optional<uint64_t> read_key(Lines& lines, std::string_view key) {
  const std::string written = lines.text(key);
  if (written.empty()) return std::nullopt;
  const auto value = hex_number(written);
  if (!value) lines.fail(key, "is \"" + written + "\", which is no entry's key");
  return value;
}

// "1214094602.00c0ffee00c0ffee", as views give it.
std::optional<Cursor> read_cursor(Lines& lines) {
  const std::string written = lines.text("cursor");
  if (written.empty()) return std::nullopt;
  const std::string_view text = written;
  const size_t dot = std::min(text.find('.'), text.size());
  const auto seconds = signed_number(text.substr(0, dot));
  const auto key = dot == text.size() ? std::nullopt : hex_number(text.substr(dot + 1));
  if (!seconds || !key) lines.fail("cursor", "is \"" + written + "\", which is no place in a view");
  return Cursor{.seconds = seconds.value_or(0), .key = key.value_or(0)};
}

// "1205053200:-360,1225612800:-420": from that second on, that many minutes east of UTC.
std::vector<ZoneChange> read_zone(Lines& lines) {
  const std::string written = lines.text("zone");
  std::vector<ZoneChange> zone;
  for (std::string_view rest = written; !rest.empty();) {
    const std::string_view change = rest.substr(0, rest.find(','));
    rest.remove_prefix(change.size() == rest.size() ? change.size() : change.size() + 1);
    const size_t colon = change.find(':');
    const auto from = signed_number(change.substr(0, colon));
    const auto offset =
        colon == change.npos ? std::nullopt : signed_number(change.substr(colon + 1));
    if (!from || !offset || *offset < -1440 || *offset > 1440) {
      lines.fail("zone", "holds \"" + std::string(change) + "\", which is not from:minutes");
      return {};
    }
    zone.push_back({.from = *from, .offset_minutes = static_cast<int>(*offset)});
  }
  return zone;
}

}  // namespace

Result<Config> read_config(std::string_view text) {
  Lines lines(text, Reason::bad_config);
  Config config;
  read_subscriptions(lines, config.feeds);
  config.page_size = static_cast<size_t>(lines.count("pageSize", config.page_size));
  if (const auto order = lines.word("order", orders)) config.order = static_cast<Order>(*order);
  if (const auto future = lines.word("futureDates", future_dates)) {
    config.future_dates = static_cast<FutureDates>(*future);
  }
  constexpr std::string_view duplicates[] = {"merge", "keep"};
  config.keep_duplicates = lines.word("duplicates", duplicates).value_or(0) == 1;
  return lines.answer(std::move(config));
}

Result<Query> read_query(std::string_view text) {
  Lines lines(text, Reason::bad_query);
  Query query{.feed = lines.text("feed"),
              .tag = lines.text("tag"),
              .author = lines.text("author"),
              .search = lines.text("search"),
              .language = lines.text("lang")};
  query.now = lines.seconds("now");
  query.since = read_when(lines, "since", query.now);
  query.until = read_when(lines, "until", query.now);
  query.entry = read_key(lines, "entry");
  if (const auto order = lines.word("order", orders)) query.order = static_cast<Order>(*order);
  query.ascending = lines.is_set("asc");
  query.page = static_cast<size_t>(lines.count("page", 1));
  query.size = static_cast<size_t>(lines.count("size", 0));
  query.after = read_cursor(lines);
  query.zone = read_zone(lines);
  query.months = lines.is_set("months");
  query.languages = lines.is_set("languages");
  query.links = lines.is_set("links");
  return lines.answer(std::move(query));
}

Result<FeedState> read_state(std::string_view text, std::string& feed) {
  Lines lines(text, Reason::bad_query);
  feed = lines.text("feed");
  constexpr std::string_view kinds[] = {"waiting", "ok", "failed", "gone"};
  lines.word("kind", kinds);
  FeedState state{.kind = lines.text("kind"),
                  .status = lines.count("status", 0),
                  .reason = lines.text("reason"),
                  .detail = lines.text("detail"),
                  .since = lines.text("since"),
                  .checked = lines.text("checked"),
                  .route = lines.text("route")};
  if (state.kind.empty()) lines.fail("kind", "is missing");
  return lines.answer(std::move(state));
}

}  // namespace planetarium
