#include "namespaces/repeats.hpp"

#include <cstring>
#include <unordered_map>
#include <vector>

#include "text/hash.hpp"

namespace planetarium {

namespace {

constexpr size_t most_compared = 64;  // whose hashes collide: more of them are no accident
constexpr size_t few = 16;            // up to here comparing each with each is faster than a table

uint64_t hash_value(const Category& one) { return hash_of(one.term, hash_of(one.label)); }
uint64_t hash_value(const Enclosure& one) { return hash_of(one.url); }
uint64_t hash_value(const Link& one) { return hash_of(one.href, hash_of(one.rel)); }
uint64_t hash_value(const MediaContent& one) { return hash_of(one.url); }
uint64_t hash_value(const MediaCredit& one) { return hash_of(one.name, hash_of(one.role)); }
uint64_t hash_value(const MediaThumbnail& one) { return hash_of(one.url); }
uint64_t hash_value(const Person& one) { return hash_of(one.name, hash_of(one.email)); }
uint64_t hash_value(const PodcastPerson& one) { return hash_of(one.name, hash_of(one.role)); }
uint64_t hash_value(const Text& one) { return hash_of(one.value.raw, hash_of(one.src)); }
uint64_t hash_value(const Transcript& one) { return hash_of(one.url); }

// A list without its type: the work is compiled once, not once a type.
struct Items {
  char* data;
  size_t count;
  size_t stride;
  uint64_t (*hash)(const char*);
  bool (*same)(const char*, const char*);

  char* at(size_t i) const { return data + i * stride; }
};

// How many are left; they stand at the front, in their order.
size_t move_first_ones_up(const Items& items) {
  std::unordered_map<uint64_t, std::vector<size_t>> by_hash;
  const bool many = items.count > few;
  size_t kept = 0;
  const auto is_repeat = [&](const char* item) {
    if (!many) {
      for (size_t i = 0; i < kept; ++i) {
        if (items.same(items.at(i), item)) return true;
      }
      return false;
    }
    auto& places = by_hash[items.hash(item)];
    for (const size_t place : places) {
      if (items.same(items.at(place), item)) return true;
    }
    if (places.size() < most_compared) places.push_back(kept);
    return false;
  };
  for (size_t i = 0; i < items.count; ++i) {
    if (is_repeat(items.at(i))) continue;
    if (kept != i) std::memcpy(items.at(kept), items.at(i), items.stride);
    ++kept;
  }
  return kept;
}

template <typename T>
uint64_t hash_at(const char* one) {
  return hash_value(*reinterpret_cast<const T*>(one));
}

template <typename T>
bool same_at(const char* one, const char* other) {
  return *reinterpret_cast<const T*>(one) == *reinterpret_cast<const T*>(other);
}

template <typename T>
void drop(List<T>& all) {
  if (all.size() < 2) return;
  all.shorten(move_first_ones_up({.data = reinterpret_cast<char*>(all.begin()),
                                  .count = all.size(),
                                  .stride = sizeof(T),
                                  .hash = hash_at<T>,
                                  .same = same_at<T>}));
}

}  // namespace

void drop_repeats(List<Category>& categories) { drop(categories); }
void drop_repeats(List<Enclosure>& enclosures) { drop(enclosures); }
void drop_repeats(List<Link>& links) { drop(links); }
void drop_repeats(List<MediaContent>& contents) { drop(contents); }
void drop_repeats(List<MediaCredit>& credits) { drop(credits); }
void drop_repeats(List<MediaThumbnail>& thumbnails) { drop(thumbnails); }
void drop_repeats(List<Person>& people) { drop(people); }
void drop_repeats(List<PodcastPerson>& people) { drop(people); }
void drop_repeats(List<Text>& texts) { drop(texts); }
void drop_repeats(List<Transcript>& transcripts) { drop(transcripts); }

}  // namespace planetarium
