#include "planet/texts.hpp"

#include "planetarium/parse.hpp"
#include "text/ascii.hpp"
#include "text/html_text.hpp"

namespace planetarium {

const Text& shown_text(const Entry& entry) {
  for (const Text& content : entry.content) {
    if (content.type != "text" && !content.value.empty()) return content;
  }
  return entry.content.empty() ? entry.summary : entry.content.front();
}

std::string plain_of(const Text& text) {
  const std::string characters = decode_body(text.value);
  return text.type == "text" ? squeezed(characters) : plain_text(characters);
}

}  // namespace planetarium
