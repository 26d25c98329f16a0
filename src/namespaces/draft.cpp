#include "namespaces/draft.hpp"

#include "dates/dates.hpp"
#include "namespaces/repeats.hpp"

namespace planetarium {

namespace {

template <typename T>
T& made(T*& one, Arena& arena) {
  if (one == nullptr) one = arena.make<T>();
  return *one;
}

// Its elements may all have been empty.
template <typename T>
const T* said(const T* one) {
  return one == nullptr || *one == T{} ? nullptr : one;
}

}  // namespace

Draft::Draft(const Element& container, Metadata& target, Feed* as_feed, Unwanted& unwanted)
    : element(container),
      feed(as_feed),
      entry(nullptr),
      metadata(&target),
      id(target.id),
      title(target.title),
      description(target.subtitle),
      link(target.link),
      rights(target.rights),
      language(target.language),
      publisher(as_feed != nullptr ? as_feed->publisher : unwanted.publisher),
      image(as_feed != nullptr ? as_feed->image : unwanted.image),
      license(as_feed != nullptr ? as_feed->license : unwanted.license),
      comments(unwanted.comments),
      comments_feed(unwanted.comments_feed),
      published(target.published),
      updated(target.updated),
      created(as_feed != nullptr ? as_feed->created : unwanted.created),
      links(target.links),
      authors(target.authors),
      contributors(target.contributors),
      categories(target.categories) {}

Draft::Draft(const Element& container, Feed& target)
    : Draft(container, target, &target, unwanted_) {}

Draft::Draft(const Element& container, Metadata& source)
    : Draft(container, source, nullptr, unwanted_) {}

Draft::Draft(const Element& container, Entry& target)
    : element(container),
      feed(nullptr),
      entry(&target),
      metadata(nullptr),
      id(target.id),
      title(target.title),
      description(target.summary),
      link(target.link),
      rights(target.rights),
      language(target.language),
      publisher(target.publisher),
      image(target.image),
      license(target.license),
      comments(target.comments),
      comments_feed(target.comments_feed),
      published(target.published),
      updated(target.updated),
      created(target.created),
      links(target.links),
      authors(target.authors),
      contributors(target.contributors),
      categories(target.categories) {}

Itunes& Draft::itunes() { return made(itunes_, arena()); }
Media& Draft::media() { return made(media_, arena()); }
Podcast& Draft::podcast() { return made(podcast_, arena()); }
Syndication& Draft::syndication() { return made(syndication_, arena()); }

void Draft::finish() {
  drop_repeats(links);
  drop_repeats(authors);
  drop_repeats(contributors);
  drop_repeats(categories);
  if (media_ != nullptr) {
    drop_repeats(media_->content);
    drop_repeats(media_->thumbnails);
    drop_repeats(media_->credits);
  }
  if (podcast_ != nullptr) {
    drop_repeats(podcast_->transcripts);
    drop_repeats(podcast_->persons);
  }
  const Geometry* place = nullptr;
  if (!geo.type.empty()) {
    Geometry* kept = arena().make<Geometry>();
    *kept = geo;
    place = kept;
  }
  const auto hand_over = [&](auto& target) {
    target.itunes = said(itunes_);
    target.media = said(media_);
    target.podcast = said(podcast_);
    target.geo = place;
  };
  if (feed != nullptr) {
    hand_over(*feed);
    feed->syndication = said(syndication_);
  }
  if (entry == nullptr) return;
  hand_over(*entry);
  drop_repeats(entry->content);
  drop_repeats(entry->enclosures);
}

bool says_nothing(const Metadata& source) {
  return source.id.empty() && source.title.empty() && source.subtitle.empty() &&
         source.link.empty() && source.links.empty() && source.authors.empty() &&
         source.contributors.empty() && source.categories.empty() && source.generator.empty() &&
         source.icon.empty() && source.logo.empty() && source.rights.empty() && !source.published &&
         !source.updated;
}

void take_date(std::optional<Timestamp>& field, const Element& element) {
  if (const auto date = parse_date(element.text())) field = date;
}

}  // namespace planetarium
