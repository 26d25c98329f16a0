#include "dates/fields.hpp"
#include "text/ascii.hpp"

namespace planetarium {

namespace {

constexpr std::string_view months[] = {"jan", "feb", "mar", "apr", "may", "jun",
                                       "jul", "aug", "sep", "oct", "nov", "dec"};

std::optional<unsigned> month_of(std::string_view word) {
  if (word.size() < 3) return std::nullopt;
  for (unsigned i = 0; i < 12; ++i) {
    if (starts_ignoring_case(word, months[i])) return i + 1;
  }
  return std::nullopt;
}

bool is_separator(char c) { return is_space(c) || c == ',' || c == '-' || c == '/' || c == '.'; }

std::string_view take_word(std::string_view& text) {
  while (!text.empty() && is_separator(text[0])) text.remove_prefix(1);
  size_t size = 0;
  while (size < text.size() && !is_separator(text[size])) ++size;
  const std::string_view word = text.substr(0, size);
  text.remove_prefix(size);
  return word;
}

// RFC 2822 §4.3 draws the line at 50; feeds are younger than 1969.
int64_t full_year(unsigned year, size_t digits) {
  if (digits == 3) return year + 1900;  // years since 1900, as C counts them (RFC 2822 §4.3)
  if (digits > 3) return year;
  return year + (year <= 68 ? 2000 : 1900);
}

// Day, month and year in any order in which the month is a word; false where one is missing.
bool take_date(std::string_view& text, DateFields& f) {
  bool day = false, month = false, year = false, timed = false;
  for (int words = 0; words < 7 && !(day && month && year); ++words) {
    std::string_view before = text;
    const std::string_view word = take_word(text);
    if (word.empty()) return false;
    // The last one counts: in "mar, 17 giu 2008" the first is a Tuesday.
    if (const auto named = month_of(word)) {
      f.month = *named;
      month = true;
      continue;
    }
    if (!is_digit(word[0])) {  // a day name, or "of"; behind the time a zone: date(1)
      if (timed) f.offset_minutes = parse_zone(word).value_or(0);
      continue;
    }
    if (word.find(':') != word.npos) {  // the time stands before the year: asctime
      if (!take_time(before = word, f)) return false;
      timed = true;
      continue;
    }
    std::string_view digits = word;
    const unsigned value = *take_digits(digits, 4);
    const size_t size = word.size() - digits.size();
    if (!digits.empty() && is_digit(digits[0])) return false;
    if (!day && size <= 2) {
      f.day = value;
      day = true;
    } else {
      f.year = full_year(value, size);
      year = true;
    }
  }
  return day && month && year;
}

}  // namespace

std::optional<Timestamp> parse_rfc822(std::string_view text) {
  text = trim(text);
  DateFields f;
  if (!take_date(text, f)) return std::nullopt;
  while (!text.empty() && (is_space(text[0]) || text[0] == ',')) text.remove_prefix(1);
  if (!text.empty() && is_digit(text[0]) && !take_time(text, f)) {
    const auto hour = take_digits(text, 2);  // "21 Jun 2008 23 GMT"
    f.hour = hour.value_or(0);
  }
  if (!trim(text).empty()) f.offset_minutes = parse_zone(text).value_or(0);
  return to_timestamp(f);
}

}  // namespace planetarium
