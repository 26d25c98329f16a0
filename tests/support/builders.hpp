// Small makers for tests: dates, texts, entries, feeds and planets, without a document around them.
#pragma once

#include <doctest/doctest.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "planetarium/planet.hpp"
#include "planetarium/query.hpp"

namespace planetarium::test {

/// "2008-06-21T23:30:00-06:00", with the offset it is written with.
Timestamp at(std::string_view written);
/// The same in UTC seconds.
int64_t seconds(std::string_view written);

/// What entries of tests view; it outlives them all.
Arena& test_arena();
std::string_view kept(std::string_view text);

/// A list of these.
template <typename T>
List<T> list_of(std::initializer_list<T> all) {
  List<T> list;
  for (const T& one : all) list.push(test_arena(), one);
  return list;
}

/// Another feed that says the same; what it views is the first one's.
Feed copy_of(const Feed& feed);

Text plain(std::string_view value);
Text html(std::string_view value);

/// An entry with a tag: id, a title and content of its own, a link and a date made of the id.
Entry entry(const std::string& id, std::string_view published = {});

/// An RSS 2.0 feed at https://NICK.example/ with these entries.
Feed feed_of(const std::string& nick, std::vector<Entry> entries);

/// Subscriptions to https://NICK.example/feed.
Config config_of(const std::vector<std::string>& nicks);

/// A list of feeds, which cannot be copied.
template <typename... Feeds>
std::vector<Feed> feeds(Feeds... all) {
  std::vector<Feed> list;
  (list.push_back(std::move(all)), ...);
  return list;
}

/// A planet of these feeds, all received at `received`.
Planet planet_of(const Config& config, std::vector<Feed> feeds,
                 std::string_view received = "2008-07-01T00:00:00Z");
Planet planet_of(std::vector<Entry> entries);

/// The ids of what a query shows, in order; `now` is 2010 unless the query says otherwise.
std::vector<std::string> shown(Planet& planet, Query query = {});
/// The whole view, which must not be an error.
View view_of(Planet& planet, Query query = {});

}  // namespace planetarium::test

namespace doctest {
template <typename T>
struct StringMaker<std::vector<T>> {
  static String convert(const std::vector<T>& all) {
    String out = "[";
    for (size_t i = 0; i < all.size(); ++i) out += (i ? ", " : "") + toString(all[i]);
    return out + "]";
  }
};
template <>
struct StringMaker<std::string_view> {
  static String convert(std::string_view text) {
    return String(text.data(), unsigned(text.size()));
  }
};
}  // namespace doctest
