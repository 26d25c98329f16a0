// Detect and dispatch, over all formats.
#include "parse/detect.hpp"
#include "parse/json_feed.hpp"
#include "parse/xml_feed.hpp"

namespace planetarium {

namespace {

// `begin`: of the JSON text in the document.
Result<Feed> parse_as_json(std::string_view document, size_t begin, const Source& source) {
  Feed feed;
  ParsedJson json = parse_json(document.substr(begin), feed.arena);
  const bool sound = json.error.reason == Reason::none;
  if (auto error = read_json_feed(*json.value, feed.arena.keep(source.url), feed))
    return sound ? *error : json.error;
  if (sound) return feed;
  if (feed.entries.empty()) return json.error;
  Problem problem{.reason = json.error.reason, .detail = json.error.detail};
  if (json.error.offset) place(problem, document, begin + *json.error.offset);
  feed.problems.insert(feed.problems.begin(), problem);
  return feed;
}

// What a program warns of stands before its JSON Feed, often as markup. A page that shows a JSON
// Feed has something behind it too.
std::optional<Feed> behind_a_warning(std::string_view document, const Source& source) {
  if (document.find("jsonfeed.org") == document.npos) return std::nullopt;
  const size_t begin = document.find('{');
  if (begin == document.npos) return std::nullopt;
  auto feed = parse_as_json(document, begin, source);
  if (!feed || !feed->problems.empty()) return std::nullopt;
  feed->problems.push_back({.reason = Reason::malformed_json,
                            .detail = "something stands before the JSON text",
                            .line = 1,
                            .column = 1});
  return std::move(*feed);
}

}  // namespace

Result<Feed> parse(std::string_view document, const Source& source) {
  if (looks_like_json(document)) return parse_as_json(document, document.find('{'), source);
  auto feed = read_xml(document, source, source.judges_bodies ? load_and_judge : load_any);
  if (feed || feed.error().reason != Reason::not_a_feed) return feed;
  if (auto json = behind_a_warning(document, source)) return std::move(*json);
  return feed;
}

}  // namespace planetarium
