// Numbers and lists of words as extensions write them.
#pragma once

#include <optional>
#include <string_view>

#include "planetarium/model.hpp"
#include "text/ascii.hpp"

namespace planetarium {

/// Seconds of "3723", "62:03", "1:02:03" or "1:02:03.5"; nothing where it is none of these.
std::optional<double> parse_duration(std::string_view text);

/// "12.5"; nothing where it is no decimal number from 0.
std::optional<double> parse_decimal(std::string_view text);

/// A number as JSON writes it: "+.50" is "0.50", "5." is "5". Empty where it is none.
std::string_view json_number(Arena& arena, std::string_view text);

/// Whether it can be written as JSON position by position, and its numbers as they stand.
bool is_sound(Arena& arena, const Geometry& geometry);

/// Each part between two of `separators`, trimmed, that is not empty.
template <typename Each>
void for_each_word(std::string_view text, std::string_view separators, Each each) {
  while (!text.empty()) {
    const size_t end = text.find_first_of(separators);
    const std::string_view word = trim(text.substr(0, end));
    text = end == text.npos ? std::string_view{} : text.substr(end + 1);
    if (!word.empty()) each(word);
  }
}

}  // namespace planetarium
