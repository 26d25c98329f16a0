// Names a planet knows, each a number.
#include "planetarium/planet.hpp"

namespace planetarium {

uint32_t Names::id_of(std::string folded) {
  const auto [at, fresh] =
      ids_.try_emplace(std::move(folded), static_cast<uint32_t>(names_.size()));
  if (fresh) names_.push_back(&at->first);
  return at->second;
}

uint32_t Names::find(const std::string& folded) const {
  const auto at = ids_.find(folded);
  return at == ids_.end() ? 0 : at->second;
}

}  // namespace planetarium
