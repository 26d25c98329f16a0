#include "abi/lines.hpp"
#include "abi/requests.hpp"
#include "emit/output.hpp"

namespace planetarium {

namespace {

std::string address(Lines& lines, std::string_view key) {
  std::string url = lines.text(key);
  if (!url.empty() && !is_iri(url)) lines.fail(key, "is \"" + url + "\", not an absolute address");
  return url;
}

std::string language(Lines& lines) {
  std::string tag = lines.text("language");
  if (!tag.empty() && !is_language(tag))
    lines.fail("language", "is \"" + tag + "\", no tag of a language");
  return tag;
}

// As in a config: "feed" begins one, the "feed.KEY" lines behind it are its own. What has no
// address is no feed.
std::vector<OutputFeed> read_feeds(const Lines& lines) {
  std::vector<OutputFeed> feeds;
  for (const auto& [key, value] : lines.all()) {
    if (key == "feed") feeds.emplace_back();
    if (feeds.empty()) continue;
    if (key == "feed.url") feeds.back().url = value;
    if (key == "feed.name") feeds.back().name = value;
    if (key == "feed.link") feeds.back().link = value;
    if (key == "feed.face") feeds.back().face = value;
  }
  std::erase_if(feeds, [](const OutputFeed& feed) { return feed.url.empty(); });
  return feeds;
}

}  // namespace

Result<OutputAbout> read_output(std::string_view text) {
  Lines lines(text, Reason::bad_query);
  OutputAbout about{.title = lines.text("title"),
                    .subtitle = lines.text("subtitle"),
                    .link = address(lines, "link"),
                    .self = address(lines, "self"),
                    .first = address(lines, "first"),
                    .previous = address(lines, "previous"),
                    .next = address(lines, "next"),
                    .last = address(lines, "last"),
                    .id = address(lines, "id"),
                    .language = language(lines),
                    .rights = lines.text("rights"),
                    .icon = address(lines, "icon"),
                    .logo = address(lines, "logo"),
                    .generator = lines.text("generator"),
                    .owner_name = lines.text("owner.name"),
                    .owner_email = lines.text("owner.email"),
                    .feeds = read_feeds(lines)};
  constexpr std::string_view formats[] = {"atom", "rss", "rss10", "json", "opml", "foaf"};
  const auto format = lines.word("format", formats);
  if (!format) lines.fail("format", "is missing");
  about.format = static_cast<OutputFormat>(format.value_or(0));
  if (about.link.empty()) lines.fail("link", "is missing");
  if (!lines.text("updated").empty()) about.updated = lines.seconds("updated");
  constexpr std::string_view titles[] = {"plain", "name"};
  if (const auto wanted = lines.word("titles", titles)) about.names_in_titles = *wanted == 1;
  return lines.answer(std::move(about));
}

}  // namespace planetarium
