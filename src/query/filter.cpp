#include "query/filter.hpp"

#include <algorithm>

#include "text/fold.hpp"

namespace planetarium {

Filter::Filter(Planet& planet, const Query& query, std::optional<uint32_t> feed)
    : planet_(planet), query_(query), feed_(feed) {
  if (!query.tag.empty()) tag_ = planet.tags().find(fold(query.tag));
  if (!query.author.empty()) author_ = planet.authors().find(fold(query.author));
}

bool Filter::is_theirs(const Merged& merged) const {
  if (author_ && (*author_ == 0 || planet_.held(merged.winner).author != *author_)) return false;
  if (!feed_ || merged.winner.feed == *feed_) return true;
  const auto also = planet_.also(merged);
  return std::any_of(also.begin(), also.end(),
                     [this](EntryRef copy) { return copy.feed == *feed_; });
}

bool Filter::is_wanted(const Held& held) const {
  if (query_.entry && held.key != *query_.entry) return false;
  if (query_.since && held.date.seconds < *query_.since) return false;
  if (query_.until && held.date.seconds >= *query_.until) return false;
  if (!tag_) return true;
  return std::any_of(held.tags.begin(), held.tags.end(),
                     [this](const Tag& tag) { return tag.id == *tag_; });
}

}  // namespace planetarium
