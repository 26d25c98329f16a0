// JSON as a tree of plain values: the only reader over nlohmann_json, which stays inside value.cpp.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "planetarium/error.hpp"
#include "planetarium/model.hpp"

namespace planetarium {

/// Lives in an arena, its strings there or in the document.
class Value {
 public:
  enum class Kind : uint8_t { null, boolean, number, string, array, object };
  class Iterator;

  Kind kind = Kind::null;
  bool boolean = false;
  double number = 0;
  std::string_view name{};  ///< of a member
  Body text{};  ///< a string's characters, trimmed and without controls; a number as it was written

  bool is(Kind wanted) const { return kind == wanted; }
  /// A member of an object, null where there is none. The last of several with one name wins
  /// (ECMA-404 leaves it open).
  const Value& operator[](std::string_view name) const;
  /// Empty where it is not a string.
  Body string() const { return is(Kind::string) ? text : Body{}; }
  /// A whole number from 0; nothing where it is none.
  std::optional<uint64_t> count() const;

  /// The items of an array, or nothing; the members of an object where it is asked for them.
  class Children;
  Children items() const;
  Children members() const;

 private:
  friend class TreeBuilder;
  Value* first_ = nullptr;
  Value* last_ = nullptr;
  Value* next_ = nullptr;
};

class Value::Iterator {
 public:
  explicit Iterator(const Value* value) : value_(value) {}
  const Value& operator*() const { return *value_; }
  Iterator& operator++() {
    value_ = value_->next_;
    return *this;
  }
  bool operator!=(const Iterator& other) const { return value_ != other.value_; }

 private:
  const Value* value_;
};

class Value::Children {
 public:
  explicit Children(const Value* first) : first_(first) {}
  Iterator begin() const { return Iterator(first_); }
  Iterator end() const { return Iterator(nullptr); }

 private:
  const Value* first_;
};

inline Value::Children Value::items() const { return Children(is(Kind::array) ? first_ : nullptr); }
inline Value::Children Value::members() const {
  return Children(is(Kind::object) ? first_ : nullptr);
}

struct ParsedJson {
  const Value* value = nullptr;  ///< never null
  /// What was wrong; `value` holds what could be read. `reason` none: nothing was.
  Error error{};
};

/// RFC 8259, as lenient as can be told apart: a lone surrogate is U+FFFD, and `error` says so.
/// Nested deeper than 128: too_deep. `text` and `arena` must outlive the value.
ParsedJson parse_json(std::string_view text, Arena& arena);

}  // namespace planetarium
