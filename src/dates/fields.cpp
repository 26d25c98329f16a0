#include "dates/fields.hpp"

#include "text/ascii.hpp"

namespace planetarium {

namespace {

unsigned days_in_month(int64_t year, unsigned month) {
  if (month == 2) return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

constexpr int64_t first_second = -62'135'596'800;  // 0001-01-01T00:00:00Z
constexpr int64_t last_second = 253'402'300'799;   // 9999-12-31T23:59:59Z

}  // namespace

std::optional<Timestamp> to_timestamp(const DateFields& f) {
  const bool date = f.year >= 1 && f.year <= 9999 && f.month >= 1 && f.month <= 12 && f.day >= 1 &&
                    f.day <= days_in_month(f.year, f.month);
  const bool midnight = f.hour == 24 && f.minute == 0 && f.second == 0;
  const bool time = (f.hour <= 23 || midnight) && f.minute <= 59 && f.second <= 60;
  const bool zone = f.offset_minutes > -24 * 60 && f.offset_minutes < 24 * 60;
  if (!date || !time || !zone) return std::nullopt;
  const int64_t local =
      days_from_civil(f.year, f.month, f.day) * 86400 + f.hour * 3600 + f.minute * 60 + f.second;
  const int64_t seconds = local - int64_t{60} * f.offset_minutes;
  // What is written back has four digits of year, in UTC too.
  if (seconds < first_second || seconds > last_second) return std::nullopt;
  return Timestamp{.seconds = seconds, .offset_minutes = static_cast<int16_t>(f.offset_minutes)};
}

size_t leading_digits(std::string_view text) {
  size_t size = 0;
  while (size < text.size() && is_digit(text[size])) ++size;
  return size;
}

std::optional<unsigned> take_digits(std::string_view& text, size_t most) {
  size_t size = 0;
  unsigned value = 0;
  while (size < most && size < text.size() && is_digit(text[size])) {
    value = value * 10 + static_cast<unsigned>(text[size++] - '0');
  }
  if (size == 0) return std::nullopt;
  text.remove_prefix(size);
  return value;
}

bool take(std::string_view& text, char c) {
  if (text.empty() || text[0] != c) return false;
  text.remove_prefix(1);
  return true;
}

bool take_time(std::string_view& text, DateFields& fields, char separator) {
  std::string_view rest = text;
  const auto hour = take_digits(rest, 2);
  if (!hour || !take(rest, separator)) return false;
  const auto minute = take_digits(rest, 2);
  if (!minute) return false;
  fields.hour = *hour;
  fields.minute = *minute;
  if (take(rest, separator)) {
    const auto second = take_digits(rest, 2);
    if (!second) return false;
    fields.second = *second;
    if (take(rest, '.') || take(rest, ',')) rest.remove_prefix(leading_digits(rest));
  }
  text = rest;
  return true;
}

}  // namespace planetarium
