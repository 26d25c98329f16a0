#include "xml/load.hpp"

#include "xml/balance.hpp"
#include "xml/document.hpp"
#include "xml/tree.hpp"

namespace planetarium {

namespace {

// References are expanded by our own readers, not by pugixml: it would leave &nbsp; and hide
// whether &amp;nbsp; was meant.
constexpr unsigned parse_options =
    pugi::parse_cdata | pugi::parse_ws_pcdata | pugi::parse_embed_pcdata;

bool read(pugi::xml_document& tree, std::string& text) {
  text += ' ';  // pugixml ends the buffer by writing over its last byte
  const auto result =
      tree.load_buffer_inplace(text.data(), text.size(), parse_options, pugi::encoding_utf8);
  return result || result.status == pugi::status_no_document_element;
}

// The one that comes first of what the skeleton and the judge found.
Problem first_problem(const Skeleton& skeleton, Verdict verdict, std::string_view text) {
  const bool found = skeleton.problem.reason != Reason::none;
  if (verdict.detail.empty() || (found && skeleton.problem_offset <= verdict.offset)) {
    Problem problem = skeleton.problem;
    if (found) place(problem, text, skeleton.problem_offset);
    return problem;
  }
  Problem problem{.reason = Reason::malformed_xml, .detail = std::move(verdict.detail)};
  place(problem, text, verdict.offset);
  return problem;
}

}  // namespace

Problem load_tree(pugi::xml_document& tree, Skeleton& skeleton, std::string_view text,
                  Judge scope) {
  skeleton = make_skeleton(text);
  Verdict verdict;
  if (scope == Judge::everything || !skeleton.readable) verdict = judge(text, skeleton, scope);
  if (skeleton.readable && verdict.readable) {
    if (read(tree, skeleton.text)) return first_problem(skeleton, std::move(verdict), text);
    skeleton = make_skeleton(text);  // the former one was read in place
    verdict = judge(text, skeleton, Judge::tree);
  }
  Problem problem = first_problem(skeleton, std::move(verdict), text);
  skeleton = make_skeleton(text, Tags::repaired);
  skeleton.text = balance(skeleton.text);
  read(tree, skeleton.text);
  if (problem.reason == Reason::none)
    problem = {.reason = Reason::malformed_xml, .detail = "the XML cannot be read"};
  return problem;
}

}  // namespace planetarium
