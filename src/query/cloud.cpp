#include "query/cloud.hpp"

#include <algorithm>

#include "text/fold.hpp"
#include "text/order.hpp"

namespace planetarium {

int cloud_weight(size_t count, size_t highest) {
  constexpr size_t levels = 5;
  const size_t step = highest <= levels ? 0 : (highest + levels - 1) / levels - 1;
  for (size_t level = 0; level + 1 < levels; ++level) {
    if (count <= 1 + level * step) return static_cast<int>(level + 1);
  }
  return levels;
}

namespace {

// The count of the tag in place `nth` of the most frequent. Counts alone: thousands of tags stand
// on one post, and labels are slow to compare.
size_t count_of_nth(const std::vector<CloudTag>& cloud, size_t nth, size_t highest) {
  std::vector<size_t> with_count(highest + 1);
  for (const CloudTag& tag : cloud) ++with_count[tag.count];
  size_t count = highest;
  for (size_t seen = with_count[count]; seen < nth; seen += with_count[count]) --count;
  return count;
}

}  // namespace

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
  if (cloud.size() > most) {
    const size_t least = count_of_nth(cloud, most, highest);
    std::erase_if(cloud, [least](const CloudTag& tag) { return tag.count < least; });
    put_in_order(cloud, [&by_label](const CloudTag& a, const CloudTag& b) {
      return a.count != b.count ? a.count > b.count : by_label(a, b);
    });
    cloud.resize(most);
  }
  put_in_order(cloud, by_label);
  for (CloudTag& tag : cloud) tag.weight = cloud_weight(tag.count, highest);
  return cloud;
}

}  // namespace planetarium
