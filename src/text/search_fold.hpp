// Text as search compares it: without case and diacritics, so that "Café" is found as "cafe".
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace planetarium {

/// Appends `plain`, UTF-8, folded by case (fold.hpp), without accents on Latin and Greek letters
/// and without combining marks; ligatures and letters such as ß, æ and ø become ASCII letters.
/// Where `places` is given, it gets for each byte appended the offset in `plain` it comes from.
void append_search_folded(std::string& out, std::string_view plain,
                          std::vector<uint32_t>* places = nullptr);

std::string search_folded(std::string_view plain);

/// The offset in `plain` of what a byte of its folded text comes from.
size_t place_before_folding(std::string_view plain, size_t folded_at);

/// Whether letters such as this one stand in words that spaces part. Chinese, Japanese, Thai, Lao,
/// Khmer and Burmese are written without.
bool is_spaced_letter(char32_t c);

}  // namespace planetarium
