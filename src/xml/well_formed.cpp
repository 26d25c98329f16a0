#include "xml/well_formed.hpp"

#include "text/ascii.hpp"
#include "xml/markup.hpp"

namespace planetarium {

bool is_xml_declaration(std::string_view text) {
  if (!text.ends_with('?')) return true;  // not closed: that is said elsewhere
  text.remove_suffix(1);
  bool has_version = false;
  for (const std::string_view name : {"version", "encoding", "standalone"}) {
    const size_t begin = skip_spaces(text, 0);
    if (begin == 0 || !text.substr(begin).starts_with(name)) continue;
    text.remove_prefix(skip_spaces(text, begin + name.size()));
    if (!text.starts_with('=')) return false;
    text.remove_prefix(skip_spaces(text, 1));
    const size_t end = text.empty() ? text.npos : text.find(text[0], 1);
    if (end == text.npos || (text[0] != '"' && text[0] != '\'')) return false;
    text.remove_prefix(end + 1);
    has_version = has_version || name == "version";
  }
  return has_version && trim(text).empty();
}

bool is_well_formed(std::string_view tag) {
  size_t at = name_end(tag, tag[1] == '/' ? 2 : 1);
  while (true) {
    const size_t next = skip_spaces(tag, at);
    if (next + 1 == tag.size() || (tag[1] != '/' && tag.substr(next) == "/>")) return true;
    const size_t end = name_end(tag, next);
    if (next == at || tag[1] == '/' || !is_name_start(tag[next])) return false;
    at = skip_spaces(tag, end);
    if (tag[at] != '=') return false;
    at = skip_spaces(tag, at + 1);
    if (tag[at] != '"' && tag[at] != '\'') return false;
    at = tag.find(tag[at], at + 1);
    if (at == tag.npos) return false;
    ++at;
  }
}

}  // namespace planetarium
