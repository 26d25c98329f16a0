// One model for every format, in the words of RFC 4287. Each field says where RSS and JSON Feed
// keep it. Strings are views: into the document, or into the arena that travels with the feed.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "planetarium/arena.hpp"
#include "planetarium/error.hpp"
#include "planetarium/timestamp.hpp"

namespace planetarium {

/// Characters that may still be written as they stood in the document. `decode_body` reads them;
/// until then they cost nothing but their place.
struct Body {
  enum class Form : uint8_t {
    own,      ///< these are the characters
    plain,    ///< a CDATA section: the bytes are the characters, line ends aside
    escaped,  ///< XML character data: references are still written out
    json,     ///< what stands between the quotes of a JSON string: escapes are still written out
    markup,   ///< XHTML as it stood in the document, to be written as HTML
    away,     ///< in a segment of the archive that is not loaded: the bytes are an `Away`
  };

  std::string_view raw{};
  Form form = Form::own;
  bool in_segment = false;  ///< lies in a segment of the archive, which outlives any arena

  bool empty() const { return raw.empty(); }
  bool operator==(const Body& other) const { return form == other.form && raw == other.raw; }
};

/// An Atom text construct (RFC 4287 §3.1): RSS markup is html, JSON Feed `content_text` is text.
struct Text {
  std::string_view type{};  ///< text, html, xhtml, or a media type (Atom content alone)
  Body value{};
  std::string_view src{};   ///< out-of-line content (RFC 4287 §4.1.3.2); then there is no value
  std::string_view base{};  ///< base URI of URLs inside the value, where not the container's
  std::string_view language{};  ///< where not the container's; "-" says explicitly unknown

  bool empty() const { return value.empty() && src.empty(); }
  bool operator==(const Text&) const = default;
};

/// RFC 4287 §3.2; an RSS line such as "me@example.com (Me)", taken apart.
struct Person {
  std::string_view name{};
  std::string_view email{};
  std::string_view uri{};
  std::string_view avatar{};  ///< JSON Feed `avatar`

  bool empty() const { return name.empty() && email.empty() && uri.empty() && avatar.empty(); }
  bool operator==(const Person&) const = default;
};

/// RFC 4287 §4.2.7.
struct Link {
  std::string_view href{};
  std::string_view rel{};
  std::string_view type{};
  std::string_view title{};
  std::string_view hreflang{};
  std::optional<uint64_t> length{};

  bool operator==(const Link&) const = default;
};

/// RFC 4287 §4.2.2; RSS `domain` is the scheme.
struct Category {
  std::string_view term{};
  std::string_view scheme{};
  std::string_view label{};

  bool operator==(const Category&) const = default;
};

struct Enclosure {
  std::string_view url{};
  std::string_view type{};
  std::string_view title{};
  std::optional<uint64_t> length{};  ///< bytes
  std::optional<double> duration{};  ///< seconds

  bool operator==(const Enclosure&) const = default;
};

struct Image {
  std::string_view url{};
  std::string_view title{};
  std::string_view link{};
  std::string_view description{};
  std::optional<uint64_t> width{};
  std::optional<uint64_t> height{};

  bool operator==(const Image&) const = default;
};

struct Generator {
  std::string_view name{};
  std::string_view uri{};
  std::string_view version{};

  bool empty() const { return name.empty() && uri.empty() && version.empty(); }
  bool operator==(const Generator&) const = default;
};

/// RSS 2.0 `cloud`: where changes are told (rssCloud).
struct Cloud {
  std::string_view domain{};
  std::optional<uint64_t> port{};
  std::string_view path{};
  std::string_view register_procedure{};
  std::string_view protocol{};

  bool operator==(const Cloud&) const = default;
};

/// RSS `textInput`.
struct TextInput {
  std::string_view title{};
  std::string_view description{};
  std::string_view name{};
  std::string_view link{};

  bool operator==(const TextInput&) const = default;
};

/// RSS 1.0 module "syndication": how often the feed changes.
struct Syndication {
  std::string_view period{};            ///< hourly, daily, weekly, monthly, yearly
  std::optional<uint64_t> frequency{};  ///< times a period
  std::optional<Timestamp> base{};

  bool operator==(const Syndication&) const = default;
};

/// Apple's podcast elements as they were written; a feed and an entry each use some.
struct Itunes {
  std::string_view author{};
  Person owner{};
  std::string_view title{};
  std::string_view subtitle{};
  std::string_view summary{};
  std::string_view image{};
  std::optional<bool> is_explicit{};
  std::optional<bool> block{};
  std::optional<bool> complete{};
  std::string_view type{};  ///< episodic, serial
  std::string_view new_feed_url{};
  std::optional<double> duration{};  ///< seconds
  std::optional<uint64_t> episode{};
  std::optional<uint64_t> season{};
  std::string_view episode_type{};

  bool operator==(const Itunes&) const = default;
};

struct MediaContent {
  std::string_view url{};
  std::string_view type{};
  std::string_view medium{};
  std::optional<uint64_t> width{};
  std::optional<uint64_t> height{};
  std::optional<double> duration{};  ///< seconds
  std::optional<uint64_t> file_size{};
  std::optional<bool> is_default{};

  bool operator==(const MediaContent&) const = default;
};

struct MediaThumbnail {
  std::string_view url{};
  std::optional<uint64_t> width{};
  std::optional<uint64_t> height{};
  std::optional<double> time{};  ///< seconds

  bool operator==(const MediaThumbnail&) const = default;
};

struct MediaCredit {
  std::string_view name{};
  std::string_view role{};
  std::string_view scheme{};

