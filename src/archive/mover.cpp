#include "archive/mover.hpp"

#include <algorithm>
#include <cstring>

#include "archive/seal.hpp"
#include "text/checksum.hpp"

namespace planetarium {

namespace {

// Shorter ones cost as much by their place as by themselves.
constexpr size_t least_body = 48;
constexpr size_t longest_title = 1024;

constexpr size_t largest_body = 1024 * 1024 * 1024;

constexpr size_t usual_size = 2 * 1024 * 1024;
constexpr size_t small_size = 1024 * 1024;
constexpr size_t most_small = 8;

}  // namespace

Mover::Mover(std::vector<Segment>& segments, const Front& front)
    : segments_(segments), front_(front), map_(segments), moving_(segments.size()) {
  for (Segment& segment : segments_) segment.live = 0;
}

void Mover::count(EntryRef ref, Entry& entry) {
  in_front_ = front_.has(ref);
  title_ = &entry.title.value;
  for_each_body(entry, *this);
}

// At most a quarter of a segment is dead, and of small ones there are few.
void Mover::plan() {
  size_t small = 0;
  for (size_t i = 0; i < segments_.size(); ++i) {
    const Segment& segment = segments_[i];
    const uint64_t whole = segment.size - header_size;
    moving_[i] = segment.bytes && (whole - segment.live) * 4 > whole;
    small += segment.bytes && !moving_[i] && segment.size < small_size;
  }
  for (size_t i = 0; i < segments_.size(); ++i) {
    const Segment& segment = segments_[i];
    if (small >= most_small && segment.bytes && segment.size < small_size) moving_[i] = true;
    if (moving_[i]) waiting_ += segment.live;
  }
  counting_ = false;
}

bool Mover::move(EntryRef ref, Entry& entry) {
  in_front_ = front_.has(ref);
  title_ = &entry.title.value;
  left_arena_ = false;
  for_each_body(entry, *this);
  return left_arena_;
}

bool Mover::belongs(const Body& body) const {
  const size_t size = body.raw.size();
  if (size > largest_body) return false;
  if (&body == title_) return size > longest_title;
  return size >= least_body && (!in_front_ || size > largest_in_front);
}

void Mover::operator()(Body& body) {
  const size_t size = body.raw.size() + checksum_size;
  if (body.form == Body::Form::away) {
    if (!counting_) return;
    const Away away = away_of(body);
    for (Segment& segment : segments_) {
      if (segment.checksum == away.segment) segment.live += away.size + checksum_size;
    }
  } else if (body.in_segment) {
    const size_t index = map_.index_of(body);
    if (counting_) {
      segments_[index].live += static_cast<uint32_t>(size);
    } else if (moving_[index]) {
      if (take(body)) segments_[index].live -= static_cast<uint32_t>(size);
    }
  } else if (belongs(body)) {
    if (counting_) {
      waiting_ += size;
    } else {
      left_arena_ = take(body) || left_arena_;
    }
  }
}

bool Mover::take(Body& body) {
  const size_t size = body.raw.size() + checksum_size;
  if (capacity_ - open_.size < size && !open(size)) return false;
  char* to = open_.bytes.get() + open_.size;
  const uint64_t sum = body.in_segment ? checksum_before(body) : checksum_of(body.raw);
  std::memcpy(to, &sum, checksum_size);
  std::memcpy(to + checksum_size, body.raw.data(), body.raw.size());
  body.raw = {to + checksum_size, body.raw.size()};
  body.in_segment = true;
  open_.size += static_cast<uint32_t>(size);
  open_.live += static_cast<uint32_t>(size);
  waiting_ -= size;
  return true;
}

bool Mover::open(size_t body_size) {
  close();
  const size_t wanted = static_cast<size_t>(std::min<uint64_t>(waiting_, usual_size));
  const size_t capacity = header_size + std::max(wanted, body_size);
  AllocatedBytes bytes(static_cast<char*>(std::malloc(capacity)));
  if (!bytes) return false;  // what cannot move stays, and is written into the head
  capacity_ = capacity;
  open_ = {.size = header_size, .bytes = std::move(bytes)};
  return true;
}

void Mover::close() {
  if (open_.live != 0) {
    open_.checksum = seal(open_.bytes.get(), open_.size, segment_magic, segment_version);
    fresh_.push_back(std::move(open_));
  }
  open_ = {};
  capacity_ = 0;
}

void Mover::finish() {
  close();
  std::erase_if(segments_, [](const Segment& segment) { return segment.live == 0; });
  for (Segment& segment : fresh_) segments_.push_back(std::move(segment));
}

}  // namespace planetarium
