#include "parse/detect.hpp"

#include "text/ascii.hpp"

namespace planetarium {

namespace {

struct Version {
  std::string_view written;
  std::string_view word;
};

constexpr Version rss_versions[] = {
    {"0.90", "rss090"}, {"0.91", "rss091u"}, {"0.92", "rss092"},
    {"0.93", "rss093"}, {"0.94", "rss094"},
};
constexpr Version atom_versions[] = {
    {"0.1", "atom01"}, {"0.2", "atom02"}, {"0.3", "atom03"}, {"1.0", "atom10"}};

std::string_view rss_version(const Element& root, std::string_view doctype) {
  const std::string_view written = root.attribute("version");
  for (const Version& version : rss_versions) {
    if (version.written != written) continue;
    const bool netscape = version.word == "rss091u" && doctype.find("etscape") != doctype.npos;
    return netscape ? "rss091n" : version.word;
  }
  return written.starts_with('2') ? "rss20" : "rss";
}

std::string_view atom_version(const Element& root) {
  if (root.ns() == Ns::atom) return "atom10";
  if (root.ns() == Ns::atom03) return "atom03";
  const std::string_view written = root.attribute("version");
  for (const Version& version : atom_versions) {
    if (version.written == written) return version.word;
  }
  return "atom";
}

bool is_netscape(std::string_view uri) { return lowered(uri).find("netscape.com") != uri.npos; }

// RSS 0.90 is told from 1.0 by the namespace of its channel alone; an empty one has the default of
// the root.
std::string_view rdf_version(const Element& root) {
  for (const Element child : root.children()) {
    if (!same_ignoring_case(child.name(), "channel") && !same_ignoring_case(child.name(), "item"))
      continue;
    return is_netscape(child.namespace_uri()) ? "rss090" : "rss10";
  }
  return is_netscape(root.attribute("xmlns")) ? "rss090" : "rss10";
}

}  // namespace

std::string_view beginning_of(std::string_view document) {
  constexpr std::string_view mark = "\xef\xbb\xbf";
  for (document = trim(document); document.starts_with(mark);)
    document = trim(document.substr(mark.size()));
  return document;
}

bool looks_like_json(std::string_view document) { return beginning_of(document).starts_with('{'); }

Format format_of(const Element& root) {
  if (root.key() == key("feed") || root.key() == key("entry")) return Format::atom;
  return root.key() == key("RDF") ? Format::rdf : Format::rss;
}

std::string_view version_of(Format format, const Element& root, std::string_view doctype) {
  switch (format) {
    case Format::atom:
      return atom_version(root);
    case Format::rdf:
      return rdf_version(root);
    default:
      return rss_version(root, doctype);
  }
}

}  // namespace planetarium
