#include "text/order.hpp"

#include <algorithm>

namespace planetarium {

void sort_stable(std::vector<uint32_t>& indexes, const void* all, Before before) {
  constexpr size_t run = 8;
  const size_t size = indexes.size();
  for (size_t begin = 0; begin < size; begin += run) {
    for (size_t i = begin + 1; i < std::min(begin + run, size); ++i) {
      const uint32_t one = indexes[i];
      size_t at = i;
      for (; at > begin && before(all, one, indexes[at - 1]); --at) indexes[at] = indexes[at - 1];
      indexes[at] = one;
    }
  }
  std::vector<uint32_t> merged(size);
  for (size_t width = run; width < size; width *= 2) {
    for (size_t begin = 0; begin < size; begin += 2 * width) {
      const size_t middle = std::min(begin + width, size), end = std::min(begin + 2 * width, size);
      size_t left = begin, right = middle;
      for (size_t at = begin; at < end; ++at) {
        const bool from_right =
            left == middle || (right < end && before(all, indexes[right], indexes[left]));
        merged[at] = from_right ? indexes[right++] : indexes[left++];
      }
    }
    indexes.swap(merged);
  }
}

}  // namespace planetarium
