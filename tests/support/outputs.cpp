#include "support/outputs.hpp"

#include <algorithm>

#include "dates/dates.hpp"
#include "emit/markup.hpp"
#include "emit/output.hpp"
#include "emit/rss_parts.hpp"
#include "emit/view_feed.hpp"
#include "planetarium/feed_table.hpp"
#include "planetarium/parse.hpp"
#include "support/builders.hpp"
#include "text/ascii.hpp"
#include "text/utf8.hpp"

namespace planetarium::test {

namespace {

std::string text_of(const Text& text) { return decode_body(text.value); }

class Sayer {
 public:
  explicit Sayer(OutputFormat format) : format_(format) {}

  std::string said(const Entry& entry) {
    const bool rss = format_ == OutputFormat::rss || format_ == OutputFormat::rss10;
    const bool atom = format_ == OutputFormat::atom;
    const bool json = format_ == OutputFormat::json;
    if (format_ != OutputFormat::rss10) line("id", id_of(entry));
    if (atom) {
      typed("title", entry.title);
    } else {
      title(entry);
    }
    if (format_ != OutputFormat::rss10) line("link", iri_of(entry.link));
    dates(entry);
    texts(entry);
    authors(entry);
    if (!json) people("contributor", entry.contributors);
    categories(entry);
    enclosures(entry);
    line("language", only(entry.language, is_language));
    if (json) {
      line("image", iri_of(entry.image.url));
    } else {
      line("license", iri_of(entry.license));
      if (entry.comment_count) line("comment count", std::to_string(*entry.comment_count));
      line("comments feed", iri_of(entry.comments_feed));
      if (format_ != OutputFormat::rss10) line("comments", iri_of(entry.comments));
    }
    if (atom) {
      typed("rights", entry.rights);
      line("reply to", entry.in_reply_to.ref);
      links(entry);
    } else if (rss) {
      line("rights", squeezed(one_line_of(entry.rights)));
    }
    if (!json) source(entry);
    return std::move(out_);
  }

 private:
  void line(std::string_view name, std::string_view value) {
    if (!value.empty()) out_.append(name).append(": ").append(value).append("\n");
  }

  // Types that Atom keeps are kept; inline XML that cannot stand in it is html.
  void typed(std::string_view name, const Text& text) {
    const std::string characters = text_of(text);
    if (characters.empty()) return;
    std::string xhtml;
    std::string_view type = is_markup(text) ? "html" : "text";
    if (text.type == "xhtml" && append_xhtml(xhtml, characters)) type = "xhtml";
    line(name, std::string(type) + " " + characters);
    line("  base", base_iri(text.base));
  }

  void html(std::string_view name, const Text& text) {
    line(name, html_of({.type = text.type, .value = {.raw = text_of(text)}}));
    if (!text.value.empty()) line("  base", base_iri(text.base));
  }

  void texts(const Entry& entry) {
    const Text& main = main_text(entry);
    const Text& content = content_of(entry);
    switch (format_) {
      case OutputFormat::atom:
        typed("summary", entry.summary);
        if (content.type.find('/') == content.type.npos || is_markup(content)) {
          typed("content", content);
        } else {
          line("content", std::string(content.type) + " " + text_of(content));
        }
        break;
      case OutputFormat::json:
        if (text_of(main).empty()) break;
        line("content", (is_markup(main) ? "html " : "text ") + text_of(main));
        line("summary", squeezed(one_line_of(content.empty() ? Text{} : entry.summary)));
        break;
      default:
        html("summary", entry.summary);
        html("content", content);
    }
  }

  // What is dated by its update alone may get that as its first date, and the other way round.
  void dates(const Entry& entry) {
    const auto& published = entry.published ? entry.published : entry.created;
    const auto& updated = entry.updated ? entry.updated : published;
    if (updated) line("updated", format_utc(updated->seconds));
    if (published && published != updated) line("published", format_utc(published->seconds));
  }

  static std::string feed_name(const Entry& entry) {
    return entry.source == nullptr ? std::string{} : squeezed(one_line_of(entry.source->title));
  }

  // RSS 1.0 requires one.
  void title(const Entry& entry) {
    const std::string title = squeezed(one_line_of(entry.title));
    line("title", title.empty() && format_ == OutputFormat::rss10 ? feed_name(entry) : title);
  }

  // Without one it is the feed's; Atom requires one.
  void authors(const Entry& entry) {
    const std::string name = feed_name(entry);
    if (entry.authors.size() == 1 && entry.authors[0].name.empty() &&
        format_ == OutputFormat::atom) {
      Person named = entry.authors[0];
      named.name = name;
      return people("author", list_of<Person>({named}));
    }
    if (!entry.authors.empty()) return people("author", entry.authors);
    line("author", name.empty() && format_ == OutputFormat::atom ? about(format_).title : name);
  }

  void people(std::string_view name, const List<Person>& people) {
    for (const Person& one : people) {
      if (format_ == OutputFormat::atom) {
        line(name, shown_name(one));
        line("  email", only(one.email, is_email));
        line("  uri", iri_of(one.uri));
      } else {
        line(name, squeezed(shown_name(one)));
      }
      if (format_ == OutputFormat::json) line("  avatar", iri_of(one.avatar));
    }
  }

  void categories(const Entry& entry) {
    std::vector<std::string> seen;
    for (const Category& one : entry.categories) {
      std::string said(format_ == OutputFormat::atom ? one.term : label_of(one));
      if (format_ == OutputFormat::atom && !one.label.empty()) said.append(" = ").append(one.label);
      if (format_ == OutputFormat::atom) said.append(" ").append(only(one.scheme, is_iri));
      if (std::find(seen.begin(), seen.end(), said) == seen.end()) seen.push_back(said);
    }
    for (const std::string& said : seen) line("category", said);
  }

