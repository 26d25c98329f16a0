// Apple's podcast elements (https://help.apple.com/itc/podcasts_connect/#/itcb54353390), raw in
// `itunes` and as a fallback for what every feed says.
#include "namespaces/contact.hpp"
#include "namespaces/extension.hpp"
#include "namespaces/numbers.hpp"
#include "namespaces/text_construct.hpp"

namespace planetarium {

namespace {

constexpr std::string_view scheme = "http://www.itunes.com/";

std::optional<bool> read_explicit(std::string_view written) {
  for (const std::string_view yes : {"yes", "true"}) {
    if (same_ignoring_case(written, yes)) return true;
  }
  for (const std::string_view no : {"no", "false", "clean"}) {
    if (same_ignoring_case(written, no)) return false;
  }
  return std::nullopt;
}

// Anything but yes is no.
std::optional<bool> read_yes(const Element& element) {
  const std::string_view written = element.text();
  return written.empty() ? std::nullopt : std::optional(same_ignoring_case(written, "yes"));
}

void add_category(const Element& element, Draft& draft) {
  std::string_view term = element.attribute("text");
  if (term.empty() && !element.has_children()) term = element.text();
  if (!term.empty()) draft.categories.push(draft.arena(), {.term = term, .scheme = scheme});
}

// A category holds its subcategories.
void take_category(const Element& element, Draft& draft) {
  add_category(element, draft);
  for (const Element child : element.children()) {
    if (child.key() == key("category")) add_category(child, draft);
  }
}

// "space, astronomy": commas part them where there are any.
void take_keywords(const Element& element, Draft& draft) {
  const std::string_view all = element.text();
  const bool commas = all.find(',') != all.npos;
  for_each_word(all, commas ? "," : " \t\r\n", [&](std::string_view term) {
    draft.categories.push(draft.arena(), {.term = term, .scheme = scheme});
  });
}

void take_owner(const Element& element, Draft& draft) {
  Person owner;
  for (const Element child : element.children()) {
    if (child.key() == key("name")) take_first(owner.name, child.text());
    if (child.key() == key("email")) take_first(owner.email, child.text());
  }
  if (owner.empty()) owner = person_from_line(element.text());
  if (draft.itunes().owner.empty()) draft.itunes().owner = owner;
  draft.publisher.take(owner, itunes_rank);
}

void take_image(const Element& element, Draft& draft, uint8_t rank) {
  std::string_view url = element.attribute("href");
  if (url.empty()) url = element.attribute("url");
  if (url.empty()) url = element.text();
  url = element.resolved(url);
  if (rank == itunes_rank) take_first(draft.itunes().image, url);
  draft.image.take({.url = url}, rank);
}

bool on_show(const Element& element, Draft& draft) {
  Itunes& itunes = draft.itunes();
  switch (element.key()) {
    case key("type"):
      take_first(itunes.type, element.text());
      return true;
    case key("complete"):
      take_first(itunes.complete, read_yes(element));
      return true;
    case key("new-feed-url"):
      take_first(itunes.new_feed_url, element.resolved(element.text()));
      return true;
    case key("owner"):
      take_owner(element, draft);
      return true;
    default:
      return false;
  }
}

bool on_episode(const Element& element, Draft& draft) {
  Itunes& itunes = draft.itunes();
  switch (element.key()) {
    case key("title"):
      take_first(itunes.title, element.text());
      return true;
    case key("duration"):
      take_first(itunes.duration, parse_duration(element.text()));
      return true;
    case key("episode"):
      take_first(itunes.episode, to_number(element.text()));
      return true;
    case key("season"):
      take_first(itunes.season, to_number(element.text()));
      return true;
    case key("episodeType"):
      take_first(itunes.episode_type, element.text());
      return true;
    default:
      return false;
  }
}

}  // namespace

bool on_itunes(const Element& element, Draft& draft) {
  switch (element.key()) {
    case key("author"):
      take_first(draft.itunes().author, element.text());
      if (const Person person = person_from_line(element.text()); !person.empty())
        draft.authors.push(draft.arena(), person);
      return true;
    case key("subtitle"):
      take_first(draft.itunes().subtitle, element.text());
      if (draft.entry == nullptr)
        draft.description.take(plain_text_or_markup(element, draft.element), itunes_rank + 1);
      return true;
    case key("summary"):
      take_first(draft.itunes().summary, element.text());
      draft.description.take(plain_text_or_markup(element, draft.element), itunes_rank);
      return true;
    case key("image"):
      take_image(element, draft, itunes_rank);
      return true;
    case key("link"):
      if (same_ignoring_case(element.attribute("rel"), "image"))
        take_image(element, draft, itunes_rank + 1);
      return true;
    case key("category"):
      take_category(element, draft);
      return true;
    case key("keywords"):
      take_keywords(element, draft);
      return true;
    case key("explicit"):
      take_first(draft.itunes().is_explicit, read_explicit(element.text()));
      return true;
    case key("block"):
      take_first(draft.itunes().block, read_yes(element));
      return true;
    default:
      return draft.entry != nullptr ? on_episode(element, draft) : on_show(element, draft);
  }
}

}  // namespace planetarium
