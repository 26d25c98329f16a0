// The C ABI: the only file that knows linear memory, and keeper of the last result.
#include <cstdlib>
#include <string>
#include <string_view>

#include "abi/requests.hpp"
#include "emit/feed_json.hpp"
#include "emit/view_json.hpp"
#include "planetarium/parse.hpp"
#include "planetarium/planetarium.h"

struct planetarium_planet {
  planetarium::Planet planet;
};

namespace {

using namespace planetarium;

// One for the module. It keeps its capacity: a view is written many times and is about as long each time.
std::string& result() {
  static std::string text;
  return text;
}

std::string_view view_of(const uint8_t* bytes, size_t size) {
  return size == 0 ? std::string_view{} : std::string_view(reinterpret_cast<const char*>(bytes), size);
}

int32_t fail(const Error& error) {
  std::string& out = result();
  out.clear();
  JsonWriter json(out);
  json.begin_object().member("reason", word(error.reason)).member("detail", error.detail);
  if (error.offset) json.member("offset", uint64_t{*error.offset});
  json.end_object();
  return static_cast<int32_t>(error.reason);
}

int32_t succeed() {
  result() = "{}";
  return 0;
}

int32_t unknown_feed(const std::string& nick) { return fail({.reason = Reason::unknown_feed, .detail = nick}); }

// A feed and the text its bodies still lie in.
struct ParsedDocument {
  DecodedText text;
  Feed feed;
};

Result<ParsedDocument> parse_bytes(std::string_view bytes, const About& about) {
  auto decoded = decode(bytes, about.hints());
  if (!decoded) return decoded.error();
  ParsedDocument document{.text = std::move(*decoded), .feed = {}};
  auto feed = parse(document.text.text(), {.url = about.url, .content_type = about.content_type});
  if (!feed) return feed.error();
  document.feed = std::move(*feed);
  document.feed.encoding = document.text.encoding;
  if (!document.text.fits) {
    document.feed.problems.insert(document.feed.problems.begin(),
                                  {.reason = Reason::malformed_bytes, .detail = document.text.problem});
  }
  return document;
}

void write_added(const std::string& nick, const Feed& feed, const Added& added) {
  std::string& out = result();
  out.clear();
  JsonWriter json(out);
  json.begin_object().member("feed", nick).member("format", feed.format).member("added", added.added);
  json.member("updated", added.updated).member("held", added.held);
  write_problems(json, feed.problems);
  json.end_object();
}

}  // namespace

int32_t planetarium_abi_version(void) { return PLANETARIUM_ABI_VERSION; }

void* planetarium_alloc(size_t size) { return std::malloc(size == 0 ? 1 : size); }

void planetarium_free(void* memory) { std::free(memory); }

const uint8_t* planetarium_result(void) { return reinterpret_cast<const uint8_t*>(result().data()); }

size_t planetarium_result_size(void) { return result().size(); }

planetarium_planet* planetarium_new(const uint8_t* config, size_t size) {
  auto read = read_config(view_of(config, size));
  if (!read) {
    fail(read.error());
    return nullptr;
  }
  succeed();
  return new planetarium_planet{Planet(std::move(*read))};
}

void planetarium_delete(planetarium_planet* planet) { delete planet; }

int32_t planetarium_configure(planetarium_planet* planet, const uint8_t* config, size_t size) {
  auto read = read_config(view_of(config, size));
  if (!read) return fail(read.error());
  planet->planet.configure(std::move(*read));
  return succeed();
}

int32_t planetarium_parse(const uint8_t* bytes, size_t size, const uint8_t* about, size_t about_size) {
  const auto request = read_about(view_of(about, about_size));
  if (!request) return fail(request.error());
  const auto document = parse_bytes(view_of(bytes, size), *request);
  if (!document) return fail(document.error());
  result().clear();
  append_feed_json(result(), document->feed, document->text.text());
  return 0;
}

int32_t planetarium_add_feed(planetarium_planet* planet, const uint8_t* bytes, size_t size, const uint8_t* about,
                             size_t about_size) {
  auto request = read_about(view_of(about, about_size));
  if (!request) return fail(request.error());
  const auto feed = planet->planet.find_feed(request->feed);
  if (!feed) return unknown_feed(request->feed);
  if (request->url.empty()) request->url = planet->planet.feeds()[*feed].subscription.url;
  auto document = parse_bytes(view_of(bytes, size), *request);
  if (!document) {
    const Error& error = document.error();
    // The caller decodes and comes again: nothing has failed yet.
    if (error.reason != Reason::unsupported_encoding) {
      planet->planet.set_state(
          *feed, {.kind = "failed", .reason = std::string(word(error.reason)), .detail = error.detail});
    }
    return fail(error);
  }
  const Added added =
      planet->planet.add(*feed, std::move(document->feed), document->text.text(), request->received_at);
  write_added(request->feed, planet->planet.feeds()[*feed].feed, added);
  return 0;
}

int32_t planetarium_set_feed_state(planetarium_planet* planet, const uint8_t* state, size_t size) {
  std::string nick;
  auto read = read_state(view_of(state, size), nick);
  if (!read) return fail(read.error());
  const auto feed = planet->planet.find_feed(nick);
  if (!feed) return unknown_feed(nick);
  planet->planet.set_state(*feed, std::move(*read));
  return succeed();
}

int32_t planetarium_remove_feed(planetarium_planet* planet, const uint8_t* about, size_t size) {
  const auto request = read_about(view_of(about, size));
  if (!request) return fail(request.error());
  const auto feed = planet->planet.find_feed(request->feed);
  if (!feed) return unknown_feed(request->feed);
  planet->planet.remove(*feed);
  return succeed();
}

int32_t planetarium_query(planetarium_planet* planet, const uint8_t* query, size_t size) {
  const auto request = read_query(view_of(query, size));
  if (!request) return fail(request.error());
  const auto view = run_query(planet->planet, *request);
  if (!view) return fail(view.error());
  result().clear();
  append_view_json(result(), planet->planet, *view);
  return 0;
}

int32_t planetarium_stats(planetarium_planet* planet) {
  uint64_t entries = 0;
  for (const FeedSlot& slot : planet->planet.feeds()) entries += slot.held.size();
  std::string& out = result();
  out.clear();
  JsonWriter json(out);
  json.begin_object().member("feeds", planet->planet.feeds().size()).member("entries", entries);
  json.member("bodyBytes", planet->planet.body_bytes());
#ifdef __wasm__
  json.member("memoryBytes", uint64_t{__builtin_wasm_memory_size(0)} * 65536);
#endif
  json.end_object();
  return 0;
}
