// Names a planet knows, each a number.
#include "planetarium/planet.hpp"
#include "text/hash.hpp"

namespace planetarium {

uint32_t Names::id_of(std::string_view folded) {
  const Key key{hash_of(folded), folded};
  auto at = ids_.lower_bound(key);
  if (at == ids_.end() || at->first != key) {
    const std::string_view kept = arena_.keep(folded);
    at = ids_.emplace_hint(at, Key{key.first, kept}, static_cast<uint32_t>(names_.size()));
    names_.push_back(kept);
  }
  return at->second;
}

uint32_t Names::find(std::string_view folded) const {
  const auto at = ids_.find({hash_of(folded), folded});
  return at == ids_.end() ? 0 : at->second;
}

}  // namespace planetarium
