// URI references against a base, and the form links are compared in.
#include <doctest/doctest.h>

#include "support/builders.hpp"
#include "text/uri.hpp"

using namespace planetarium;

TEST_CASE("uri: references resolve as in RFC 3986 §5.4") {
  const std::string_view base = "http://a/b/c/d;p?q";
  const struct {
    std::string_view reference, target;
  } rows[] = {
      // §5.4.1 normal
      {"g:h", "g:h"},
      {"g", "http://a/b/c/g"},
      {"./g", "http://a/b/c/g"},
      {"g/", "http://a/b/c/g/"},
      {"/g", "http://a/g"},
      {"//g", "http://g"},
      {"?y", "http://a/b/c/d;p?y"},
      {"g?y", "http://a/b/c/g?y"},
      {"#s", "http://a/b/c/d;p?q#s"},
      {"g#s", "http://a/b/c/g#s"},
      {"g?y#s", "http://a/b/c/g?y#s"},
      {";x", "http://a/b/c/;x"},
      {"g;x", "http://a/b/c/g;x"},
      {"g;x?y#s", "http://a/b/c/g;x?y#s"},
      {".", "http://a/b/c/"},
      {"./", "http://a/b/c/"},
      {"..", "http://a/b/"},
      {"../", "http://a/b/"},
      {"../g", "http://a/b/g"},
      {"../..", "http://a/"},
      {"../../", "http://a/"},
      {"../../g", "http://a/g"},
      // §5.4.2 abnormal
      {"../../../g", "http://a/g"},
      {"../../../../g", "http://a/g"},
      {"/./g", "http://a/g"},
      {"/../g", "http://a/g"},
      {"g.", "http://a/b/c/g."},
      {".g", "http://a/b/c/.g"},
      {"g..", "http://a/b/c/g.."},
      {"..g", "http://a/b/c/..g"},
      {"./../g", "http://a/b/g"},
      {"./g/.", "http://a/b/c/g/"},
      {"g/./h", "http://a/b/c/g/h"},
      {"g/../h", "http://a/b/c/h"},
      {"g;x=1/./y", "http://a/b/c/g;x=1/y"},
      {"g;x=1/../y", "http://a/b/c/y"},
      {"g?y/./x", "http://a/b/c/g?y/./x"},
      {"g?y/../x", "http://a/b/c/g?y/../x"},
      {"g#s/./x", "http://a/b/c/g#s/./x"},
      {"g#s/../x", "http://a/b/c/g#s/../x"},
      {"http:g", "http:g"},
      // The one that differs: in a feed an empty link is no link, not the feed.
      {"", ""},
  };
  for (const auto& row : rows) {
    CAPTURE(row.reference);
    CHECK(resolve_uri(base, row.reference) == row.target);
  }
}

TEST_CASE("uri: what resolves against other bases") {
  const struct {
    std::string_view base, reference, target;
  } rows[] = {
      {"http://a", "g", "http://a/g"},
      {"http://a?q", "g", "http://a/g"},
      {"http://a", "../g", "http://a/g"},
      {"http://a/b", " g\n", "http://a/g"},
      {"http://a/b/", "//c/d", "http://c/d"},
      {"https://a/b#frag", "#s", "https://a/b#s"},
      {"https://a/b//c/d", "../e", "https://a/b//e"},
      {"/b/c", "d", "/b/d"},
      {"b/c", "../d", "d"},
      {"file:///b/c", "d", "file:///b/d"},
      // nothing is folded or encoded
      {"http://A.example/%7ea/", "B c?ü", "http://A.example/%7ea/B c?ü"},
      // no hierarchy to resolve in, and no base
      {"mailto:me@a.example", "g", "g"},
      {"tag:a.example,2008:1", "g", "g"},
      {"", "g/../h", "g/../h"},
      {"http://a/", "mailto:me@a.example", "mailto:me@a.example"},
      {"http://a/", "HTTP://B/../c", "HTTP://B/../c"},
      {"http://a/b", "http://[bad", "http://[bad"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.base);
    CAPTURE(row.reference);
    CHECK(resolve_uri(row.base, row.reference) == row.target);
  }
}

TEST_CASE("uri: a path of a hundred thousand dot segments resolves in linear time") {
  std::string up, down;
  for (int i = 0; i < 100'000; ++i) {
    up += "../";
    down += "a/";
  }
  CHECK(resolve_uri("http://a/" + down, up + "g") == "http://a/g");
  CHECK(resolve_uri("http://a/", down + up + "g") == "http://a/g");
}

TEST_CASE("uri: scheme and host are found as they are written") {
  const struct {
    std::string_view uri, scheme, host;
  } rows[] = {
      {"https://a.example/x", "https", "a.example"},
      {"HTTP://A.Example:80", "HTTP", "A.Example"},
      {"http://user:pass@a.example:8080/x@y", "http", "a.example"},
      {"http://[2001:db8::1]:80/", "http", "[2001:db8::1]"},
      {"//a.example/x", "", "a.example"},
      {"tag:a.example,2008:1", "tag", ""},
      {"x-y.z+1:2", "x-y.z+1", ""},
      {"1a:b", "", ""},
      {"a b:c", "", ""},
      {":a", "", ""},
      {"/a:b", "", ""},
      {"", "", ""},
      {"http://a.example?x=//b", "http", "a.example"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.uri);
    CHECK(scheme_of(row.uri) == row.scheme);
    CHECK(host_of(row.uri) == row.host);
  }
}

TEST_CASE("uri: links that lead to one page have one canonical form") {
  const struct {
    std::string_view uri, canonical;
  } rows[] = {
      {"https://a.example/post", "a.example/post"},
      {"http://a.example/post", "a.example/post"},
      {"HTTP://WWW.A.Example:80/post/", "a.example/post"},
      {"https://a.example:443/post", "a.example/post"},
      {"https://a.example:8443/post", "a.example:8443/post"},
      {"https://a.example", "a.example"},
      {"https://a.example/", "a.example"},
      {"https://a.example/index.html", "a.example"},
      {"https://a.example/dir/index.php", "a.example/dir"},
      {"https://a.example/myindex.html", "a.example/myindex.html"},
      {"https://a.example/post#comments", "a.example/post"},
      {"https://a.example/#!/post", "a.example#!/post"},
      {"https://a.example/#/post", "a.example#/post"},
      {"https://a.example/?p=17", "a.example?p=17"},
      {"https://a.example/post?utm_source=x&UTM_medium=y", "a.example/post"},
      {"https://a.example/?utm_source=x&p=17&utm_campaign=z", "a.example?p=17"},
      {"https://a.example/?p=17&&q=2", "a.example?p=17&q=2"},
      {"https://a.example/?", "a.example"},
      // paths keep their case, other schemes everything
      {"https://a.example/Post", "a.example/Post"},
      {" tag:A.example,2008:1/ ", "tag:A.example,2008:1/"},
      {"http:opaque", "http:opaque"},
      {"", ""},
  };
  for (const auto& row : rows) {
    CAPTURE(row.uri);
    CHECK(canonical_link(row.uri) == row.canonical);
  }
}
