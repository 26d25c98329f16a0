#include "namespaces/contact.hpp"

#include <algorithm>
#include <optional>

#include "text/ascii.hpp"

namespace planetarium {

namespace {

constexpr std::string_view around_an_address = " \t\r\n<>()[],;\"";

std::string_view unquoted(std::string_view name) {
  name = trim(name);
  if (name.size() > 1 && name.front() == '"' && name.back() == '"')
    name = trim(name.substr(1, name.size() - 2));
  return name;
}

bool closes(char open, char close) {
  return (open == '<' && close == '>') || (open == '(' && close == ')') ||
         (open == '[' && close == ']');
}

// What is left of a line without its address: "(Me)", "\"Me\"", ", Me".
std::string_view name_of(std::string_view rest) {
  constexpr std::string_view between = " \t\r\n,;:-";
  const size_t begin = rest.find_first_not_of(between);
  if (begin == rest.npos) return {};
  rest = rest.substr(begin, rest.find_last_not_of(between) - begin + 1);
  if (rest.size() > 1 && closes(rest.front(), rest.back())) rest = rest.substr(1, rest.size() - 2);
  return unquoted(rest);
}

struct Place {
  size_t begin, end;
};

// The first address from there on: an @ with something on both sides.
std::optional<Place> find_address(std::string_view line, size_t from) {
  for (size_t at = line.find('@', from); at != line.npos; at = line.find('@', at + 1)) {
    const size_t before = line.find_last_of(around_an_address, at);
    const size_t begin = std::max(from, before == line.npos ? 0 : before + 1);
    const size_t end = std::min(line.find_first_of(around_an_address, at), line.size());
    if (at > begin && end > at + 1) return Place{begin, end};
    at = end - 1;
  }
  return std::nullopt;
}

}  // namespace

Person person_from_line(std::string_view line) {
  line = trim(line);
  const auto place = find_address(line, 0);
  // Two addresses are two people.
  if (!place || find_address(line, place->end)) return {.name = unquoted(line)};
  std::string_view email = line.substr(place->begin, place->end - place->begin);
  if (starts_ignoring_case(email, "mailto:")) email.remove_prefix(7);
  std::string_view before = trim(line.substr(0, place->begin));
  std::string_view after = trim(line.substr(place->end));
  if (!before.empty() && !after.empty() && closes(before.back(), after.front())) {
    before.remove_suffix(1);
    after.remove_prefix(1);
  }
  before = name_of(before);
  after = name_of(after);
  // Words on both sides are no name but a sentence.
  if (!before.empty() && !after.empty()) return {.name = unquoted(line)};
  return {.name = before.empty() ? after : before, .email = email};
}

}  // namespace planetarium
