// Tells people what they subscribed to where it is no feed: by magic numbers (WHATWG MIME Sniffing
// §6), by the first words of a text, by the root of a document.
#include "planetarium/not_a_feed.hpp"

#include <algorithm>

#include "json/value.hpp"
#include "parse/detect.hpp"
#include "parse/html_links.hpp"
#include "parse/html_tags.hpp"
#include "text/ascii.hpp"
#include "text/entities.hpp"
#include "text/html_text.hpp"
#include "text/utf8.hpp"

namespace planetarium {

namespace {

struct Signature {
  size_t offset;
  std::string_view bytes;
  std::string_view what;
};

// Of bytes that are no text; a literal with a NUL gives its size.
constexpr Signature magic_numbers[] = {
    {0, "\x89PNG", "a PNG picture"},
    {0, "\xff\xd8\xff", "a JPEG picture"},
    {0, "GIF8", "a GIF picture"},
    {8, "WEBP", "a WebP picture"},
    {0, {"\0\0\1\0", 4}, "an icon"},
    {4, "ftypavif", "an AVIF picture"},
    {4, "ftyp", "an MP4 film or sound"},
    {0, "\x1a\x45\xdf\xa3", "a film (Matroska or WebM)"},
    {0, "ID3", "an MP3 sound"},
    {0, "\xff\xfb", "an MP3 sound"},
    {0, "OggS", "an Ogg sound or film"},
    {8, "WAVE", "a WAVE sound"},
    {0, "%PDF-", "a PDF document"},
    {0, "PK\3\4", "a ZIP archive, or a document packed as one"},
    {0, "\x1f\x8b", "compressed bytes (gzip) that nobody unpacked"},
    {0, "\x28\xb5\x2f\xfd", "compressed bytes (Zstandard) that nobody unpacked"},
    {0, "BZh", "compressed bytes (bzip2) that nobody unpacked"},
    {0, "\xfd\x37zXZ", "compressed bytes (xz) that nobody unpacked"},
    {0, "7z\xbc\xaf", "a 7-Zip archive"},
    {0, "Rar!", "a RAR archive"},
    {0, "wOF", "a font"},
    {0, {"\0asm", 4}, "a WebAssembly module"},
};

// Of texts, in lower case.
constexpr Signature first_words[] = {
    {0, "<?php", "PHP source that its server did not run"},
    {0, "begin:vcalendar", "a calendar (iCalendar)"},
    {0, "begin:vcard", "a visiting card (vCard)"},
    {0, "#extm3u", "a playlist"},
    {0, "user-agent:", "a robots.txt"},
    {0, "{\\rtf", "a document (RTF)"},
    {0, "%!ps", "a PostScript document"},
};

struct Root {
  std::string_view name;  ///< local, lower case
  std::string_view what;
};

constexpr Root roots[] = {
    {"entry", "a single Atom entry"},
    {"channel", "an RSS feed"},
    {"envelope", "a SOAP message"},
    {"error", "an error message in XML"},
    {"errors", "an error message in XML"},
    {"feed", "an Atom feed"},
    {"gpx", "a GPS track (GPX)"},
    {"item", "a single RSS item"},
    {"kml", "a map (KML)"},
    {"methodresponse", "an XML-RPC answer"},
    {"opensearchdescription", "a description of a search (OpenSearch)"},
    {"opml", "an OPML subscription list"},
    {"oembed", "an oEmbed answer"},
    {"plist", "a property list"},
    {"rdf", "an RSS feed"},
    {"rsd", "a description of a weblog's interfaces (RSD)"},
    {"rss", "an RSS feed"},
    {"service", "an Atom service document"},
    {"sitemapindex", "an index of sitemaps"},
    {"stylesheet", "an XSLT style sheet"},
    {"svg", "an SVG picture"},
    {"tt", "subtitles (TTML)"},
    {"urlset", "a sitemap"},
};

// Where a page that has lost its beginning starts.
constexpr std::string_view html_roots[] = {
    "html",   "head", "body", "title", "meta", "link",     "script", "style",
    "div",    "p",    "br",   "b",     "h1",   "h2",       "h3",     "table",
    "center", "font", "a",    "span",  "form", "noscript",
};

// Titles of the pages that stand between a weblog and whoever does not run scripts.
constexpr std::string_view gatekeepers[] = {
    "just a moment", "attention required",           "checking your browser",
    "ddos-guard",    "making sure you're not a bot", "are you a robot",
    "please wait",   "one moment, please",           "security check",
    "access denied", "verify you are human",         "client challenge",
};

constexpr size_t longest_quote = 80;
constexpr size_t most_looked_at = 256 * 1024;

template <size_t N>
const Signature* find_signature(const Signature (&all)[N], std::string_view bytes) {
  for (const Signature& one : all) {
    if (bytes.size() > one.offset && bytes.substr(one.offset).starts_with(one.bytes)) return &one;
  }
  return nullptr;
}

template <size_t N>
bool contains(const std::string_view (&all)[N], std::string_view word) {
  return std::find(std::begin(all), std::end(all), word) != std::end(all);
}

std::string quoted(std::string_view text) { return '"' + shortened(text, longest_quote) + '"'; }

struct Opening {
  bool html = false;   ///< it is declared or begun as a web page
  std::string name{};  ///< local name of the first element, lower case; empty where there is none
};

// Comments, declarations and processing instructions do not count.
Opening opening_of(std::string_view text) {
  Opening opening;
  size_t at = 0;
  while ((at = text.find('<', at)) != text.npos) {
    const std::string_view rest = text.substr(at);
    if (rest.starts_with("<!--") || rest.starts_with("<?")) {
      const std::string_view end = rest[1] == '?' ? "?>" : "-->";
      at = text.find(end, at + 2);
      if (at == text.npos) break;
    } else if (rest.starts_with("<!")) {
      opening.html = opening.html || starts_ignoring_case(rest.substr(2), "doctype html");
      at = text.find('>', at);
      if (at == text.npos) break;
    } else if (rest.size() > 1 && (is_alpha(rest[1]) || rest[1] == '_')) {
      size_t end = 1;
      while (end < rest.size() && !is_space(rest[end]) && rest[end] != '>' && rest[end] != '/') {
        ++end;
      }
      std::string_view name = rest.substr(1, end - 1);
      name.remove_prefix(name.rfind(':') + 1);  // npos + 1 is 0
      opening.name = lowered(beginning(name, longest_quote));
      break;
    } else {
      ++at;
    }
  }
  opening.html = opening.html || contains(html_roots, opening.name);
  return opening;
}

struct Page {
  std::string title{};
  bool asks_password = false;
};

Page look_at_page(std::string_view html) {
  Page page;
  HtmlTags tags(html);
  while (tags.next()) {
    if (page.title.empty() && same_ignoring_case(tags.name(), "title")) {
      std::string title;
      append_expanded(title, tags.raw_text());
      page.title = squeezed(title);
    } else if (same_ignoring_case(tags.name(), "input")) {
      page.asks_password |= same_ignoring_case(tags.attribute("type"), "password");
    }
  }
  return page;
}

std::string kind_of(const Page& page, bool names_feeds) {
  const std::string title = lowered(page.title);
  for (const std::string_view gatekeeper : gatekeepers) {
    if (title.starts_with(gatekeeper)) return "a page that lets no program pass";
  }
  return page.asks_password && !names_feeds ? "a page that asks for a password" : "a web page";
}

// `wanted`: what people asked for, ", not a feed".
Refusal explain_page(std::string_view html, const Source& source, std::string_view wanted) {
  Refusal refusal{.detail = {}, .alternates = feed_links(html, source.url)};
  const Page page = look_at_page(beginning(html, most_looked_at));
  refusal.detail = kind_of(page, !refusal.alternates.empty());
  if (!page.title.empty()) refusal.detail += " (" + quoted(page.title) + ")";
  refusal.detail += wanted;
  std::string_view before =
      refusal.alternates.size() > 1 ? "; it names its feeds: " : "; it names its feed: ";
  for (const Alternate& alternate : refusal.alternates) {
    refusal.detail.append(before).append(alternate.url);
    before = ", ";
  }
  return refusal;
}

// Where programs that answer with JSON say what went wrong: WordPress, Ghost, Google, RFC 9457.
std::string message_of(const Value& value) {
  for (const std::string_view key : {"message", "error", "detail", "error_description", "title"}) {
    const Value& member = value[key];
    const std::string text = decode_body(member.string());
    if (!text.empty()) return text;
    if (member.is(Value::Kind::object)) {
      const std::string inner = decode_body(member["message"].string());
      if (!inner.empty()) return inner;
    }
  }
  for (const Value& error : value["errors"].items()) {
    const std::string text = decode_body(error["message"].string());
    if (!text.empty()) return text;
  }
  return {};
}

std::string explain_object(const Value& object) {
  const std::string message = message_of(object);
  const std::string what = "JSON without an \"items\" array";
  return message.empty() ? what : what + "; it says " + quoted(plain_text(message));
}

// Empty where it is none.
std::string explain_json(std::string_view text, std::string_view wanted) {
  if (!text.starts_with('{') && !text.starts_with('[')) return {};
  Arena arena;
  const ParsedJson json = parse_json(text, arena);
  if (json.value->is(Value::Kind::object)) {
    const bool items = (*json.value)["items"].is(Value::Kind::array);
    return items ? "a JSON Feed" + std::string(wanted) : explain_object(*json.value);
  }
  const bool sound = json.error.reason == Reason::none;
  return sound ? "a JSON list" + std::string(wanted) : std::string{};
}

// WHATWG MIME Sniffing §7.2: a text may begin with a byte order mark, and holds no "binary data
// byte".
bool is_binary(std::string_view bytes) {
  if (bytes.starts_with("\xfe\xff") || bytes.starts_with("\xff\xfe")) return false;
  const std::string_view first = bytes.substr(0, 1445);
  return std::any_of(first.begin(), first.end(), [](unsigned char c) {
    return c <= 0x08 || c == 0x0b || (c >= 0x0e && c <= 0x1a) || (c >= 0x1c && c <= 0x1f);
  });
}

// The first of these that knows better than the next.
std::string explain_text(std::string_view text, std::string_view bytes, const Opening& opening,
                         std::string_view wanted) {
  const auto named = [wanted](std::string_view what) { return std::string(what).append(wanted); };
  if (const auto* found = find_signature(first_words, lowered(text.substr(0, 32))))
    return named(found->what);
  for (const Root& root : roots) {
    if (root.name == opening.name) return named(root.what);
  }
  if (text.starts_with('<') && !opening.name.empty())
    return named("XML whose root element is <" + opening.name + ">");
  if (is_binary(bytes)) return named("bytes that are no text");
  return named("plain text") + ": " + quoted(squeezed(beginning(text, 4096)));
}

Refusal explain(std::string_view bytes, std::string_view document, const Source& source,
                std::string_view wanted) {
  if (const auto* found = find_signature(magic_numbers, bytes))
    return {.detail = std::string(found->what).append(wanted)};
  const std::string_view text = beginning_of(document);
  if (text.empty() && !is_binary(bytes)) return {.detail = "an empty answer"};
  if (std::string json = explain_json(text, wanted); !json.empty())
    return {.detail = std::move(json)};
  const Opening opening = opening_of(text);
  if (opening.html) return explain_page(text, source, wanted);
  return {.detail = explain_text(text, bytes, opening, wanted)};
}

}  // namespace

Refusal explain_not_a_feed(std::string_view bytes, std::string_view document,
                           const Source& source) {
  return explain(bytes, document, source, ", not a feed");
}

Refusal explain_not_a_list(std::string_view bytes, std::string_view document,
                           const Source& source) {
  return explain(bytes, document, source, ", not a list of subscriptions");
}

}  // namespace planetarium
