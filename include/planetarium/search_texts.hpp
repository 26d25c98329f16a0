// What search looks through: each entry's folded plain text, made when first needed and dropped on
// request.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "planetarium/arena.hpp"

namespace planetarium {

class SearchTexts {
 public:
  static constexpr uint32_t none = UINT32_MAX;

  /// Keeps a copy; gives its number.
  uint32_t add(std::string_view folded) {
    texts_.push_back(arena_.keep(folded));
    return static_cast<uint32_t>(texts_.size() - 1);
  }
  std::string_view operator[](uint32_t number) const { return texts_[number]; }
  size_t size() const { return texts_.size(); }
  size_t bytes() const { return arena_.bytes(); }

 private:
  Arena arena_{};
  std::vector<std::string_view> texts_{};
};

}  // namespace planetarium
