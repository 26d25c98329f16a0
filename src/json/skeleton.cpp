#include "json/skeleton.hpp"

#include <algorithm>

#include "text/json_string.hpp"
#include "text/simd.hpp"

namespace planetarium {

namespace {

constexpr size_t shortest_run = 97;
constexpr std::string_view mark_escape = "\\u0001";
constexpr size_t index_size = json_mark_size - 1;
constexpr char first_digit = ']';  // 32 characters from here on mean nothing in a JSON string

class Builder {
 public:
  explicit Builder(std::string_view document) : document_(document) {
    out_.text.reserve(document.size() / 3 + 64);
  }

  JsonSkeleton build() {
    size_t at = 0;
    while (at < document_.size()) {
      const size_t quote = at + simd::find(document_.substr(at), '"');
      out_.text += document_.substr(at, quote - at);
      if (quote == document_.size()) break;
      at = string(quote);
    }
    return std::move(out_);
  }

 private:
  // Bytes to just behind the closing quote. A string that nlohmann would refuse is left to it.
  size_t string(size_t open) {
    const size_t begin = open + 1;
    size_t end = begin;
    bool sound = true;
    while (true) {
      end = std::min(end, document_.size());
      end += next_special(document_.substr(end));
      if (end == document_.size() || document_[end] == '"') break;
      if (document_[end] != '\\') {  // a control character
        sound = false;
        ++end;
        continue;
      }
      const JsonEscape escape = read_json_escape(document_.substr(end));
      sound = sound && escape.size != 0;
      if (escape.lone_surrogate) note_surrogate(end);
      end += escape.size == 0 ? 2 : escape.size;
    }
    if (end == document_.size()) {  // not closed
      out_.text += document_.substr(open);
      return document_.size();
    }
    const std::string_view run = document_.substr(begin, end - begin);
    if (sound && (run.size() >= shortest_run || surrogates_)) {
      take(run);
    } else {
      out_.text += document_.substr(open, end + 1 - open);
    }
    surrogates_ = false;
    return end + 1;
  }

  static size_t next_special(std::string_view text) {
    return simd::find_if(text, [](simd::Block b) {
      return simd::below(b, 0x20) | simd::equal(b, '"') | simd::equal(b, '\\');
    });
  }

  void take(std::string_view run) {
    auto index = static_cast<uint32_t>(out_.runs.size());
    out_.runs.push_back(run);
    char digits[index_size];
    for (size_t i = index_size; i-- > 0; index >>= 5)
      digits[i] = static_cast<char>(first_digit + (index & 31));
    out_.text.append("\"").append(mark_escape).append(digits, index_size).append("\"");
  }

  // nlohmann refuses half a pair; people's emoji are cut in half by JavaScript's substr.
  void note_surrogate(size_t at) {
    surrogates_ = true;
    if (out_.error.reason != Reason::none) return;
    out_.error = {
        .reason = Reason::malformed_json, .detail = "half a surrogate pair", .offset = at};
  }

  std::string_view document_;
  JsonSkeleton out_{};
  bool surrogates_ = false;  // in this string
};

}  // namespace

JsonSkeleton make_json_skeleton(std::string_view document) { return Builder(document).build(); }

const std::string_view* run_of(const JsonSkeleton& skeleton, std::string_view string) {
  if (string.size() != json_mark_size || string[0] != json_mark) return nullptr;
  uint32_t index = 0;
  for (const char c : string.substr(1))
    index = index << 5 | (static_cast<uint32_t>(c - first_digit) & 31);
  return index < skeleton.runs.size() ? &skeleton.runs[index] : nullptr;
}

size_t json_document_offset(const JsonSkeleton& skeleton, size_t offset) {
  size_t extra = 0;
  size_t at = skeleton.text.find(mark_escape);
  for (const std::string_view run : skeleton.runs) {
    if (at == skeleton.text.npos || at >= offset) break;
    extra += run.size() - mark_escape.size() - index_size;
    at = skeleton.text.find(mark_escape, at + 1);
  }
  return offset + extra;
}

}  // namespace planetarium
