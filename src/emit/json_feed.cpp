// A view as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/).
#include "emit/markup.hpp"
#include "emit/output.hpp"
#include "json/writer.hpp"
#include "planetarium/parse.hpp"
#include "text/ascii.hpp"
#include "text/utf8.hpp"

namespace planetarium {

namespace {

// JSON text is Unicode (RFC 8259 §8.1), whatever a view from elsewhere holds; of its characters
// those that every reader takes.
std::string unicode(std::string_view text) {
  std::string out;
  while (true) {
    const size_t allowed = xml_prefix(text);
    out.append(text.substr(0, allowed));
    text.remove_prefix(allowed);
    if (text.empty()) return out;
    const size_t malformed = malformed_size(text);
    if (malformed != 0) append_utf8(out, replacement_character);
    if (malformed == 0) take_code_point(text);
    text.remove_prefix(malformed);
  }
}

class JsonFeedWriter {
 public:
  JsonFeedWriter(std::string& out, const Output& output) : json_(out), output_(output) {}

  void feed() {
    const OutputAbout& about = output_.about();
    json_.begin_object().member("version", "https://jsonfeed.org/version/1.1");
    member("title", output_.title());
    member("home_page_url", about.link);
    member("feed_url", about.self);
    member("description", about.subtitle);
    member("next_url", about.next);
    member("icon", about.logo);
    member("favicon", about.icon);
    if (!about.owner_name.empty()) {
      json_.key("authors").begin_array().begin_object();
      member("name", about.owner_name);
      json_.end_object().end_array();
    }
    member("language", about.language);
    json_.key("items").begin_array();
    for (const Entry& one : output_.view().entries) item(one);
    json_.end_array().end_object();
  }

 private:
  void member(std::string_view name, std::string_view text) { json_.member(name, unicode(text)); }

  void item(const Entry& entry) {
    json_.begin_object();
    member("id", id_of(entry));
    member("url", iri_of(entry.link));
    member("external_url", external_url(entry));
    member("title", output_.title_of(entry, output_.wants_names(false)));
    texts(entry);
    member("image", iri_of(entry.image.url));
    const auto& published = entry.published ? entry.published : entry.created;
    member("date_published", rfc3339(published.value_or(output_.updated_of(entry))));
    member("date_modified", rfc3339(entry.updated));
    authors(entry);
    if (!entry.categories.empty()) {
      json_.key("tags").begin_array();
      for (const Category& one : entry.categories)
        json_.string(unicode(one.label.empty() ? one.term : one.label));
      json_.end_array();
    }
    if (entry.language != output_.about().language)
      member("language", only(entry.language, is_language));
    attachments(entry);
    source(entry);
    json_.end_object();
  }

  // A post about a page elsewhere; without an address of its own it would be taken for that page.
  static std::string external_url(const Entry& entry) {
    if (iri_of(entry.link).empty()) return {};
    for (const Link& one : entry.links) {
      if (same_ignoring_case(one.rel, "related")) return iri_of(one.href);
    }
    return {};
  }

  // One of the two is required.
  void texts(const Entry& entry) {
    const Text& main = main_text(entry);
    const bool markup = is_markup(main);
    const std::string characters = unicode(decode_body(main.value));
    json_.key(markup ? "content_html" : "content_text").string(characters);
    for (const Text& other : entry.content) {
      if (!markup || is_markup(other)) continue;
      member("content_text", decode_body(other.value));
      break;
    }
    if (&main != &entry.summary) member("summary", one_line_of(entry.summary));
  }

  void authors(const Entry& entry) {
    const std::string name = output_.name_of(entry);
    if (entry.authors.empty() && name.empty()) return;
    json_.key("authors").begin_array();
    for (const Person& one : entry.authors) {
      json_.begin_object();
      member("name",
             one.name.empty() && one.uri.empty() && one.avatar.empty() ? one.email : one.name);
      member("url", iri_of(one.uri));
      member("avatar", iri_of(one.avatar));
      json_.end_object();
    }
    if (entry.authors.empty()) {
      json_.begin_object();
      member("name", name);
      json_.end_object();
    }
    json_.end_array();
  }

  void attachments(const Entry& entry) {
    bool any = false;
    for (const Enclosure& one : entry.enclosures) {
      const std::string url = iri_of(one.url);
      if (url.empty()) continue;
      if (!any) json_.key("attachments").begin_array();
      any = true;
      json_.begin_object();
      member("url", url);
      member("mime_type", is_media_type(one.type) ? one.type : "application/octet-stream");
      member("title", one.title);
      json_.member("size_in_bytes", one.length).member("duration_in_seconds", one.duration);
      json_.end_object();
    }
    if (any) json_.end_array();
  }

  // The format has no word for it; names of extensions begin with an underscore.
  void source(const Entry& entry) {
    if (entry.source == nullptr) return;
    json_.key("_source").begin_object();
    member("title", one_line_of(entry.source->title));
    member("home_page_url", iri_of(entry.source->link));
    member("feed_url", iri_of(feed_url_of(entry)));
    json_.end_object();
  }

  JsonWriter json_;
  const Output& output_;
};

}  // namespace

void write_json_feed(std::string& out, const Output& output) {
  JsonFeedWriter(out, output).feed();
  out += '\n';
}

}  // namespace planetarium
