#include "query/language.hpp"

#include "planet/texts.hpp"
#include "text/ascii.hpp"
#include "text/guess_language.hpp"

namespace planetarium {

namespace {

std::string primary_subtag(std::string_view tag) {
  return lowered(tag.substr(0, tag.find_first_of("-_")));
}

}  // namespace

std::string language_of(const Held& held) {
  const Text& shown = shown_text(held.entry);
  for (const std::string_view declared : {shown.language, held.entry.language}) {
    if (!declared.empty() && declared != "-") return primary_subtag(declared);
  }
  if (!held.language_is_guessed) {
    held.guessed_language = guess_language(plain_of(shown));
    held.language_is_guessed = true;
  }
  return std::string(held.guessed_language.empty() ? unknown_language : held.guessed_language);
}

}  // namespace planetarium
