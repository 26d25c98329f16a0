// The checks and sums that every date form ends in.
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

/// Nothing where a field is out of range; a leap second counts as the next second, 24:00 as the
/// next day.
std::optional<Timestamp> to_timestamp(const DateFields& fields);

/// Takes one to `most` digits off the front; nothing, and nothing taken, where there is none.
std::optional<unsigned> take_digits(std::string_view& text, size_t most);

bool take(std::string_view& text, char c);

/// "18:30", "18:30:02", "18:30:02.25", "6:5". False where the text does not begin so.
bool take_time(std::string_view& text, DateFields& fields);

}  // namespace planetarium
