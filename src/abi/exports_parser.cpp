// The C ABI of the parser's module: every format, nothing kept.
#include "abi/result.hpp"
#include "emit/feed_json.hpp"
#include "planetarium/feed_table.hpp"
#include "planetarium/planetarium.h"

using namespace planetarium;  // the exports are C's and stand in no namespace

namespace {

using Writer = void (*)(std::string& out, const Feed& feed, std::string_view place);

int32_t parse_to(Writer write, std::string_view bytes, std::string_view about) {
  const auto request = read_about(about);
  if (!request) return fail(request.error());
  const auto document = parse_bytes(bytes, *request, parse);
  if (!document) return fail(document.error());
  result().clear();
  write(result(), document->feed, document->text.text());
  return 0;
}

}  // namespace

int32_t planetarium_parse(const uint8_t* bytes, size_t size, const uint8_t* about,
                          size_t about_size) {
  return parse_to(append_feed_json, view_of(bytes, size), view_of(about, about_size));
}

int32_t planetarium_parse_table(const uint8_t* bytes, size_t size, const uint8_t* about,
                                size_t about_size) {
  const auto write = [](std::string& out, const Feed& feed, std::string_view place) {
    append_feed_table(out, feed, place, TableFor::core);
  };
  return parse_to(write, view_of(bytes, size), view_of(about, about_size));
}

int32_t planetarium_parse_page(const uint8_t* bytes, size_t size, const uint8_t* about,
                               size_t about_size) {
  const auto write = [](std::string& out, const Feed& feed, std::string_view place) {
    append_feed_table(out, feed, place, TableFor::page);
  };
  return parse_to(write, view_of(bytes, size), view_of(about, about_size));
}
