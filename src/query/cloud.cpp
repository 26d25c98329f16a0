#include "query/cloud.hpp"

#include <algorithm>

#include "text/fold.hpp"

namespace planetarium {

int cloud_weight(size_t count, size_t highest) {
  constexpr size_t levels = 5;
  const size_t step = highest <= levels ? 0 : (highest + levels - 1) / levels - 1;
  for (size_t level = 0; level + 1 < levels; ++level) {
    if (count <= 1 + level * step) return static_cast<int>(level + 1);
  }
  return levels;
}

std::vector<CloudTag> make_cloud(const Planet& planet, const std::vector<uint32_t>& counts,
                                 size_t most) {
  std::vector<CloudTag> cloud;
  size_t highest = 0;
  for (uint32_t tag = 1; tag < counts.size(); ++tag) {
    if (counts[tag] == 0) continue;
    cloud.push_back({.tag = tag, .count = counts[tag]});
    highest = std::max<size_t>(highest, counts[tag]);
  }
  const auto by_label = [&planet](const CloudTag& a, const CloudTag& b) {
    return planet.tag_name(a.tag) < planet.tag_name(b.tag);
  };
  const auto by_count = [&by_label](const CloudTag& a, const CloudTag& b) {
    return a.count != b.count ? a.count > b.count : by_label(a, b);
  };
  if (cloud.size() > most) {
    // Counts alone first: thousands of tags stand on one post, and labels are slow to compare.
    const auto last = cloud.begin() + static_cast<ptrdiff_t>(most) - 1;
    std::nth_element(cloud.begin(), last, cloud.end(),
                     [](const CloudTag& a, const CloudTag& b) { return a.count > b.count; });
    const size_t least = last->count;
    std::erase_if(cloud, [least](const CloudTag& tag) { return tag.count < least; });
    std::partial_sort(cloud.begin(), cloud.begin() + static_cast<ptrdiff_t>(most), cloud.end(),
                      by_count);
    cloud.resize(most);
  }
  std::sort(cloud.begin(), cloud.end(), by_label);
  for (CloudTag& tag : cloud) tag.weight = cloud_weight(tag.count, highest);
  return cloud;
}

}  // namespace planetarium
