// A view as Atom 1.0 (RFC 4287), each entry with the feed it was taken from; replies by RFC 4685,
// pages by RFC 5005.
#include <set>

#include "emit/atom_text.hpp"
#include "emit/output.hpp"
#include "emit/xml_writer.hpp"
#include "text/ascii.hpp"

namespace planetarium {

namespace {

bool is_alternate(const Link& link) { return same_ignoring_case(link.rel, "alternate"); }

class AtomWriter {
 public:
  AtomWriter(std::string& out, const Output& output) : xml_(out), output_(output) {}

  void feed() {
    const OutputAbout& about = output_.about();
    xml_.begin("feed").attribute("xmlns", "http://www.w3.org/2005/Atom");
    xml_.attribute("xmlns:thr", "http://purl.org/syndication/thread/1.0");
    xml_.attribute_if("xml:lang", about.language);
    xml_.element("id", !about.id.empty()     ? about.id
                       : !about.self.empty() ? about.self
                                             : about.link);
    xml_.element("title", output_.title()).element_if("subtitle", about.subtitle);
    xml_.element("updated", rfc3339(output_.updated()));
    link({.href = about.link, .rel = "alternate", .type = "text/html"});
    link({.href = about.self, .rel = "self", .type = "application/atom+xml"});
    link({.href = about.first, .rel = "first"});
    link({.href = about.previous, .rel = "previous"});
    link({.href = about.next, .rel = "next"});
    link({.href = about.last, .rel = "last"});
    if (!about.owner_name.empty())
      person("author", {.name = about.owner_name, .email = about.owner_email}, {});
    xml_.element_if("generator", about.generator).element_if("rights", about.rights);
    xml_.element_if("icon", about.icon).element_if("logo", about.logo);
    for (const Entry& one : output_.view().entries) entry(one);
    xml_.end();
  }

 private:
  void entry(const Entry& entry) {
    xml_.begin("entry");
    language(entry.language, output_.about().language);
    xml_.element("id", id_of(entry));
    title(entry);
    xml_.element("updated", rfc3339(output_.updated_of(entry)));
    xml_.element_if("published", rfc3339(entry.published));
    const std::string name = output_.name_of(entry);
    people("author", entry.authors,
           entry.authors.size() == 1 ? std::string_view(name) : std::string_view{});
    // RFC 4287 §4.2.1: somebody has written it.
    if (entry.authors.empty()) person("author", {.name = name}, output_.title());
    people("contributor", entry.contributors, {});
    const bool has_alternate = links(entry.links, entry.link);
    for (const Enclosure& one : entry.enclosures) {
      link({.href = one.url,
            .rel = "enclosure",
            .type = one.type,
            .title = one.title,
            .length = one.length});
    }
    further_links(entry);
    categories(entry.categories);
    write_text(xml_, "rights", entry.rights);
    write_content(xml_, entry, has_alternate);
    replies(entry);
    if (entry.source != nullptr) source(*entry.source, entry.language);
    xml_.end();
  }

  void source(const Metadata& source, std::string_view inherited) {
    xml_.begin("source");
    language(source.language, inherited == "-" ? std::string_view{} : inherited);
    const std::string_view id = only(source.id, is_iri);
    const std::string made = uuid_of(source.link);
    std::string self;
    for (const Link& link : source.links) {
      if (self.empty() && same_ignoring_case(link.rel, "self")) self = iri_of(link.href);
    }
    xml_.element("id", !id.empty() ? id : std::string_view(self.empty() ? made : self));
    xml_.begin("title");
    write_text_content(xml_, source.title);
    xml_.end();
    write_text(xml_, "subtitle", source.subtitle);
    xml_.element_if("updated", rfc3339(source.updated));
    links(source.links, source.link);
    people("author", source.authors, {});
    people("contributor", source.contributors, {});
    categories(source.categories);
    if (!source.generator.empty()) {
      xml_.begin("generator").attribute_if("uri", iri_of(source.generator.uri));
      xml_.attribute_if("version", source.generator.version).text(source.generator.name).end();
    }
    xml_.element_if("icon", iri_of(source.icon));
    xml_.element_if("logo", iri_of(source.logo));
    write_text(xml_, "rights", source.rights);
    xml_.end();
  }

