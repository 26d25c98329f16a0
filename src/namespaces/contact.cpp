#include "namespaces/contact.hpp"

#include "text/ascii.hpp"

namespace planetarium {

namespace {

bool is_address(std::string_view word) {
  const size_t at = word.find('@');
  return at != word.npos && at > 0 && at + 1 < word.size() &&
         word.find_first_of(" \t\n<>(),") == word.npos;
}

std::string_view without_mailto(std::string_view word) {
  return starts_ignoring_case(word, "mailto:") ? word.substr(7) : word;
}

std::string_view unquoted(std::string_view name) {
  name = trim(name);
  if (name.size() > 1 && name.front() == '"' && name.back() == '"')
    name = trim(name.substr(1, name.size() - 2));
  return name;
}

// "outside <inside>" or "outside (inside)": one of the two is the address.
Person bracketed(std::string_view line, char open, char close) {
  const size_t begin = line.rfind(open);
  const size_t end = line.rfind(close);
  if (begin == line.npos || end == line.npos || end < begin) return {};
  const std::string_view inside = without_mailto(trim(line.substr(begin + 1, end - begin - 1)));
  const std::string_view outside = without_mailto(trim(line.substr(0, begin)));
  if (!trim(line.substr(end + 1)).empty()) return {};
  if (is_address(outside)) return {.name = unquoted(inside), .email = outside};
  if (is_address(inside)) return {.name = unquoted(outside), .email = inside};
  return {};
}

}  // namespace

Person person_from_line(std::string_view line) {
  line = trim(line);
  if (line.find('@') == line.npos) return {.name = unquoted(line)};
  if (Person person = bracketed(line, '<', '>'); !person.empty()) return person;
  if (Person person = bracketed(line, '(', ')'); !person.empty()) return person;
  if (is_address(without_mailto(line))) return {.email = without_mailto(line)};
  // "Me me@example.com"
  const size_t space = line.rfind(' ');
  if (space != line.npos && is_address(line.substr(space + 1))) {
    return {.name = unquoted(line.substr(0, space)), .email = line.substr(space + 1)};
  }
  return {.name = unquoted(line)};
}

}  // namespace planetarium
