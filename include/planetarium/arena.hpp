// Memory that a feed's views point into: given out piece by piece, given back all at once.
#pragma once

#include <cstdint>
#include <cstring>
#include <memory>
#include <new>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace planetarium {

/// What it gave out stays where it is until the arena dies, wherever the arena itself is moved.
class Arena {
 public:
  Arena() = default;
  Arena(Arena&& other) noexcept { *this = std::move(other); }
  Arena& operator=(Arena&& other) noexcept {
    chunks_ = std::exchange(other.chunks_, {});
    adopted_ = std::exchange(other.adopted_, {});
    next_ = std::exchange(other.next_, nullptr);
    left_ = std::exchange(other.left_, 0);
    bytes_ = std::exchange(other.bytes_, 0);
    chunk_size_ = std::exchange(other.chunk_size_, first_chunk);
    return *this;
  }

  /// Room for `size` bytes, aligned for any type of the model.
  char* room(size_t size) {
    size = (size + alignment - 1) & ~(alignment - 1);
    if (size > left_) grow(size, chunk_size_);
    bytes_ += size;
    char* out = next_;
    next_ += size;
    left_ -= size;
    return out;
  }

  std::string_view keep(std::string_view text) {
    if (text.empty()) return {};
    char* out = room(text.size());
    std::memcpy(out, text.data(), text.size());
    return {out, text.size()};
  }

  /// Takes a whole string over, without a copy where it is long.
  std::string_view adopt(std::string&& text) {
    return adopted_.emplace_back(std::make_unique<std::string>(std::move(text))).get()[0];
  }

  char* adopt(std::unique_ptr<char[]> bytes) {
    return chunks_.emplace_back(std::move(bytes)).get();
  }

  /// One chunk for the next `size` bytes, where it is known beforehand how many there will be.
  void reserve(size_t size) {
    if (size > left_) grow(size, size);
  }

  /// Given out so far, what was adopted aside.
  size_t bytes() const { return bytes_; }

  template <typename T>
  T* make() {
    return new (room(sizeof(T))) T{};
  }

 private:
  static constexpr size_t alignment = 8;
  static constexpr size_t first_chunk = 4 * 1024;
  static constexpr size_t largest_chunk = 256 * 1024;

  void grow(size_t size, size_t usual) {
    const size_t wanted = size > usual ? size : usual;
    if (chunk_size_ < largest_chunk) chunk_size_ *= 2;
    chunks_.emplace_back(new char[wanted]);
    next_ = chunks_.back().get();
    left_ = wanted;
  }

  std::vector<std::unique_ptr<char[]>> chunks_{};
  std::vector<std::unique_ptr<std::string>> adopted_{};
  char* next_ = nullptr;
  size_t left_ = 0;
  size_t bytes_ = 0;
  size_t chunk_size_ = first_chunk;
};

/// A list in an arena: as cheap to copy as a pointer. Growing leaves the former place behind,
/// unused.
template <typename T>
class List {
  static_assert(std::is_trivially_copyable_v<T> && std::is_trivially_destructible_v<T>);

 public:
  /// Room for exactly so many.
  void reserve(Arena& arena, size_t size) {
    if (size > capacity_) move_to(arena, static_cast<uint32_t>(size));
  }
  T& push(Arena& arena, const T& value) {
    if (size_ == capacity_) move_to(arena, capacity_ == 0 ? 2 : capacity_ * 2);
    return *new (data_ + size_++) T(value);
  }

  size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  T* begin() { return data_; }
  T* end() { return data_ + size_; }
  const T* begin() const { return data_; }
  const T* end() const { return data_ + size_; }
  T& operator[](size_t i) { return data_[i]; }
  const T& operator[](size_t i) const { return data_[i]; }
  T& front() { return data_[0]; }
  const T& front() const { return data_[0]; }
  T& back() { return data_[size_ - 1]; }
  const T& back() const { return data_[size_ - 1]; }
  void shorten(size_t size) { size_ = static_cast<uint32_t>(size); }

  bool operator==(const List& other) const {
    if (size_ != other.size_) return false;
    for (uint32_t i = 0; i < size_; ++i) {
      if (!(data_[i] == other.data_[i])) return false;
    }
    return true;
  }

 private:
  void move_to(Arena& arena, uint32_t wanted) {
    auto* moved = reinterpret_cast<T*>(arena.room(wanted * sizeof(T)));
    if (size_ != 0) std::memcpy(static_cast<void*>(moved), data_, size_ * sizeof(T));
    data_ = moved;
    capacity_ = wanted;
  }

  T* data_ = nullptr;
  uint32_t size_ = 0;
  uint32_t capacity_ = 0;
};

}  // namespace planetarium
