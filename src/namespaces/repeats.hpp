// Lists that gather from several sources, without what stood in them before.
#pragma once

#include "planetarium/model.hpp"

namespace planetarium {

// In linear time: a hostile entry may have a hundred thousand categories.
void drop_repeats(List<Category>& categories);
void drop_repeats(List<Enclosure>& enclosures);
void drop_repeats(List<Link>& links);
void drop_repeats(List<MediaContent>& contents);
void drop_repeats(List<MediaCredit>& credits);
void drop_repeats(List<MediaThumbnail>& thumbnails);
void drop_repeats(List<Person>& people);
void drop_repeats(List<PodcastPerson>& people);
void drop_repeats(List<Text>& texts);
void drop_repeats(List<Transcript>& transcripts);

/// The lists that a feed, an entry and a source have.
template <typename Target>
void drop_repeats_of(Target& target) {
  drop_repeats(target.links);
  drop_repeats(target.authors);
  drop_repeats(target.contributors);
  drop_repeats(target.categories);
}

}  // namespace planetarium
