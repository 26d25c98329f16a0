// An XML document to a feed, what was wrong with it, and its bodies to characters.
#include "planetarium/parse.hpp"

#include "parse/detect.hpp"
#include "parse/xml_feed.hpp"
#include "text/ascii.hpp"
#include "text/entities.hpp"
#include "text/json_string.hpp"
#include "xml/inline_markup.hpp"

namespace planetarium {

Result<Feed> parse_xml(std::string_view text, const Source& source) {
  if (looks_like_json(text)) return Error{.reason = Reason::needs_parser, .detail = "json"};
  return read_xml(text, source, load_well_formed);
}

Result<Feed> read_xml(std::string_view text, const Source& source, Loader load) {
  Feed feed;
  const Document document(text, feed.arena.keep(source.url), feed.arena, load);
  if (document.problem().reason == Reason::needs_parser)
    return Error{.reason = Reason::needs_parser, .detail = document.problem().detail};
  const auto root = document.feed();
  if (!root) {
    const std::string_view name = document.root_name();
    return Error{.reason = Reason::not_a_feed,
                 .detail = name.empty() ? "there is no element in it"
                                        : "its root element is <" + std::string(name) + ">"};
  }
  read_xml_feed(document, *root, feed);
  if (document.problem().reason != Reason::none) feed.problems.push_back(document.problem());
  return feed;
}

std::string decode_body(const Body& body) {
  if (body.form == Body::Form::own) return std::string(body.raw);
  if (body.form == Body::Form::away) return {};
  const std::string_view run = trim(body.raw);
  if (body.form == Body::Form::markup) return html_of_inline(run);
  std::string out;
  out.reserve(run.size());
  if (body.form == Body::Form::plain) {
    out += run;
  } else if (body.form == Body::Form::json) {
    append_json_unescaped(out, run);
  } else {
    append_expanded(out, run);
  }
  normalise(out);
  const std::string_view view = trim(out);
  return view.size() == out.size() ? out : std::string(view);
}

std::string_view read_body(Arena& arena, const Body& body) {
  return body.form == Body::Form::own ? body.raw : arena.adopt(decode_body(body));
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
