#include "decode/mend.hpp"

#include "text/utf8.hpp"

namespace planetarium {

Mended mend(std::string_view text) {
  Mended out;
  out.text.reserve(text.size());
  for (size_t at = 0; at < text.size();) {
    const std::string_view good = text.substr(at, xml_prefix(text.substr(at)));
    for (const char c : good) out.characters += (c & 0xc0) == 0xc0;
    out.text += good;
    at += good.size();
    if (at == text.size()) break;
    if (const size_t malformed = malformed_size(text.substr(at))) {
      if (!out.malformed) out.malformed = at;
      out.strays += malformed == 1;
      append_utf8(out.text, replacement_character);
      at += malformed;
    } else {
      at += (text[at] & 0x80) == 0 ? 1 : 3;  // a control, or U+FFFE and U+FFFF
    }
  }
  return out;
}

}  // namespace planetarium
