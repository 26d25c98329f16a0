// One model for every format, in the words of RFC 4287. Each field says where RSS and JSON Feed
// keep it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "planetarium/error.hpp"
#include "planetarium/timestamp.hpp"

namespace planetarium {

/// Characters that may still lie undecoded in the document they came from, or in a planet's
/// segment. `decode_body` makes them a string; until then they cost their own bytes and nothing
/// else.
struct Body {
  enum class Form : uint8_t {
    own,      ///< `own` holds the characters
    plain,    ///< a CDATA section: the bytes are the characters, line ends aside
    escaped,  ///< XML character data: references are still written out
  };

  Form form = Form::own;
  std::string own{};
  uint32_t segment = 0;  ///< which segment of a planet; 0 and unused while parsing
  uint32_t offset = 0;   ///< bytes into the document or the segment
  uint32_t length = 0;   ///< bytes

  bool empty() const { return form == Form::own ? own.empty() : length == 0; }
  bool operator==(const Body&) const = default;
};

/// An Atom text construct (RFC 4287 §3.1): RSS markup is html, JSON Feed `content_text` is text.
struct Text {
  std::string type{};  ///< text, html, xhtml, or a media type (Atom content alone)
  Body value{};
  std::string src{};       ///< out-of-line content (RFC 4287 §4.1.3.2); then there is no value
  std::string base{};      ///< base URI of URLs inside the value, where it is not the container's
  std::string language{};  ///< where it is not the container's; "-" says explicitly unknown

  bool empty() const { return value.empty() && src.empty(); }
  bool operator==(const Text&) const = default;
};

/// RFC 4287 §3.2; an RSS line such as "me@example.com (Me)", taken apart.
struct Person {
  std::string name{};
  std::string email{};
  std::string uri{};
  std::string avatar{};  ///< JSON Feed `avatar`

  bool empty() const { return name.empty() && email.empty() && uri.empty() && avatar.empty(); }
  bool operator==(const Person&) const = default;
};

/// RFC 4287 §4.2.7.
struct Link {
  std::string href{};
  std::string rel{};
  std::string type{};
  std::string title{};
  std::string hreflang{};
  std::optional<uint64_t> length{};

  bool operator==(const Link&) const = default;
};

/// RFC 4287 §4.2.2; RSS `domain` is the scheme.
struct Category {
  std::string term{};
  std::string scheme{};
  std::string label{};

  bool operator==(const Category&) const = default;
};

struct Enclosure {
  std::string url{};
  std::string type{};
  std::string title{};
  std::optional<uint64_t> length{};  ///< bytes
  std::optional<double> duration{};  ///< seconds

  bool operator==(const Enclosure&) const = default;
};

struct Image {
  std::string url{};
  std::string title{};
  std::string link{};
  std::string description{};
  std::optional<uint64_t> width{};
  std::optional<uint64_t> height{};

  bool operator==(const Image&) const = default;
};

struct Generator {
  std::string name{};
  std::string uri{};
  std::string version{};

  bool empty() const { return name.empty() && uri.empty() && version.empty(); }
  bool operator==(const Generator&) const = default;
};

/// What a feed and an entry's `source` (RFC 4287 §4.2.11) both say of themselves.
struct Metadata {
  std::string id{};  ///< JSON Feed `feed_url`
  Text title{};
  Text subtitle{};     ///< RSS channel `description`
  std::string link{};  ///< the weblog: first alternate link that is HTML, else first alternate
  std::vector<Link> links{};
  std::vector<Person> authors{};
  std::vector<Person> contributors{};
  std::vector<Category> categories{};
  Generator generator{};
  std::string icon{};
  std::string logo{};
  Text rights{};
  std::optional<Timestamp> published{};
  std::optional<Timestamp> updated{};
  std::string language{};  ///< "-" says explicitly unknown (xml:lang="")
  std::string base{};      ///< base URI in force

  bool operator==(const Metadata&) const = default;
};

struct Entry {
  std::string id{};  ///< RSS guid, rdf:about
  std::optional<bool> id_is_permalink{};
  Text title{};
  std::string link{};
  std::vector<Link> links{};
  Text summary{};               ///< RSS `description`
  std::vector<Text> content{};  ///< `content:encoded`; JSON Feed `content_html`, `content_text`
  std::vector<Person> authors{};
  std::vector<Person> contributors{};
  Person publisher{};
  std::vector<Category> categories{};  ///< dc:subject; JSON Feed `tags`
  std::optional<Timestamp> published{};
  std::optional<Timestamp> updated{};
  std::optional<Timestamp> created{};
  std::vector<Enclosure> enclosures{};  ///< JSON Feed `attachments`
  Image image{};
  std::string comments{};
  Text rights{};
  std::optional<Metadata> source{};
  std::string language{};
  std::string base{};  ///< base URI in force, where it is not the feed's

  bool operator==(const Entry&) const = default;
};

/// Something that was wrong and has been recovered from.
struct Problem {
  Reason reason = Reason::none;
  std::string detail{};
  uint32_t line = 0;    ///< 1-based; 0 where there is no place
  uint32_t column = 0;  ///< 1-based, in characters

  bool operator==(const Problem&) const = default;
};

struct Feed : Metadata {
  std::string format{};    ///< rss, rdf, atom, json
  std::string version{};   ///< rss20, rss10, atom10, json11 …
  std::string encoding{};  ///< label of the charset, lower case
  Person publisher{};
  Image image{};
  std::string docs{};
  std::optional<uint64_t> ttl{};  ///< minutes
  std::vector<Entry> entries{};
  std::vector<Problem> problems{};  ///< empty: the document was well-formed

  bool operator==(const Feed&) const = default;
};

}  // namespace planetarium
