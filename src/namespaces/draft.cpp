#include "namespaces/draft.hpp"

#include <algorithm>
#include <unordered_map>

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
void drop(std::vector<T>& all) {
  std::unordered_map<uint64_t, std::vector<size_t>> by_hash;
  const bool many = all.size() > few;
  size_t kept = 0;
  const auto is_repeat = [&](size_t i) {
    if (!many)
      return std::find(all.begin(), all.begin() + static_cast<ptrdiff_t>(kept), all[i]) !=
             all.begin() + static_cast<ptrdiff_t>(kept);
    auto& places = by_hash[hash_value(all[i])];
    for (const size_t place : places) {
      if (all[place] == all[i]) return true;
    }
    if (places.size() < most_compared) places.push_back(kept);
    return false;
  };
  for (size_t i = 0; i < all.size(); ++i) {
    if (is_repeat(i)) continue;
    if (kept != i) all[kept] = std::move(all[i]);
    ++kept;
  }
  all.resize(kept);
}

}  // namespace

void drop_repeats(std::vector<Link>& links) { drop(links); }
void drop_repeats(std::vector<Person>& people) { drop(people); }
void drop_repeats(std::vector<Category>& categories) { drop(categories); }
void drop_repeats(std::vector<Enclosure>& enclosures) { drop(enclosures); }

}  // namespace planetarium
