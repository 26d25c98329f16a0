#include "abi/lines.hpp"

#include "text/ascii.hpp"
#include "text/utf8.hpp"

namespace planetarium {

namespace {

std::string unescaped(std::string_view written) {
  std::string out;
  for (;;) {
    const size_t escape = written.find('\\');
    if (escape >= written.size() - 1) return out.append(written);
    out.append(written.substr(0, escape)) +=
        written[escape + 1] == 'n' ? '\n' : written[escape + 1];
    written.remove_prefix(escape + 2);
  }
}

}  // namespace

std::optional<int64_t> signed_number(std::string_view text) {
  int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::optional<int64_t> utc_seconds(std::string_view text) {
  const auto number = signed_number(text);
  if (!number || *number < -62'135'596'800 || *number > 253'402'300'799) return std::nullopt;
  return number;
}

Lines::Lines(std::string_view text, Reason reason) : reason_(reason) {
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(line.size() == text.size() ? line.size() : line.size() + 1);
    if (line.empty()) continue;
    const size_t equals = line.find('=');
    if (equals == line.npos) {
      const std::string_view begin = line.substr(0, 40);
      fail(begin.substr(0, valid_utf8_prefix(begin)), "is not a key=value line");
    } else {
      lines_.push_back({line.substr(0, equals), unescaped(line.substr(equals + 1))});
    }
  }
}

std::string Lines::text(std::string_view key) const {
  for (auto line = lines_.rbegin(); line != lines_.rend(); ++line) {
    if (line->key == key) return line->value;
  }
  return {};
}

uint64_t Lines::count(std::string_view key, uint64_t otherwise) {
  const std::string written = text(key);
  if (written.empty()) return otherwise;
  const auto number = to_number(written);
  if (!number) fail(key, "is \"" + written + "\", not a whole number from 0");
  return number.value_or(otherwise);
}

int64_t Lines::seconds(std::string_view key) {
  const std::string written = text(key);
  if (written.empty()) return 0;
  const auto number = utc_seconds(written);
  if (!number) fail(key, "is \"" + written + "\", not a number of seconds");
  return number.value_or(0);
}

void Lines::fail(std::string_view key, std::string_view what) {
  if (failed()) return;
  error_ = {.reason = reason_, .detail = "\"" + std::string(key) + "\" " + std::string(what)};
}

}  // namespace planetarium
