// Names and white space as they stand in tags: what is a name here is one to pugixml too.
#pragma once

#include <string_view>

#include "text/ascii.hpp"

namespace planetarium {

constexpr bool is_name_start(char c) {
  return is_alpha(c) || c == '_' || c == ':' || static_cast<unsigned char>(c) >= 0x80;
}

struct NameCharacters {
  bool is[256] = {};
  constexpr NameCharacters() {
    for (int i = 0; i < 256; ++i) {
      const char c = static_cast<char>(i);
      is[i] = is_name_start(c) || is_digit(c) || c == '-' || c == '.';
    }
  }
};
inline constexpr NameCharacters name_characters;

/// The first offset from `at` on where no name goes on.
constexpr size_t name_end(std::string_view text, size_t at) {
  while (at < text.size() && name_characters.is[static_cast<unsigned char>(text[at])]) ++at;
  return at;
}

constexpr size_t skip_spaces(std::string_view text, size_t at) {
  while (at < text.size() && is_space(text[at])) ++at;
  return at;
}

inline std::string_view local_name(std::string_view qualified) {
  const size_t colon = qualified.rfind(':');
  return colon == qualified.npos ? qualified : qualified.substr(colon + 1);
}

inline std::string_view prefix_of(std::string_view qualified) {
  const size_t colon = qualified.rfind(':');
  return colon == qualified.npos ? std::string_view{} : qualified.substr(0, colon);
}

}  // namespace planetarium
