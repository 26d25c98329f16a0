// The one place where a namespace module is added: a row.
#include "namespaces/atom.hpp"
#include "namespaces/content.hpp"
#include "namespaces/dublin_core.hpp"
#include "namespaces/extension.hpp"

namespace planetarium {

namespace {

constexpr Extension extensions[] = {
    {Ns::atom, on_atom_in_feed, on_atom_in_entry},
    {Ns::atom03, on_atom_in_feed, on_atom_in_entry},
    {Ns::content, on_content_in_feed, on_content_in_entry},
    {Ns::dublin_core, on_dublin_core_in_feed, on_dublin_core_in_entry},
    {Ns::dublin_core_terms, on_terms_in_feed, on_terms_in_entry},
    {Ns::xhtml, on_xhtml_in_feed, on_xhtml_in_entry},
};

}  // namespace

const Extension* extension_for(Ns ns) {
  for (const Extension& extension : extensions) {
    if (extension.ns == ns) return &extension;
  }
  return nullptr;
}

}  // namespace planetarium
