// Media RSS 1.5.1 (https://www.rssboard.org/media-rss): what stands in a group or in a content
// element counts as if it stood in the entry.
#include "namespaces/extension.hpp"
#include "namespaces/numbers.hpp"
#include "namespaces/text_construct.hpp"

namespace planetarium {

namespace {

constexpr std::string_view category_scheme = "http://search.yahoo.com/mrss/category_schema";

std::optional<bool> read_flag(std::string_view written) {
  if (same_ignoring_case(written, "true")) return true;
  if (same_ignoring_case(written, "false")) return false;
  return std::nullopt;
}

void take_content(const Element& element, Draft& draft) {
  const MediaContent content{.url = element.resolved(element.attribute("url")),
                             .type = element.attribute("type"),
                             .medium = element.attribute("medium"),
                             .width = to_number(element.attribute("width")),
                             .height = to_number(element.attribute("height")),
                             .duration = parse_duration(element.attribute("duration")),
                             .file_size = to_number(element.attribute("fileSize")),
                             .is_default = read_flag(element.attribute("isDefault"))};
  if (!(content == MediaContent{})) draft.media().content.push(draft.arena(), content);
}

void take_thumbnail(const Element& element, Draft& draft) {
  std::string_view url = element.attribute("url");
  if (url.empty()) url = element.text();
  if (url.empty()) return;
  // NTP times of Media RSS ("12:05:01.123") are written like durations.
  draft.media().thumbnails.push(draft.arena(), {.url = element.resolved(url),
                                                .width = to_number(element.attribute("width")),
                                                .height = to_number(element.attribute("height")),
                                                .time = parse_duration(element.attribute("time"))});
}

void take_player(const Element& element, Media& media) {
  std::string_view url = element.attribute("url");
  if (url.empty()) url = element.text();
  if (url.empty() || !media.player_url.empty()) return;
  media.player_url = element.resolved(url);
  media.player_width = to_number(element.attribute("width"));
  media.player_height = to_number(element.attribute("height"));
}

void take_credit(const Element& element, Draft& draft) {
  const std::string_view name = element.text();
  if (name.empty()) return;
  draft.media().credits.push(
      draft.arena(),
      {.name = name, .role = element.attribute("role"), .scheme = element.attribute("scheme")});
}

void take_rating(const Element& element, Media& media) {
  const std::string_view rating = element.text();
  if (rating.empty() || !media.rating.empty()) return;
  media.rating = rating;
  media.rating_scheme = element.attribute("scheme");
}

void take_restriction(const Element& element, Draft& draft) {
  Media& media = draft.media();
  if (!media.restriction_relationship.empty() || !media.restriction_values.empty()) return;
  media.restriction_relationship = element.attribute("relationship");
  for_each_word(element.text(), " \t\r\n", [&](std::string_view value) {
    media.restriction_values.push(draft.arena(), draft.arena().keep(lowered(value)));
  });
  if (!media.restriction_relationship.empty() || !media.restriction_values.empty())
    media.restriction_type = element.attribute("type");
}

void take_license(const Element& element, Media& media) {
  if (!media.license_name.empty() || !media.license_href.empty()) return;
  media.license_name = element.text();
  media.license_href = element.resolved(element.attribute("href"));
  if (!media.license_name.empty() || !media.license_href.empty())
    media.license_type = element.attribute("type");
}

void take_category(const Element& element, Draft& draft) {
  const std::string_view term = element.text();
  if (term.empty()) return;
  std::string_view scheme = element.attribute("scheme");
  if (scheme.empty()) scheme = category_scheme;
  draft.categories.push(draft.arena(),
                        {.term = term, .scheme = scheme, .label = element.attribute("label")});
}

// Its own `type` says "plain" or "html"; what says nothing is as RSS has it.
Text read_text(const Element& element, const Element& container, bool description) {
  Text text =
      description ? markup_text(element, container) : plain_text_or_markup(element, container);
  std::string_view type = element.attribute("type");
  if (starts_ignoring_case(type, "text/")) type.remove_prefix(5);
  if (text.empty() || text.type == "xhtml") return text;
  if (same_ignoring_case(type, "plain") || same_ignoring_case(type, "text")) text.type = "text";
  if (same_ignoring_case(type, "html")) text.type = "html";
  return text;
}

void take_texts(const Element& element, Draft& draft, bool description) {
  const Text text = read_text(element, draft.element, description);
  if (text.empty()) return;
  Text& field = description ? draft.media().description : draft.media().title;
  if (field.empty()) field = text;
  if (draft.entry != nullptr)
    (description ? draft.description : draft.title).take(text, media_rank);
}

bool take(const Element& element, Draft& draft) {
  switch (element.key()) {
    case key("content"):
      take_content(element, draft);
      return true;
    case key("group"):
      return true;
    case key("title"):
      take_texts(element, draft, false);
      return true;
    case key("description"):
      take_texts(element, draft, true);
      return true;
    case key("thumbnail"):
      take_thumbnail(element, draft);
      return true;
    case key("player"):
      take_player(element, draft.media());
      return true;
    case key("credit"):
      take_credit(element, draft);
      return true;
    case key("rating"):
      take_rating(element, draft.media());
      return true;
    case key("restriction"):
      take_restriction(element, draft);
      return true;
    case key("license"):
      take_license(element, draft.media());
      return true;
    case key("category"):
      take_category(element, draft);
      return true;
    case key("keywords"):
      for_each_word(element.text(), ",", [&](std::string_view term) {
        draft.categories.push(draft.arena(), {.term = term});
      });
      return true;
    default:
      return false;
  }
}

bool is_transparent(const Element& element) {
  return element.ns() == Ns::media &&
         (element.key() == key("group") || element.key() == key("content"));
}

}  // namespace

bool on_media(const Element& element, Draft& draft) {
  if (!take(element, draft)) return false;
  if (!is_transparent(element)) return true;
  // A group holds contents, a content its texts: three levels are all there are.
  for (const Element child : element.children()) {
    if (child.ns() != Ns::media) continue;
    take(child, draft);
    if (!is_transparent(child)) continue;
    for (const Element grandchild : child.children()) {
      if (grandchild.ns() == Ns::media) take(grandchild, draft);
    }
  }
  return true;
}

}  // namespace planetarium
