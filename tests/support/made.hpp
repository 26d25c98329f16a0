// Documents that a test makes: the same piece many times, pieces by chance.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace planetarium::test {

/// A sanitizer looks at each byte and takes ten times as long: it is given less of the same.
#if defined(__SANITIZE_ADDRESS__)
constexpr bool sanitized = true;
#else
constexpr bool sanitized = false;
#endif

inline std::string repeated(std::string_view piece, size_t times) {
  std::string out;
  out.reserve(piece.size() * times);
  for (size_t i = 0; i < times; ++i) out += piece;
  return out;
}

/// As many pieces as it takes to reach a size; none is cut.
inline std::string filled(std::string_view piece, size_t bytes) {
  return repeated(piece, (bytes + piece.size() - 1) / piece.size());
}

/// The same numbers for the same seed, on every machine.
class Random {
 public:
  explicit Random(uint32_t seed) : state_(seed * 2654435761U + 1) {}
  uint32_t below(uint32_t limit) {
    state_ = state_ * 1664525 + 1013904223;
    return (state_ >> 8) % limit;
  }

 private:
  uint32_t state_;
};

}  // namespace planetarium::test
