#include "parse/rss_channel.hpp"

#include "dates/dates.hpp"
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
        image.url = child.resolved(child.text());
        break;
      case key("title"):
        image.title = child.text();
        break;
      case key("link"):
        image.link = child.resolved(child.text());
        break;
      case key("description"):
        image.description = child.text();
        break;
      case key("width"):
        image.width = to_number(child.text());
        break;
      case key("height"):
        image.height = to_number(child.text());
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
        input.title = child.text();
        break;
      case key("description"):
        input.description = child.text();
        break;
      case key("name"):
        input.name = child.text();
        break;
      case key("link"):
        input.link = child.resolved(child.text());
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

bool on_rss_picture_or_input(const Element& element, Draft& draft) {
  switch (element.key()) {
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
      draft.updated.take_last(parse_date(element.text()), own_rank);
      return true;
    case key("generator"):
      if (feed.generator.name.empty()) feed.generator.name = element.text();
      return true;
    case key("docs"):
      if (feed.docs.empty()) feed.docs = element.resolved(element.text());
      return true;
    case key("ttl"):
      if (!feed.ttl) feed.ttl = to_number(element.text());
      return true;
    case key("cloud"):
      take_cloud(element, draft);
      return true;
    case key("keywords"):
      for_each_word(element.text(), ",", [&](std::string_view term) {
        feed.categories.push(draft.arena(), {.term = term});
      });
      return true;
    default:
      return on_rss_picture_or_input(element, draft);
  }
}

}  // namespace planetarium
