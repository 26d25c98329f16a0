// JSON text, written straight to a string: commas and escapes are kept here, the shape is the
// caller's.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

namespace planetarium {

class JsonWriter {
 public:
  explicit JsonWriter(std::string& out) : out_(out) {}

  JsonWriter& begin_object() { return open('{'); }
  JsonWriter& end_object() { return close('}'); }
  JsonWriter& begin_array() { return open('['); }
  JsonWriter& end_array() { return close(']'); }
  JsonWriter& key(std::string_view name);

  JsonWriter& string(std::string_view text);
  JsonWriter& number(uint64_t value);
  JsonWriter& number(double value);  ///< at most three decimals
  JsonWriter& boolean(bool value);
  JsonWriter& raw(std::string_view json);  ///< a value that is JSON already

  /// A member, left out where there is nothing to say.
  JsonWriter& member(std::string_view name, std::string_view text);
  JsonWriter& member(std::string_view name, uint64_t value) { return key(name).number(value); }
  template <typename T>
  JsonWriter& member(std::string_view name, const std::optional<T>& value) {
    if (!value) return *this;
    key(name);
    if constexpr (std::is_same_v<T, bool>) {
      return boolean(*value);
    } else {
      return number(*value);
    }
  }

 private:
  JsonWriter& open(char bracket);
  JsonWriter& close(char bracket);
  void separate();

  std::string& out_;
  bool first_ = true;  // nothing stands before the next value in its container
};

}  // namespace planetarium
