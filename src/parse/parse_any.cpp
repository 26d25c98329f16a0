// Detect and dispatch, over all formats.
#include "parse/detect.hpp"
#include "parse/json_feed.hpp"
#include "parse/xml_feed.hpp"

namespace planetarium {

namespace {

Problem at_offset(const Error& error, std::string_view document) {
  Problem problem{.reason = error.reason, .detail = error.detail};
  if (error.offset) place(problem, document, *error.offset);
  return problem;
}

Result<Feed> parse_as_json(std::string_view document, const Source& source) {
  Feed feed;
  const ParsedJson json = parse_json(document, feed.arena);
  const bool sound = json.error.reason == Reason::none;
  if (auto error = read_json_feed(*json.value, feed.arena.keep(source.url), feed))
    return sound ? *error : json.error;
  if (!sound && feed.entries.empty()) return json.error;
  if (!sound) feed.problems.insert(feed.problems.begin(), at_offset(json.error, document));
  return feed;
}

}  // namespace

Result<Feed> parse(std::string_view document, const Source& source) {
  if (looks_like_json(document)) return parse_as_json(document, source);
  return read_xml(document, source, source.judges_bodies ? load_and_judge : load_any);
}

}  // namespace planetarium
