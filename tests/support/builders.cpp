#include "support/builders.hpp"

#include "dates/dates.hpp"

namespace planetarium::test {

Timestamp at(std::string_view written) {
  const auto date = parse_rfc3339(written);
  REQUIRE_MESSAGE(date.has_value(), "not a date: " << std::string(written));
  return *date;
}

int64_t seconds(std::string_view written) { return at(written).seconds; }

Arena& test_arena() {
  static Arena arena;
  return arena;
}

std::string_view kept(std::string_view text) { return test_arena().keep(text); }

Text plain(std::string_view value) { return {.type = "text", .value = {.raw = kept(value)}}; }
Text html(std::string_view value) { return {.type = "html", .value = {.raw = kept(value)}}; }

Entry entry(const std::string& id, std::string_view published) {
  Entry made{.title = plain("Title of " + id), .link = kept("https://posts.example/" + id)};
  made.content.push(test_arena(), html("<p>Content of " + id + "</p>"));
  made.id = kept("urn:" + id);
  if (!published.empty()) made.published = at(published);
  return made;
}

Feed feed_of(const std::string& nick, std::vector<Entry> entries) {
  Feed feed;
  feed.format = "rss";
  feed.version = "rss20";
  feed.title = plain("Weblog of " + nick);
  feed.link = kept("https://" + nick + ".example/");
  feed.entries = std::move(entries);
  return feed;
}

Feed copy_of(const Feed& feed) {
  Feed copy;
  static_cast<Metadata&>(copy) = feed;
  copy.format = feed.format;
  copy.version = feed.version;
  copy.entries = feed.entries;
  copy.problems = feed.problems;
  return copy;
}

Config config_of(const std::vector<std::string>& nicks) {
  Config config;
  for (const std::string& nick : nicks) {
    config.feeds.push_back({.nick = nick, .url = "https://" + nick + ".example/feed"});
  }
  return config;
}

Planet planet_of(const Config& config, std::vector<Feed> feeds, std::string_view received) {
  Planet planet(config);
  for (uint32_t i = 0; i < feeds.size(); ++i) {
    planet.add(i, std::move(feeds[i]), seconds(received));
  }
  return planet;
}

Planet planet_of(std::vector<Entry> entries) {
  return planet_of(config_of({"ada"}), feeds(feed_of("ada", std::move(entries))));
}

View view_of(Planet& planet, Query query) {
  if (query.now == 0) query.now = seconds("2010-01-01T00:00:00Z");
  auto view = run_query(planet, query);
  REQUIRE_MESSAGE(static_cast<bool>(view), view.error().detail);
  return std::move(*view);
}

std::vector<std::string> shown(Planet& planet, Query query) {
  std::vector<std::string> ids;
  for (const Merged& merged : view_of(planet, std::move(query)).entries) {
    ids.emplace_back(planet.held(merged.winner).entry.id);
  }
  return ids;
}

}  // namespace planetarium::test
