// JSON as tests like it: a tree that owns all it holds.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "json/value.hpp"

namespace planetarium::test {

struct Json {
  using Kind = Value::Kind;

  Kind kind = Kind::null;
  bool boolean = false;
  double number = 0;
  std::string text{};  ///< a string's characters; a number as it was written
  std::optional<uint64_t> whole{};
  std::vector<Json> items{};
  std::vector<std::pair<std::string, Json>> members{};

  bool is(Kind wanted) const { return kind == wanted; }
  /// Null where there is none.
  const Json& operator[](std::string_view name) const;
  std::string_view string() const { return is(Kind::string) ? text : std::string_view{}; }
  std::optional<uint64_t> count() const { return whole; }
};

struct JsonOutcome {
  Json value{};
  Error error{};
};

JsonOutcome read_json(std::string_view text);

}  // namespace planetarium::test
