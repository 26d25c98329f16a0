// Code points to and from UTF-8 (RFC 3629).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace planetarium {

constexpr char32_t replacement_character = 0xfffd;

/// Appends one code point; a surrogate or a value beyond U+10FFFF becomes U+FFFD.
void append_utf8(std::string& out, char32_t code_point);

/// The same to memory that has room for four bytes; gives the place behind them.
char* write_utf8(char* to, char32_t code_point);

/// Takes one code point off the front of valid UTF-8.
char32_t take_code_point(std::string_view& text);

/// The last character of valid UTF-8; a space where there is none.
char32_t last_code_point(std::string_view text);

/// Bytes of the longest valid prefix: `text.size()` when all of it is UTF-8.
size_t valid_utf8_prefix(std::string_view text);

/// The same, ending also before a character that XML 1.0 §2.2 does not allow: a control, U+FFFE or
/// U+FFFF.
size_t xml_prefix(std::string_view text);

/// How many bytes at the front of `text` one U+FFFD stands for, where no character begins: as many
/// as could have begun one, else one; 0 where a character begins (WHATWG Encoding; Unicode 3.9,
/// "maximal subpart").
size_t malformed_size(std::string_view text);

/// The first characters of valid UTF-8, `bytes` at most.
std::string_view beginning(std::string_view text, size_t bytes);

/// At most `bytes` of valid UTF-8 and "…" behind it if something was left out: for messages, not
/// for reading (excerpt.hpp).
std::string shortened(std::string_view text, size_t bytes);

}  // namespace planetarium
