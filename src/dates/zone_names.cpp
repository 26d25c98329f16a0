#include <iterator>

#include "dates/fields.hpp"
#include "text/ascii.hpp"

namespace planetarium {

namespace {

struct Zone {
  char name[6];
  int16_t minutes;
};

// RFC 822 §5.1 and the abbreviations that mean one thing in feeds. The military letters are UTC
// (RFC 1123 §5.2.14: they were specified the wrong way round, so nothing can be read from them).
constexpr Zone zones[] = {
    {"z", 0},      {"ut", 0},      {"utc", 0},     {"gmt", 0},    {"wet", 0},    {"est", -300},
    {"edt", -240}, {"cst", -360},  {"cdt", -300},  {"mst", -420}, {"mdt", -360}, {"pst", -480},
    {"pdt", -420}, {"akst", -540}, {"akdt", -480}, {"hst", -600}, {"ast", -240}, {"adt", -180},
    {"nst", -210}, {"ndt", -150},  {"bst", 60},    {"cet", 60},   {"cest", 120}, {"met", 60},
    {"mez", 60},   {"mesz", 120},  {"mest", 120},  {"west", 60},  {"eet", 120},  {"eest", 180},
    {"msk", 180},  {"msd", 240},   {"ist", 330},   {"hkt", 480},  {"jst", 540},  {"kst", 540},
    {"aest", 600}, {"aedt", 660},  {"acst", 570},  {"acdt", 630}, {"awst", 480}, {"nzst", 720},
    {"nzdt", 780}, {"sgt", 480},   {"pkt", 300},   {"brt", -180}, {"art", -180}, {"at", -240},
    {"ct", -360},  {"et", -300},   {"mt", -420},   {"pt", -480},
};

// "+0200", "-6:00", "+5", "+0530"; behind it a comment or a name: "+0200 (CEST)", "+0000 UTC".
std::optional<int> numeric_zone(std::string_view text) {
  const bool west = text[0] == '-';
  text.remove_prefix(1);
  size_t digits = 0;
  while (digits < text.size() && is_digit(text[digits])) ++digits;
  if (digits == 0 || digits > 4) return std::nullopt;
  const unsigned value = *take_digits(text, 4);
  unsigned hours = value, minutes = 0;
  if (digits > 2) {
    hours = value / 100;
    minutes = value % 100;
  } else if (take(text, ':')) {
    minutes = take_digits(text, 2).value_or(0);
  }
  text = trim(text);
  if (!text.empty() && text[0] != '(' && !is_alpha(text[0])) return std::nullopt;
  if (hours > 23 || minutes > 59) return std::nullopt;
  const int total = static_cast<int>(hours * 60 + minutes);
  return west ? -total : total;
}

}  // namespace

std::optional<int> parse_zone(std::string_view text) {
  text = trim(text);
  if (text.empty()) return std::nullopt;
  if (text[0] == '+' || text[0] == '-') return numeric_zone(text);
  size_t letters = 0;
  while (letters < text.size() && is_alpha(text[letters])) ++letters;
  const std::string_view name = text.substr(0, letters);
  const std::string_view rest = trim(text.substr(letters));
  for (const Zone& zone : zones) {
    if (!same_ignoring_case(zone.name, name)) continue;
    // "GMT+1:00": what follows is the offset.
    if (!rest.empty() && (rest[0] == '+' || rest[0] == '-')) return numeric_zone(rest);
    if (!rest.empty() && rest[0] != '(') return std::nullopt;
    return zone.minutes;
  }
  if (letters == 1 && rest.empty()) return 0;
  return std::nullopt;
}

}  // namespace planetarium
