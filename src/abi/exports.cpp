// The C ABI of the planet's module.
#include <string>

#include "abi/planet.hpp"
#include "abi/result.hpp"
#include "emit/parts.hpp"
#include "emit/questions_json.hpp"
#include "emit/view_feed.hpp"
#include "emit/view_json.hpp"
#include "planetarium/feed_table.hpp"
#include "planetarium/query.hpp"

using namespace planetarium;  // the exports are C's and stand in no namespace

namespace {

int32_t unknown_feed(const std::string& nick) {
  return fail({.reason = Reason::unknown_feed, .detail = nick});
}

// The feed stays as it was. A caller that can decode or parse elsewhere comes again: then nothing
// has failed yet.
int32_t refuse(Planet& planet, uint32_t feed, const Error& error) {
  if (error.reason != Reason::unsupported_encoding && error.reason != Reason::needs_parser) {
    planet.set_state(
        feed,
        {.kind = "failed", .reason = std::string(word(error.reason)), .detail = error.detail});
  }
  return fail(error);
}

int32_t take(Planet& planet, uint32_t feed, Feed parsed, const About& about) {
  const Added added = about.past.empty() ? planet.add(feed, std::move(parsed), about.received_at)
                                         : planet.import(feed, std::move(parsed), about.past);
  const Feed& kept = planet.feeds()[feed].feed;
  result().clear();
  JsonWriter json(result());
  json.begin_object()
      .member("feed", about.feed)
      .member("format", kept.format)
      .member("added", added.added);
  json.member("updated", added.updated).member("deleted", added.deleted);
  json.member("held", added.held);
  write_problems(json, kept.problems);
  json.end_object();
  return 0;
}

// `write` gets the view, and when it is seen.
template <typename Write>
int32_t answer(Planet& planet, std::string_view query, Write write) {
  const auto request = read_query(query);
  if (!request) return fail(request.error());
  const auto view = run_query(planet, *request);
  if (!view) return fail(view.error());
  result().clear();
  write(*view, request->now);
  return 0;
}

}  // namespace

planetarium_planet* planetarium_new(const uint8_t* config, size_t size) {
  auto read = read_config(view_of(config, size));
  if (!read) {
    fail(read.error());
    return nullptr;
  }
  succeed();
  return new planetarium_planet{.planet = Planet(std::move(*read))};
}

void planetarium_delete(planetarium_planet* planet) { delete planet; }

int32_t planetarium_configure(planetarium_planet* planet, const uint8_t* config, size_t size) {
  auto read = read_config(view_of(config, size));
  if (!read) return fail(read.error());
  planet->planet.configure(std::move(*read));
  return succeed();
}

int32_t planetarium_add_feed(planetarium_planet* planet, const uint8_t* bytes, size_t size,
                             const uint8_t* about, size_t about_size) {
  auto request = read_about(view_of(about, about_size));
  if (!request) return fail(request.error());
  const auto feed = planet->planet.find_feed(request->feed);
  if (!feed) return unknown_feed(request->feed);
  if (request->url.empty()) request->url = planet->planet.feeds()[*feed].subscription.url;
  auto document = parse_bytes(view_of(bytes, size), *request, {decode_utf8, parse_xml});
  if (!document) return refuse(planet->planet, *feed, document.error());
  return take(planet->planet, *feed, std::move(document->feed), *request);
}

int32_t planetarium_add_table(planetarium_planet* planet, const uint8_t* table, size_t size,
                              const uint8_t* about, size_t about_size) {
  const auto request = read_about(view_of(about, about_size));
  if (!request) return fail(request.error());
  const auto feed = planet->planet.find_feed(request->feed);
  if (!feed) return unknown_feed(request->feed);
  auto parsed = read_feed_table(view_of(table, size));
  if (!parsed) return refuse(planet->planet, *feed, parsed.error());
  return take(planet->planet, *feed, std::move(*parsed), *request);
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
  planet->head = {};
  return answer(planet->planet, view_of(query, size), [planet](const View& view, int64_t) {
    append_view_json(result(), planet->planet, view);
  });
}

int32_t planetarium_query_table(planetarium_planet* planet, const uint8_t* query, size_t size) {
  return answer(planet->planet, view_of(query, size), [planet](const View& view, int64_t now) {
    append_view_table(result(), view_feed(planet->planet, view, now));
  });
}

int32_t planetarium_questions(planetarium_planet* planet, size_t most) {
  result().clear();
  append_questions_json(result(), planet->planet, planet->planet.questions(most));
  return 0;
}

int32_t planetarium_answer(planetarium_planet* planet, const uint8_t* answers, size_t size) {
  const auto read = read_answers(view_of(answers, size));
  if (!read) return fail(read.error());
  for (const Answer& one : *read) planet->planet.answer(one.entry, one.matching);
  return succeed();
}

int32_t planetarium_prepare_search(planetarium_planet* planet, const uint8_t* slice, size_t size) {
  const auto request = read_slice(view_of(slice, size));
  if (!request) return fail(request.error());
  planet->planet.merged(planet->planet.config().order, request->now);
  const size_t left = prepare_search(planet->planet, request->most);
  result().clear();
  JsonWriter(result()).begin_object().member("left", uint64_t{left}).end_object();
  return 0;
}

int32_t planetarium_drop_search(planetarium_planet* planet) {
  planet->planet.drop_search_texts();
  return succeed();
}

int32_t planetarium_stats(planetarium_planet* planet) {
  uint64_t entries = 0;
  for (const FeedSlot& slot : planet->planet.feeds()) entries += slot.held.size();
  result().clear();
  JsonWriter json(result());
  json.begin_object().member("feeds", planet->planet.feeds().size()).member("entries", entries);
  json.member("entryBytes", planet->planet.entry_bytes());
  json.member("searchBytes", planet->planet.search_texts().bytes());
#ifdef __wasm__
  json.member("memoryBytes", uint64_t{__builtin_wasm_memory_size(0)} * 65536);
#endif
  json.end_object();
  return 0;
}
