// Dates as feeds write them, read to an instant and the offset they were written with; and written
// back.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "planetarium/timestamp.hpp"

namespace planetarium {

/// Days since 1970-01-01 of a proleptic Gregorian date; month and day are 1-based.
int64_t days_from_civil(int64_t year, unsigned month, unsigned day);

struct CivilTime {
  int64_t year = 1970;
  unsigned month = 1, day = 1, hour = 0, minute = 0, second = 0;

  bool operator==(const CivilTime&) const = default;
};

/// The clock on the wall `offset_minutes` east of UTC.
CivilTime civil_time(int64_t seconds, int offset_minutes);

/// Tries each form, strictest first: RFC 3339 with the rest of ISO 8601, then whatever RFC 822 has
/// become. A date that the calendar or the clock does not have is nothing.
std::optional<Timestamp> parse_date(std::string_view text);

/// "2003-12-13T18:30:02.25+01:00" (RFC 3339) and its W3CDTF short forms "2003-12", "2003",
/// "2003-12-13T18:30Z"; of ISO 8601 also days of the year "2003-347", weeks "2003-W50-6" and the
/// basic format "20031213T183002Z". Leniencies: (1) a space for the T; (2) small t and z; (3) no
/// zone is UTC; (4) "+0100"; (5) 24:00 is the next day; (6) a leap second is the next second;
/// (7) slashes for hyphens; (8) "20031213183002"; (9) a month of three digits; (10) a zone by name,
/// and right behind the day.
std::optional<Timestamp> parse_rfc3339(std::string_view text);

/// "Sat, 21 Jun 2008 23:30:00 -0600" (RSS 2.0 pubDate; RFC 822 §5, RFC 1123 §5.2.14).
/// Leniencies: (1) the day name is ignored, feeds get it wrong; (2) years 00–68 mean 20xx, 69–99
/// mean 19xx; (3) a missing zone, and one that nobody knows, is UTC; (4) no seconds, or no time at
/// all; (5) the parts in any order: asctime, date(1), the year in front; (6) missing or extra
/// commas; (7) "GMT+1:00"; (8) hyphens or slashes between the parts; (9) three-digit years count
/// from 1900; (10) months by their names in the languages of feeds, by East Asian signs, or as
/// numbers: "06/07/2008" is June 7, "06.07.2008" and "06-07-2008" are July 6; (11) am and pm.
std::optional<Timestamp> parse_rfc822(std::string_view text);

/// Minutes east of UTC of "EST", "CEST", "+0200", "-6:00", "GMT+1"; nothing where it is no zone.
std::optional<int> parse_zone(std::string_view text);

/// A date in a link's path, "/2008/06/21/" or "/2008-06-21-": noon is not invented, it is 00:00
/// UTC.
std::optional<Timestamp> date_in_link(std::string_view link);

using DateBuffer = char[32];

/// "2008-06-22T05:30:00Z"; a view of `to`.
std::string_view write_utc(DateBuffer& to, int64_t seconds);

/// The same as a string.
std::string format_utc(int64_t seconds);

/// "2008-06-21T23:30:00-06:00" (RFC 3339 §5.6).
std::string format_rfc3339(const Timestamp& timestamp);

/// "Sat, 21 Jun 2008 23:30:00 -0600" (RFC 822 §5 with the years of RFC 1123 §5.2.14); for years 0
/// to 9999.
std::string format_rfc822(const Timestamp& timestamp);

}  // namespace planetarium
