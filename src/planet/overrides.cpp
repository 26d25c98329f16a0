#include "planet/overrides.hpp"

namespace planetarium {

void override_fields(Entry& entry, const Subscription& subscription) {
  const std::string_view title_type = subscription.title_type;
  if (!title_type.empty() && !entry.title.empty())
    entry.title.type = title_type == "text" ? "text" : "html";
  if (!entry.original_link.empty()) entry.link = entry.original_link;
  size_t bit = 0;
  const auto drop = [&](auto&... fields) {
    if ((subscription.ignored >> bit++ & 1) != 0) ((fields = {}), ...);
  };
  drop(entry.id);
  drop(entry.title);
  drop(entry.link, entry.links);
  drop(entry.authors, entry.contributors);
  drop(entry.published, entry.created);
  drop(entry.updated);
  drop(entry.language);
  drop(entry.categories);
  drop(entry.summary);
  drop(entry.content);
  drop(entry.enclosures);
  drop(entry.rights, entry.license);
  drop(entry.image);
}

}  // namespace planetarium
