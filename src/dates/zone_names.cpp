#include "dates/fields.hpp"
#include "text/ascii.hpp"

namespace planetarium {

namespace {

// Zones lie on quarters of an hour, and their names have two to four letters.
struct Zone {
  char name[4];
  int8_t quarters;
};

// clang-format off
// RFC 822 §5.1 and the abbreviations that mean one thing in feeds: IST is India's, BST Britain's,
// CST America's.
constexpr Zone zones[] = {
    {"UT", 0}, {"UTC", 0}, {"GMT", 0}, {"WET", 0},
    {"EST", -20}, {"EDT", -16}, {"CST", -24}, {"CDT", -20}, {"MST", -28}, {"MDT", -24}, {"PST", -32}, {"PDT", -28},
    {"ET", -20}, {"CT", -24}, {"MT", -28}, {"PT", -32}, {"AT", -16},
    {{'A', 'K', 'S', 'T'}, -36}, {{'A', 'K', 'D', 'T'}, -32}, {"HST", -40}, {"AST", -16}, {"ADT", -12},
    {"NST", -14}, {"NDT", -10}, {"BRT", -12}, {{'B', 'R', 'S', 'T'}, -8}, {"ART", -12}, {"CLT", -16},
    {"BST", 4}, {{'W', 'E', 'S', 'T'}, 4}, {"CET", 4}, {{'C', 'E', 'S', 'T'}, 8}, {"MET", 4}, {{'M', 'E', 'S', 'T'}, 8},
    {"MEZ", 4}, {{'M', 'E', 'S', 'Z'}, 8}, {"EET", 8}, {{'E', 'E', 'S', 'T'}, 12}, {"TRT", 12}, {"MSK", 12}, {"MSD", 16},
    {{'S', 'A', 'S', 'T'}, 8}, {"PKT", 20}, {"IST", 22}, {"NPT", 23}, {"ICT", 28}, {"WIB", 28}, {"HKT", 32}, {"SGT", 32},
    {"JST", 36}, {"KST", 36}, {{'A', 'W', 'S', 'T'}, 32}, {{'A', 'C', 'S', 'T'}, 38}, {{'A', 'C', 'D', 'T'}, 42},
    {{'A', 'E', 'S', 'T'}, 40}, {{'A', 'E', 'D', 'T'}, 44}, {{'N', 'Z', 'S', 'T'}, 48}, {{'N', 'Z', 'D', 'T'}, 52},
};
// clang-format on

std::string_view name_of(const Zone& zone) {
  return {zone.name, zone.name[2] == 0 ? 2U : zone.name[3] == 0 ? 3U : 4U};
}

// A single letter is a military zone and UTC (RFC 1123 §5.2.14: they were specified the wrong way
// round, so nothing can be read from them).
std::optional<int> named_offset(std::string_view name) {
  if (name.size() == 1) return 0;
  for (const Zone& zone : zones) {
    if (same_ignoring_case(name_of(zone), name)) return zone.quarters * 15;
  }
  return std::nullopt;
}

bool is_sign(std::string_view text) { return text.starts_with('+') || text.starts_with('-'); }

}  // namespace

bool take_offset(std::string_view& text, int& minutes) {
  std::string_view rest = text;
  const bool west = rest.starts_with('-');
  if (!west && !rest.starts_with('+')) return false;
  rest.remove_prefix(1);
  const size_t digits = leading_digits(rest);
  if (digits == 0 || digits > 4) return false;
  const int value = static_cast<int>(*take_digits(rest, 4));
  int hours = value, behind = 0;
  if (digits > 2) {
    hours = value / 100;
    behind = value % 100;
  } else if (take(rest, ':')) {
    const auto written = take_digits(rest, 2);
    if (!written) return false;
    behind = static_cast<int>(*written);
  }
  if (hours > 23 || behind > 59) return false;
  minutes = (west ? -1 : 1) * (hours * 60 + behind);
  text = rest;
  return true;
}

bool take_zone(std::string_view& text, int& minutes) {
  size_t letters = 0;
  while (letters < text.size() && is_alpha(text[letters])) ++letters;
  if (letters == 0 || letters > 4) return false;
  const auto named = named_offset(text.substr(0, letters));
  if (!named) return false;
  minutes = *named;
  text.remove_prefix(letters);
  std::string_view rest = trim(text);
  if (take_offset(rest, minutes)) text = rest;
  return true;
}

std::optional<int> parse_zone(std::string_view text) {
  text = trim(text);
  int minutes = 0;
  if (is_sign(text)) {
    if (!take_offset(text, minutes)) return std::nullopt;
    text = trim(text);  // a name or a comment: "+0000 UTC", "+0200 (CEST)"
    if (!text.empty() && text[0] != '(' && !is_alpha(text[0])) return std::nullopt;
    return minutes;
  }
  if (!take_zone(text, minutes)) return std::nullopt;
  text = trim(text);
  if (!text.empty() && text[0] != '(') return std::nullopt;
  return minutes;
}

}  // namespace planetarium
