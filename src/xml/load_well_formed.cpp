#include "xml/document.hpp"
#include "xml/load.hpp"
#include "xml/tree.hpp"

namespace planetarium {

bool read_in_place(pugi::xml_document& tree, Skeleton& skeleton, Arena& arena) {
  skeleton.text.append(' ');  // pugixml ends the buffer by writing over its last byte
  const size_t size = skeleton.text.size();
  char* const kept = arena.adopt(skeleton.text.release());
  const auto result = tree.load_buffer_inplace(kept, size, tree_options, pugi::encoding_utf8);
  return result || result.status == pugi::status_no_document_element;
}

Problem load_well_formed(pugi::xml_document& tree, Skeleton& skeleton, std::string_view& text,
                         Arena& arena) {
  skeleton = make_skeleton(text, Inline::taken);
  const bool declares = skeleton.doctype.find("<!ENTITY") != std::string_view::npos;
  if (declares || !skeleton.readable || !read_in_place(tree, skeleton, arena))
    return {.reason = Reason::needs_parser, .detail = "xml"};
  if (skeleton.problem.reason != Reason::none)
    place(skeleton.problem, text, skeleton.problem_offset);
  return skeleton.problem;
}

}  // namespace planetarium
