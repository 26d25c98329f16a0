#include "xml/namespaces.hpp"

#include "text/ascii.hpp"

namespace planetarium {

namespace {

struct Row {
  std::string_view name;
  Ns ns;
};

// Without scheme and final slash.
constexpr Row uris[] = {
    {"www.w3.org/2005/atom", Ns::atom},
    {"purl.org/dc/elements/1.1", Ns::dublin_core},
    {"purl.org/rss/1.0/modules/content", Ns::content},
    {"purl.org/rss/1.0/modules/syndication", Ns::syndication},
    {"purl.org/rss/1.0/modules/slash", Ns::slash},
    {"wellformedweb.org/commentapi", Ns::well_formed_web},
    {"www.itunes.com/dtds/podcast-1.0.dtd", Ns::itunes},
    {"search.yahoo.com/mrss", Ns::media},
    {"www.rssboard.org/media-rss", Ns::media},
    {"tools.search.yahoo.com/mrss", Ns::media},
    {"www.w3.org/xml/1998/namespace", Ns::xml},
    {"www.w3.org/2000/xmlns", Ns::xmlns},
    {"www.w3.org/1999/xhtml", Ns::xhtml},
    {"www.w3.org/1999/02/22-rdf-syntax-ns#", Ns::rdf},
    {"purl.org/rss/1.0", Ns::rss},
    {"purl.org/net/rss1.1#", Ns::rss},
    {"my.netscape.com/rdf/simple/0.9", Ns::rss},
    {"channel.netscape.com/rdf/simple/0.9", Ns::rss},
    {"backend.userland.com/rss", Ns::rss},
    {"backend.userland.com/rss2", Ns::rss},
    {"backend.userland.com/rss091", Ns::rss},
    {"blogs.law.harvard.edu/tech/rss", Ns::rss},
    {"cyber.law.harvard.edu/rss/rss.html", Ns::rss},
    {"purl.org/atom/ns#", Ns::atom03},
    {"purl.org/echo", Ns::atom03},
    {"purl.org/pie", Ns::atom03},
    {"example.com/newformat#", Ns::atom03},
    {"example.com/necho", Ns::atom03},
    {"uri/of/echo/namespace#", Ns::atom03},
    {"purl.org/dc/elements/1.0", Ns::dublin_core},
    {"purl.org/dc/terms", Ns::dublin_core_terms},
    {"purl.org/syndication/thread/1.0", Ns::threading},
    {"rssnamespace.org/feedburner/ext/1.0", Ns::feedburner},
    {"webns.net/mvcb", Ns::admin},
    {"www.georss.org/georss", Ns::georss},
    {"www.opengis.net/gml", Ns::gml},
    {"www.opengis.net/gml/3.2", Ns::gml},
    {"www.w3.org/2003/01/geo/wgs84_pos#", Ns::geo},
    {"backend.userland.com/creativecommonsrssmodule", Ns::creative_commons},
    {"cyber.law.harvard.edu/rss/creativecommonsrssmodule.html", Ns::creative_commons},
    {"web.resource.org/cc", Ns::creative_commons},
    {"creativecommons.org/ns#", Ns::creative_commons},
    {"podcastindex.org/namespace/1.0", Ns::podcast},
    {"github.com/podcastindex-org/podcast-namespace/blob/main/docs/1.0.md", Ns::podcast},
    {"www.google.com/schemas/play-podcasts/1.0", Ns::google_play},
    {"www.google.com/schemas/play-podcasts/1.0/play-podcasts.xsd", Ns::google_play},
};

constexpr Row prefixes[] = {
    {"atom", Ns::atom},      {"content", Ns::content},
    {"dc", Ns::dublin_core}, {"dcterms", Ns::dublin_core_terms},
    {"georss", Ns::georss},  {"itunes", Ns::itunes},
    {"media", Ns::media},    {"slash", Ns::slash},
    {"thr", Ns::threading},  {"wfw", Ns::well_formed_web},
};

template <size_t N>
Ns find(const Row (&rows)[N], std::string_view name) {
  for (const Row& row : rows) {
    if (same_ignoring_case(row.name, name)) return row.ns;
  }
  return Ns::other;
}

}  // namespace

Ns namespace_of(std::string_view uri) {
  uri = trim(uri);
  if (uri.empty()) return Ns::none;
  const size_t scheme = uri.find("://");
  if (scheme != uri.npos && starts_ignoring_case(uri, "http")) uri.remove_prefix(scheme + 3);
  if (uri.ends_with('/')) uri.remove_suffix(1);
  return find(uris, uri);
}

Ns usual_namespace(std::string_view prefix) { return find(prefixes, prefix); }

}  // namespace planetarium
