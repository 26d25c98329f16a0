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
    {"www.w3.org/xml/1998/namespace", Ns::xml},
    {"www.w3.org/2000/xmlns", Ns::xmlns},
    {"www.w3.org/2005/atom", Ns::atom},
    {"purl.org/atom/ns#", Ns::atom03},
    {"purl.org/rss/1.0", Ns::rss},
    {"my.netscape.com/rdf/simple/0.9", Ns::rss},
    {"channel.netscape.com/rdf/simple/0.9", Ns::rss},
    {"backend.userland.com/rss", Ns::rss},
    {"backend.userland.com/rss2", Ns::rss},
    {"backend.userland.com/rss091", Ns::rss},
    {"blogs.law.harvard.edu/tech/rss", Ns::rss},
    {"www.w3.org/1999/02/22-rdf-syntax-ns#", Ns::rdf},
    {"purl.org/rss/1.0/modules/content", Ns::content},
    {"purl.org/dc/elements/1.1", Ns::dublin_core},
    {"purl.org/dc/elements/1.0", Ns::dublin_core},
    {"purl.org/dc/terms", Ns::dublin_core_terms},
    {"www.w3.org/1999/xhtml", Ns::xhtml},
};

constexpr Row prefixes[] = {
    {"atom", Ns::atom},
    {"content", Ns::content},
    {"dc", Ns::dublin_core},
    {"dcterms", Ns::dublin_core_terms},
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
