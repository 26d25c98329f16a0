// An OPML document to the feeds it lists (http://opml.org/spec2.opml, and 1.0 and 1.1 before it).
#include "planetarium/opml.hpp"

#include <algorithm>
#include <deque>
#include <map>

#include "dates/dates.hpp"
#include "text/ascii.hpp"
#include "text/html_text.hpp"
#include "text/language.hpp"
#include "text/uri.hpp"
#include "text/utf8.hpp"
#include "xml/document.hpp"

namespace planetarium {

namespace {

constexpr size_t most_tags = 16;
constexpr size_t longest_tag = 200;
constexpr size_t most_problems = 10;

// How a web address of type "link" is told from a feed: lists of Radio UserLand's time have both.
constexpr std::string_view feed_suffixes[] = {".rss", ".rdf", ".xml", ".atom"};

std::string_view path_of(std::string_view url) { return url.substr(0, url.find_first_of("?#")); }

bool ends_ignoring_case(std::string_view text, std::string_view end) {
  return text.size() >= end.size() &&
         same_ignoring_case(text.substr(text.size() - end.size()), end);
}

// "feed://host/path" and "feed:https://host/path" are what some readers export.
std::string_view without_feed_scheme(Arena& arena, std::string_view url) {
  if (!starts_ignoring_case(url, "feed:")) return url;
  url.remove_prefix(5);
  return url.starts_with("//") ? arena.keep("http:" + std::string(url)) : url;
}

bool is_web(std::string_view url) {
  const std::string_view scheme = scheme_of(url);
  return same_ignoring_case(scheme, "http") || same_ignoring_case(scheme, "https");
}

class Reader {
 public:
  explicit Reader(Subscriptions& list) : list_(list), arena_(list.arena) {}

  // A stack of its own: how deep folders lie is the list's to choose.
  void read(const Element& opml) {
    enter(opml, nullptr);
    while (!levels_.empty()) {
      Level& level = levels_.back();
      if (!(level.at != level.end)) {
        levels_.pop_back();
        continue;
      }
      const Element element = *level.at;
      ++level.at;
      take(element, level.folder);
    }
  }

 private:
  using Tags = List<std::string_view>;

  struct Folder {
    std::string_view name{};
    const Folder* outer = nullptr;
  };

  struct Level {
    Level(const Element& parent, const Folder* inside)
        : children(parent.children()), at(children.begin()), end(children.end()), folder(inside) {}
    Level(const Level&) = delete;  // `at` points into `children`
    Level& operator=(const Level&) = delete;

    Element::Children children;
    Element::Children::Iterator at, end;
    const Folder* folder;
  };

  void enter(const Element& parent, const Folder* folder) {
    if (parent.has_children()) levels_.emplace_back(parent, folder);
  }

  // A head or body that is not where it belongs is a container like any other.
  void take(const Element& element, const Folder* folder) {
    switch (element.key()) {
      case key("outline"):
        return outline(element, folder);
      case key("title"):
        return fill(list_.title, name(element.text()));
      case key("ownerName"):
        return fill(list_.owner.name, name(element.text()));
      case key("ownerEmail"):
        return fill(list_.owner.email, element.text());
      case key("ownerId"):
        return fill(list_.owner.uri, web_address(element, element.text()));
      case key("dateCreated"):
        list_.created = parse_date(element.text());
        return;
      case key("dateModified"):
        list_.modified = parse_date(element.text());
        return;
      default:
        return enter(element, folder);
    }
  }

  static void fill(std::string_view& field, std::string_view value) {
    if (field.empty()) field = value;
  }

  void outline(const Element& element, const Folder* folder) {
    // What lies in an outline that is commented out is commented out with it.
    if (same_ignoring_case(element.attribute("isComment"), "true")) return;
    const std::string_view type = element.attribute("type");
    const std::string_view url = element.attribute("url");
    std::string_view feed = element.attribute("xmlUrl");
    if (feed.empty() && is_feed(type, url)) feed = url;
    if (!feed.empty()) {
      listed(list_.feeds, element, feed, folder);
      return enter(element, folder);
    }
    if (is_list(type, url)) {
      listed(list_.lists, element, url, folder);
      return enter(element, folder);
    }
    if (!element.has_children()) return;
    auto* own = arena_.make<Folder>();
    *own = {.name = label(element), .outer = folder};
    enter(element, own);
  }

