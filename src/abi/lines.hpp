// key=value lines: how callers ask, so that the first module needs no JSON reader.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "planetarium/error.hpp"

namespace planetarium {

/// One line a key; a key may repeat. In a value "\n" stands for a line feed and "\\" for a
/// backslash.
class Lines {
 public:
  /// `reason` is what a fault in them is reported as.
  Lines(std::string_view text, Reason reason);

  struct Line {
    std::string_view key;
    std::string value;
  };
  const std::vector<Line>& all() const { return lines_; }

  /// The last value of the key; empty where there is none.
  std::string text(std::string_view key) const;
  uint64_t count(std::string_view key, uint64_t otherwise);
  /// UTC seconds; 0 where there is none.
  int64_t seconds(std::string_view key);
  bool is_set(std::string_view key) const { return text(key) == "1"; }

  /// The place of the value in `words`; a word that is not among them is a fault that lists them.
  template <size_t N>
  std::optional<size_t> word(std::string_view key, const std::string_view (&words)[N]) {
    const std::string written = text(key);
    if (written.empty()) return std::nullopt;
    std::string may;
    for (size_t i = 0; i < N; ++i) {
      if (words[i] == written) return i;
      may.append(i == 0 ? "" : ", ").append(words[i]);
    }
    fail(key, "is \"" + written + "\"; it may be " + may);
    return std::nullopt;
  }

  /// Only the first fault is kept.
  void fail(std::string_view key, std::string_view what);
  bool failed() const { return error_.reason != Reason::none; }
  const Error& error() const { return error_; }

  template <typename T>
  Result<T> answer(T value) const {
    if (failed()) return error_;
    return value;
  }

 private:
  Reason reason_;
  std::vector<Line> lines_{};
  Error error_{};
};

/// Seconds of UTC within the years 1 to 9999, so that sums of them and of spans stay whole.
std::optional<int64_t> utc_seconds(std::string_view text);

/// A whole decimal number with an optional sign; nothing where it is none.
std::optional<int64_t> signed_number(std::string_view text);

}  // namespace planetarium
