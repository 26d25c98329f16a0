#include "text/uri.hpp"

#include "text/ascii.hpp"

namespace planetarium {

namespace {

struct Parts {
  std::string_view scheme{}, authority{}, path{}, query{}, fragment{};
  bool has_authority = false, has_query = false, has_fragment = false;
};

// RFC 3986 appendix B, without the regular expression.
Parts split(std::string_view uri) {
  Parts parts;
  if (const size_t hash = uri.find('#'); hash != uri.npos) {
    parts.fragment = uri.substr(hash + 1);
    parts.has_fragment = true;
    uri = uri.substr(0, hash);
  }
  if (const size_t mark = uri.find('?'); mark != uri.npos) {
    parts.query = uri.substr(mark + 1);
    parts.has_query = true;
    uri = uri.substr(0, mark);
  }
  parts.scheme = scheme_of(uri);
  if (!parts.scheme.empty()) uri.remove_prefix(parts.scheme.size() + 1);
  if (uri.substr(0, 2) == "//") {
    parts.has_authority = true;
    const size_t slash = uri.find('/', 2);
    parts.authority = uri.substr(2, slash == uri.npos ? uri.npos : slash - 2);
    uri = slash == uri.npos ? std::string_view{} : uri.substr(slash);
  }
  parts.path = uri;
  return parts;
}

// Whether a segment may be "." or "..": looks at every byte, which a compiler makes few steps of.
bool may_have_dot_segments(std::string_view path) {
  bool found = path.starts_with('.');
  for (size_t i = 1; i < path.size(); ++i) found |= path[i] == '.' && path[i - 1] == '/';
  return found;
}

// RFC 3986 §5.2.4; one pass, and ".." above the root is dropped.
std::string remove_dot_segments(std::string_view path) {
  if (!may_have_dot_segments(path)) return std::string(path);
  std::string out;
  out.reserve(path.size());
  const bool rooted = path.substr(0, 1) == "/";
  size_t at = rooted ? 1 : 0;
  if (rooted) out += '/';
  while (at <= path.size()) {
    const size_t slash = path.find('/', at);
    const bool last = slash == path.npos;
    const std::string_view segment = path.substr(at, last ? path.npos : slash - at);
    if (segment == "..") {
      if (out.size() > 1) out.erase(out.rfind('/', out.size() - 2) + 1);
    } else if (segment != ".") {
      out += segment;
      if (!last) out += '/';
    }
    if (last) break;
    at = slash + 1;
  }
  return out;
}

std::string merge_paths(const Parts& base, std::string_view path) {
  if (base.has_authority && base.path.empty()) return "/" + std::string(path);
  const size_t slash = base.path.rfind('/');
  std::string merged(slash == base.path.npos ? std::string_view{} : base.path.substr(0, slash + 1));
  merged += path;
  return merged;
}

bool is_tracking(std::string_view parameter) { return starts_ignoring_case(parameter, "utm_"); }

void append_query(std::string& out, std::string_view query) {
  char before = '?';
  while (!query.empty()) {
    const size_t end = query.find('&');
    const std::string_view parameter = query.substr(0, end);
    query = end == query.npos ? std::string_view{} : query.substr(end + 1);
    if (parameter.empty() || is_tracking(parameter)) continue;
    out += before;
    out += parameter;
    before = '&';
  }
}

std::string_view without_index_file(std::string_view path) {
  for (const std::string_view name : {"index.html", "index.htm", "index.php"}) {
    if (path.size() > name.size() && path.ends_with(name) &&
        path[path.size() - name.size() - 1] == '/') {
      return path.substr(0, path.size() - name.size());
    }
  }
  return path;
}

}  // namespace

std::string_view scheme_of(std::string_view uri) {
  size_t end = 0;
  while (end < uri.size() &&
         (is_alnum(uri[end]) || uri[end] == '+' || uri[end] == '-' || uri[end] == '.'))
    ++end;
  if (end == 0 || end == uri.size() || uri[end] != ':' || !is_alpha(uri[0])) return {};
  return uri.substr(0, end);
}

std::string_view host_of(std::string_view uri) {
  std::string_view authority = split(uri).authority;
  if (const size_t at = authority.rfind('@'); at != authority.npos)
    authority = authority.substr(at + 1);
  if (const size_t bracket = authority.rfind(']'); bracket != authority.npos) {
    return authority.substr(0, bracket + 1);
  }
  return authority.substr(0, authority.find(':'));
}

std::string resolve_uri(std::string_view base, std::string_view reference) {
  reference = trim(reference);
  if (base.empty() || reference.empty() || !scheme_of(reference).empty())
    return std::string(reference);
  const Parts from = split(base);
  const Parts to = split(reference);
  // "mailto:x" and "tag:…" are no hierarchy to resolve in.
  if (!from.has_authority && from.path.substr(0, 1) != "/" && !from.scheme.empty()) {
    return std::string(reference);
  }
  std::string out;
  if (!from.scheme.empty()) out.append(from.scheme).append(":");
  if (to.has_authority) return out.append(reference);
  if (from.has_authority) out.append("//").append(from.authority);
  if (to.path.empty()) {
    out += from.path;
    const bool own_query = to.has_query;
    if (own_query || from.has_query) out.append("?").append(own_query ? to.query : from.query);
  } else {
    out +=
        remove_dot_segments(to.path[0] == '/' ? std::string(to.path) : merge_paths(from, to.path));
    if (to.has_query) out.append("?").append(to.query);
  }
  if (to.has_fragment) out.append("#").append(to.fragment);
  return out;
}

std::string_view resolve_uri(Arena& arena, std::string_view base, std::string_view reference) {
  reference = trim(reference);
  if (base.empty() || reference.empty() || !scheme_of(reference).empty()) return reference;
  return arena.keep(resolve_uri(base, reference));
}

std::string canonical_link(std::string_view uri) {
  uri = trim(uri);
  const Parts parts = split(uri);
  const bool web =
      same_ignoring_case(parts.scheme, "http") || same_ignoring_case(parts.scheme, "https");
  if (!web || !parts.has_authority) return std::string(uri);
  std::string out = lowered(parts.authority);
  for (const std::string_view port : {":80", ":443"}) {
    if (out.ends_with(port)) out.erase(out.size() - port.size());
  }
  if (out.starts_with("www.")) out.erase(0, 4);
  std::string_view path = without_index_file(parts.path);
  while (path.ends_with('/')) path.remove_suffix(1);
  out += path;
  if (parts.has_query) append_query(out, parts.query);
  // "#!" and "#/" fragments are how some sites address their pages.
  const bool address =
      parts.has_fragment && (parts.fragment.starts_with("!") || parts.fragment.starts_with("/"));
  if (address) out.append("#").append(parts.fragment);
  return out;
}

}  // namespace planetarium
