// The two ways in which nearly every date is written, read without looking around: RFC 822 with a
// numeric zone or GMT, and RFC 3339.
#include "dates/fields.hpp"
#include "text/ascii.hpp"

namespace planetarium {

namespace {

constexpr int none = -1;

// Some digits at `at`; a negative number where there are none.
int digits(const char* at, int count) {
  int value = 0;
  for (int i = 0; i < count; ++i) {
    if (!is_digit(at[i])) return none;
    value = value * 10 + (at[i] - '0');
  }
  return value;
}

unsigned month_of(const char* at) {
  constexpr std::string_view months = "janfebmaraprmayjunjulaugsepoctnovdec";
  const char name[] = {lower(at[0]), lower(at[1]), lower(at[2])};
  for (size_t i = 0; i < months.size(); i += 3) {
    if (months.substr(i, 3) == std::string_view(name, 3)) return static_cast<unsigned>(i / 3 + 1);
  }
  return 0;
}

// "23:30:02"
bool take_clock(const char* at, DateFields& f) {
  const int hour = digits(at, 2), minute = digits(at + 3, 2), second = digits(at + 6, 2);
  if (hour < 0 || minute < 0 || second < 0 || at[2] != ':' || at[5] != ':') return false;
  f.hour = static_cast<unsigned>(hour);
  f.minute = static_cast<unsigned>(minute);
  f.second = static_cast<unsigned>(second);
  return true;
}

bool take_offset(std::string_view zone, DateFields& f) {
  const bool colon = zone.size() == 6 && zone[3] == ':';
  if ((zone.size() != 5 && !colon) || (zone[0] != '+' && zone[0] != '-')) return false;
  const int hours = digits(zone.data() + 1, 2);
  const int minutes = digits(zone.data() + (colon ? 4 : 3), 2);
  if (hours < 0 || minutes < 0 || minutes > 59) return false;
  f.offset_minutes = (zone[0] == '-' ? -1 : 1) * (hours * 60 + minutes);
  return true;
}

// "2008-06-21T23:30:02-06:00"
std::optional<Timestamp> rfc3339(std::string_view text) {
  constexpr size_t clock_end = 19;
  if (text.size() <= clock_end || text[10] != 'T' || text[4] != '-' || text[7] != '-')
    return std::nullopt;
  const int year = digits(text.data(), 4);
  const int month = digits(text.data() + 5, 2), day = digits(text.data() + 8, 2);
  DateFields f{
      .year = year, .month = static_cast<unsigned>(month), .day = static_cast<unsigned>(day)};
  if (year < 0 || month < 0 || day < 0 || !take_clock(text.data() + 11, f)) return std::nullopt;
  const std::string_view zone = text.substr(clock_end);
  return zone == "Z" || take_offset(zone, f) ? to_timestamp(f) : std::nullopt;
}

// "Sat, 21 Jun 2008 23:30:02 -0600", "Wed, 6 Apr 2022 21:07:47 GMT": of one length but for day and
// zone.
std::optional<Timestamp> rfc822(std::string_view text) {
  constexpr size_t day_at = 5, clock_end = 18, shortest = 26;
  if (text.size() < shortest || text[3] != ',' || text[4] != ' ') return std::nullopt;
  const int day_digits = text[day_at + 1] == ' ' ? 1 : 2;
  const int day = digits(text.data() + day_at, day_digits);
  text.remove_prefix(day_at + static_cast<size_t>(day_digits));  // " Jun 2008 23:30:02 -0600"
  if (text.size() <= clock_end + 1 || text[0] != ' ' || text[4] != ' ' || text[9] != ' ' ||
      text[clock_end] != ' ')
    return std::nullopt;
  const int year = digits(text.data() + 5, 4);
  DateFields f{.year = year, .month = month_of(text.data() + 1), .day = static_cast<unsigned>(day)};
  if (day < 0 || year < 0 || !take_clock(text.data() + 10, f)) return std::nullopt;
  const std::string_view zone = text.substr(clock_end + 1);
  return zone == "GMT" || take_offset(zone, f) ? to_timestamp(f) : std::nullopt;
}

}  // namespace

std::optional<Timestamp> parse_usual_date(std::string_view text) {
  if (text.empty()) return std::nullopt;
  return is_digit(text[0]) ? rfc3339(text) : rfc822(text);
}

}  // namespace planetarium
