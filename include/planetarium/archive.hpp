// Everything a planet holds, as bytes that outlive it: a head, which is written anew each time, and
// segments, which never change. docs/archive.md describes both.
#pragma once

#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "planetarium/error.hpp"
#include "planetarium/planet.hpp"

namespace planetarium {

/// Where a body lies whose segment is not loaded; Body::Form::away views its bytes.
struct Away {
  uint64_t segment = 0;  ///< its checksum; 0 where the segment is lost
  uint64_t hash = 0;     ///< of the body's bytes
  uint32_t offset = 0;   ///< into the segment
  uint32_t size = 0;
  Body::Form form = Body::Form::own;
};
Away away_of(const Body& body);

/// Bytes of planetarium_alloc.
struct FreeBytes {
  void operator()(char* bytes) const { std::free(bytes); }
};
using AllocatedBytes = std::unique_ptr<char[], FreeBytes>;

/// Bodies of entries, one after the other behind a header. Its checksum is its name.
struct Segment {
  uint64_t checksum = 0;
  uint32_t size = 0;       ///< with its header
  AllocatedBytes bytes{};  ///< none: not loaded
  uint32_t live = 0;       ///< bytes of bodies that are still held, at the last save

  std::string_view view() const { return {bytes.get(), bytes ? size : 0}; }
};

/// A segment's, of its checksum: 16 hex digits.
std::string name_of(uint64_t checksum);

struct LoadedHead {
  uint64_t entries = 0;
  uint64_t feeds = 0;
};

/// Belongs to one planet, whose bodies view its segments: it must live as long.
class Archive {
 public:
  /// Drops what the config's limits no longer keep, moves the bodies of all but the newest entries
  /// into segments, and gives the head. `now` is UTC seconds.
  std::string save(Planet& planet, int64_t now);

  /// Fills the feeds of a planet that hold nothing yet. Bodies stay away until their segment comes.
  /// Nothing has changed after an error: damaged_archive.
  Result<LoadedHead> load(Planet& planet, std::string_view head);

  /// Takes the bytes over. None, or others than were saved: damaged_archive; the bodies that are
  /// whole all the same are taken, and the rest is lost until their feed brings them again.
  Result<uint64_t> load_segment(Planet& planet, std::string_view name, AllocatedBytes bytes,
                                size_t size);

  /// Those that the last head names. Newest last.
  const std::vector<Segment>& segments() const { return segments_; }

 private:
  /// Gives the bodies that lie in a segment to their entries, and how many there were.
  static uint64_t fill(Planet& planet, uint64_t segment, std::string_view bytes, bool is_whole);

  std::vector<Segment> segments_{};
};

}  // namespace planetarium
