#include <cstring>

#include "namespaces/numbers.hpp"
#include "planetarium/feed_fields.hpp"
#include "planetarium/feed_table.hpp"

namespace planetarium {

namespace {

// Takes numbers and characters in turn; past the end of either it gives nothing and remembers.
class TableReader {
 public:
  TableReader(Arena& arena, std::string_view numbers, std::string_view text)
      : arena_(arena), numbers_(numbers), text_(text) {}

  bool failed() const { return failed_; }

  void operator()(std::string_view& field) { field = take_text(); }
  void operator()(std::string& field) { field = take_text(); }
  void operator()(Body& body) { body = {.raw = take_text()}; }
  void operator()(uint32_t& field) { field = number(); }
  void operator()(Reason& field) { field = static_cast<Reason>(number()); }
  void operator()(std::optional<bool>& field) {
    if (const uint32_t value = number(); value != 0) field = value != 1;
  }
  void operator()(std::optional<uint64_t>& field) {
    if (number() != 0) field = wide();
  }
  void operator()(std::optional<double>& field) {
    if (number() == 0) return;
    constexpr uint64_t longest = 1'000'000'000'000;  // milliseconds of thirty years
    const uint64_t milliseconds = wide();
    failed_ = failed_ || milliseconds > longest;
    field = static_cast<double>(milliseconds) / 1000;
  }
  void operator()(std::optional<Timestamp>& field) {
    if (number() == 0) return;
    const auto seconds = static_cast<int64_t>(wide());
    if (seconds < -62'135'596'800 || seconds > 253'402'300'799) failed_ = true;  // years 1 to 9999
    field = Timestamp{.seconds = seconds, .offset_minutes = static_cast<int16_t>(number())};
  }

  template <typename T>
  void list(std::vector<T>& all, auto each) {
    // No reserve: the count is not to be trusted before its elements have been seen.
    for (uint32_t left = number(); left > 0 && !failed_; --left) each(all.emplace_back());
  }
  template <typename T>
  void list(List<T>& all, auto each) {
    for (uint32_t left = number(); left > 0 && !failed_; --left) each(all.push(arena_, T{}));
  }
  template <typename T>
  void pointer(const T*& field, auto each) {
    if (number() == 0 || failed_) return;
    T* made = arena_.make<T>();
    each(*made);
    if constexpr (std::is_same_v<T, Geometry>) failed_ = failed_ || !is_sound(arena_, *made);
    field = made;
  }
  void group(bool, auto each) {
    if (number() != 0) each();
  }

 private:
  uint32_t number() {
    if (numbers_.size() < 4) {
      failed_ = true;
      return 0;
    }
    uint32_t value = 0;
    std::memcpy(&value, numbers_.data(), 4);
    numbers_.remove_prefix(4);
    return value;
  }

  uint64_t wide() {
    const uint64_t low = number();
    return low | uint64_t{number()} << 32;
  }

  std::string_view take_text() {
    const uint32_t size = number();
    if (size > text_.size()) {
      failed_ = true;
      return {};
    }
    const std::string_view out = text_.substr(0, size);
    text_.remove_prefix(size);
    return out;
  }

  Arena& arena_;
  std::string_view numbers_;
  std::string_view text_;
  bool failed_ = false;
};

}  // namespace

Result<Feed> read_feed_table(std::string_view table) {
  const Error error{.reason = Reason::malformed_table};
  if (!table.starts_with(std::string_view(table_magic, sizeof table_magic)) || table.size() < 8)
    return error;
  uint32_t count = 0;
  std::memcpy(&count, table.data() + 4, 4);
  table.remove_prefix(8);
  if (count > table.size() / 4) return error;
  Feed feed;
  const std::string_view text = feed.arena.keep(table.substr(size_t{count} * 4));
  TableReader reader(feed.arena, table.substr(0, size_t{count} * 4), text);
  feed_fields(reader, feed);
  if (reader.failed()) return error;
  return feed;
}

}  // namespace planetarium
