#include "query/facets.hpp"

#include <algorithm>
#include <map>

#include "dates/dates.hpp"
#include "planet/texts.hpp"
#include "planetarium/parse.hpp"
#include "query/days.hpp"
#include "query/language.hpp"
#include "text/ascii.hpp"
#include "text/entities.hpp"
#include "text/html_text.hpp"
#include "text/order.hpp"
#include "text/uri.hpp"

namespace planetarium {

namespace {

constexpr size_t most_links = 200;  // of one entry: a list of links is no recommendation

struct Target {
  std::string url{}, title{};
  std::vector<uint32_t> feeds{};
  std::vector<uint64_t> entries{};
};

bool is_web(std::string_view url) {
  const std::string_view scheme = scheme_of(url);
  return same_ignoring_case(scheme, "http") || same_ignoring_case(scheme, "https");
}

// Each <a href> of a post with what stands inside it.
template <typename Take>
void for_each_link(std::string_view html, Take take) {
  size_t count = 0;
  for (size_t at = html.find('<'); at != html.npos && count < most_links;
       at = html.find('<', at + 1)) {
    std::string_view tag = html.substr(at);
    if (tag.size() < 3 || lower(tag[1]) != 'a' || !is_space(tag[2])) continue;
    const size_t end = tag.find('>');
    if (end == tag.npos) break;
    const std::string href = attribute_of(tag.substr(0, end + 1), "href");
    const std::string_view inside = tag.substr(end + 1, 400);
    if (!href.empty()) take(href, inside.substr(0, inside.find("</a")));
    at += end;  // what lies inside a tag is not looked at again
    ++count;
  }
}

}  // namespace

std::vector<DateCount> count_dates(const Planet& planet, const Shown& shown,
                                   const std::vector<ZoneChange>& zone, size_t letters) {
  std::map<std::string, size_t, std::greater<>> counts;
  for (const Merged* merged : shown)
    ++counts[local_time(planet.held(merged->winner).date, zone).substr(0, letters)];
  std::vector<DateCount> dates;
  for (const auto& [date, count] : counts) dates.push_back({date, count});
  return dates;
}

std::vector<LanguageCount> count_languages(const Planet& planet, const Shown& shown) {
  std::map<std::string, size_t> counts;
  for (const Merged* merged : shown) ++counts[language_of(planet.held(merged->winner))];
  std::vector<LanguageCount> languages;
  for (const auto& [language, count] : counts) languages.push_back({language, count});
  put_in_order(languages,
               [](const LanguageCount& a, const LanguageCount& b) { return a.count > b.count; });
  return languages;
}

std::vector<LinkedPage> most_linked(const Planet& planet, const Shown& shown, int64_t now, int days,
                                    size_t most) {
  std::map<std::string, Target> targets;
  for (const Merged* merged : shown) {
    if (merged->seconds < now - int64_t{days} * 86400 || merged->seconds > now) continue;
    const Held& held = planet.held(merged->winner);
    const Text& text = shown_text(held.entry);
    if (text.type == "text") continue;
    const std::string_view site = planet.feeds()[held.feed].feed.link;
    const auto is_own = [&](std::string_view url) {
      return same_ignoring_case(host_of(url), host_of(held.entry.link)) ||
             same_ignoring_case(host_of(url), host_of(site));
    };
    const std::string html = decode_body(text.value);
    for_each_link(html, [&](const std::string& href, std::string_view inside) {
      const std::string url = resolve_uri(text.base.empty() ? held.entry.link : text.base, href);
      if (!is_web(url) || is_own(url)) return;
      Target& target = targets[canonical_link(url)];
      if (target.url.empty()) target.url = url;
      if (target.title.empty()) target.title = plain_text(inside);
      if (std::find(target.feeds.begin(), target.feeds.end(), held.feed) == target.feeds.end())
        target.feeds.push_back(held.feed);
      if (target.entries.empty() || target.entries.back() != held.key)
        target.entries.push_back(held.key);
    });
  }
  std::vector<LinkedPage> pages;
  for (auto& [_, target] : targets) {
    if (target.feeds.size() < 2) continue;
    pages.push_back({.url = std::move(target.url),
                     .title = std::move(target.title),
                     .feeds = target.feeds.size(),
                     .entries = std::move(target.entries)});
  }
  put_in_order(pages, [](const LinkedPage& a, const LinkedPage& b) {
    if (a.feeds != b.feeds) return a.feeds > b.feeds;
    return a.entries.size() != b.entries.size() ? a.entries.size() > b.entries.size()
                                                : a.url < b.url;
  });
  if (pages.size() > most) pages.resize(most);
  return pages;
}

}  // namespace planetarium
