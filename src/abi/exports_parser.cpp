// The C ABI of the parser's module: every format, nothing kept.
#include "abi/result.hpp"
#include "emit/feed_json.hpp"
#include "emit/subscriptions_json.hpp"
#include "json/writer.hpp"
#include "planetarium/feed_table.hpp"
#include "planetarium/not_a_feed.hpp"
#include "planetarium/opml.hpp"
#include "planetarium/parse.hpp"
#include "planetarium/planetarium.h"
#include "text/utf16.hpp"

using namespace planetarium;  // the exports are C's and stand in no namespace

namespace {

int32_t fail(const Error& error, const Refusal& refusal) {
  std::string& out = result();
  out.clear();
  JsonWriter json(out);
  json.begin_object().member("reason", word(error.reason)).member("detail", refusal.detail);
  if (!refusal.alternates.empty()) {
    json.key("alternates").begin_array();
    for (const Alternate& one : refusal.alternates) {
      json.begin_object().member("url", one.url).member("type", one.type);
      json.member("title", one.title).end_object();
    }
    json.end_array();
  }
  json.end_object();
  return static_cast<int32_t>(error.reason);
}

using Explain = Refusal (*)(std::string_view bytes, std::string_view document, const Source&);

// Where there is nothing to read, people are told what there is instead.
int32_t refuse(std::string_view bytes, const About& about, const Error& error, Explain explain) {
  const Reason reason = error.reason;
  if (reason != Reason::not_a_feed && reason != Reason::not_a_list &&
      reason != Reason::empty_document) {
    return fail(error);
  }
  const auto decoded = decode(bytes, about.hints());
  return fail(error,
              explain(bytes, decoded ? decoded->text() : std::string_view{}, {.url = about.url}));
}

// `write` gets the feed and the decoded document.
template <typename Write>
int32_t parse_to(std::string_view bytes, std::string_view about, Write write,
                 bool judges_bodies = true) {
  const auto request = read_about(about);
  if (!request) return fail(request.error());
  const auto document = parse_bytes(bytes, *request, {decode, parse, judges_bodies});
  if (!document) return refuse(bytes, *request, document.error(), explain_not_a_feed);
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

int32_t planetarium_read_opml(const uint8_t* bytes, size_t size, const uint8_t* about,
                              size_t about_size) {
  const std::string_view document = view_of(bytes, size);
  const auto request = read_about(view_of(about, about_size));
  if (!request) return fail(request.error());
  auto decoded = decode(document, request->hints());
  if (!decoded) return refuse(document, *request, decoded.error(), explain_not_a_list);
  auto list = read_opml(decoded->text(), {.url = request->url});
  if (!list) return refuse(document, *request, list.error(), explain_not_a_list);
  list->encoding = decoded->encoding;
  if (!decoded->fits) {
    list->problems.insert(list->problems.begin(),
                          {.reason = Reason::malformed_bytes, .detail = decoded->problem});
  }
  result().clear();
  append_subscriptions_json(result(), *list);
  return 0;
}

int32_t planetarium_decode_body(int32_t form, const uint8_t* bytes, size_t size) {
  constexpr auto last = static_cast<int32_t>(Body::Form::markup);
  if (form < 1 || form > last) return fail({.reason = Reason::bad_query, .detail = "form"});
  const Body body{.raw = view_of(bytes, size), .form = static_cast<Body::Form>(form)};
  result().clear();
  append_units(result(), decode_body(body));
  return 0;
}
