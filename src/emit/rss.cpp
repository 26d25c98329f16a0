// A view as RSS 2.0 (https://www.rssboard.org/rss-specification), with what it lacks in the modules
// that readers know.
#include "emit/markup.hpp"
#include "emit/output.hpp"
#include "emit/rss_parts.hpp"

namespace planetarium {

namespace {

class RssWriter {
 public:
  RssWriter(std::string& out, const Output& output) : xml_(out), output_(output) {}

  void rss() {
    const OutputAbout& about = output_.about();
    xml_.begin("rss").attribute("version", "2.0");
    for (const RssNamespace& one : rss_namespaces) xml_.attribute(one.prefix, one.uri);
    xml_.begin("channel").element("title", output_.title()).element("link", about.link);
    xml_.element("description", about.subtitle.empty() ? output_.title() : about.subtitle);
    xml_.element_if("language", about.language);
    xml_.element_if("copyright", about.rights);
    if (is_email(about.owner_email))
      xml_.element("managingEditor",
                   line_of({.name = about.owner_name, .email = about.owner_email}));
    xml_.element("lastBuildDate", rfc822(output_.updated()));
    xml_.element_if("generator", about.generator);
    xml_.element("docs", "https://www.rssboard.org/rss-specification");
    write_page_links(xml_, about, "application/rss+xml");
    if (!about.logo.empty()) {
      xml_.begin("image").element("url", about.logo).element("title", output_.title());
      xml_.element("link", about.link).end();
    }
    for (const Entry& one : output_.view().entries) item(one);
    xml_.end().end();
  }

 private:
  void item(const Entry& entry) {
    xml_.begin("item");
    const std::string title = output_.title_of(entry, output_.wants_names(true));
    xml_.element_if("title", rss_title(title));
    xml_.element_if("link", iri_of(entry.link));
    guid(entry);
    const auto& published = entry.published ? entry.published : entry.created;
    xml_.element("pubDate", rfc822(published.value_or(output_.updated_of(entry))));
    if (entry.published && entry.updated) xml_.element("atom:updated", rfc3339(entry.updated));
    authors(entry);
    for (const Category& one : entry.categories) {
      if (label_of(one).empty()) continue;
      xml_.begin("category").attribute_if("domain", one.scheme).text(label_of(one)).end();
    }
    write_texts(xml_, entry, title.empty());
    for (const Enclosure& one : entry.enclosures) enclosure(one);
    xml_.element_if("comments", iri_of(entry.comments));
    write_modules(xml_, entry, output_.about());
    source(entry);
    xml_.end();
  }

  void guid(const Entry& entry) {
    const std::string id = id_of(entry);
    const bool leads_there = entry.id_is_permalink.value_or(false) && id == entry.id;
    xml_.begin("guid");
    if (!leads_there) xml_.attribute("isPermaLink", "false");
    xml_.text(id).end();
  }

  // RSS 2.0 has room for one address; a name alone is Dublin Core's.
  void authors(const Entry& entry) {
    bool has_author = false;
    for (const Person& one : entry.authors) {
      if (!has_author && is_email(one.email) && reads_back(one)) {
        xml_.element("author", line_of(one));
        has_author = true;
      } else {
        xml_.element_if("dc:creator", shown_name(one));
      }
    }
    const std::string name = output_.name_of(entry);
    if (entry.authors.empty()) xml_.element_if("dc:creator", name);
  }

  // All three attributes are required.
  void enclosure(const Enclosure& one) {
    const std::string url = iri_of(one.url);
    if (url.empty()) return;
    xml_.begin("enclosure").attribute("url", url);
    xml_.attribute("length", std::to_string(one.length.value_or(0)));
    const bool has_type = is_media_type(one.type);
    xml_.attribute("type", has_type ? one.type : "application/octet-stream").end();
  }

  void source(const Entry& entry) {
    const std::string url = iri_of(feed_url_of(entry));
    if (url.empty()) return;
    xml_.begin("source")
        .attribute("url", url)
        .text(rss_title(one_line_of(entry.source->title)))
        .end();
  }

  XmlWriter xml_;
  const Output& output_;
};

}  // namespace

void write_rss(std::string& out, const Output& output) { RssWriter(out, output).rss(); }

}  // namespace planetarium
