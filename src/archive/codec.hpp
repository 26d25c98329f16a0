// The fields of a head, written or read by the same walk over them: numbers as LEB128, a string
// that came before in the same scope as its distance back.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "archive/segment_map.hpp"
#include "planetarium/feed_fields.hpp"
#include "text/buffer.hpp"

namespace planetarium {

/// Past the end of what it reads it gives zeros and remembers. Written fields are not changed.
class Codec {
 public:
  /// Writes; segments of bodies that lie in one are looked up among these.
  Codec(Buffer& out, const std::vector<Segment>& segments);
  /// Reads; bodies that lie in a segment of these are away.
  Codec(std::string_view bytes, const std::vector<Segment>& segments);

  /// Strings behind this are kept in `arena`, and refer to none before it.
  void begin_scope(Arena& arena);
  /// Whether bodies behind this are written where they stand though they lie in a segment, if they
  /// are short enough.
  void write_bodies_here(bool here) { here_ = here; }
  bool reads() const { return out_ == nullptr; }
  bool failed() const { return failed_; }
  bool at_end() const { return in_.empty(); }
  size_t left() const { return in_.size(); }
  void fail() { failed_ = true; }

  void operator()(uint64_t& number);
  void operator()(int64_t& number);
  void operator()(uint32_t& number);
  void operator()(bool& flag);
  void operator()(std::string_view& text);
  void operator()(std::string& text);
  void operator()(Body& body);
  void operator()(Timestamp& date);
  void operator()(Reason& reason);
  void operator()(std::optional<bool>& field);
  void operator()(std::optional<uint64_t>& field);
  void operator()(std::optional<double>& field);
  void operator()(std::optional<Timestamp>& field);
  /// Eight bytes as they are: a hash.
  void hash(uint64_t& value);

  template <typename T>
  void list(std::vector<T>& all, auto each) {
    uint64_t left = all.size();
    (*this)(left);
    if (!reads()) {
      for (T& one : all) each(one);
      return;
    }
    // No reserve: the count is not to be trusted before its elements have been seen.
    for (; left > 0 && !failed_; --left) each(all.emplace_back());
  }
  template <typename T>
  void list(List<T>& all, auto each) {
    uint64_t left = all.size();
    (*this)(left);
    if (!reads()) {
      for (T& one : all) each(one);
      return;
    }
    if (left <= 16) all.reserve(*arena_, static_cast<size_t>(left));
    for (; left > 0 && !failed_; --left) each(all.push(*arena_, T{}));
  }
  template <typename T>
  void pointer(const T*& field, auto each) {
    bool present = field != nullptr;
    (*this)(present);
    if (!present || failed_) return;
    T* value = reads() ? arena_->make<T>() : const_cast<T*>(field);
    each(*value);
    if constexpr (std::is_same_v<T, Geometry>) check(*value);
    field = value;
  }
  void group(bool present, auto each) {
    (*this)(present);
    if (present) each();
  }

 private:
  void write(uint64_t number);
  uint64_t read();
  void write_bytes(std::string_view bytes) { out_->append(bytes); }
  std::string_view read_bytes(uint64_t size);
  void write_text(std::string_view text);
  std::string_view read_text();
  void remember(std::string_view text);
  void write_body(const Body& body);
  Body read_body();
  void write_away(const Away& away);
  void check(const Geometry& geometry);
  template <typename T>
  void option(std::optional<T>& field, auto each) {
    bool present = field.has_value();
    (*this)(present);
    if (!present) return;
    if (reads()) field.emplace();
    each(*field);
  }

  Buffer* out_ = nullptr;
  std::string_view in_{};
  const std::vector<Segment>& segments_;
  SegmentMap map_;
  Arena* arena_ = nullptr;
  bool here_ = false;
  bool failed_ = false;
  std::vector<std::string_view> texts_{};  // of this scope
  std::string_view address_{};             // the last of them that is one
  std::vector<uint32_t> places_{};         // open addressing: 1 + index into texts_
};

}  // namespace planetarium
