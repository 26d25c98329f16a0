// JSON as a tree of plain values: the only reader over nlohmann_json, which stays inside value.cpp.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "planetarium/error.hpp"

namespace planetarium {

class Value {
 public:
  enum class Kind : uint8_t { null, boolean, number, string, array, object };
  struct Member;

  Kind kind = Kind::null;
  bool boolean = false;
  double number = 0;
  std::string text{};  ///< a string's characters; a number as it was written
  std::vector<Value> items{};
  std::vector<Member> members;  // no {}: its type is not complete here

  bool is(Kind wanted) const { return kind == wanted; }
  /// A member of an object, null where there is none. The last of several with one name wins
  /// (ECMA-404 leaves it open).
  const Value& operator[](std::string_view name) const;
  /// Empty where it is not a string.
  std::string_view string() const {
    return kind == Kind::string ? std::string_view(text) : std::string_view{};
  }
  /// A whole number from 0; nothing where it is none.
  std::optional<uint64_t> count() const;
};

struct Value::Member {
  std::string name{};
  Value value{};
};

struct ParsedJson {
  Value value{};
  /// What stopped the reader before the end; then `value` holds what it had read. `reason` none:
  /// nothing did.
  Error error{};
};

/// RFC 8259. Nested deeper than 128: too_deep. Numbers of any size are read; their text is kept.
ParsedJson parse_json(std::string_view text);

}  // namespace planetarium
