#include "check.hpp"

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <vector>

namespace fuzz {

namespace {

// A reader of its own, so that a fault of the core's JSON cannot hide behind itself. It keeps its
// own stack: the text may be nested as deep as it likes.
class JsonChecker {
 public:
  explicit JsonChecker(std::string_view text) : rest_(text) {}

  bool whole() {
    do {
      if (!value()) return false;
      while (!open_.empty() && close()) open_.pop_back();
      if (!open_.empty() && !(take(',') && member())) return false;
    } while (!open_.empty());
    skip_space();
    return rest_.empty();
  }

 private:
  // A scalar, an empty list or object, or the opening of one up to its first value.
  bool value() {
    for (;;) {
      skip_space();
      if (rest_.empty()) return false;
      const char first = rest_[0];
      if (first == '"') return string();
      if (first != '{' && first != '[')
        return word("true") || word("false") || word("null") || number();
      rest_.remove_prefix(1);
      open_.push_back(first);
      if (close()) {
        open_.pop_back();
        return true;
      }
      if (!member()) return false;
    }
  }

  bool close() { return take(open_.back() == '{' ? '}' : ']'); }

  // What stands before a value: nothing in a list, the name and a colon in an object.
  bool member() {
    if (open_.back() == '[') return true;
    skip_space();
    return string() && take(':');
  }

  bool string() {
    if (!next('"')) return false;
    while (!rest_.empty()) {
      const char c = rest_[0];
      rest_.remove_prefix(1);
      if (c == '"') return true;
      if (static_cast<unsigned char>(c) < 0x20) return false;
      if (c == '\\' && !escape()) return false;
    }
    return false;
  }

  bool escape() {
    if (rest_.empty()) return false;
    const char c = rest_[0];
    rest_.remove_prefix(1);
    if (c != 'u') return std::string_view("\"\\/bfnrt").find(c) != std::string_view::npos;
    const int unit = hex4();
    if (unit < 0xd800 || unit > 0xdfff) return unit >= 0;
    if (unit > 0xdbff || !word("\\u")) return false;
    const int low = hex4();
    return low >= 0xdc00 && low <= 0xdfff;
  }

  int hex4() {
    if (rest_.size() < 4) return -1;
    int unit = 0;
    for (const char c : rest_.substr(0, 4)) {
      const size_t digit = std::string_view("0123456789abcdef")
                               .find(static_cast<char>(c >= 'A' && c <= 'F' ? c + 32 : c));
      if (digit == std::string_view::npos) return -1;
      unit = unit * 16 + static_cast<int>(digit);
    }
    rest_.remove_prefix(4);
    return unit;
  }

  bool number() {
    next('-');
    if (!next('0') && !digits()) return false;
    if (next('.') && !digits()) return false;
    if (next('e') || next('E')) {
      if (!next('+')) next('-');
      return digits();
    }
    return true;
  }

  bool digits() {
    const size_t end = rest_.find_first_not_of("0123456789");
    const size_t count = end == rest_.npos ? rest_.size() : end;
    rest_.remove_prefix(count);
    return count > 0;
  }

  bool take(char c) {
    skip_space();
    return next(c);
  }

  bool next(char c) { return word({&c, 1}); }

  bool word(std::string_view wanted) {
    if (!rest_.starts_with(wanted)) return false;
    rest_.remove_prefix(wanted.size());
    return true;
  }

  void skip_space() {
    const size_t end = rest_.find_first_not_of(" \t\r\n");
    rest_.remove_prefix(end == rest_.npos ? rest_.size() : end);
  }

  std::string_view rest_;
  std::vector<char> open_{};
};

// How many bytes a character takes that begins with `lead`, and what its second byte may be: table
// 3-7 of the Unicode standard.
struct Form {
  uint8_t from, to, size, low, high;
};
constexpr Form forms[] = {
    {0x00, 0x7f, 1, 0, 0},       {0xc2, 0xdf, 2, 0x80, 0xbf}, {0xe0, 0xe0, 3, 0xa0, 0xbf},
    {0xe1, 0xec, 3, 0x80, 0xbf}, {0xed, 0xed, 3, 0x80, 0x9f}, {0xee, 0xef, 3, 0x80, 0xbf},
    {0xf0, 0xf0, 4, 0x90, 0xbf}, {0xf1, 0xf3, 4, 0x80, 0xbf}, {0xf4, 0xf4, 4, 0x80, 0x8f},
};

size_t character_size(std::string_view text) {
  const auto byte = [&](size_t i) { return static_cast<uint8_t>(text[i]); };
  for (const Form& form : forms) {
    if (byte(0) < form.from || byte(0) > form.to) continue;
    if (text.size() < form.size) return 0;
    if (form.size > 1 && (byte(1) < form.low || byte(1) > form.high)) return 0;
    for (size_t i = 2; i < form.size; ++i) {
      if (byte(i) < 0x80 || byte(i) > 0xbf) return 0;
    }
    return form.size;
  }
  return 0;
}

}  // namespace

void require(bool holds, std::string_view claim) {
  if (holds) return;
  std::fprintf(stderr, "Claim does not hold: %.*s\n", static_cast<int>(claim.size()), claim.data());
  std::abort();
}

bool is_utf8(std::string_view text) {
  while (!text.empty()) {
    if (static_cast<uint8_t>(text[0]) < 0x80) {
      text.remove_prefix(1);
      continue;
    }
    const size_t size = character_size(text);
    if (size == 0) return false;
    text.remove_prefix(size);
  }
  return true;
}

bool is_json(std::string_view text) { return JsonChecker(text).whole(); }

}  // namespace fuzz
