#include <algorithm>
#include <cstdlib>

#include "dates/dates.hpp"

namespace planetarium {

// Both directions after Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
int64_t days_from_civil(int64_t year, unsigned month, unsigned day) {
  year -= month <= 2;
  const int64_t era = (year >= 0 ? year : year - 399) / 400;
  const int64_t year_of_era = year - era * 400;
  const int64_t day_of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
  const int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146097 + day_of_era - 719468;
}

CivilTime civil_time(int64_t seconds, int offset_minutes) {
  seconds += int64_t{60} * offset_minutes;
  int64_t days = seconds / 86400;
  int64_t rest = seconds % 86400;
  if (rest < 0) {
    rest += 86400;
    --days;
  }
  days += 719468;
  const int64_t era = (days >= 0 ? days : days - 146096) / 146097;
  const int64_t day_of_era = days - era * 146097;
  const int64_t year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const int64_t day_of_year =
      day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const int64_t shifted_month = (5 * day_of_year + 2) / 153;
  CivilTime civil;
  civil.day = static_cast<unsigned>(day_of_year - (153 * shifted_month + 2) / 5 + 1);
  civil.month = static_cast<unsigned>(shifted_month < 10 ? shifted_month + 3 : shifted_month - 9);
  civil.year = year_of_era + era * 400 + (civil.month <= 2);
  civil.hour = static_cast<unsigned>(rest / 3600);
  civil.minute = static_cast<unsigned>(rest / 60 % 60);
  civil.second = static_cast<unsigned>(rest % 60);
  return civil;
}

namespace {

char* write_padded(char* to, int64_t value, int width) {
  for (int i = width; i-- > 0; value /= 10) to[i] = static_cast<char>('0' + value % 10);
  return to + width;
}

// "18:30:02".
char* write_time(char* to, const CivilTime& t) {
  to = write_padded(to, t.hour, 2);
  *to++ = ':';
  to = write_padded(to, t.minute, 2);
  *to++ = ':';
  return write_padded(to, t.second, 2);
}

// "2003-12-13T18:30:02"; a year beyond 9999, which an offset can make, has five digits.
char* write_clock(char* to, const CivilTime& t) {
  to = write_padded(to, t.year, t.year > 9999 ? 5 : 4);
  *to++ = '-';
  to = write_padded(to, t.month, 2);
  *to++ = '-';
  to = write_padded(to, t.day, 2);
  *to++ = 'T';
  return write_time(to, t);
}

}  // namespace

std::string_view write_utc(DateBuffer& to, int64_t seconds) {
  char* end = write_clock(to, civil_time(seconds, 0));
  *end++ = 'Z';
  return {to, static_cast<size_t>(end - to)};
}

std::string format_utc(int64_t seconds) {
  DateBuffer written;
  return std::string(write_utc(written, seconds));
}

std::string format_rfc3339(const Timestamp& timestamp) {
  if (timestamp.offset_minutes == 0) return format_utc(timestamp.seconds);
  DateBuffer written;
  char* to = write_clock(written, civil_time(timestamp.seconds, timestamp.offset_minutes));
  const int minutes = std::abs(timestamp.offset_minutes);
  *to++ = timestamp.offset_minutes < 0 ? '-' : '+';
  to = write_padded(to, minutes / 60, 2);
  *to++ = ':';
  to = write_padded(to, minutes % 60, 2);
  return {written, to};
}

std::string format_rfc822(const Timestamp& timestamp) {
  const CivilTime t = civil_time(timestamp.seconds, timestamp.offset_minutes);
  const int64_t day = days_from_civil(t.year, t.month, t.day) + 4;  // 1970 began on a Thursday
  const auto weekday = static_cast<size_t>((day % 7 + 7) % 7);
  DateBuffer written;
  char* to = std::copy_n(&"SunMonTueWedThuFriSat"[weekday * 3], 3, written);
  *to++ = ',';
  *to++ = ' ';
  to = write_padded(to, t.day, 2);
  *to++ = ' ';
  to = std::copy_n(&"JanFebMarAprMayJunJulAugSepOctNovDec"[(t.month - 1) * 3], 3, to);
  *to++ = ' ';
  to = write_padded(to, t.year, 4);
  *to++ = ' ';
  to = write_time(to, t);
  const int minutes = std::abs(timestamp.offset_minutes);
  *to++ = ' ';
  *to++ = timestamp.offset_minutes < 0 ? '-' : '+';
  to = write_padded(to, minutes / 60 * 100 + minutes % 60, 4);
  return {written, to};
}

}  // namespace planetarium
