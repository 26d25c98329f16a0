// The subscriptions of a planet as OPML 2.0 (http://opml.org/spec2.opml).
#include "emit/output.hpp"
#include "emit/xml_writer.hpp"

namespace planetarium {

void write_opml(std::string& out, const Output& output) {
  const OutputAbout& about = output.about();
  XmlWriter xml(out);
  xml.begin("opml").attribute("version", "2.0").begin("head").element("title", output.title());
  xml.element("dateModified", rfc822(output.updated()));
  xml.element_if("ownerName", about.owner_name).element_if("ownerEmail", about.owner_email);
  xml.element("docs", "http://opml.org/spec2.opml").end().begin("body");
  for (const OutputFeed& feed : about.feeds) {
    const std::string_view name = feed.name.empty() ? feed.url : feed.name;
    xml.begin("outline").attribute("type", "rss").attribute("text", name);
    xml.attribute("title", name).attribute("xmlUrl", feed.url);
    xml.attribute_if("htmlUrl", iri_of(feed.link)).end();
  }
  xml.end().end();
}

}  // namespace planetarium