  bool operator==(const MediaCredit&) const = default;
};

/// Media RSS 1.5.1 (https://www.rssboard.org/media-rss).
struct Media {
  Text title{};
  Text description{};
  List<MediaContent> content{};
  List<MediaThumbnail> thumbnails{};
  std::string_view player_url{};
  std::optional<uint64_t> player_width{};
  std::optional<uint64_t> player_height{};
  List<MediaCredit> credits{};
  std::string_view rating{};
  std::string_view rating_scheme{};
  std::string_view restriction_relationship{};
  std::string_view restriction_type{};
  List<std::string_view> restriction_values{};
  std::string_view license_name{};
  std::string_view license_type{};
  std::string_view license_href{};

  bool operator==(const Media&) const = default;
};

/// A GeoJSON (RFC 7946) geometry. Numbers stay as they were written, each a JSON number: nothing is
/// lost to rounding.
struct Geometry {
  std::string_view type{};           ///< Point, LineString, Polygon, Box
  uint32_t dimension = 2;            ///< numbers a position
  List<std::string_view> numbers{};  ///< longitude, latitude, (height,) …

  bool operator==(const Geometry&) const = default;
};

/// RFC 4685 §3.
struct InReplyTo {
  std::string_view ref{};
  std::string_view href{};
  std::string_view type{};
  std::string_view source{};

  bool empty() const { return ref.empty() && href.empty(); }
  bool operator==(const InReplyTo&) const = default;
};

struct Transcript {
  std::string_view url{};
  std::string_view type{};
  std::string_view language{};
  std::string_view rel{};

  bool operator==(const Transcript&) const = default;
};

struct PodcastPerson {
  std::string_view name{};
  std::string_view role{};
  std::string_view group{};
  std::string_view image{};
  std::string_view href{};

  bool operator==(const PodcastPerson&) const = default;
};

/// Podcasting 2.0 (https://podcasting2.org/podcast-namespace).
struct Podcast {
  std::string_view chapters_url{};
  std::string_view chapters_type{};
  List<Transcript> transcripts{};
  List<PodcastPerson> persons{};

  bool operator==(const Podcast&) const = default;
};

/// What a feed and an entry's `source` (RFC 4287 §4.2.11) both say of themselves.
struct Metadata {
  std::string_view id{};  ///< JSON Feed `feed_url`
  Text title{};
  Text subtitle{};          ///< RSS channel `description`
  std::string_view link{};  ///< the weblog: first alternate link that is HTML, else first alternate
  List<Link> links{};
  List<Person> authors{};
  List<Person> contributors{};
  List<Category> categories{};
  Generator generator{};
  std::string_view icon{};
  std::string_view logo{};
  Text rights{};
  std::optional<Timestamp> published{};
  std::optional<Timestamp> updated{};
  std::string_view language{};  ///< "-" says explicitly unknown (xml:lang="")
  std::string_view base{};      ///< base URI in force
};

struct Entry {
  std::string_view id{};  ///< RSS guid, rdf:about
  std::optional<bool> id_is_permalink{};
  Text title{};
  std::string_view link{};
  std::string_view original_link{};  ///< feedburner:origLink: where `link` leads through a counter
  List<Link> links{};
  Text summary{};        ///< RSS `description`
  List<Text> content{};  ///< `content:encoded`; JSON Feed `content_html`, `content_text`
  List<Person> authors{};
  List<Person> contributors{};
  Person publisher{};
  List<Category> categories{};  ///< dc:subject; JSON Feed `tags`
  std::optional<Timestamp> published{};
  std::optional<Timestamp> updated{};
  std::optional<Timestamp> created{};
  std::optional<Timestamp> expired{};  ///< RSS 0.93 `expirationDate`
  List<Enclosure> enclosures{};        ///< JSON Feed `attachments`
  Image image{};
  std::string_view comments{};
  std::string_view comments_feed{};  ///< wfw:commentRss
  std::optional<uint64_t> comment_count{};
  InReplyTo in_reply_to{};
  Text rights{};
  std::string_view license{};
  const Metadata* source = nullptr;
  std::string_view language{};
  std::string_view base{};  ///< base URI in force, where it is not the feed's
  const Itunes* itunes = nullptr;
  const Media* media = nullptr;
  const Geometry* geo = nullptr;
  const Podcast* podcast = nullptr;
};

/// Something that was wrong and has been recovered from.
struct Problem {
  Reason reason = Reason::none;
  std::string detail{};
  uint32_t line = 0;    ///< 1-based; 0 where there is no place
  uint32_t column = 0;  ///< 1-based, in characters

  bool operator==(const Problem&) const = default;
};

/// Views point into `arena` and into the document it was read from: that must outlive the feed.
struct Feed : Metadata {
  Arena arena{};
  std::string_view format{};   ///< rss, rdf, atom, json
  std::string_view version{};  ///< rss20, rss10, atom10, json11 …
  std::string encoding{};      ///< label of the charset, lower case
  Person publisher{};
  Image image{};
  std::string_view license{};
  Text info{};  ///< feedburner:browserFriendly; Atom 0.3 `info`
  std::optional<Timestamp> created{};
  std::string_view docs{};
  std::optional<uint64_t> ttl{};  ///< minutes
  const Cloud* cloud = nullptr;
  const TextInput* text_input = nullptr;
  const Syndication* syndication = nullptr;
  const Itunes* itunes = nullptr;
  const Media* media = nullptr;
  const Geometry* geo = nullptr;
  const Podcast* podcast = nullptr;
  std::vector<Entry> entries{};
  std::vector<Problem> problems{};  ///< empty: the document was well-formed
};

}  // namespace planetarium