  // "" says that nothing is inherited (XML 1.0 §2.12).
  void language(std::string_view own, std::string_view inherited) {
    if (own == inherited) return;
    own = only(own, is_language);
    if (!own.empty() || !inherited.empty()) xml_.attribute("xml:lang", own);
  }

  void title(const Entry& entry) {
    Text title = entry.title;
    std::string named;
    if (output_.wants_names(false)) {
      named = output_.title_of(entry, true);
      title = {.type = "text", .value = {.raw = named}};
    }
    xml_.begin("title");
    write_text_content(xml_, title);
    xml_.end();
  }

  void people(std::string_view element, const List<Person>& people, std::string_view otherwise) {
    for (const Person& one : people) person(element, one, otherwise);
  }

  // A name is required (RFC 4287 §3.2.1).
  void person(std::string_view element, const Person& person, std::string_view otherwise) {
    const std::string_view email = only(person.email, is_email);
    const std::string uri = iri_of(person.uri);
    std::string_view name = person.name;
    for (const std::string_view other : {otherwise, email, std::string_view(uri)}) {
      if (name.empty()) name = other;
    }
    xml_.begin(element).element("name", name.empty() ? output_.title() : name);
    xml_.element_if("uri", uri).element_if("email", email).end();
  }

  void link(const Link& link) {
    const std::string href = iri_of(link.href);
    if (href.empty()) return;
    xml_.begin("link").attribute_if("rel", is_alternate(link) ? "alternate" : link.rel);
    xml_.attribute_if("type", only(link.type, is_media_type)).attribute("href", href);
    xml_.attribute_if("hreflang", only(link.hreflang, is_language));
    xml_.attribute_if("title", link.title);
    if (link.length) xml_.attribute("length", std::to_string(*link.length));
    xml_.end();
  }

  // The address first, and of alternate links one a type and language (RFC 4287 §4.1.2). Whether
  // there was any.
  bool links(const List<Link>& all, std::string_view address) {
    std::set<std::string> kinds;
    const auto alternate = [&](const Link& one) {
      std::string kind = lowered(only(one.type, is_media_type));
      kind.append("\n").append(lowered(only(one.hreflang, is_language)));
      if (!iri_of(one.href).empty() && kinds.insert(kind).second) link(one);
    };
    Link main{.href = address, .rel = "alternate"};
    for (const Link& one : all) {
      if (!is_alternate(one) || one.href != address) continue;
      main = one;
      break;
    }
    alternate(main);
    for (const Link& one : all) {
      if (is_alternate(one)) {
        alternate(one);
      } else if (!same_ignoring_case(one.rel, "enclosure")) {
        link(one);
      }
    }
    return !kinds.empty();
  }

  // What other formats say otherwise than by links.
  void further_links(const Entry& entry) {
    const auto missing = [&entry](std::string_view href, std::string_view rel) {
      for (const Link& one : entry.links) {
        if (one.href == href && same_ignoring_case(one.rel, rel)) return false;
      }
      return true;
    };
    if (missing(entry.license, "license")) link({.href = entry.license, .rel = "license"});
    if (missing(entry.comments, "replies"))
      link({.href = entry.comments, .rel = "replies", .type = "text/html"});
    if (missing(entry.comments_feed, "replies"))
      link({.href = entry.comments_feed, .rel = "replies"});
  }

  void categories(const List<Category>& all) {
    for (const Category& one : all) {
      if (one.term.empty()) continue;
      xml_.begin("category").attribute("term", one.term);
      xml_.attribute_if("scheme", only(one.scheme, is_iri)).attribute_if("label", one.label).end();
    }
  }

  void replies(const Entry& entry) {
    if (entry.comment_count) xml_.element("thr:total", std::to_string(*entry.comment_count));
    const InReplyTo& reply = entry.in_reply_to;
    const std::string href = iri_of(reply.href);
    const std::string_view ref = reply.ref.empty() ? std::string_view(href) : reply.ref;
    if (ref.empty()) return;
    xml_.begin("thr:in-reply-to").attribute("ref", ref).attribute_if("href", href);
    xml_.attribute_if("type", only(reply.type, is_media_type));
    xml_.attribute_if("source", iri_of(reply.source)).end();
  }

  XmlWriter xml_;
  const Output& output_;
};

}  // namespace

void write_atom(std::string& out, const Output& output) { AtomWriter(out, output).feed(); }

}  // namespace planetarium
