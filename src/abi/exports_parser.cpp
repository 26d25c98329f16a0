// The C ABI of the parser's module: every format, nothing kept.
#include "abi/result.hpp"
#include "emit/feed_json.hpp"
#include "planetarium/feed_table.hpp"
#include "planetarium/parse.hpp"
#include "planetarium/planetarium.h"

using namespace planetarium;  // the exports are C's and stand in no namespace

namespace {

// `write` gets the feed and the decoded document.
template <typename Write>
int32_t parse_to(std::string_view bytes, std::string_view about, Write write,
                 bool judges_bodies = true) {
  const auto request = read_about(about);
  if (!request) return fail(request.error());
  const auto document = parse_bytes(bytes, *request, {decode, parse, judges_bodies});
  if (!document) return fail(document.error());
  result().clear();
  write(result(), document->feed);
  return 0;
}

}  // namespace

int32_t planetarium_parse(const uint8_t* bytes, size_t size, const uint8_t* about,
                          size_t about_size) {
  return parse_to(view_of(bytes, size), view_of(about, about_size),
                  [](std::string& out, const Feed& feed) { append_feed_json(out, feed); });
}

int32_t planetarium_parse_table(const uint8_t* bytes, size_t size, const uint8_t* about,
                                size_t about_size) {
  return parse_to(view_of(bytes, size), view_of(about, about_size),
                  [](std::string& out, const Feed& feed) { append_feed_table(out, feed); });
}

int32_t planetarium_parse_page(const uint8_t* bytes, size_t size, const uint8_t* about,
                               size_t about_size) {
  return parse_to(view_of(bytes, size), view_of(about, about_size),
                  [](std::string& out, const Feed& feed) { append_page_table(out, feed, {}); });
}

int32_t planetarium_parse_lazy(const uint8_t* bytes, size_t size, const uint8_t* about,
                               size_t about_size) {
  const std::string_view document = view_of(bytes, size);
  const auto write = [document](std::string& out, const Feed& feed) {
    append_page_table(out, feed, document);
  };
  // What nobody has looked at yet is not judged.
  return parse_to(document, view_of(about, about_size), write, false);
}

int32_t planetarium_decode_body(int32_t form, const uint8_t* bytes, size_t size) {
  constexpr auto last = static_cast<int32_t>(Body::Form::json);
  if (form < 1 || form > last) return fail({.reason = Reason::bad_query, .detail = "form"});
  result() = decode_body({.raw = view_of(bytes, size), .form = static_cast<Body::Form>(form)});
  return 0;
}
