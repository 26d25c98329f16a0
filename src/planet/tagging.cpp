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

// Takes the labels of an entry one by one.
class Tagger {
 public:
  Tagger(Arena& arena, Names& names) : arena_(arena), names_(names) {}

  /// `written` outlives the tags.
  void take(std::string_view written, bool split) {
    // Markup in a category is a mistake of its writer, and its slashes part nothing; nor do a
    // URI's.
    if (looks_like_html(written)) written = arena_.keep(plain_text(written));
    split =
        split && written.find_first_of(",/") != written.npos && written.find("://") == written.npos;
    while (!written.empty()) {
      const size_t end = split ? written.find_first_of(",/") : written.npos;
      take_one(trim(written.substr(0, end)));
      written = end == written.npos ? std::string_view{} : written.substr(end + 1);
    }
  }

  List<Tag> tags{};

 private:
  void take_one(std::string_view label) {
    if (label.empty() || ++labels_ > most_labels || tags.size() == most_tags) return;
    const uint32_t id = names_.id_of(fold(label));
    const bool fresh =
        std::none_of(tags.begin(), tags.end(), [id](const Tag& tag) { return tag.id == id; });
    if (!fresh) return;
    if (!is_squeezed(label)) label = arena_.keep(squeezed(label));
    tags.push(arena_, {.id = id, .label = label, .folded = names_.folded(id)});
  }

  Arena& arena_;
  Names& names_;
  size_t labels_ = 0;
};

}  // namespace

List<Tag> make_tags(const Entry& entry, const FeedSlot& slot, Arena& arena, Names& names) {
  Tagger tagger(arena, names);
  tagger.tags.reserve(arena, std::min(entry.categories.size(), most_tags));
  const bool split = slot.feed.format == "rss" || slot.feed.format == "rdf";
  for (const Category& category : entry.categories)
    tagger.take(category.label.empty() ? category.term : category.label, split);
  for (const std::string& tag : slot.subscription.tags) tagger.take(arena.keep(tag), false);
  return tagger.tags;
}

}  // namespace planetarium
