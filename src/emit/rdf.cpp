// A view as RSS 1.0 (http://web.resource.org/rss/1.0/spec): RDF, each item named once and listed.
#include <set>

#include "emit/markup.hpp"
#include "emit/output.hpp"
#include "emit/rss_parts.hpp"

namespace planetarium {

namespace {

class RdfWriter {
 public:
  RdfWriter(std::string& out, const Output& output) : xml_(out), output_(output) {}

  void rdf() {
    name_items();
    const OutputAbout& about = output_.about();
    xml_.begin("rdf:RDF").attribute("xmlns", "http://purl.org/rss/1.0/");
    xml_.attribute("xmlns:rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#");
    xml_.attribute("xmlns:dcterms", "http://purl.org/dc/terms/");
    for (const RssNamespace& one : rss_namespaces) xml_.attribute(one.prefix, one.uri);
    channel(about);
    if (!about.logo.empty()) {
      xml_.begin("image").attribute("rdf:about", about.logo).element("title", output_.title());
      xml_.element("url", about.logo).element("link", about.link).end();
    }
    size_t i = 0;
    for (const Entry& one : output_.view().entries) item(one, names_[i++]);
    xml_.end();
  }

 private:
  void channel(const OutputAbout& about) {
    xml_.begin("channel").attribute("rdf:about", about.self.empty() ? about.link : about.self);
    xml_.element("title", output_.title()).element("link", about.link);
    xml_.element("description", about.subtitle.empty() ? output_.title() : about.subtitle);
    xml_.element_if("dc:language", about.language).element_if("dc:rights", about.rights);
    xml_.element("dc:date", rfc3339(output_.updated()));
    if (!about.owner_name.empty() || !about.owner_email.empty())
      xml_.element("dc:creator", about.owner_name.empty() ? about.owner_email : about.owner_name);
    write_page_links(xml_, about, "application/rdf+xml");
    if (!about.logo.empty()) xml_.begin("image").attribute("rdf:resource", about.logo).end();
    xml_.begin("items").begin("rdf:Seq");
    for (const std::string& name : names_)
      xml_.begin("rdf:li").attribute("rdf:resource", name).end();
    xml_.end().end().end();
  }

  // Each differs from all others, and from the channel and its image.
  void name_items() {
    std::set<std::string> taken{output_.about().self, output_.about().link, output_.about().logo};
    for (const Entry& one : output_.view().entries) {
      std::string name = iri_of(one.link);
      if (name.empty() || !taken.insert(name).second) {
        name = id_of(one);
        if (!taken.insert(name).second) {
          name = uuid_of(name + '\n' + std::to_string(names_.size()));
          taken.insert(name);
        }
      }
      names_.push_back(std::move(name));
    }
  }

  void item(const Entry& entry, const std::string& name) {
    xml_.begin("item").attribute("rdf:about", name);
    const std::string title = output_.title_of(entry, output_.wants_names(true));
    xml_.element("title", rss_title(title.empty() ? output_.name_of(entry) : title));
    xml_.element("link", link_of(entry));
    write_texts(xml_, entry, false);
    const auto& published = entry.published ? entry.published : entry.created;
    xml_.element("dc:date", rfc3339(published.value_or(output_.updated_of(entry))));
    xml_.element_if("dcterms:issued", rfc3339(entry.published));
    xml_.element_if("dcterms:modified", rfc3339(entry.updated));
    for (const Person& one : entry.authors) xml_.element_if("dc:creator", shown_name(one));
    const std::string feed = output_.name_of(entry);
    if (entry.authors.empty()) xml_.element_if("dc:creator", feed);
    for (const Category& one : entry.categories) xml_.element_if("dc:subject", label_of(one));
    write_modules(xml_, entry, output_.about());
    enclosures(entry);
    source(entry);
    xml_.end();
  }

  // Required, and where the item leads.
  std::string link_of(const Entry& entry) const {
    std::string link = iri_of(entry.link);
    if (link.empty() && entry.id.starts_with("http") && is_iri(entry.id)) link = entry.id;
    if (link.empty() && entry.source != nullptr) link = iri_of(entry.source->link);
    return link.empty() ? output_.about().link : link;
  }

  void enclosures(const Entry& entry) {
    for (const Enclosure& one : entry.enclosures) {
      const std::string url = iri_of(one.url);
      if (url.empty()) continue;
      xml_.begin("atom:link").attribute("rel", "enclosure").attribute("href", url);
      xml_.attribute_if("type", only(one.type, is_media_type)).attribute_if("title", one.title);
      if (one.length) xml_.attribute("length", std::to_string(*one.length));
      xml_.end();
    }
  }

  void source(const Entry& entry) {
    if (entry.source == nullptr) return;
    const std::string url = iri_of(feed_url_of(entry));
    xml_.begin("atom:source").element("atom:title", one_line_of(entry.source->title));
    if (!url.empty()) xml_.begin("atom:link").attribute("rel", "self").attribute("href", url).end();
    xml_.end();
  }

  XmlWriter xml_;
  const Output& output_;
  std::vector<std::string> names_{};
};

}  // namespace

void write_rdf(std::string& out, const Output& output) { RdfWriter(out, output).rdf(); }

}  // namespace planetarium
