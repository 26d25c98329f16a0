#include "emit/view_json.hpp"

#include <algorithm>

#include "dates/dates.hpp"
#include "emit/parts.hpp"
#include "emit/view_feed.hpp"
#include "planet/texts.hpp"
#include "planetarium/archive.hpp"
#include "planetarium/parse.hpp"
#include "text/html_text.hpp"
#include "text/uri.hpp"

namespace planetarium {

namespace {

std::string hex(uint64_t key) {
  std::string out(16, '0');
  for (size_t i = 16; i-- > 0; key >>= 4) out[i] = "0123456789abcdef"[key & 15];
  return out;
}

std::string_view word(DateSource source) {
  constexpr std::string_view words[] = {"published", "updated", "link", "received"};
  return words[static_cast<size_t>(source)];
}

std::string_view word(Hidden hidden) {
  constexpr std::string_view words[] = {"",        "hide",        "include",
                                        "exclude", "feedInclude", "feedExclude",
                                        "flood",   "deleted",     "undecided"};
  return words[static_cast<size_t>(hidden)];
}

void write_date(JsonWriter& json, std::string_view key, const std::optional<Timestamp>& date) {
  if (date) json.key(key).string(format_rfc3339(*date));
}

class Writer {
 public:
  Writer(std::string& out, const Planet& planet) : json_(out), planet_(planet) {}

  void view(const View& view) {
    json_.begin_object().member("total", view.total).member("page", view.page);
    json_.member("pages", view.pages).member("size", view.size);
    if (view.hidden != 0) json_.member("hidden", view.hidden);
    json_.key("entries").begin_array();
    for (size_t i = 0; i < view.entries.size(); ++i) {
      entry(view.entries[i], view.local[i], view.found.empty() ? nullptr : &view.found[i]);
    }
    json_.end_array();
    days(view.days);
    cloud(view.cloud);
    json_.key("feeds").begin_array();
    for (size_t i = 0; i < view.people.size(); ++i) feed(planet_.feeds()[i], view.people[i]);
    json_.end_array();
    write_date(json_, "newest", view.newest);
    facets(view);
    if (view.next)
      json_.member("next", std::to_string(view.next->seconds) + "." + hex(view.next->key));
    neighbour("newer", view.newer);
    neighbour("older", view.older);
    if (!missing_.empty()) json_.key("missing").begin_array();
    for (const uint64_t segment : missing_) json_.string(name_of(segment));
    if (!missing_.empty()) json_.end_array();
    json_.end_object();
  }

 private:
  const std::string& nick(uint32_t feed) const { return planet_.feeds()[feed].subscription.nick; }

  void text(std::string_view key, const Text& text, std::string_view base) {
    if (text.empty()) return;
    json_.key(key).begin_object().member("type", text.type);
    if (text.value.form == Body::Form::away) {
      missing(away_of(text.value));
    } else if (!text.value.empty()) {
      json_.key("value").string(characters(text.value, scratch_));
    }
    json_.member("src", text.src).member("base", base);
    json_.member("language", text.language == "-" ? std::string_view{} : text.language)
        .end_object();
  }

  // Its segment is to be loaded, or it is lost.
  void missing(const Away& away) {
    json_.key("missing").boolean(true);
    if (away.segment != 0 &&
        std::find(missing_.begin(), missing_.end(), away.segment) == missing_.end())
      missing_.push_back(away.segment);
  }

  void entry(const Merged& merged, std::string_view local, const Found* found) {
    const Held& held = planet_.held(merged.winner);
    const Entry& entry = held.entry;
    const FeedSlot& slot = planet_.feeds()[held.feed];
    json_.begin_object()
        .member("key", hex(held.key))
        .member("id", entry.id)
        .member("feed", nick(held.feed));
    text("title", entry.title, base_of(entry.title, held, slot));
    json_.member("link", entry.link);
    write_people(json_, "authors", entry.authors.empty() ? slot.feed.authors : entry.authors);
    write_date(json_, "published", entry.published);
    write_date(json_, "updated", entry.updated);
    json_.key("date").string(format_rfc3339(held.date)).member("local", local);
    json_.member("dateFrom", word(held.date_source));
    tags(held);
    const Text& content = shown_text(entry);
    text("content", content, base_of(content, held, slot));
    if (&content != &entry.summary && !entry.summary.empty() &&
        entry.summary.value.form != Body::Form::away) {
      json_.member("summary", plain_text(characters(entry.summary.value, scratch_)));
    }
    if (entry.language != "-") json_.member("language", entry.language);
    write_enclosures(json_, entry.enclosures);
    json_.member("image", entry.image.url).member("comments", entry.comments);
    if (held.edited) json_.key("edited").boolean(true);
    if (held.deleted) json_.key("deleted").boolean(true);
    json_.member("hidden", word(held.hidden));
    also_at(merged);
    if (found != nullptr) write(*found);
    json_.end_object();
  }

