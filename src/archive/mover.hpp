// Bodies out of arenas and of segments that are mostly dead, into new segments.
#pragma once

#include <vector>

#include "archive/bodies.hpp"
#include "archive/front.hpp"
#include "archive/segment_map.hpp"
#include "planetarium/archive.hpp"

namespace planetarium {

/// Gives each entry's bodies to a work that is told which entry it is.
class Mover : public BodyWork {
 public:
  Mover(std::vector<Segment>& segments, const Front& front);

  /// Counts what each segment and the arenas have; then decides what moves.
  void count(EntryRef ref, Entry& entry);
  void plan();
  /// Whether anything left the arena.
  bool move(EntryRef ref, Entry& entry);
  /// Seals the last one; segments without a body are gone.
  void finish();

 private:
  void operator()(Body& body) override;
  bool belongs(const Body& body) const;
  /// Not where there is no memory left.
  bool take(Body& body);
  bool open(size_t body_size);
  void close();

  std::vector<Segment>& segments_;
  const Front& front_;
  SegmentMap map_;
  std::vector<bool> moving_{};
  bool counting_ = true;
  bool in_front_ = false;
  bool left_arena_ = false;
  const Body* title_ = nullptr;
  uint64_t waiting_ = 0;  // bytes that are still to be moved
  Segment open_{};        // being filled
  size_t capacity_ = 0;
  std::vector<Segment> fresh_{};
};

}  // namespace planetarium
