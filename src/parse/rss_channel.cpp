#include "parse/rss_channel.hpp"

#include "namespaces/atom.hpp"
#include "namespaces/contact.hpp"
#include "namespaces/numbers.hpp"

namespace planetarium {

namespace {

void take_image(const Element& element, Draft& draft) {
  Image image;
  for (const Element child : element.children()) {
    switch (child.key()) {
      case key("url"):
        take_first(image.url, child.resolved(child.text()));
        break;
      case key("title"):
        take_first(image.title, child.text());
        break;
      case key("link"):
        take_first(image.link, child.resolved(child.text()));
        break;
      case key("description"):
        take_first(image.description, child.text());
        break;
      case key("width"):
        take_first(image.width, to_number(child.text()));
        break;
      case key("height"):
        take_first(image.height, to_number(child.text()));
        break;
      default:
        break;
    }
  }
  draft.image.take(image, own_rank);
}

void take_text_input(const Element& element, Draft& draft) {
  if (draft.feed->text_input != nullptr) return;
  TextInput input;
  for (const Element child : element.children()) {
    switch (child.key()) {
      case key("title"):
        take_first(input.title, child.text());
        break;
      case key("description"):
        take_first(input.description, child.text());
        break;
      case key("name"):
        take_first(input.name, child.text());
        break;
      case key("link"):
        take_first(input.link, child.resolved(child.text()));
        break;
      default:
        break;
    }
  }
  if (input == TextInput{}) return;
  auto* kept = draft.arena().make<TextInput>();
  *kept = input;
  draft.feed->text_input = kept;
}

void take_cloud(const Element& element, Draft& draft) {
  const Cloud cloud{.domain = element.attribute("domain"),
                    .port = to_number(element.attribute("port")),
                    .path = element.attribute("path"),
                    .register_procedure = element.attribute("registerProcedure"),
                    .protocol = element.attribute("protocol")};
  if (cloud == Cloud{} || draft.feed->cloud != nullptr) return;
  auto* kept = draft.arena().make<Cloud>();
  *kept = cloud;
  draft.feed->cloud = kept;
}

}  // namespace

bool on_rss_channel(const Element& element, Draft& draft) {
  Feed& feed = *draft.feed;
  switch (element.key()) {
    case key("managingEditor"):
      if (const Person person = atom_person(element); !person.empty())
        feed.authors.push(draft.arena(), person);
      return true;
    case key("webMaster"):
      draft.publisher.take(person_from_line(element.text()), own_rank);
      return true;
    case key("lastBuildDate"):
      take_date(draft.updated, element);
      return true;
    case key("generator"):
      take_first(feed.generator.name, element.text());
      return true;
    case key("docs"):
      take_first(feed.docs, element.resolved(element.text()));
      return true;
    case key("ttl"):
      take_first(feed.ttl, to_number(element.text()));
      return true;
    case key("cloud"):
      take_cloud(element, draft);
      return true;
    case key("keywords"):
      for_each_word(element.text(), ",", [&](std::string_view term) {
        feed.categories.push(draft.arena(), {.term = term});
      });
      return true;
    case key("image"):
      take_image(element, draft);
      return true;
    case key("textInput"):
      take_text_input(element, draft);
      return true;
    default:
      return false;
  }
}

}  // namespace planetarium
