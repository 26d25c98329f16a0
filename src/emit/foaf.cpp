// The people of a planet as a group in FOAF (http://xmlns.com/foaf/spec/): who, their weblogs, and
// the feeds of those.
#include "emit/output.hpp"
#include "emit/xml_writer.hpp"

namespace planetarium {

namespace {

void write_resource(XmlWriter& xml, std::string_view property, std::string_view resource) {
  const std::string iri = iri_of(resource);
  if (!iri.empty()) xml.begin(property).attribute("rdf:resource", iri).end();
}

void write_member(XmlWriter& xml, const OutputFeed& feed) {
  const std::string_view name = feed.name.empty() ? feed.url : feed.name;
  const std::string link = iri_of(feed.link);
  xml.begin("foaf:member").begin("foaf:Agent").element("foaf:name", name);
  write_resource(xml, "foaf:depiction", feed.face);
  xml.begin("foaf:weblog").begin("foaf:Document").attribute_if("rdf:about", link);
  xml.element("dc:title", name).begin("rdfs:seeAlso");
  xml.begin("rss:channel").attribute("rdf:about", feed.url).end();
  xml.end().end().end().end().end();
}

}  // namespace

void write_foaf(std::string& out, const Output& output) {
  const OutputAbout& about = output.about();
  XmlWriter xml(out);
  xml.begin("rdf:RDF").attribute("xmlns:rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#");
  xml.attribute("xmlns:rdfs", "http://www.w3.org/2000/01/rdf-schema#");
  xml.attribute("xmlns:foaf", "http://xmlns.com/foaf/0.1/");
  xml.attribute("xmlns:rss", "http://purl.org/rss/1.0/");
  xml.attribute("xmlns:dc", "http://purl.org/dc/elements/1.1/");
  xml.begin("foaf:Group").element("foaf:name", output.title());
  write_resource(xml, "foaf:homepage", about.link);
  write_resource(xml, "rdfs:seeAlso", about.self);
  for (const OutputFeed& feed : about.feeds) write_member(xml, feed);
  xml.end().end();
}

}  // namespace planetarium
