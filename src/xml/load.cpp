#include "xml/load.hpp"

#include "xml/balance.hpp"
#include "xml/doctype.hpp"
#include "xml/document.hpp"
#include "xml/judge.hpp"
#include "xml/tree.hpp"

namespace planetarium {

namespace {

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

Problem load(pugi::xml_document& tree, Skeleton& skeleton, std::string_view& text, Arena& arena,
             Judge scope) {
  if (auto expanded = expand_declared_entities(text)) text = arena.adopt(std::move(*expanded));
  if (scope == Judge::tree) {
    skeleton = make_skeleton(text, Inline::taken);
    if (skeleton.readable && read_in_place(tree, skeleton, arena))
      return first_problem(skeleton, {}, text);
  }
  skeleton = make_skeleton(text);
  Verdict verdict;
  if (scope == Judge::everything || !skeleton.readable) verdict = judge(text, skeleton, scope);
  if (skeleton.readable && verdict.readable) {
    if (read_in_place(tree, skeleton, arena))
      return first_problem(skeleton, std::move(verdict), text);
    skeleton = make_skeleton(text);  // the former one was read in place
    verdict = judge(text, skeleton, Judge::tree);
  }
  Problem problem = first_problem(skeleton, std::move(verdict), text);
  skeleton = make_repaired_skeleton(text);
  const std::string balanced = balance(skeleton.text);
  skeleton.text = {};
  skeleton.text.append(balanced);
  read_in_place(tree, skeleton, arena);
  if (problem.reason == Reason::none)
    problem = {.reason = Reason::malformed_xml, .detail = "the XML cannot be read"};
  return problem;
}

}  // namespace

Problem load_any(pugi::xml_document& tree, Skeleton& skeleton, std::string_view& text,
                 Arena& arena) {
  return load(tree, skeleton, text, arena, Judge::tree);
}

Problem load_and_judge(pugi::xml_document& tree, Skeleton& skeleton, std::string_view& text,
                       Arena& arena) {
  return load(tree, skeleton, text, arena, Judge::everything);
}

}  // namespace planetarium
