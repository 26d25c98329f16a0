// Bytes that only grow, for what writes a little at a time: an append is a few instructions, where
// std::string's is two calls.
#pragma once

#include <cstdint>
#include <cstring>
#include <memory>
#include <string_view>
#include <utility>

namespace planetarium {

/// Copies without a call where the text is short, as most are. Gives the end of what it wrote.
inline char* copy_bytes(char* to, std::string_view from) {
  const char* p = from.data();
  const size_t size = from.size();
  char* const end = to + size;
  if (size > 128) {
    std::memcpy(to, p, size);
  } else if (size >= 16) {
    for (size_t at = 0; at + 16 < size; at += 16) std::memcpy(to + at, p + at, 16);
    std::memcpy(end - 16, p + size - 16, 16);
  } else if (size >= 8) {
    std::memcpy(to, p, 8);
    std::memcpy(end - 8, p + size - 8, 8);
  } else if (size >= 4) {
    std::memcpy(to, p, 4);
    std::memcpy(end - 4, p + size - 4, 4);
  } else {
    for (size_t at = 0; at < size; ++at) to[at] = p[at];
  }
  return end;
}

class Buffer {
 public:
  size_t size() const { return size_; }
  std::string_view view() const { return {bytes_.get(), size_}; }
  operator std::string_view() const { return view(); }
  bool operator==(std::string_view other) const { return view() == other; }

  /// Where `size` bytes more can be written; `wrote` says how many were.
  char* room(size_t size) {
    if (capacity_ - size_ < size) grow(size_ + size);
    return bytes_.get() + size_;
  }
  void wrote(const char* end) { size_ = static_cast<size_t>(end - bytes_.get()); }

  void append(std::string_view text) { wrote(copy_bytes(room(text.size()), text)); }
  void append(char c) {
    *room(1) = c;
    ++size_;
  }
  void shorten(size_t size) { size_ = size; }
  void reserve(size_t capacity) {
    if (capacity > capacity_) grow(capacity);
  }

  std::unique_ptr<char[]> release() {
    size_ = capacity_ = 0;
    return std::move(bytes_);
  }

 private:
  void grow(size_t least) {
    const size_t capacity = least < capacity_ * 2 ? capacity_ * 2 : least;
    std::unique_ptr<char[]> larger(new char[capacity]);
    if (size_ != 0) std::memcpy(larger.get(), bytes_.get(), size_);
    bytes_ = std::move(larger);
    capacity_ = capacity;
  }

  std::unique_ptr<char[]> bytes_{};
  size_t size_ = 0;
  size_t capacity_ = 0;
};

}  // namespace planetarium
