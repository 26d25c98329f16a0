#include "query/filter.hpp"

#include <algorithm>

#include "query/days.hpp"
#include "query/language.hpp"
#include "text/ascii.hpp"
#include "text/fold.hpp"

namespace planetarium {

namespace {

// `list` is words with commas between them.
bool has_word(std::string_view list, std::string_view word) {
  for (size_t begin = 0; begin <= list.size();) {
    const size_t end = std::min(list.find(',', begin), list.size());
    if (list.substr(begin, end - begin) == word) return true;
    begin = end + 1;
  }
  return false;
}

}  // namespace

Filter::Filter(Planet& planet, const Query& query, std::optional<uint32_t> feed)
    : planet_(planet),
      query_(query),
      feed_(feed),
      languages_(lowered(query.language)),
      search_(planet, query.search),
      of_anyone_(!feed && query.author.empty()),
      wants_all_(!query.since && !query.until && !query.from_day && !query.behind_day &&
                 query.tag.empty() && query.language.empty() && query.search.empty()) {
  if (!query.tag.empty()) tag_ = planet.tags().find(fold(query.tag));
  if (!query.author.empty()) author_ = planet.authors().find(fold(query.author));
}

bool Filter::is_of_them(const Merged& merged) const {
  if (author_ && (*author_ == 0 || merged.author != *author_)) return false;
  if (!feed_ || merged.winner.feed == *feed_) return true;
  const auto also = planet_.also(merged);
  return std::any_of(also.begin(), also.end(),
                     [this](EntryRef copy) { return copy.feed == *feed_; });
}

bool Filter::has_all(const Merged& merged) const {
  if (query_.since && merged.seconds < *query_.since) return false;
  if (query_.until && merged.seconds >= *query_.until) return false;
  if (query_.from_day || query_.behind_day) {
    const int64_t clock = local_seconds(planet_.held(merged.winner).date, query_.zone);
    if (clock < query_.from_day.value_or(clock)) return false;
    if (query_.behind_day && clock >= *query_.behind_day) return false;
  }
  if (tag_) {
    const auto tags = planet_.tags_of(merged);
    if (std::find(tags.begin(), tags.end(), *tag_) == tags.end()) return false;
  }
  if (!languages_.empty() && !has_word(languages_, language_of(planet_.held(merged.winner))))
    return false;
  return query_.search.empty() || search_.matches(merged);
}

bool Filter::is_entry(const Merged& merged) const {
  if (planet_.held(merged.winner).key == *query_.entry) return true;
  const auto also = planet_.also(merged);
  return std::any_of(also.begin(), also.end(),
                     [this](EntryRef copy) { return planet_.held(copy).key == *query_.entry; });
}

}  // namespace planetarium
