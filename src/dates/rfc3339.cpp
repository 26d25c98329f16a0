#include "dates/fields.hpp"
#include "text/ascii.hpp"

namespace planetarium {

namespace {

// The day of the year (ISO 8601 §4.1.3): January has as many days as the year.
bool set_ordinal(DateFields& f, unsigned day_of_year) {
  if (day_of_year < 1 || day_of_year > 366) return false;
  const CivilTime date =
      civil_time((days_from_civil(f.year, 1, 1) + int64_t{day_of_year} - 1) * 86400, 0);
  f.month = date.month;
  f.day = date.day;
  return date.year == f.year;
}

// "W01-3", "W013", "W01": the week with the year's fourth of January is the first, Monday its
// first day (ISO 8601 §4.1.4). The day may belong to the year before or behind.
bool take_week(std::string_view& text, DateFields& f) {
  const auto week = take_digits(text, 2);
  if (!week || *week < 1 || *week > 53) return false;
  take(text, '-');
  const unsigned day = take_digits(text, 1).value_or(1);
  if (day < 1 || day > 7) return false;
  const int64_t fourth = days_from_civil(f.year, 1, 4);
  const int64_t monday = fourth - (fourth + 719468 + 2) % 7;  // 0000-03-01 was a Wednesday
  const int64_t days = monday + (int64_t{*week} - 1) * 7 + day - 1;
  const CivilTime date = civil_time(days * 86400, 0);
  f.year = date.year;
  f.month = date.month;
  f.day = date.day;
  return true;
}

// The part behind the year of "2003-12-13", "2003-12", "2003/12/13", "2003-347", "2003-W50-6".
// A month that was padded to three digits is told from a day of the year by the day behind it.
bool take_month_and_day(std::string_view& text, DateFields& f, char separator) {
  if (take(text, 'W')) return take_week(text, f);
  const size_t digits = leading_digits(text);
  const auto month = take_digits(text, 3);
  if (!month) return false;
  if (!take(text, separator)) {
    if (digits == 3) return set_ordinal(f, *month);
    f.month = *month;
    return true;
  }
  f.month = *month;
  const auto day = take_digits(text, 2);
  f.day = day.value_or(0);
  return day.has_value();
}

// "20031213" and "2003347", ISO 8601's basic format; fourteen digits are MySQL's, with the time.
bool take_basic_date(std::string_view& text, DateFields& f, size_t digits) {
  f.year = *take_digits(text, 4);
  if (digits == 7) return set_ordinal(f, *take_digits(text, 3));
  f.month = *take_digits(text, 2);
  f.day = *take_digits(text, 2);
  if (digits == 8) return true;
  f.hour = *take_digits(text, 2);
  f.minute = *take_digits(text, 2);
  f.second = *take_digits(text, 2);
  return text.empty();
}

bool take_date(std::string_view& text, DateFields& f) {
  const size_t digits = leading_digits(text);
  if (digits == 7 || digits == 8 || digits == 14) return take_basic_date(text, f, digits);
  if (digits != 4) return false;
  f.year = *take_digits(text, 4);
  if (text.starts_with('W')) return take_month_and_day(text, f, '-');
  const char separator = text.starts_with('/') ? '/' : '-';
  return !take(text, separator) || take_month_and_day(text, f, separator);
}

// "18:30:02", and without colons "183002", "1830", "18".
bool take_clock(std::string_view& text, DateFields& f) {
  const size_t digits = leading_digits(text);
  if (digits != 6 && digits != 4 && !(digits == 2 && !text.substr(2).starts_with(':'))) {
    return take_time(text, f);
  }
  f.hour = *take_digits(text, 2);
  f.minute = take_digits(text, 2).value_or(0);
  f.second = take_digits(text, 2).value_or(0);
  if (take(text, '.') || take(text, ',')) text.remove_prefix(leading_digits(text));
  return true;
}

}  // namespace

std::optional<Timestamp> parse_rfc3339(std::string_view text) {
  text = trim(text);
  DateFields f;
  if (!take_date(text, f)) return std::nullopt;
  if (!text.empty() && (lower(text[0]) == 't' || is_space(text[0]))) {
    text = trim(text.substr(1));
    if (!take_clock(text, f)) return std::nullopt;
    text = trim(text);
  } else if (!text.empty() && is_alnum(text[0]) && lower(text[0]) != 'z') {
    return std::nullopt;
  }
  if (!text.empty()) {  // also right behind the day: "2003-12-13Z" (XML Schema, 3.2.9)
    const auto zone = parse_zone(text);
    if (!zone) return std::nullopt;
    f.offset_minutes = *zone;
  }
  return to_timestamp(f);
}

}  // namespace planetarium
