// Character references: XML's five, the names of HTML 4 and those of HTML5 that feeds write, and
// numbers as HTML reads them.
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

/// Reads the reference that `text`, which begins with "&", begins with; as XML has it, with its
/// ";".
Reference read_reference(std::string_view text);

/// The same as HTML has it in the text of a document (HTML §13.2.5.73): a number, and the names of
/// HTML 3.2, need no ";".
Reference read_html_reference(std::string_view text);

/// The character of an entity name, 0 where there is none of that name. Case matters. All of HTML 4
/// is here; of the 1,900 further names of HTML5 one in nine: the rest is mathematics and Cyrillic,
/// which nobody writes so, and is taken for a name that does not exist.
char32_t named_character(std::string_view name);

/// Whether XML knows the name without a declaration (XML 1.0 §4.6).
constexpr bool is_declared_in_xml(std::string_view name) {
  return name == "amp" || name == "lt" || name == "gt" || name == "quot" || name == "apos";
}

/// U+0080 to U+009F are what windows-1252 has there, as in HTML: no feed means the controls.
char32_t windows_1252_for_c1(char32_t c);

/// Whether `text`, its references expanded, is white space and nothing else.
bool is_blank(std::string_view text);

/// Appends `text` with every reference expanded once; an ampersand that begins none stays.
void append_expanded(std::string& out, std::string_view text);

/// Line ends (XML 1.0 §2.11) and C1 controls (above) of characters that were just decoded.
void normalise(std::string& text);

}  // namespace planetarium
