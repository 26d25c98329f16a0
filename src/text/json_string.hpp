// What stands between the quotes of a JSON string, to characters (RFC 8259 §7).
#pragma once

#include <string>
#include <string_view>

namespace planetarium {

struct JsonEscape {
  char32_t character = 0;
  size_t size = 0;              ///< bytes; 0: this is no escape
  bool lone_surrogate = false;  ///< then the character is U+FFFD
};

/// Reads the escape that `text` begins with, a surrogate pair as one.
JsonEscape read_json_escape(std::string_view text);

/// Whether nothing is left of it but white space, read and without controls.
bool is_blank_json(std::string_view text);

/// Appends with every escape read; characters that XML does not allow are left out, what is no
/// escape stays as it is written.
void append_json_unescaped(std::string& out, std::string_view text);

}  // namespace planetarium
