// What every date form is made of: digits, a clock, a zone, and the checks and sums at the end.
#pragma once

#include <optional>
#include <string_view>

#include "dates/dates.hpp"

namespace planetarium {

struct DateFields {
  int64_t year = 0;
  unsigned month = 1, day = 1, hour = 0, minute = 0, second = 0;
  int offset_minutes = 0;
};

/// Nothing where a field is out of range, or the instant in UTC is not of the years 1 to 9999; a
/// leap second counts as the next second, 24:00 as the next day.
std::optional<Timestamp> to_timestamp(const DateFields& fields);

/// How many digits `text` begins with.
size_t leading_digits(std::string_view text);

/// "Sat, 21 Jun 2008 23:30:02 -0600" or "2008-06-21T23:30:02-06:00" to the letter; nothing does not
/// mean that it is no date.
std::optional<Timestamp> parse_usual_date(std::string_view text);

/// Takes one to `most` digits off the front; nothing, and nothing taken, where there is none.
std::optional<unsigned> take_digits(std::string_view& text, size_t most);

bool take(std::string_view& text, char c);

/// "18:30", "18:30:02", "18:30:02.25", "6:5"; with another separator "18.30.02". False where the
/// text does not begin so.
bool take_time(std::string_view& text, DateFields& fields, char separator = ':');

/// "+0200", "-6:00", "+5", "+0530". False where the text does not begin so.
bool take_offset(std::string_view& text, int& minutes);

/// "EST", "Z", and "GMT+1:00", where what follows is the offset. False, and nothing taken, where
/// the text begins with no zone.
bool take_zone(std::string_view& text, int& minutes);

}  // namespace planetarium
