// Detect, dispatch, and say what was wrong.
#include "planetarium/parse.hpp"

#include "parse/detect.hpp"
#include "parse/json_feed.hpp"
#include "parse/xml_feed.hpp"
#include "text/ascii.hpp"
#include "text/entities.hpp"

namespace planetarium {

namespace {

Problem at_offset(const Error& error, std::string_view document) {
  Problem problem{.reason = error.reason, .detail = error.detail};
  if (error.offset) place(problem, document, *error.offset);
  return problem;
}

Result<Feed> parse_as_json(std::string_view document, const Source& source) {
  const ParsedJson json = parse_json(document);
  const bool stopped = json.error.reason != Reason::none;
  auto feed = read_json_feed(json.value, source.url);
  if (!feed) return stopped ? json.error : feed.error();
  if (stopped && feed->entries.empty()) return json.error;
  if (stopped) feed->problems.push_back(at_offset(json.error, document));
  return feed;
}

Result<Feed> parse_as_xml(std::string_view text, const Source& source) {
  const Document document(text, source.url);
  const auto root = document.feed();
  if (!root) {
    const std::string name = document.root_name();
    return Error{.reason = Reason::not_a_feed,
                 .detail = name.empty() ? "there is no element in it" : "its root element is <" + name + ">"};
  }
  Feed feed = read_xml_feed(document, *root);
  if (document.problem().reason != Reason::none) feed.problems.push_back(document.problem());
  return feed;
}

}  // namespace

Result<Feed> parse(std::string_view document, const Source& source) {
  return looks_like_json(document) ? parse_as_json(document, source) : parse_as_xml(document, source);
}

std::string decode_body(const Body& body, std::string_view where) {
  if (body.form == Body::Form::own) return body.own;
  if (body.offset > where.size()) return {};
  const std::string_view run = where.substr(body.offset, body.length);
  std::string out;
  if (body.form == Body::Form::plain) {
    out = trim(run);
  } else {
    out.reserve(run.size());
    append_expanded(out, run);
  }
  normalise(out);
  const std::string_view view = trim(out);
  return view.size() == out.size() ? out : std::string(view);
}

std::string describe(const Problem& problem) {
  std::string out(word(problem.reason));
  if (problem.line != 0) {
    out += " at line " + std::to_string(problem.line) + ", column " + std::to_string(problem.column);
  }
  return problem.detail.empty() ? out : out + ": " + problem.detail;
}

}  // namespace planetarium
