#include "parse/html_links.hpp"

#include <algorithm>

#include "parse/html_tags.hpp"
#include "text/ascii.hpp"
#include "text/uri.hpp"
#include "text/utf8.hpp"

namespace planetarium {

namespace {

constexpr size_t most_links = 10;
constexpr size_t longest_url = 2048;
constexpr size_t longest_title = 200;
constexpr size_t most_bytes = 256 * 1024;  // heads are shorter

constexpr std::string_view feed_types[] = {
    "application/rss+xml",
    "application/atom+xml",
    "application/rdf+xml",
    "application/feed+json",
    "application/json",
    "application/xml",
    "text/xml",
};

bool is_web(std::string_view url) {
  const std::string_view scheme = scheme_of(url);
  return same_ignoring_case(scheme, "http") || same_ignoring_case(scheme, "https");
}

std::string type_of(const HtmlTags& link) {
  const std::string written = link.attribute("type");
  return lowered(trim(std::string_view(written).substr(0, written.find(';'))));
}

bool is_alternate(std::string_view rel) {
  while (!rel.empty()) {
    size_t end = 0;
    while (end < rel.size() && !is_space(rel[end])) ++end;
    if (same_ignoring_case(rel.substr(0, end), "alternate")) return true;
    rel.remove_prefix(std::min(end + 1, rel.size()));
  }
  return false;
}

bool is_feed_link(const HtmlTags& link, std::string_view type, std::string_view url) {
  const std::string_view path = url.substr(0, url.find_first_of("?#"));
  // WordPress names its API beside its feeds, with the type that JSON Feed 1.0 asked for.
  return is_web(url) && url.size() <= longest_url && path.find("/wp-json/") == path.npos &&
         std::find(std::begin(feed_types), std::end(feed_types), type) != std::end(feed_types) &&
         is_alternate(link.attribute("rel"));
}

}  // namespace

std::vector<Alternate> feed_links(std::string_view html, std::string_view url) {
  std::vector<Alternate> found;
  std::string base(url);
  bool base_seen = false;
  HtmlTags tags(beginning(html, most_bytes));
  while (found.size() < most_links && tags.next()) {
    const bool is_base = same_ignoring_case(tags.name(), "base");
    if (!is_base && !same_ignoring_case(tags.name(), "link")) continue;
    const std::string href = tags.attribute("href");
    if (href.empty()) continue;
    std::string target = resolve_uri(base, href);
    if (is_base) {
      // https://html.spec.whatwg.org/multipage/semantics.html#the-base-element: the first counts.
      if (!base_seen && is_web(target) && target.size() <= longest_url) base = std::move(target);
      base_seen = true;
      continue;
    }
    std::string type = type_of(tags);
    if (!is_feed_link(tags, type, target)) continue;
    const bool known = std::any_of(found.begin(), found.end(),
                                   [&](const Alternate& other) { return other.url == target; });
    if (known) continue;
    found.push_back({.url = std::move(target),
                     .type = std::move(type),
                     .title = shortened(tags.attribute("title"), longest_title)});
  }
  return found;
}

}  // namespace planetarium
