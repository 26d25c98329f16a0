#include "support/json.hpp"

#include "planetarium/parse.hpp"

namespace planetarium::test {

namespace {

Json copy_of(const Value& value) {
  Json json{.kind = value.kind,
            .boolean = value.boolean,
            .number = value.number,
            .text = decode_body(value.text),
            .whole = value.count()};
  for (const Value& item : value.items()) json.items.push_back(copy_of(item));
  for (const Value& member : value.members())
    json.members.emplace_back(std::string(member.name), copy_of(member));
  return json;
}

}  // namespace

const Json& Json::operator[](std::string_view name) const {
  static const Json nothing{};
  for (auto member = members.rbegin(); member != members.rend(); ++member) {
    if (member->first == name) return member->second;
  }
  return nothing;
}

JsonOutcome read_json(std::string_view text) {
  Arena arena;
  ParsedJson parsed = parse_json(text, arena);
  return {.value = copy_of(*parsed.value), .error = std::move(parsed.error)};
}

}  // namespace planetarium::test
