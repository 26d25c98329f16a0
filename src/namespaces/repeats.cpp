#include "namespaces/repeats.hpp"

#include <cstring>
#include <vector>

#include "text/by_hash.hpp"
#include "text/hash.hpp"

namespace planetarium {

namespace {

constexpr size_t most_compared = 64;  // whose hashes collide: more of them are no accident
constexpr size_t few = 16;            // up to here comparing each with each is faster than hashing

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

// Which of a long list stood in it before.
std::vector<bool> repeats_in(const Items& items) {
  std::vector<Hashed> all;
  for (uint32_t i = 0; i < items.count; ++i) all.push_back({items.hash(items.at(i)), i});
  sort_by_hash(all);
  std::vector<bool> repeats(items.count);
  for (size_t i = 1; i < all.size(); ++i) {
    const size_t last = i - std::min(i, most_compared);
    bool found = false;
    for (size_t j = i; !found && j > last && all[j - 1].hash == all[i].hash; --j)
      found = items.same(items.at(all[j - 1].index), items.at(all[i].index));
    repeats[all[i].index] = found;
  }
  return repeats;
}

// How many are left; they stand at the front, in their order.
size_t move_first_ones_up(const Items& items) {
  const bool many = items.count > few;
  const std::vector<bool> repeats = many ? repeats_in(items) : std::vector<bool>{};
  size_t kept = 0;
  const auto is_repeat = [&](size_t at) {
    if (many) return bool{repeats[at]};
    for (size_t i = 0; i < kept; ++i) {
      if (items.same(items.at(i), items.at(at))) return true;
    }
    return false;
  };
  for (size_t i = 0; i < items.count; ++i) {
    if (is_repeat(i)) continue;
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
