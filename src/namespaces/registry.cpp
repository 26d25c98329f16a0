// The one place where a namespace module is added: a row.
#include "namespaces/extension.hpp"

namespace planetarium {

namespace {

#ifndef PLANETARIUM_WITHOUT
#define PLANETARIUM_WITHOUT Ns::none
#endif
// A build that measures what modules cost names theirs here (`npm run bench -- --namespaces`).
constexpr Ns left_out[] = {PLANETARIUM_WITHOUT};

constexpr bool is_left_out(Ns ns) {
  for (const Ns each : left_out) {
    if (each == ns) return true;
  }
  return false;
}

struct Row {
  Ns ns;
  Extension extension;
};

constexpr Row rows[] = {
    {Ns::atom, on_atom},
    {Ns::atom03, on_atom},
    {Ns::admin, on_admin},
    {Ns::content, on_content},
    {Ns::creative_commons, on_creative_commons},
    {Ns::dublin_core, on_dublin_core},
    {Ns::dublin_core_terms, on_dublin_core_terms},
    {Ns::feedburner, on_feedburner},
    {Ns::geo, on_geo},
    {Ns::georss, on_georss},
    {Ns::gml, on_gml},
    {Ns::google_play, on_google_play},
    {Ns::itunes, on_itunes},
    {Ns::media, on_media},
    {Ns::podcast, on_podcast},
    {Ns::slash, on_slash},
    {Ns::syndication, on_syndication},
    {Ns::threading, on_threading},
    {Ns::well_formed_web, on_well_formed_web},
    {Ns::xhtml, on_xhtml},
};

struct Table {
  Extension by_ns[static_cast<size_t>(Ns::count)]{};
};

constexpr Table make_table() {
  Table table;
  for (const Row& row : rows) {
    if (!is_left_out(row.ns)) table.by_ns[static_cast<size_t>(row.ns)] = row.extension;
  }
  return table;
}
constexpr Table table = make_table();

}  // namespace

Extension extension_for(Ns ns) { return table.by_ns[static_cast<size_t>(ns)]; }

}  // namespace planetarium
