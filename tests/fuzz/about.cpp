#include "about.hpp"

#include <algorithm>
#include <cstdint>

#include "abi.hpp"

namespace fuzz {

namespace {

constexpr std::string_view content_types[] = {
    "",
    "application/rss+xml",
    "application/atom+xml;charset=utf-8",
    "text/xml",
    "application/feed+json",
    "text/html; charset=windows-1252",
    "application/json",
    "text/x-opml; charset=\"UTF-16\"",
    "application/rdf+xml; charset=iso-8859-1",
    "text/plain; charset=shift_jis",
    "application/octet-stream",
    ";;charset=",
};
constexpr std::string_view charsets[] = {"",       "utf-8",   "UTF-16LE", "windows-1252",
                                         "utf-32", "nonsense"};
constexpr std::string_view originals[] = {"", "euc-kr", "utf-8"};
constexpr std::string_view urls[] = {
    "https://weblog.example/feed",
    "http://weblog.example:8080/a/b/../feed.xml?x=1#top",
    "https://xn--bcher-kva.example/",
    "//weblog.example/feed",
    "file:///home/ada/feed.xml",
    "not an address",
    "https://user:pass@[2001:db8::1]/%zz?%",
};

template <size_t N>
std::string_view pick(const std::string_view (&of)[N], char byte) {
  return of[static_cast<uint8_t>(byte) % N];
}

void line(std::string& about, std::string_view key, std::string_view value) {
  if (!value.empty()) about.append(key).append("=").append(value).append("\n");
}

}  // namespace

Case read_case(std::string_view input) {
  constexpr size_t choices = 4;
  Case out;
  std::string chosen(input.substr(0, choices));
  input.remove_prefix(chosen.size());
  chosen.resize(choices);
  if (static_cast<uint8_t>(chosen[0]) >= 0x80) {
    const std::string_view lines = input.substr(0, input.find('\0'));
    input.remove_prefix(std::min(input.size(), lines.size() + 1));
    out.about.append(lines).append("\n");
  } else {
    line(out.about, "contentType", pick(content_types, chosen[0]));
    line(out.about, "charset", pick(charsets, chosen[1]));
    line(out.about, "originalCharset", pick(originals, chosen[2]));
  }
  line(out.about, "url", pick(urls, chosen[3]));
  line(out.about, "feed", "a");
  out.about.append(received);
  out.document = input;
  return out;
}

}  // namespace fuzz
