// The words of a date in the languages of feeds: months, halves of the day, units behind numbers.
#pragma once

#include <string_view>

namespace planetarium {

/// Bytes of the word that `text` begins with: letters of any script. 0 where none stands there.
size_t leading_letters(std::string_view text);

/// The month that a word means, 1 to 12; 0 where it means none. Case and accents make no
/// difference.
unsigned month_of(std::string_view word);

enum class Half : char { none, morning, afternoon };

/// Takes "am", "p.m.", "오후"…; `latin` tells whether those in Latin letters may stand here.
Half take_half(std::string_view& text, bool latin);

/// Takes the unit that stands right behind a number: "年" and "년" are y, likewise m, d, H, M, S.
/// 0 where none does.
char take_unit(std::string_view& text);

}  // namespace planetarium
