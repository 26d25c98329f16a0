// Names and segments: the small things a planet keeps.
#include "planetarium/planet.hpp"

namespace planetarium {

void Segments::append(std::string_view bytes, Body& body) {
  if (chunks_.empty() || chunks_.back().capacity - chunks_.back().used < bytes.size()) {
    const size_t capacity = bytes.size() > chunk_size ? bytes.size() : chunk_size;
    chunks_.push_back({std::unique_ptr<char[]>(new char[capacity]), 0, capacity});
  }
  Chunk& chunk = chunks_.back();
  bytes.copy(chunk.memory.get() + chunk.used, bytes.size());
  body.segment = static_cast<uint32_t>(chunks_.size() - 1);
  body.offset = static_cast<uint32_t>(chunk.used);
  body.length = static_cast<uint32_t>(bytes.size());
  chunk.used += bytes.size();
  bytes_ += bytes.size();
}

std::string_view Segments::chunk(uint32_t segment) const {
  return {chunks_[segment].memory.get(), chunks_[segment].used};
}

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
