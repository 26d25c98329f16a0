#include <utility>

#include "dates/fields.hpp"
#include "dates/words.hpp"
#include "text/ascii.hpp"

namespace planetarium {

namespace {

// RFC 2822 §4.3 draws the line at 50; feeds are younger than 1969.
int64_t full_year(unsigned year, size_t digits) {
  if (digits == 3) return year + 1900;  // years since 1900, as C counts them (RFC 2822 §4.3)
  if (digits > 3) return year;
  return year + (year <= 68 ? 2000 : 1900);
}

struct Number {
  unsigned value = 0;
  size_t digits = 0;  // 0: there is none
};

Number take_short_number(std::string_view& text) {
  const size_t before = text.size();
  const unsigned value = take_digits(text, 4).value_or(0);
  return {value, before - text.size()};
}

// The number behind a separator, which blanks may follow.
Number take_next(std::string_view& text, char separator) {
  if (separator != '/' && separator != '.' && separator != '-' && separator != ' ') return {};
  if (!take(text, separator)) return {};
  while (take(text, ' ')) {
  }
  return take_short_number(text);
}

// Reads a date from left to right, one number, word or offset at a time, in whatever order they
// come.
class Reader {
 public:
  explicit Reader(std::string_view text) : rest_(text) {}

  std::optional<Timestamp> read();

 private:
  struct Gap {
    bool any = false;    // nothing before a word: it is glued to what stands before
    bool space = false;  // and not only a hyphen or the like
  };

  bool dated() const { return day_ && month_ && year_; }
  Gap skip_gap();
  bool take_number(Gap gap);
  bool take_unit_of(unsigned value, size_t digits);
  bool take_clock(Gap gap, size_t digits);
  bool take_numeric_date();
  bool take_word(Gap gap);

