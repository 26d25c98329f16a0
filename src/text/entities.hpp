// Character references: XML's five, the names of HTML 4, and numbers as HTML reads them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace planetarium {

/// Stands for a reference to a character that XML 1.0 §2.2 does not allow: it is read, and gives
/// nothing.
constexpr char32_t dropped_character = 0xffffffff;

struct Reference {
  char32_t character = 0;
  size_t size = 0;  ///< bytes of the reference with "&" and ";"; 0: this "&" is only an ampersand
};

/// Reads the reference that `text` begins with.
Reference read_reference(std::string_view text);

/// The character of an HTML 4 entity name, 0 where there is none of that name. Case matters.
char32_t named_character(std::string_view name);

/// U+0080 to U+009F are what windows-1252 has there, as in HTML: no feed means the controls.
char32_t windows_1252_for_c1(char32_t c);

/// Appends `text` with every reference expanded once; an ampersand that begins none stays.
void append_expanded(std::string& out, std::string_view text);

/// Line ends (XML 1.0 §2.11) and C1 controls (above) of characters that were just decoded.
void normalise(std::string& text);

}  // namespace planetarium
