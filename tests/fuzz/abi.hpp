// The C ABI as JavaScript calls it: every input in memory of its exact size from planetarium_alloc,
// every result copied out at once and checked for what holds of any result.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "planetarium/planetarium.h"

namespace fuzz {

struct Answer {
  int32_t status = 0;
  std::string text{};

  bool ok() const { return status == 0; }
  bool operator==(const Answer&) const = default;
};

/// Numbers of Reason that decide what JavaScript does next; the ABI never changes them.
constexpr int32_t unsupported_encoding = 3;
constexpr int32_t needs_parser = 14;
constexpr int32_t malformed_table = 15;
constexpr int32_t damaged_archive = 18;

/// What JavaScript would write.
struct Saved {
  std::string head{};
  std::vector<std::pair<std::string, std::string>> segments{};  ///< name and bytes
};

/// Names of segments in an answer of planetarium_load or planetarium_save: 16 hex digits.
std::vector<std::string> segment_names(std::string_view json);

Answer parse(std::string_view document, std::string_view about);
Answer parse_table(std::string_view document, std::string_view about);
Answer parse_page(std::string_view document, std::string_view about);
Answer parse_lazy(std::string_view document, std::string_view about);
Answer decode_body(int32_t form, std::string_view bytes);
Answer emit(std::string_view about, std::string_view table);

/// A planet that JavaScript holds; `valid` is false where the config was refused.
class Planet {
 public:
  explicit Planet(std::string_view config);

  bool valid() const { return planet_ != nullptr; }
  Answer configure(std::string_view config);
  Answer add_feed(std::string_view document, std::string_view about);
  Answer add_table(std::string_view table, std::string_view about);
  /// One that parse_table did not write: its texts need not be UTF-8.
  Answer add_foreign_table(std::string_view table, std::string_view about);
  Answer set_feed_state(std::string_view state);
  Answer remove_feed(std::string_view about);
  Answer query(std::string_view query);
  Answer stats();
  Saved save();
  Answer load(std::string_view head);
  /// No bytes: there are none.
  Answer load_segment(std::string_view name, std::string_view bytes);

 private:
  void hears(std::string_view lines);

  struct Deleter {
    void operator()(planetarium_planet* planet) const { planetarium_delete(planet); }
  };
  std::unique_ptr<planetarium_planet, Deleter> planet_{};
  bool utf8_ = true;  ///< what callers said so far
};

/// One moment for everything, so that no answer depends on when it was asked.
constexpr std::string_view received = "receivedAt=1700000000\n";
constexpr std::string_view now = "now=1700000000\n";

}  // namespace fuzz