  void enclosures(const Entry& entry) {
    for (const Enclosure& one : entry.enclosures) {
      if (iri_of(one.url).empty()) continue;
      line("enclosure", iri_of(one.url));
      if (is_media_type(one.type) && one.type != "application/octet-stream")
        line("  type", one.type);
      if (one.length.value_or(0) != 0) line("  length", std::to_string(*one.length));
      if (format_ != OutputFormat::rss) line("  title", one.title);
      if (format_ == OutputFormat::json && one.duration)
        line("  duration", std::to_string(*one.duration));
    }
  }

  void links(const Entry& entry) {
    std::vector<std::string> all;
    for (const Link& one : entry.links) {
      if (iri_of(one.href).empty() || one.rel == "alternate" || one.rel == "enclosure") continue;
      all.push_back(std::string(one.rel).append(" ").append(iri_of(one.href)));
    }
    for (const std::string_view own : {"license", "replies"}) {
      std::erase_if(all, [own](const std::string& one) { return one.starts_with(own); });
    }
    std::sort(all.begin(), all.end());
    for (const std::string& one : all) line("link", one);
  }

  void source(const Entry& entry) {
    if (entry.source == nullptr) return;
    if (format_ != OutputFormat::rss || !iri_of(feed_url_of(entry)).empty())
      line("source title", squeezed(one_line_of(entry.source->title)));
    line("source address", iri_of(feed_url_of(entry)));
    if (format_ != OutputFormat::atom) return;
    line("source link", iri_of(entry.source->link));
    typed("source rights", entry.source->rights);
    typed("source subtitle", entry.source->subtitle);
    line("source generator", entry.source->generator.name);
    line("source logo", iri_of(entry.source->logo));
    line("source icon", iri_of(entry.source->icon));
    if (entry.source->updated) line("source updated", format_utc(entry.source->updated->seconds));
  }

  OutputFormat format_;
  std::string out_{};
};

}  // namespace

std::string_view name_of(OutputFormat format) {
  constexpr std::string_view names[] = {"Atom", "RSS 2.0", "RSS 1.0", "JSON Feed", "OPML", "FOAF"};
  return names[static_cast<size_t>(format)];
}

Feed view_feed_of(Planet& planet) {
  const View view = view_of(planet, {.size = 1000});
  std::string table;
  append_view_table(table, view_feed(planet, view, seconds("2010-01-01T00:00:00Z")));
  auto feed = read_feed_table(table);
  REQUIRE(feed);
  return std::move(*feed);
}

OutputAbout about(OutputFormat format) {
  return {.format = format,
          .title = "Planet <Example> & friends",
          .link = "https://planet.example/",
          .self = "https://planet.example/output",
          .updated = seconds("2010-01-01T00:00:00Z"),
          .names_in_titles = false};
}

std::string output(const Feed& view, const OutputAbout& about) {
  std::string out;
  append_output(out, view, about);
  return out;
}

Feed two_posts() {
  Entry first = entry("one", "2008-06-21T23:30:00-06:00");
  first.title = html("Salt &amp; <em>tide</em>");
  first.language = "en";
  first.summary = plain("1 < 2\nand more");
  first.authors = list_of<Person>({{.name = "Ada", .email = "ada@ada.example"}});
  first.categories = list_of<Category>({{.term = "xen", .label = "Xen"}});
  first.enclosures = list_of<Enclosure>(
      {{.url = "https://ada.example/1.mp3", .type = "audio/mpeg", .length = 1337}});
  first.comments = "https://ada.example/1#comments";
  Feed feed = feed_of("ada", {first, entry("two")});
  feed.rights = plain("© Ada");
  feed.language = "en";
  Config config = config_of({"ada"});
  config.feeds[0].tags = {"friends"};
  Planet planet = planet_of(config, feeds(std::move(feed)));
  return view_feed_of(planet);
}

Feed view_of_one(Entry entry) {
  Planet planet = planet_of({std::move(entry)});
  return view_feed_of(planet);
}

std::string output_of(Entry entry, OutputFormat format) {
  return output(view_of_one(std::move(entry)), about(format));
}

bool has(std::string_view document, std::string_view part) {
  return document.find(part) != document.npos;
}

size_t count(std::string_view document, std::string_view part) {
  size_t n = 0;
  for (size_t at = document.find(part); at != document.npos; at = document.find(part, at + 1)) ++n;
  return n;
}

std::map<std::string, int> children_of(const Element& element) {
  std::map<std::string, int> counts;
  for (const Element child : element.children()) ++counts[std::string(child.name())];
  return counts;
}

Feed read_back(std::string document, const OutputAbout& about) {
  const std::string_view kept = test_arena().adopt(std::move(document));
  CHECK(xml_prefix(kept) == kept.size());
  auto feed = parse(kept, {.url = about.self});
  CHECK_MESSAGE(static_cast<bool>(feed), feed.error().detail);
  if (!feed) return {};
  if (!feed->problems.empty()) FAIL_CHECK(describe(feed->problems.front()));
  return std::move(*feed);
}

std::string said(const Entry& entry, OutputFormat format) { return Sayer(format).said(entry); }

std::string difference(const Feed& view, const Feed& read, OutputFormat format) {
  if (view.entries.size() != read.entries.size())
    return std::to_string(view.entries.size()) + " entries became " +
           std::to_string(read.entries.size());
  for (size_t i = 0; i < view.entries.size(); ++i) {
    const std::string before = said(view.entries[i], format);
    const std::string after = said(read.entries[i], format);
    if (before != after) return before + "became\n" + after;
  }
  return {};
}

}  // namespace planetarium::test
