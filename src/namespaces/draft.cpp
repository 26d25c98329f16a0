#include "namespaces/draft.hpp"

#include <algorithm>
#include <unordered_map>
#include <vector>

#include "text/hash.hpp"

namespace planetarium {

namespace {

constexpr size_t most_compared = 64;  // whose hashes collide: more of them are no accident
constexpr size_t few = 16;            // up to here comparing each with each is faster than a table

uint64_t hash_value(const Link& link) { return hash_of(link.href, hash_of(link.rel)); }
uint64_t hash_value(const Person& person) { return hash_of(person.name, hash_of(person.email)); }
uint64_t hash_value(const Category& category) {
  return hash_of(category.term, hash_of(category.label));
}
uint64_t hash_value(const Enclosure& enclosure) { return hash_of(enclosure.url); }

template <typename T>
void drop(List<T>& all) {
  if (all.size() < 2) return;
  std::unordered_map<uint64_t, std::vector<size_t>> by_hash;
  const bool many = all.size() > few;
  size_t kept = 0;
  const auto is_repeat = [&](size_t i) {
    if (!many) return std::find(all.begin(), all.begin() + kept, all[i]) != all.begin() + kept;
    auto& places = by_hash[hash_value(all[i])];
    for (const size_t place : places) {
      if (all[place] == all[i]) return true;
    }
    if (places.size() < most_compared) places.push_back(kept);
    return false;
  };
  for (size_t i = 0; i < all.size(); ++i) {
    if (is_repeat(i)) continue;
    if (kept != i) all[kept] = all[i];
    ++kept;
  }
  all.shorten(kept);
}

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
      published(target.published),
      updated(target.updated),
      created(as_feed != nullptr ? as_feed->created : unwanted.created),
      language(target.language),
      publisher(as_feed != nullptr ? as_feed->publisher : unwanted.publisher),
      image(as_feed != nullptr ? as_feed->image : unwanted.image),
      license(as_feed != nullptr ? as_feed->license : unwanted.license),
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
      published(target.published),
      updated(target.updated),
      created(target.created),
      language(target.language),
      publisher(target.publisher),
      image(target.image),
      license(target.license),
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
  drop_repeats(entry->enclosures);
}

void drop_repeats(List<Link>& links) { drop(links); }
void drop_repeats(List<Person>& people) { drop(people); }
void drop_repeats(List<Category>& categories) { drop(categories); }
void drop_repeats(List<Enclosure>& enclosures) { drop(enclosures); }

}  // namespace planetarium