  void date_counts(std::string_view name, std::string_view unit,
                   const std::vector<DateCount>& counts) {
    if (counts.empty()) return;
    json_.key(name).begin_array();
    for (const auto& [date, count] : counts)
      json_.begin_object().member(unit, date).member("count", count).end_object();
    json_.end_array();
  }

  void facets(const View& view) {
    date_counts("months", "month", view.months);
    date_counts("daysWithPosts", "day", view.days_with_posts);
    if (!view.languages.empty()) {
      json_.key("languages").begin_array();
      for (const LanguageCount& one : view.languages)
        json_.begin_object()
            .member("language", one.language)
            .member("count", one.count)
            .end_object();
      json_.end_array();
    }
    if (view.links.empty()) return;
    json_.key("links").begin_array();
    for (const LinkedPage& page : view.links) {
      json_.begin_object().member("url", page.url).member("title", page.title);
      json_.member("feeds", page.feeds).key("entries").begin_array();
      for (const uint64_t key : page.entries) json_.string(hex(key));
      json_.end_array().end_object();
    }
    json_.end_array();
  }

  void neighbour(std::string_view key, const std::optional<Merged>& merged) {
    if (!merged) return;
    const Held& held = planet_.held(merged->winner);
    json_.key(key).begin_object().member("key", hex(held.key)).member("feed", nick(held.feed));
    json_.member("title", plain_of(held.entry.title)).end_object();
  }

  void write(const Found& found) {
    if (found.excerpt.empty()) return;
    json_.key("found").begin_object().member("text", found.excerpt).key("hits").begin_array();
    for (const auto& [begin, end] : found.hits)
      json_.begin_array().number(uint64_t{begin}).number(uint64_t{end}).end_array();
    json_.end_array().end_object();
  }

  void tags(const Held& held) {
    if (held.tags.empty()) return;
    json_.key("tags").begin_array();
    for (const Tag& tag : held.tags) {
      json_.begin_object()
          .member("tag", planet_.tag_name(tag.id))
          .member("label", planet_.tag_label(tag.id));
      json_.end_object();
    }
    json_.end_array();
  }

  void also_at(const Merged& merged) {
    const auto also = planet_.also(merged);
    if (also.empty()) return;
    json_.key("alsoAt").begin_array();
    for (const EntryRef copy : also) {
      json_.begin_object()
          .member("feed", nick(copy.feed))
          .member("link", planet_.held(copy).entry.link)
          .end_object();
    }
    json_.end_array();
  }

  void days(const std::vector<DayView>& days) {
    json_.key("days").begin_array();
    for (const DayView& day : days) {
      json_.begin_object().member("date", day.date).key("runs").begin_array();
      for (const RunView& run : day.runs) {
        json_.begin_object().member("feed", nick(run.feed)).member("author", run.author);
        json_.key("entries").begin_array();
        for (size_t i = run.begin; i < run.end; ++i) json_.number(uint64_t{i});
        json_.end_array().end_object();
      }
      json_.end_array().end_object();
    }
    json_.end_array();
  }

  void cloud(const std::vector<CloudTag>& cloud) {
    json_.key("cloud").begin_array();
    for (const CloudTag& tag : cloud) {
      json_.begin_object()
          .member("tag", planet_.tag_name(tag.tag))
          .member("label", planet_.tag_label(tag.tag));
      json_.member("count", tag.count)
          .member("weight", static_cast<uint64_t>(tag.weight))
          .end_object();
    }
    json_.end_array();
  }

  void feed(const FeedSlot& slot, const PersonView& person) {
    const Subscription& subscription = slot.subscription;
    const std::string& title = slot.title;
    std::string_view name = subscription.name;
    if (name.empty()) name = title;
    if (name.empty()) name = host_of(subscription.url);
    if (name.empty()) name = subscription.nick;
    json_.begin_object()
        .member("nick", subscription.nick)
        .member("url", subscription.url)
        .member("name", name);
    json_.member("title", title);
    json_.member("link",
                 subscription.link.empty() ? slot.feed.link : std::string_view(subscription.link));
    json_.member("face", subscription.face);
    const Feed& own = slot.feed;
    json_.member("image", !own.logo.empty()        ? own.logo
                          : !own.image.url.empty() ? own.image.url
                                                   : own.icon);
    json_.member("count", person.count).member("total", slot.held.size());
    write_date(json_, "newest", person.newest);
    json_.member("format", own.format);
    state(slot.state);
    write_problems(json_, own.problems);
    json_.end_object();
  }

  void state(const FeedState& state) {
    json_.key("state").begin_object().member("kind", state.kind);
    if (state.status != 0) json_.member("status", state.status);
    json_.member("reason", state.reason)
        .member("detail", state.detail)
        .member("since", state.since);
    json_.member("checked", state.checked).member("route", state.route).end_object();
  }

  JsonWriter json_;
  const Planet& planet_;
  std::string scratch_{};
  std::vector<uint64_t> missing_{};  // checksums of segments that bodies of this view lie in
};

}  // namespace

void append_view_json(std::string& out, const Planet& planet, const View& view) {
  Writer(out, planet).view(view);
}

}  // namespace planetarium
