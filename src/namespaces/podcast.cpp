// Podcasting 2.0 (https://podcasting2.org/podcast-namespace): chapters, transcripts, people.
#include "namespaces/extension.hpp"

namespace planetarium {

namespace {

void take_chapters(const Element& element, Podcast& podcast) {
  const std::string_view url = element.resolved(element.attribute("url"));
  if (url.empty() || !podcast.chapters_url.empty()) return;
  podcast.chapters_url = url;
  podcast.chapters_type = element.attribute("type");
}

void take_person(const Element& element, Draft& draft) {
  const std::string_view name = element.text();
  if (name.empty()) return;
  draft.podcast().persons.push(draft.arena(),
                               {.name = name,
                                .role = element.attribute("role"),
                                .group = element.attribute("group"),
                                .image = element.resolved(element.attribute("img")),
                                .href = element.resolved(element.attribute("href"))});
}

void take_transcript(const Element& element, Draft& draft) {
  const std::string_view url = element.resolved(element.attribute("url"));
  if (url.empty()) return;
  draft.podcast().transcripts.push(draft.arena(), {.url = url,
                                                   .type = element.attribute("type"),
                                                   .language = element.attribute("language"),
                                                   .rel = element.attribute("rel")});
}

}  // namespace

bool on_podcast(const Element& element, Draft& draft) {
  switch (element.key()) {
    case key("chapters"):
      take_chapters(element, draft.podcast());
      return true;
    case key("transcript"):
      take_transcript(element, draft);
      return true;
    case key("person"):
      take_person(element, draft);
      return true;
    default:
      return false;
  }
}

}  // namespace planetarium
