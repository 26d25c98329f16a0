// Why something could not be read, and the value-or-reason that every stage answers with.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace planetarium {

/// A noun phrase for what went wrong; the numbers are part of the C ABI and never change meaning.
enum class Reason : int32_t {
  none = 0,
  not_a_feed = 1,      ///< nothing in the document is a feed
  empty_document = 2,  ///< no bytes, or white space alone
  unsupported_encoding =
      3,  ///< `detail` is the label: decode outside, call again with charset utf-8
  malformed_json = 4,
  malformed_xml = 5,    ///< something had to be recovered from
  malformed_bytes = 6,  ///< bytes that do not fit the encoding
  too_large = 7,
  too_deep = 8,
  truncated_document = 9,
  bad_config = 10,  ///< `detail` names the key
  bad_query = 11,   ///< `detail` names the key
  unknown_feed = 12,
  bad_date = 13,
  needs_parser =
      14,  ///< the format is read by the other module alone: parse it there, add the table
  malformed_table = 15,  ///< not a feed table
  not_a_list = 16,       ///< nothing in the document is a list of subscriptions
  bad_address = 17,      ///< `detail` is what is no http or https URL
  damaged_archive = 18,  ///< a head or a segment that is not what was saved
};

/// The machine word of a reason, such as "not_a_feed".
std::string_view word(Reason reason);

struct Error {
  Reason reason = Reason::none;
  std::string detail{};            ///< names the offending text, for people
  std::optional<size_t> offset{};  ///< bytes into the decoded document

  bool operator==(const Error&) const = default;
};

/// A value, or the reason why there is none.
template <typename T>
class Result {
 public:
  Result(T value) : value_(std::move(value)) {}      // NOLINT(google-explicit-constructor)
  Result(Error error) : error_(std::move(error)) {}  // NOLINT(google-explicit-constructor)

  explicit operator bool() const { return value_.has_value(); }
  T& operator*() { return *value_; }
  const T& operator*() const { return *value_; }
  T* operator->() { return &*value_; }
  const T* operator->() const { return &*value_; }
  const Error& error() const { return error_; }

 private:
  std::optional<T> value_{};
  Error error_{};
};

}  // namespace planetarium
