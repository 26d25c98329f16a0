// Which entries are one, whose copy is shown, and in what order: whatever order they came in.
#include <algorithm>
#include <chrono>
#include <unordered_map>

#include "support/builders.hpp"
#include "support/hashes.hpp"
#include "support/made.hpp"
#include "text/by_hash.hpp"
#include "text/hash.hpp"

using namespace planetarium;
using namespace planetarium::test;

namespace {

using Ids = std::vector<std::string>;

Entry copy_of(Entry original, std::string_view id, std::string_view link) {
  original.id = kept(id);
  original.link = kept(link);
  return original;
}

// Every entry that is shown as "FEED ID", with the copies it stands for behind "+".
Ids clusters(Planet& planet) {
  Ids out;
  const auto name = [&](EntryRef ref) {
    return planet.feeds()[ref.feed].subscription.nick + " " +
           std::string(planet.held(ref).entry.id);
  };
  for (const Merged& merged : view_of(planet).entries) {
    out.push_back(name(merged.winner));
    for (const EntryRef copy : planet.also(merged)) out.back() += " + " + name(copy);
  }
  return out;
}

Planet planet_ab(std::vector<Entry> ada, std::vector<Entry> ben, bool keep = false) {
  Config config = config_of({"ada", "ben"});
  config.keep_duplicates = keep;
  return planet_of(config, feeds(feed_of("ada", std::move(ada)), feed_of("ben", std::move(ben))));
}

// How long it takes to add and to merge entries whose ids have the hashes `hash(1)`, `hash(2)`, …
double seconds_for(size_t count, auto hash) {
  std::vector<Entry> entries;
  for (uint64_t i = 1; entries.size() < count; ++i) {
    const std::string id = text_with_hash(hash(i), i);
    REQUIRE(hash_of(id) == hash(i));
    if (id.find(':') != id.npos) continue;  // a URI: made canonical, it has another hash
    entries.push_back({.id = kept(id)});
  }
  const auto begin = std::chrono::steady_clock::now();
  Planet planet = planet_of(std::move(entries));
  CHECK(planet.merged(Order::published, 0).size() == count);
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

}  // namespace

TEST_CASE("merge: the same id in two feeds is one entry") {
  const Entry a = entry("a", "2008-06-01");
  Planet planet =
      planet_ab({a}, {copy_of(entry("other"), "urn:a", "https://ben.example/elsewhere")});
  CHECK(clusters(planet) == Ids{"ben urn:a + ada urn:a"});
  // an address as id, written in two ways
  Planet written =
      planet_ab({copy_of(entry("x"), "http://www.posts.example/1/", "https://p.example/1")},
                {copy_of(entry("y"), "https://posts.example/1", "https://p.example/2")});
  CHECK(clusters(written).size() == 1);
}

TEST_CASE("merge: the same canonical link is one entry, a link to the weblog is none") {
  Planet planet =
      planet_ab({copy_of(entry("a"), "urn:1", "http://www.posts.example/a/?utm_source=x")},
                {copy_of(entry("b"), "urn:2", "https://posts.example/a#top")});
  CHECK(clusters(planet) == Ids{"ada urn:1 + ben urn:2"});
  Planet home = planet_ab({copy_of(entry("a"), "urn:1", "https://ada.example/"),
                           copy_of(entry("b"), "urn:2", "https://ada.example")},
                          {});
  CHECK(clusters(home).size() == 2);
}

TEST_CASE("merge: the same title and content is one entry") {
  Entry a = entry("a");
  Entry b = copy_of(a, "urn:b", "https://ben.example/b");
  b.title = html(" title  OF\na ");
  b.content = list_of({html("<div>Content <b>of</b>\n a</div>")});  // other markup, the same text
  Planet same = planet_ab({a}, {b});
  CHECK(clusters(same).size() == 1);
  b.content = list_of({html("<p>Something else</p>")});
  Planet different = planet_ab({a}, {b});
  CHECK(clusters(different).size() == 2);
  b.content = {};
  a.content = {};
  Planet empty = planet_ab({a}, {b});  // two releases named "1.0" that say no more
  CHECK(clusters(empty).size() == 2);
}

TEST_CASE("merge: a bare number is an id within its feed alone") {
  Planet planet = planet_ab({copy_of(entry("a"), "17", "https://ada.example/a")},
                            {copy_of(entry("b"), "17", "https://ben.example/b")});
  CHECK(clusters(planet) == Ids{"ada 17", "ben 17"});
  const auto note = [](std::string_view weblog) {
    Entry untitled = copy_of(entry(std::string(weblog)), "17", {});
    untitled.title = {};
    return untitled;
  };
  Planet notes = planet_ab({note("ada")}, {note("ben")});  // no title agrees with no title
  CHECK(clusters(notes) == Ids{"ada 17", "ben 17"});
}

TEST_CASE("merge: however many posts share a title, those that share the text too are one") {
  const auto untitled = [](const std::string& feed) {
    std::vector<Entry> entries;
    for (int i = 0; i < 100; ++i) {
      Entry one = copy_of(entry(std::to_string(i)), "urn:" + feed + std::to_string(i), {});
      one.title = plain("Untitled");
      entries.push_back(one);
    }
    return entries;
  };
  Planet planet = planet_ab(untitled("a"), untitled("b"));
  CHECK(view_of(planet).total == 100);
}

TEST_CASE("merge: without an id the link is the identity, without a link the text") {
  const Entry by_link = copy_of(entry("a"), "", "https://ada.example/a");
  Entry changed = by_link;
  changed.content = list_of({html("changed")});
  Planet links = planet_of({by_link});
  CHECK(links.add(0, feed_of("ada", {changed}), 1).updated == 1);
  const Entry by_text = copy_of(entry("a"), "", "");
  Planet texts = planet_of({by_text, copy_of(entry("b"), "", "")});
  CHECK(view_of(texts).total == 2);
  const Added again = texts.add(0, feed_of("ada", {by_text}), 1);
  CHECK(again.added == 0);
  CHECK(again.updated == 0);
}

TEST_CASE("merge: what is one by one mark and one by another is all one") {
  Planet planet =
      planet_of(config_of({"ada", "ben", "cy"}),
                feeds(feed_of("ada", {copy_of(entry("a"), "urn:1", "https://p.example/1")}),
                      feed_of("ben", {copy_of(entry("b"), "urn:1", "https://p.example/2")}),
                      feed_of("cy", {copy_of(entry("c"), "urn:3", "https://p.example/2")})));
  CHECK(clusters(planet) == Ids{"ada urn:1 + ben urn:1 + cy urn:3"});
}

TEST_CASE("merge: the feed whose site is the link's host wins, then the earlier subscription") {
  const Entry at_ben = copy_of(entry("a", "2008-06-01"), "urn:a", "https://www.ben.example/a");
  Planet home = planet_ab({at_ben}, {at_ben});
  CHECK(clusters(home) == Ids{"ben urn:a + ada urn:a"});
  const Entry elsewhere = copy_of(entry("a", "2008-06-01"), "urn:a", "https://p.example/a");
  Planet nobody = planet_ab({elsewhere}, {elsewhere});
  CHECK(clusters(nobody) == Ids{"ada urn:a + ben urn:a"});
}

TEST_CASE("merge: within a feed the newer copy wins") {
  const Entry older = copy_of(entry("a", "2008-06-01"), "urn:1", "https://p.example/1");
  const Entry newer = copy_of(entry("a", "2008-06-02"), "urn:2", "https://p.example/1");
  Planet planet = planet_of({older, newer});
  CHECK(clusters(planet) == Ids{"ada urn:2 + ada urn:1"});
}

TEST_CASE("merge: copies have one order, however the rules cross") {
  // By date ada's second copy would beat her first, by subscription her first beats ben's, by site
  // ben's beats her second: a circle, if each pair had a rule of its own.
  const Entry one = copy_of(entry("a", "2008-06-01"), "urn:1", "https://ada.example/1");
  const Entry two = copy_of(entry("a", "2008-06-02"), "urn:2", "https://p.example/2");
  const Entry three = copy_of(entry("a", "2008-06-01"), "urn:3", "https://ben.example/3");
  for (const auto& ada : {std::vector<Entry>{one, two}, std::vector<Entry>{two, one}}) {
    Planet planet = planet_ab(ada, {three});
    CHECK(clusters(planet) == Ids{"ada urn:1 + ben urn:3 + ada urn:2"});
  }
}

TEST_CASE("merge: kept duplicates all show") {
  const Entry a = entry("a", "2008-06-01");
  Planet planet = planet_ab({a}, {a}, true);
  CHECK(clusters(planet) == Ids{"ada urn:a", "ben urn:a"});
}

TEST_CASE("merge: newest first, then feed, then id; ascending is the same turned round") {
  Planet planet =
      planet_ab({entry("c", "2008-06-01"), entry("b", "2008-06-01"), entry("z", "2008-06-02")},
                {entry("a", "2008-06-01"), entry("y", "2008-06-02T02:00:00+02:00")});
  const Ids order{"urn:z", "urn:y", "urn:b", "urn:c", "urn:a"};
  CHECK(shown(planet) == order);
  CHECK(shown(planet, {.ascending = true}) == Ids(order.rbegin(), order.rend()));
}

TEST_CASE("merge: entries without date and id stand as their document has them") {
  std::vector<Entry> entries;
  for (const char* name : {"q", "a", "m", "b"}) {
    entries.push_back(copy_of(entry(name), "", std::string("https://ada.example/") + name));
  }
  Planet planet = planet_of(entries);
  std::vector<std::string> links;
  for (const Merged& merged : view_of(planet).entries) {
    links.emplace_back(planet.held(merged.winner).entry.link.substr(20));
  }
  CHECK(links == Ids{"q", "a", "m", "b"});
}

TEST_CASE("merge: the result is the same for every order in which the feeds arrive") {
  constexpr uint32_t count = 8;
  Config config;
  std::vector<Feed> parsed;
  Random random(7);
  for (uint32_t i = 0; i < count; ++i) {
    const std::string nick(1, static_cast<char>('a' + i));
    config.feeds.push_back({.nick = nick, .url = "https://" + nick + ".example/feed"});
    std::vector<Entry> entries;
    for (int n = 0; n < 40; ++n) {
      // Few enough values that every kind of duplicate happens, within count and across them.
      Entry made = entry(std::to_string(random.below(300)));
      if (random.below(4) == 0) made.id = kept(std::to_string(random.below(30)));
      if (random.below(4) == 0) made.id = {};
      made.link =
          kept("https://" + std::string(1, static_cast<char>('a' + random.below(count + 2))) +
               ".example/" + std::to_string(random.below(100)));
      if (random.below(4) == 0) made.link = {};
      if (random.below(3) > 0)
        made.published = Timestamp{.seconds = 1'200'000'000 + 3600 * random.below(50)};
      if (random.below(3) == 0)
        made.updated = Timestamp{.seconds = 1'200'000'000 + 3600 * random.below(50)};
      if (random.below(3) == 0)
        made.categories = list_of<Category>({{.term = random.below(2) ? "Sea" : "sea"}});
      entries.push_back(std::move(made));
    }
    parsed.push_back(feed_of(nick, std::move(entries)));
  }
  const auto everything = [](Planet& planet) {
    Ids all = clusters(planet);
    const View view = view_of(planet);
    for (const CloudTag& tag : view.cloud) {
      all.push_back(std::string(planet.tag_label(tag.tag)) + std::to_string(tag.count));
    }
    for (size_t i = 0; i < view.entries.size(); ++i) {
      all.push_back(view.local[i] + std::string(planet.held(view.entries[i].winner).entry.link));
    }
    return all;
  };
  config.page_size = 1000;
  std::vector<uint32_t> order;
  for (uint32_t i = 0; i < count; ++i) order.push_back(i);
  Ids first;
  for (int round = 0; round < 200; ++round) {
    Planet planet(config);
    for (const uint32_t i : order) {
      planet.add(i, test::copy_of(parsed[i]), seconds("2009-01-01"));
      if (round % 5 == 0) view_of(planet);  // looking at it half-way changes nothing
    }
    const Ids result = everything(planet);
    if (round == 0) first = result;
    REQUIRE(result == first);
    for (uint32_t i = count - 1; i > 0; --i) std::swap(order[i], order[random.below(i + 1)]);
  }
  CHECK(first.size() > 100);
}

TEST_CASE("merge: the result is the same for every order in which a feed's documents arrive") {
  // Windows of the same posts, which overlap: as visitors see them who come at different times.
  Random random(11);
  std::vector<Entry> posts;
  for (int i = 0; i < 60; ++i) {
    Entry made = entry(std::to_string(i), "2008-06-0" + std::to_string(1 + i % 3));
    if (i % 2 == 0) made.id = {};
    if (i % 5 == 0) made.id = kept(std::to_string(i / 10));
    if (i % 7 == 0) made.title = plain("Untitled");
    if (i % 14 == 0) made.content = list_of({html("the same")});
    posts.push_back(std::move(made));
  }
  Config config = config_of({"ada"});
  config.page_size = 1000;
  Ids first;
  for (int round = 0; round < 200; ++round) {
    std::vector<size_t> windows = {0, 10, 20, 30, 40};
    for (size_t i = 4; i > 0; --i)
      std::swap(windows[i], windows[random.below(static_cast<uint32_t>(i + 1))]);
    Planet planet(config);
    for (const size_t begin : windows) {
      const auto from = posts.begin() + static_cast<ptrdiff_t>(begin);
      std::vector<Entry> window(from, from + 20);
      if (random.below(2)) std::reverse(window.begin(), window.end());
      planet.add(0, feed_of("ada", std::move(window)), seconds("2009-01-01"));
    }
    Ids result = clusters(planet);
    for (const Merged& one : view_of(planet).entries)
      result.emplace_back(planet.held(one.winner).entry.link);
    if (round == 0) first = result;
    REQUIRE(result == first);
  }
  CHECK(first.size() > 100);
}

TEST_CASE("merge: thousands of entries that are alike in one thing take linear time") {
  const auto planet_with = [](auto change) {
    std::vector<Entry> entries;
    for (int i = 0; i < 3'000; ++i) {
      entries.push_back(entry(std::to_string(i)));
      change(entries.back());
    }
    return planet_ab(entries, entries);
  };
  Planet links = planet_with([](Entry& one) { one.link = "https://p.example/same"; });
  CHECK(view_of(links).total == 1);
  Planet titles = planet_with([](Entry& one) { one.title = plain("Untitled"); });
  CHECK(view_of(titles).total == 3'000);
  Planet texts = planet_with([](Entry& one) {
    one.title = plain("Untitled");
    one.content = list_of({html("the same")});
  });
  CHECK(view_of(texts).total == 1);
}

TEST_CASE("merge: ids that were chosen to crowd a table take no longer than others") {
  constexpr size_t count = sanitized ? 10'000 : 100'000;
  std::unordered_map<uint64_t, int> table;
  for (uint64_t i = 0; i < count; ++i) table[i] = 0;
  const uint64_t buckets = table.bucket_count();
  const double ordinary = seconds_for(count, [](uint64_t i) { return hash_of("post", i); });
  // one place of a table whose size is a power of two, one of a table of the library's size
  CHECK(seconds_for(count, [](uint64_t i) { return i << 32 | i; }) < 4 * ordinary);
  CHECK(seconds_for(count, [&](uint64_t i) { return i * buckets; }) < 4 * ordinary);
}

TEST_CASE("merge: hashes are sorted whole, and equal ones keep their order") {
  Random random(3);
  std::vector<Hashed> all;
  for (uint32_t i = 0; i < 5'000; ++i) {
    const uint64_t hash = uint64_t{random.below(8)} << random.below(62);
    all.push_back({i % 2 ? hash : hash_of("x", i), i});
  }
  std::vector<Hashed> sorted = all;
  sort_by_hash(sorted);
  std::stable_sort(all.begin(), all.end(),
                   [](const Hashed& a, const Hashed& b) { return a.hash < b.hash; });
  bool same = sorted.size() == all.size();
  for (size_t i = 0; same && i < all.size(); ++i)
    same = sorted[i].hash == all[i].hash && sorted[i].index == all[i].index;
  CHECK(same);
}