  static bool is_feed(std::string_view type, std::string_view url) {
    if (url.empty()) return false;
    for (const std::string_view word : {"rss", "atom", "feed", "rdf"}) {
      if (same_ignoring_case(type, word)) return true;
    }
    if (!same_ignoring_case(type, "link")) return false;
    for (const std::string_view suffix : feed_suffixes) {
      if (ends_ignoring_case(path_of(url), suffix)) return true;
    }
    return false;
  }

  // OPML 2.0, "inclusion": a link is one too where its address ends so.
  static bool is_list(std::string_view type, std::string_view url) {
    if (url.empty()) return false;
    return same_ignoring_case(type, "include") ||
           (same_ignoring_case(type, "link") && ends_ignoring_case(path_of(url), ".opml"));
  }

  void listed(std::vector<Listed>& all, const Element& element, std::string_view written,
              const Folder* folder) {
    const std::string_view url = web_address(element, written);
    if (url.empty()) return note(Reason::bad_address, written);
    const auto [place, is_new] = places_.try_emplace(url, Place{&all, all.size()});
    if (is_new) {
      if (all.size() == most_subscriptions) {
        note(Reason::too_large, "more than " + std::to_string(most_subscriptions) + " feeds");
        places_.erase(place);
        return;
      }
      all.push_back({.url = url});
    }
    Listed& one = (*place->second.list)[place->second.index];
    fill(one.name, label(element));
    fill(one.link, web_address(element, element.attribute("htmlUrl")));
    fill(one.description, name(element.attribute("description")));
    fill(one.language, language(element.attribute("language")));
    fill(one.version, element.attribute("version"));
    folders(one.tags, folder);
    categories(one.tags, element.attribute("category"));
  }

  /// Absolute; empty where it is none that a reader could follow.
  std::string_view web_address(const Element& element, std::string_view written) {
    if (written.empty()) return {};
    const std::string_view url = element.resolved(without_feed_scheme(arena_, written));
    return is_web(url) ? url : std::string_view{};
  }

  /// `text` is what the list's owner calls it, `title` what the feed calls itself.
  std::string_view label(const Element& element) {
    const std::string_view text = name(element.attribute("text"));
    return text.empty() ? name(element.attribute("title")) : text;
  }

  // OPML 2.0: "The text attribute may contain encoded HTML markup."
  std::string_view name(std::string_view written) {
    return looks_like_html(written) ? arena_.keep(plain_text(written))
                                    : arena_.keep(squeezed(written));
  }

  // Exporters that do not know write "unknown".
  std::string_view language(std::string_view written) {
    return same_ignoring_case(written, "unknown") ? std::string_view{}
                                                  : language_tag(arena_, written);
  }

  // "/Harvard/Berkman,/Politics": paths and plain tags.
  void categories(Tags& tags, std::string_view written) {
    while (!written.empty() && tags.size() < most_tags) {
      const size_t end = std::min(written.find_first_of(",/"), written.size());
      tag(tags, trim(written.substr(0, end)));
      written.remove_prefix(std::min(end + 1, written.size()));
    }
  }

  void tag(Tags& tags, std::string_view word) {
    if (word.empty() || word.size() > longest_tag || tags.size() >= most_tags) return;
    for (const std::string_view other : tags) {
      if (same_ignoring_case(other, word)) return;
    }
    tags.push(arena_, word);
  }

  // Outermost first; of more than there is room for the inner ones.
  void folders(Tags& tags, const Folder* folder) {
    std::string_view names[most_tags];
    size_t count = 0;
    for (; folder != nullptr && count < most_tags; folder = folder->outer)
      names[count++] = folder->name;
    while (count > 0) tag(tags, names[--count]);
  }

  void note(Reason reason, std::string_view detail) {
    if (list_.problems.size() == most_problems) return;
    Problem problem{.reason = reason, .detail = shortened(detail, 200)};
    const auto& all = list_.problems;
    if (std::find(all.begin(), all.end(), problem) == all.end()) list_.problems.push_back(problem);
  }

  struct Place {
    std::vector<Listed>* list;
    size_t index;
  };

  Subscriptions& list_;
  Arena& arena_;
  std::deque<Level> levels_{};
  std::map<std::string_view, Place> places_{};  // a tree: whoever wrote the list chose its keys
};

}  // namespace

Result<Subscriptions> read_opml(std::string_view text, const Source& source) {
  Subscriptions list;
  const Document document(text, list.arena.keep(source.url), list.arena);
  const auto opml = document.first("opml");
  if (!opml) return Error{.reason = Reason::not_a_list, .detail = "there is no <opml> in it"};
  Reader(list).read(*opml);
  if (document.problem().reason != Reason::none)
    list.problems.insert(list.problems.begin(), document.problem());
  return list;
}

}  // namespace planetarium
