#include "dates/fields.hpp"
#include "text/ascii.hpp"

namespace planetarium {

std::optional<Timestamp> parse_date(std::string_view text) {
  text = trim(text);
  if (text.empty()) return std::nullopt;
  if (const auto date = parse_usual_date(text)) return date;
  if (const auto date = parse_rfc3339(text)) return date;
  return parse_rfc822(text);
}

std::optional<Timestamp> date_in_link(std::string_view link) {
  link = link.substr(0, link.find_first_of("?#"));
  for (size_t at = link.find('/'); at != link.npos; at = link.find('/', at + 1)) {
    std::string_view rest = link.substr(at + 1);
    size_t digits = 0;
    while (digits < rest.size() && is_digit(rest[digits])) ++digits;
    if (digits != 4) continue;
    DateFields f;
    f.year = *take_digits(rest, 4);
    if (f.year < 1990 || f.year > 2100 || rest.empty() || (rest[0] != '/' && rest[0] != '-'))
      continue;
    const char separator = rest[0];
    rest.remove_prefix(1);
    const auto month = take_digits(rest, 2);
    if (!month || !take(rest, separator)) continue;
    const auto day = take_digits(rest, 2);
    if (!day || (!rest.empty() && is_alnum(rest[0]))) continue;
    f.month = *month;
    f.day = *day;
    if (const auto date = to_timestamp(f)) return date;
  }
  return std::nullopt;
}

}  // namespace planetarium
