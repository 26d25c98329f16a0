#include "abi/requests.hpp"

#include <algorithm>

#include "abi/lines.hpp"
#include "dates/dates.hpp"
#include "text/ascii.hpp"

namespace planetarium {

namespace {

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

// "2008-06-21": midnight, so many days later.
std::optional<int64_t> read_day(Lines& lines, std::string_view key, int64_t days_later) {
  const std::string day = lines.text(key);
  if (day.empty()) return std::nullopt;
  const auto date = day.size() == 10 ? parse_date(day) : std::nullopt;
  if (!date) lines.fail(key, "is \"" + day + "\", which is no day");
  return date ? std::optional(date->seconds + days_later * 86400) : std::nullopt;
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
  query.from_day = read_day(lines, "from_day", 0);
  query.behind_day = read_day(lines, "to_day", 1);
  query.entry = read_key(lines, "entry");
  if (const auto order = lines.word("order", order_words)) query.order = static_cast<Order>(*order);
  query.ascending = lines.is_set("asc");
  query.page = static_cast<size_t>(lines.count("page", 1));
  query.size = static_cast<size_t>(lines.count("size", 0));
  query.after = read_cursor(lines);
  query.zone = read_zone(lines);
  query.people = lines.text("people") != "0";
  query.hidden = lines.is_set("hidden");
  query.months = lines.is_set("months");
  query.days = lines.is_set("days");
  query.languages = lines.is_set("languages");
  query.links = lines.is_set("links");
  return lines.answer(std::move(query));
}

Result<Slice> read_slice(std::string_view text) {
  Lines lines(text, Reason::bad_query);
  const Slice slice{.most = static_cast<size_t>(lines.count("most", 0)),
                    .now = lines.seconds("now")};
  return lines.answer(slice);
}

Result<std::vector<Answer>> read_answers(std::string_view text) {
  Lines lines(text, Reason::bad_query);
  std::vector<Answer> answers;
  for (const Lines::Line& line : lines.all()) {
    if (line.key != "answer") continue;
    const std::string_view value = line.value;
    const size_t first = std::min(value.find(':'), value.size());
    const size_t second = std::min(value.find(':', first + 1), value.size());
    const auto feed = to_number(value.substr(0, first));
    const auto index =
        to_number(value.substr(std::min(first + 1, second), second - std::min(first + 1, second)));
    const auto bits = second == value.size() ? std::nullopt : hex_number(value.substr(second + 1));
    if (!feed || !index || !bits) {
      lines.fail("answer", "is \"" + line.value + "\", which is not feed:entry:patterns");
      break;
    }
    answers.push_back({{static_cast<uint32_t>(std::min<uint64_t>(*feed, UINT32_MAX)),
                        static_cast<uint32_t>(std::min<uint64_t>(*index, UINT32_MAX))},
                       *bits});
  }
  return lines.answer(std::move(answers));
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
                  .route = lines.text("route"),
                  .memo = lines.text("memo")};
  if (state.kind.empty()) lines.fail("kind", "is missing");
  return lines.answer(std::move(state));
}

}  // namespace planetarium
