// An XML document to a feed, what was wrong with it, and its bodies to characters.
#include "planetarium/parse.hpp"

#include "parse/detect.hpp"
#include "parse/xml_feed.hpp"
#include "text/ascii.hpp"
#include "text/entities.hpp"

namespace planetarium {

Result<Feed> parse_xml(std::string_view text, const Source& source) {
  if (looks_like_json(text)) return Error{.reason = Reason::needs_parser, .detail = "json"};
  const Document document(text, source.url);
  const auto root = document.feed();
  if (!root) {
    const std::string name = document.root_name();
    return Error{.reason = Reason::not_a_feed,
                 .detail = name.empty() ? "there is no element in it"
                                        : "its root element is <" + name + ">"};
  }
  Feed feed = read_xml_feed(document, *root);
  if (document.problem().reason != Reason::none) feed.problems.push_back(document.problem());
  return feed;
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
    out +=
        " at line " + std::to_string(problem.line) + ", column " + std::to_string(problem.column);
  }
  return problem.detail.empty() ? out : out + ": " + problem.detail;
}

}  // namespace planetarium
