// Feed tables: what is written is read, every field of it; what is no table is refused.
#include <doctest/doctest.h>

#include "emit/feed_json.hpp"
#include "planetarium/feed_fields.hpp"
#include "planetarium/feed_table.hpp"
#include "support/require_json.hpp"

using namespace planetarium;

namespace {

// Gives every field a value of its own and every list two items. Strings are digits, so that those
// of a geometry are numbers too.
class Filler {
 public:
  explicit Filler(Arena& arena) : arena_(arena) {}

  void operator()(std::string_view& field) { field = arena_.keep(std::to_string(++count_)); }
  void operator()(std::string& field) { field = std::to_string(++count_); }
  void operator()(Body& body) { (*this)(body.raw); }
  void operator()(uint32_t& field) { field = 2; }
  void operator()(Reason& field) { field = Reason::malformed_xml; }
  void operator()(std::optional<bool>& field) { field = ++count_ % 2 == 0; }
  void operator()(std::optional<uint64_t>& field) { field = uint64_t{1} << 40 | ++count_; }
  void operator()(std::optional<double>& field) { field = ++count_ + 0.25; }
  void operator()(std::optional<Timestamp>& field) {
    field = Timestamp{.seconds = -5'000'000'000 + ++count_ * 86400, .offset_minutes = -330};
  }
  void list(auto& all, auto each) {
    for (int i = 0; i < 2; ++i) each(add(all));
  }
  template <typename T>
  void pointer(const T*& field, auto each) {
    T* made = arena_.make<T>();
    each(*made);
    field = made;
  }
  void group(bool, auto each) { each(); }

 private:
  template <typename T>
  T& add(std::vector<T>& all) {
    return all.emplace_back();
  }
  template <typename T>
  T& add(List<T>& all) {
    return all.push(arena_, T{});
  }

  Arena& arena_;
  int count_ = 0;
};

Feed full_feed() {
  Feed feed;
  Filler filler(feed.arena);
  feed_fields(filler, feed);
  return feed;
}

std::string table_of(const Feed& feed) {
  std::string table;
  append_feed_table(table, feed);
  return table;
}

std::string json_of(const Feed& feed) {
  std::string json;
  append_feed_json(json, feed);
  return json;
}

}  // namespace

TEST_CASE("feed table: a feed with every field set reads back as it was") {
  const Feed feed = full_feed();
  const std::string table = table_of(feed);
  const auto read = read_feed_table(table);
  REQUIRE(read);
  CHECK(table_of(*read) == table);
  CHECK(test::json_difference(json_of(feed), json_of(*read)) == "");
}

TEST_CASE("feed table: an empty feed reads back as it was") {
  const std::string table = table_of(Feed{});
  const auto read = read_feed_table(table);
  REQUIRE(read);
  CHECK(table_of(*read) == table);
}

TEST_CASE("feed table: a table outlives what it was read from") {
  std::string table = table_of(full_feed());
  const auto read = read_feed_table(table);
  REQUIRE(read);
  const std::string json = json_of(*read);
  table.assign(table.size(), 'x');
  CHECK(json_of(*read) == json);
}

TEST_CASE("feed table: a beginning of one is refused") {
  const std::string table = table_of(full_feed());
  for (size_t size = 0; size < table.size(); ++size) {
    CAPTURE(size);
    const auto read = read_feed_table(std::string_view(table).substr(0, size));
    CHECK_FALSE(read);
  }
}

TEST_CASE("feed table: a number that is wrong is refused or harmless") {
  const std::string table = table_of(full_feed());
  for (size_t at = 4; at + 4 <= table.size(); at += 4) {
    for (const char byte : {'\0', '\1', '\x7f', '\xff'}) {
      std::string wrong = table;
      wrong.replace(at, 4, 4, byte);
      if (const auto read = read_feed_table(wrong)) json_of(*read);
    }
  }
}
