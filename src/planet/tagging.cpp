#include "planet/tagging.hpp"

#include <algorithm>

#include "text/ascii.hpp"
#include "text/fold.hpp"
#include "text/html_text.hpp"

namespace planetarium {

namespace {

// More tags than this on one entry say nothing to a reader, and more words than that are an attack.
constexpr size_t most_tags = 256;
constexpr size_t most_labels = 4096;

void gather_tags(std::string_view name, bool split, std::vector<std::string>& labels) {
  // Markup in a category is a mistake of its writer, and its slashes part nothing; nor do a URI's.
  const std::string plain = looks_like_html(name) ? plain_text(name) : std::string(name);
  split = split && plain.find("://") == plain.npos;
  std::string_view rest = plain;
  while (!rest.empty()) {
    const size_t end = split ? rest.find_first_of(",/") : rest.npos;
    std::string label = squeezed(rest.substr(0, end));
    rest = end == rest.npos ? std::string_view{} : rest.substr(end + 1);
    if (!label.empty()) labels.push_back(std::move(label));
  }
}

std::vector<std::string> labels_of(const Entry& entry, const FeedSlot& slot) {
  std::vector<std::string> labels;
  const bool split = slot.feed.format == "rss" || slot.feed.format == "rdf";
  for (const Category& category : entry.categories) {
    gather_tags(category.label.empty() ? category.term : category.label, split, labels);
  }
  for (const std::string& tag : slot.subscription.tags) gather_tags(tag, false, labels);
  return labels;
}

}  // namespace

std::vector<Tag> make_tags(const Entry& entry, const FeedSlot& slot, Names& names) {
  std::vector<Tag> tags;
  std::vector<std::string> labels = labels_of(entry, slot);
  if (labels.size() > most_labels) labels.resize(most_labels);
  for (std::string& label : labels) {
    if (tags.size() == most_tags) break;
    const uint32_t id = names.id_of(fold(label));
    const bool fresh =
        std::none_of(tags.begin(), tags.end(), [id](const Tag& tag) { return tag.id == id; });
    if (fresh) tags.push_back({.id = id, .label = std::move(label), .folded = names.folded(id)});
  }
  return tags;
}

}  // namespace planetarium
