#include "dates/fields.hpp"
#include "text/ascii.hpp"

namespace planetarium {

namespace {

// "2003-12-13", "2003-12", "2003", "20031213", "2003/12/13".
bool take_date(std::string_view& text, DateFields& f) {
  size_t digits = 0;
  while (digits < text.size() && is_digit(text[digits])) ++digits;
  if (digits != 4 && digits != 8) return false;
  f.year = *take_digits(text, 4);
  if (digits == 8) {
    f.month = *take_digits(text, 2);
    f.day = *take_digits(text, 2);
    return true;
  }
  const char separator = !text.empty() && text[0] == '/' ? '/' : '-';
  if (!take(text, separator)) return true;
  const auto month = take_digits(text, 2);
  if (!month) return false;
  f.month = *month;
  if (!take(text, separator)) return true;
  const auto day = take_digits(text, 2);
  if (!day) return false;
  f.day = *day;
  return true;
}

}  // namespace

std::optional<Timestamp> parse_rfc3339(std::string_view text) {
  text = trim(text);
  DateFields f;
  if (!take_date(text, f)) return std::nullopt;
  if (text.empty()) return to_timestamp(f);
  if (lower(text[0]) != 't' && !is_space(text[0])) return std::nullopt;
  text = trim(text.substr(1));
  if (!take_time(text, f)) return std::nullopt;
  text = trim(text);
  if (!text.empty()) {
    const auto zone = parse_zone(text);
    if (!zone) return std::nullopt;
    f.offset_minutes = *zone;
  }
  return to_timestamp(f);
}

}  // namespace planetarium
