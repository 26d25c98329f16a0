// Sorting by index: one copy of the code for all the orders there are, as each of std::sort's is a
// kilobyte and more.
#pragma once

#include <cstdint>
#include <numeric>
#include <vector>

namespace planetarium {

/// Whether what `a` stands for comes before what `b` stands for, among `all`.
using Before = bool (*)(const void* all, uint32_t a, uint32_t b);

/// Equals stay as they are.
void sort_stable(std::vector<uint32_t>& indexes, const void* all, Before before);

/// `before(a, b)` is asked about indexes.
template <typename Compare>
void sort_indexes(std::vector<uint32_t>& indexes, const Compare& before) {
  sort_stable(indexes, &before, [](const void* compare, uint32_t a, uint32_t b) {
    return (*static_cast<const Compare*>(compare))(a, b);
  });
}

/// Puts a list in order; `before(a, b)` is asked about its items.
template <typename T, typename Compare>
void put_in_order(std::vector<T>& all, const Compare& before) {
  std::vector<uint32_t> indexes(all.size());
  std::iota(indexes.begin(), indexes.end(), 0U);
  sort_indexes(indexes, [&](uint32_t a, uint32_t b) { return before(all[a], all[b]); });
  std::vector<T> sorted;
  sorted.reserve(all.size());
  for (const uint32_t i : indexes) sorted.push_back(std::move(all[i]));
  all = std::move(sorted);
}

}  // namespace planetarium