  std::string_view rest_;
  DateFields f_;
  bool day_ = false, month_ = false, year_ = false, timed_ = false, zoned_ = false;
  Half half_ = Half::none;
};

// What stands between the parts; but the sign of an offset is the offset's.
Reader::Gap Reader::skip_gap() {
  Gap gap;
  while (!rest_.empty() && !is_digit(rest_[0]) && leading_letters(rest_.substr(0, 4)) == 0) {
    const bool sign = rest_[0] == '+' || (rest_[0] == '-' && timed_);
    if (sign && rest_.size() > 1 && !is_space(rest_[1])) break;
    gap.any = true;
    gap.space = gap.space || is_space(rest_[0]) || rest_[0] == ',';
    rest_.remove_prefix(1);
    while (!rest_.empty() && (rest_[0] & 0xc0) == 0x80) rest_.remove_prefix(1);
  }
  return gap;
}

// "2008/06/21", "21.06.2008", "21. 6. 2008", "06/21/2008", "17 06 2008". Which is the month? With
// the year in front the second; behind slashes, which Americans write, the first, and elsewhere
// the second, as PHP's strtotime has it; but no month is above twelve. A year of two digits must
// come last, and not behind hyphens: "03-12-31" is anything.
bool Reader::take_numeric_date() {
  std::string_view text = rest_;
  const Number first = take_short_number(text);
  const char separator = text.empty() ? 0 : text[0];
  const Number second = take_next(text, separator);
  const Number third = take_next(text, separator);
  if (first.digits == 0 || second.digits == 0 || second.digits > 2 || third.digits == 0)
    return false;
  if (text.starts_with(':') || leading_digits(text) > 0) return false;
  const bool slashes = separator == '/';
  if (first.digits == 4 && third.digits <= 2) {
    f_.year = first.value;
    f_.month = second.value;
    f_.day = third.value;
  } else {
    const bool short_year = third.digits == 2 && (slashes || separator == '.');
    if (first.digits > 2 || (third.digits != 4 && !short_year)) return false;
    f_.year = full_year(third.value, third.digits);
    f_.month = slashes ? first.value : second.value;
    f_.day = slashes ? second.value : first.value;
    if (f_.month > 12) std::swap(f_.month, f_.day);
  }
  day_ = month_ = year_ = true;
  rest_ = text;
  return true;
}

bool Reader::take_unit_of(unsigned value, size_t digits) {
  switch (take_unit(rest_)) {
    case 'y':
      f_.year = full_year(value, digits);
      return year_ = true;
    case 'm':
      f_.month = value;
      return month_ = true;
    case 'd':
      f_.day = value;
      return day_ = true;
    case 'H':
      f_.hour = value;
      f_.minute = take_digits(rest_, 2).value_or(0);
      take_unit(rest_);  // none in "23h30"
      return timed_ = true;
    case 'M':
      f_.minute = value;
      return true;
    case 'S':
      f_.second = value;
      return true;
    default:
      return false;
  }
}

// Behind the date: "23.30", "23", "2330".
bool Reader::take_clock(Gap gap, size_t digits) {
  timed_ = true;
  if (digits <= 2 && take_time(rest_, f_, '.')) return true;
  if (!gap.space || digits > 4 || digits == 3) return false;
  f_.hour = *take_digits(rest_, 2);
  f_.minute = take_digits(rest_, 2).value_or(0);
  return true;
}

bool Reader::take_number(Gap gap) {
  const size_t digits = leading_digits(rest_);
  if (digits > 4) return false;
  if (rest_.substr(digits).starts_with(':')) {
    if (timed_ || digits > 2) return false;
    return timed_ = take_time(rest_, f_);
  }
  if (!day_ && !year_ && take_numeric_date()) return true;
  if (dated() && !timed_) {
    std::string_view behind = rest_.substr(digits);
    if (take_unit(behind) == 0) return take_clock(gap, digits);
  }
  const unsigned value = *take_digits(rest_, 4);
  if (take_unit_of(value, digits)) return true;
  if (dated()) return true;  // of no use, and no harm
  if (!day_ && digits <= 2) {
    f_.day = value;
    return day_ = true;
  }
  if (year_ || digits == 1) return false;
  f_.year = full_year(value, digits);
  return year_ = true;
}

bool Reader::take_word(Gap gap) {
  if (const Half half = take_half(rest_, timed_); half != Half::none) {
    half_ = half;
    return true;
  }
  const size_t size = leading_letters(rest_);
  const std::string_view word = rest_.substr(0, size);
  if (size == 0) return take_offset(rest_, f_.offset_minutes) && (zoned_ = true);
  if (const unsigned named = timed_ && month_ ? 0 : month_of(word)) {
    // The last one counts: in "mar, 17 giu 2008" the first is a Tuesday.
    f_.month = named;
    month_ = true;
  } else if (timed_) {
    // A name that nobody knows is UTC (RFC 2822 §4.3); a letter may be the h of "23:30h".
    if (!zoned_ && take_zone(rest_, f_.offset_minutes)) {
      zoned_ = size > 1;
      return true;
    }
  } else if (!gap.any) {  // glued to a number: the end of "4th" or "1er", the T before a time
    const bool tee = size == 1 && lower(word[0]) == 't';
    if (tee ? leading_digits(rest_.substr(1)) == 0 : size > 2) return false;
  }
  rest_.remove_prefix(size);
  return true;
}

std::optional<Timestamp> Reader::read() {
  constexpr int most_parts = 16;  // "Samstag, den 21. Juni 2008 um 23:30:00 Uhr GMT+0200" has nine
  for (int part = 0; part < most_parts; ++part) {
    Gap gap = skip_gap();
    gap.any = gap.any || part == 0;
    if (rest_.empty() || (dated() && timed_ && zoned_)) break;
    if (!(is_digit(rest_[0]) ? take_number(gap) : take_word(gap))) return std::nullopt;
  }
  if (!dated()) return std::nullopt;
  if (half_ == Half::afternoon && f_.hour < 12) f_.hour += 12;
  if (half_ == Half::morning && f_.hour == 12) f_.hour = 0;
  return to_timestamp(f_);
}

}  // namespace

std::optional<Timestamp> parse_rfc822(std::string_view text) {
  text = trim(text);
  if (text.starts_with('-')) return std::nullopt;  // a year before Christ
  return Reader(text).read();
}

}  // namespace planetarium
