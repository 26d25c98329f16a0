// The arena and its lists: what they gave out stays where it is.
#include <doctest/doctest.h>

#include "planetarium/arena.hpp"

using namespace planetarium;

TEST_CASE("arena: texts stay in place while it grows and when it moves") {
  Arena arena;
  const std::string_view first = arena.keep("first");
  const std::string_view adopted = arena.adopt("a short string, within itself");
  const std::string_view small = arena.adopt("small");
  for (int i = 0; i < 10'000; ++i) arena.keep("some twenty characters");
  const Arena moved = std::move(arena);
  CHECK(first == "first");
  CHECK(adopted == "a short string, within itself");
  CHECK(small == "small");
  CHECK(moved.bytes() == 8 + 10'000 * 24);
}

TEST_CASE("arena: an empty text takes no room") {
  Arena arena;
  CHECK(arena.keep("").empty());
  CHECK(arena.bytes() == 0);
}

TEST_CASE("arena: a text longer than any chunk has one of its own") {
  Arena arena;
  const std::string large(3'000'000, 'x');
  const std::string_view before = arena.keep("before");
  const std::string_view kept = arena.keep(large);
  const std::string_view after = arena.keep("after");
  CHECK(kept == large);
  CHECK(before == "before");
  CHECK(after == "after");
}

TEST_CASE("arena: what is made in it is aligned and has its defaults") {
  struct Thing {
    double number = 0.5;
    const char* text = nullptr;
  };
  Arena arena;
  arena.keep("x");
  const auto* thing = arena.make<Thing>();
  CHECK(reinterpret_cast<uintptr_t>(thing) % alignof(Thing) == 0);
  CHECK(thing->number == 0.5);
  CHECK(thing->text == nullptr);
}

TEST_CASE("list: items keep their order while it grows; a copy is the same items") {
  Arena arena;
  List<uint32_t> list;
  CHECK(list.empty());
  for (uint32_t i = 0; i < 1000; ++i) list.push(arena, i);
  REQUIRE(list.size() == 1000);
  CHECK(list.front() == 0);
  CHECK(list[500] == 500);
  CHECK(list.back() == 999);
  uint32_t sum = 0;
  for (const uint32_t one : list) sum += one;
  CHECK(sum == 999 * 1000 / 2);
  const List<uint32_t> copy = list;
  CHECK(copy == list);
  list.shorten(2);
  CHECK(list.size() == 2);
  CHECK_FALSE(copy == list);
}

TEST_CASE("list: an item of its own may be pushed to it") {
  Arena arena;
  List<uint64_t> list;
  list.push(arena, 7);
  for (int i = 0; i < 100; ++i) list.push(arena, list[0]);
  for (const uint64_t one : list) CHECK(one == 7);
}

TEST_CASE("list: two are equal when their items are") {
  Arena arena;
  List<std::string_view> one;
  List<std::string_view> other;
  CHECK(one == other);
  one.push(arena, "a");
  CHECK_FALSE(one == other);
  other.push(arena, arena.keep("a"));
  CHECK(one == other);
  other[0] = "b";
  CHECK_FALSE(one == other);
}
