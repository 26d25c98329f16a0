#include "abi/requests.hpp"

#include "dates/dates.hpp"
#include "json/value.hpp"
#include "text/ascii.hpp"

namespace planetarium {

namespace {

using Kind = Value::Kind;

constexpr std::string_view orders[] = {"published", "updated", "received", "received_day"};
constexpr std::string_view future_dates[] = {"ignore_date", "keep", "ignore_entry"};

template <size_t N>
std::optional<size_t> index_of(const std::string_view (&words)[N], std::string_view word) {
  for (size_t i = 0; i < N; ++i) {
    if (words[i] == word) return i;
  }
  return std::nullopt;
}

// Reads one object; remembers the first key whose value cannot be used.
class Request {
 public:
  Request(std::string_view json, Reason reason) : reason_(reason) {
    if (trim(json).empty()) return;
    ParsedJson parsed = parse_json(json);
    if (parsed.error.reason != Reason::none) {
      error_ = {.reason = reason, .detail = "it is not JSON: " + parsed.error.detail, .offset = parsed.error.offset};
    } else if (!parsed.value.is(Kind::object)) {
      error_ = {.reason = reason, .detail = "it is not a JSON object"};
    }
    value_ = std::move(parsed.value);
  }

  const Value& operator[](std::string_view key) const { return value_[key]; }

  std::string text(std::string_view key, const Value& value) {
    if (value.is(Kind::null)) return {};
    if (!value.is(Kind::string)) fail(key, "is not a string");
    return std::string(value.string());
  }
  std::string text(std::string_view key) { return text(key, value_[key]); }

  uint64_t count(std::string_view key, const Value& value, uint64_t otherwise) {
    if (value.is(Kind::null)) return otherwise;
    const auto number = value.count();
    if (!number) fail(key, "is not a whole number from 0");
    return number.value_or(otherwise);
  }
  uint64_t count(std::string_view key, uint64_t otherwise = 0) { return count(key, value_[key], otherwise); }

  int64_t seconds(std::string_view key) const { return static_cast<int64_t>(value_[key].number); }

  template <size_t N>
  std::optional<size_t> word(std::string_view key, const std::string_view (&words)[N]) {
    const std::string written = text(key);
    if (written.empty()) return std::nullopt;
    const auto index = index_of(words, written);
    if (!index) fail(key, "is \"" + written + "\"; it may be " + listed(words));
    return index;
  }

  void fail(std::string_view key, std::string_view what) {
    if (error_.reason != Reason::none) return;
    error_ = {.reason = reason_, .detail = "\"" + std::string(key) + "\" " + std::string(what)};
  }

  bool failed() const { return error_.reason != Reason::none; }
  const Error& error() const { return error_; }

 private:
  template <size_t N>
  static std::string listed(const std::string_view (&words)[N]) {
    std::string out;
    for (size_t i = 0; i < N; ++i) out.append(i == 0 ? "" : ", ").append(words[i]);
    return out;
  }

