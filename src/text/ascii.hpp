// ASCII alone: white space, letter case and numbers as feeds write them; nothing here depends on a
// locale.
#pragma once

#include <charconv>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace planetarium {

constexpr bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f';
}
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_alpha(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr bool is_alnum(char c) { return is_alpha(c) || is_digit(c); }
constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

constexpr std::string_view trim(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

constexpr bool same_ignoring_case(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  for (size_t i = 0; i < a.size(); ++i) {
    if (lower(a[i]) != lower(b[i])) return false;
  }
  return true;
}

constexpr bool starts_ignoring_case(std::string_view text, std::string_view prefix) {
  return text.size() >= prefix.size() && same_ignoring_case(text.substr(0, prefix.size()), prefix);
}

inline std::string lowered(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = lower(c);
  return out;
}

/// Every run of white space becomes one space; none is left at the ends.
inline std::string squeezed(std::string_view text) {
  text = trim(text);
  std::string out(text.size(), ' ');
  char* to = out.data();
  for (const char c : text) {
    if (!is_space(c)) {
      *to++ = c;
    } else if (to[-1] != ' ') {
      *to++ = ' ';
    }
  }
  out.resize(static_cast<size_t>(to - out.data()));
  return out;
}

/// Whether a trimmed text is what `squeezed` would make of it.
inline bool is_squeezed(std::string_view text) {
  for (size_t i = 0; i < text.size(); ++i) {
    if (is_space(text[i]) && (text[i] != ' ' || text[i + 1] == ' ')) return false;
  }
  return true;
}

/// The whole of `text`, trimmed, as an unsigned number; nothing where it is not one.
inline std::optional<uint64_t> to_number(std::string_view text) {
  text = trim(text);
  uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

}  // namespace planetarium
