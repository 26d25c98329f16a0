#include "namespaces/numbers.hpp"

namespace planetarium {

namespace {

std::string_view digits_of(std::string_view& text) {
  size_t size = 0;
  while (size < text.size() && is_digit(text[size])) ++size;
  const std::string_view digits = text.substr(0, size);
  text.remove_prefix(size);
  return digits;
}

}  // namespace

std::optional<double> parse_decimal(std::string_view text) {
  text = trim(text);
  const std::string_view whole = digits_of(text);
  const bool point = text.starts_with('.');
  if (point) text.remove_prefix(1);
  const std::string_view fraction = point ? digits_of(text) : std::string_view{};
  if (!text.empty() || (whole.empty() && fraction.empty())) return std::nullopt;
  double value = 0;
  for (const char c : whole) value = value * 10 + (c - '0');
  double place = 1;
  for (const char c : fraction.substr(0, 9)) value += (c - '0') * (place /= 10);
  return value;
}

std::optional<double> parse_duration(std::string_view text) {
  double seconds = 0;
  for (int parts = 0;; ++parts) {
    const size_t colon = text.find(':');
    const auto part = parse_decimal(text.substr(0, colon));
    if (!part || parts == 3) return std::nullopt;
    seconds = seconds * 60 + *part;
    if (colon == text.npos) break;
    text.remove_prefix(colon + 1);
  }
  constexpr double longest = 1e9;  // thirty years: what is longer was no duration
  return seconds < longest ? std::optional(seconds) : std::nullopt;
}

std::string_view json_number(Arena& arena, std::string_view text) {
  const std::string_view written = text = trim(text);
  const bool negative = text.starts_with('-');
  if (negative || text.starts_with('+')) text.remove_prefix(1);
  std::string_view whole = digits_of(text);
  std::string_view fraction;
  if (text.starts_with('.')) {
    text.remove_prefix(1);
    fraction = digits_of(text);
  }
  if (whole.empty() && fraction.empty()) return {};
  std::string_view exponent = text;
  if (!text.empty()) {
    if (lower(text[0]) != 'e') return {};
    text.remove_prefix(1);
    if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
    const std::string_view digits = digits_of(text);
    if (digits.empty() || digits.size() > 2 || !text.empty()) return {};
  }
  while (whole.size() > 1 && whole[0] == '0') whole.remove_prefix(1);
  std::string out(negative ? "-" : "");
  out += whole.empty() ? "0" : whole;
  if (!fraction.empty()) out.append(".").append(fraction);
  out += exponent;
  return out == written ? written : arena.keep(out);
}

bool is_sound(Arena& arena, const Geometry& geometry) {
  const List<std::string_view>& numbers = geometry.numbers;
  if (geometry.dimension < 2 || geometry.dimension > 3 || numbers.empty()) return false;
  for (const std::string_view one : numbers) {
    if (one.empty() || json_number(arena, one) != one) return false;
  }
  return numbers.size() % geometry.dimension == 0;
}

}  // namespace planetarium