  Reason reason_;
  Value value_{};
  Error error_{};
};

template <typename T>
Result<T> answer(const Request& request, T value) {
  if (request.failed()) return request.error();
  return value;
}

Subscription read_subscription(Request& request, const Value& value) {
  Subscription feed{.nick = request.text("feeds[].nick", value["nick"]),
                    .url = request.text("feeds[].url", value["url"]),
                    .name = request.text("feeds[].name", value["name"]),
                    .link = request.text("feeds[].link", value["link"]),
                    .face = request.text("feeds[].face", value["face"]),
                    .max_entries = request.count("feeds[].maxEntries", value["maxEntries"], 0)};
  for (const Value& tag : value["tags"].items) feed.tags.emplace_back(tag.string());
  if (feed.nick.empty()) request.fail("feeds[].nick", "is missing");
  return feed;
}

// Words are counted back from now; dates are days of UTC.
std::optional<int64_t> read_when(Request& request, std::string_view key, int64_t now) {
  const std::string when = request.text(key);
  if (when.empty()) return std::nullopt;
  constexpr std::string_view words[] = {"yesterday", "week", "10_days", "month", "30_days"};
  constexpr int64_t days[] = {1, 7, 10, 30, 30};
  if (const auto word = index_of(words, when)) return now - days[*word] * 86400;
  const auto date = parse_date(when);
  if (!date) request.fail(key, "is \"" + when + "\", which is no date");
  return date ? std::optional(date->seconds) : std::nullopt;
}

std::optional<uint64_t> read_key(Request& request, std::string_view key) {
  const std::string written = request.text(key);
  if (written.empty()) return std::nullopt;
  uint64_t value = 0;
  const auto [end, error] = std::from_chars(written.data(), written.data() + written.size(), value, 16);
  if (error != std::errc{} || end != written.data() + written.size()) request.fail(key, "is no entry's key");
  return value;
}

std::vector<ZoneChange> read_zone(Request& request, const Value& value) {
  std::vector<ZoneChange> zone;
  for (const Value& pair : value.items) {
    if (pair.items.size() != 2 || !pair.items[0].is(Kind::number) || !pair.items[1].is(Kind::number)) {
      request.fail("zone", "is not a list of [from, offset]");
      return {};
    }
    zone.push_back({.from = static_cast<int64_t>(pair.items[0].number),
                    .offset_minutes = static_cast<int>(pair.items[1].number)});
  }
  return zone;
}

}  // namespace

Result<About> read_about(std::string_view json) {
  Request request(json, Reason::bad_query);
  About about{.feed = request.text("feed"),
              .url = request.text("url"),
              .content_type = request.text("contentType"),
              .charset = request.text("charset"),
              .original_charset = request.text("originalCharset"),
              .received_at = request.seconds("receivedAt")};
  if (about.received_at == 0) about.received_at = request.seconds("now");
  return answer(request, std::move(about));
}

Result<Config> read_config(std::string_view json) {
  Request request(json, Reason::bad_config);
  Config config;
  for (const Value& feed : request["feeds"].items) {
    config.feeds.push_back(read_subscription(request, feed));
    for (size_t i = 0; i + 1 < config.feeds.size(); ++i) {
      if (config.feeds[i].nick == config.feeds.back().nick) {
        request.fail("feeds[].nick", "is \"" + config.feeds[i].nick + "\" twice");
      }
    }
  }
  config.page_size = static_cast<size_t>(request.count("pageSize", config.page_size));
  if (const auto order = request.word("order", orders)) config.order = static_cast<Order>(*order);
  if (const auto future = request.word("futureDates", future_dates)) {
    config.future_dates = static_cast<FutureDates>(*future);
  }
  constexpr std::string_view duplicates[] = {"merge", "keep"};
  config.keep_duplicates = request.word("duplicates", duplicates).value_or(0) == 1;
  return answer(request, std::move(config));
}

Result<Query> read_query(std::string_view json) {
  Request request(json, Reason::bad_query);
  Query query{.feed = request.text("feed"), .tag = request.text("tag"), .author = request.text("author")};
  query.now = request.seconds("now");
  query.since = read_when(request, "since", query.now);
  query.until = read_when(request, "until", query.now);
  query.entry = read_key(request, "entry");
  if (const auto order = request.word("order", orders)) query.order = static_cast<Order>(*order);
  query.ascending = request["asc"].boolean;
  query.page = static_cast<size_t>(request.count("page", 1));
  query.size = static_cast<size_t>(request.count("size", 0));
  query.zone = read_zone(request, request["zone"]);
  return answer(request, std::move(query));
}

Result<FeedState> read_state(std::string_view json, std::string& feed) {
  Request request(json, Reason::bad_query);
  feed = request.text("feed");
  FeedState state{.kind = request.text("kind"),
                  .status = request.count("status"),
                  .reason = request.text("reason"),
                  .detail = request.text("detail"),
                  .since = request.text("since"),
                  .checked = request.text("checked"),
                  .route = request.text("route")};
  constexpr std::string_view kinds[] = {"waiting", "ok", "failed", "gone"};
  if (!index_of(kinds, state.kind)) request.fail("kind", "is \"" + state.kind + "\"");
  return answer(request, std::move(state));
}

}  // namespace planetarium
