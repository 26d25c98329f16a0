#include "decode/label.hpp"

#include "text/ascii.hpp"
#include "text/simd.hpp"

namespace planetarium {

namespace {

struct Row {
  std::string_view label;
  Encoding encoding;
};

constexpr Row rows[] = {
    {"utf-8", Encoding::utf8},
    {"utf8", Encoding::utf8},
    {"unicode-1-1-utf-8", Encoding::utf8},
    {"unicode11utf8", Encoding::utf8},
    {"unicode20utf8", Encoding::utf8},
    {"x-unicode20utf8", Encoding::utf8},
    {"utf-16", Encoding::wide},
    {"utf16", Encoding::wide},
    {"ucs-2", Encoding::wide},
    {"iso-10646-ucs-2", Encoding::wide},
    {"csunicode", Encoding::wide},
    {"unicode", Encoding::wide},
    {"unicodefeff", Encoding::wide},
    {"utf-16le", Encoding::wide},
    {"utf-16be", Encoding::wide},
    {"unicodefffe", Encoding::wide},
    {"utf-32", Encoding::wide},
    {"utf32", Encoding::wide},
    {"ucs-4", Encoding::wide},
    {"iso-10646-ucs-4", Encoding::wide},
    {"utf-32le", Encoding::wide},
    {"utf-32be", Encoding::wide},
    {"windows-1252", Encoding::windows_1252},
    {"ansi_x3.4-1968", Encoding::windows_1252},
    {"ascii", Encoding::windows_1252},
    {"cp1252", Encoding::windows_1252},
    {"cp819", Encoding::windows_1252},
    {"csisolatin1", Encoding::windows_1252},
    {"ibm819", Encoding::windows_1252},
    {"iso-8859-1", Encoding::windows_1252},
    {"iso-ir-100", Encoding::windows_1252},
    {"iso8859-1", Encoding::windows_1252},
    {"iso88591", Encoding::windows_1252},
    {"iso_8859-1", Encoding::windows_1252},
    {"iso_8859-1:1987", Encoding::windows_1252},
    {"l1", Encoding::windows_1252},
    {"latin1", Encoding::windows_1252},
    {"us-ascii", Encoding::windows_1252},
    {"x-cp1252", Encoding::windows_1252},
};

}  // namespace

Encoding encoding_of(std::string_view label) {
  label = trim(label);
  for (const Row& row : rows) {
    if (same_ignoring_case(row.label, label)) return row.encoding;
  }
  return Encoding::other;
}

std::string_view declared_encoding(std::string_view bytes) {
  bytes = bytes.substr(0, 1024);
  const size_t declaration = bytes.find("<?xml");
  if (declaration == bytes.npos) return {};
  // A document that speaks of declarations is not declared by them.
  const std::string_view before = trim(bytes.substr(0, declaration));
  if (before.starts_with('{') || before.find("<![CDATA[") != before.npos) return {};
  bytes.remove_prefix(declaration);
  bytes = bytes.substr(0, bytes.find("?>"));
  const size_t name = bytes.find("encoding");
  if (name == bytes.npos) return {};
  bytes = trim(bytes.substr(name + 8));
  if (bytes.empty() || bytes[0] != '=') return {};
  bytes = trim(bytes.substr(1));
  if (bytes.empty() || (bytes[0] != '"' && bytes[0] != '\'')) return {};
  const size_t end = bytes.find(bytes[0], 1);
  const std::string_view label = trim(bytes.substr(1, end == bytes.npos ? 0 : end - 1));
  // No name that anybody decodes (XML 1.0 §4.3.3), and no error may quote bytes of it.
  return simd::ascii_prefix(label) == label.size() ? label : std::string_view{};
}

std::string_view charset_parameter(std::string_view content_type) {
  for (size_t at = content_type.find(';'); at != content_type.npos;
       at = content_type.find(';', at + 1)) {
    std::string_view parameter = trim(content_type.substr(at + 1));
    if (!starts_ignoring_case(parameter, "charset")) continue;
    parameter = trim(parameter.substr(7));
    if (parameter.empty() || parameter[0] != '=') continue;
    parameter = trim(parameter.substr(1));
    parameter = trim(parameter.substr(0, parameter.find(';')));
    if (!parameter.empty() && (parameter[0] == '"' || parameter[0] == '\'')) {
      const char quote = parameter[0];
      parameter.remove_prefix(1);
      parameter = parameter.substr(0, parameter.find(quote));
    }
    return trim(parameter);
  }
  return {};
}

}  // namespace planetarium
