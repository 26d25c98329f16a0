// A document and what is said about it → parsed in every form the ABI has, and taken into a planet
// by both ways.
#include <cstring>

#include "abi.hpp"
#include "about.hpp"
#include "check.hpp"
#include "limits.hpp"
#include "mutate.hpp"
#include "text/simd.hpp"

using namespace fuzz;

namespace {

constexpr std::string_view config = "feed=a\nfeed.url=https://weblog.example/feed\nfeed.name=Ada\n";

uint32_t u32_at(std::string_view table, size_t at) {
  uint32_t value = 0;
  for (size_t i = 4; i-- > 0;) value = value << 8 | static_cast<uint8_t>(table[at + i]);
  return value;
}

// Bytes of one unit, and units of ASCII or of UTF-16 without half a pair.
bool are_units(std::string_view text) {
  uint32_t size = 0;
  if (text.size() < sizeof size) return false;
  std::memcpy(&size, text.data(), sizeof size);
  text.remove_prefix(sizeof size);
  if (size == 1) return planetarium::simd::ascii_prefix(text) == text.size();
  bool in_pair = false;
  for (size_t at = 0; at + 2 <= text.size(); at += 2) {
    const unsigned first = static_cast<unsigned char>(text[at + 1]) & 0xfc;
    if ((first == 0xdc) != in_pair) return false;
    in_pair = first == 0xd8;
  }
  return size == 2 && text.size() % 2 == 0 && !in_pair;
}

// A magic, a count, as many numbers, characters to the end: what JavaScript relies on before it
// slices.
void require_table(std::string_view table, std::string_view magic, auto are_characters) {
  require(table.starts_with(magic) && table.size() >= 8, "a table begins with its magic and count");
  const uint64_t text = 8 + uint64_t{4} * u32_at(table, 4);
  require(text <= table.size(), "a table holds as many numbers as it says");
  require(are_characters(table.substr(text)), "a table's text is characters");
}

std::string view_of(Planet& planet) {
  const Answer view = planet.query(std::string(now) + "size=1000\n");
  require(view.ok(), "a planet answers a query");
  return view.text;
}

// parse judges what is wrong inside a document; a planet has no time for that.
std::string without_problems(std::string view) {
  constexpr std::string_view key = ",\"problems\":[";
  for (size_t from = view.find(key); from != view.npos; from = view.find(key, from)) {
    size_t end = from + key.size();
    bool quoted = false;
    for (; end < view.size() && (quoted || view[end] != ']'); ++end) {
      if (view[end] == '"') quoted = !quoted;
      if (view[end] == '\\') ++end;
    }
    view.erase(from, end + 1 - from);
  }
  return view;
}

void take_into_planets(const Case& from, const Answer& parsed, const Answer& table) {
  Planet by_table(config), by_bytes(config);
  require(by_table.add_table(table.text, from.about).ok(),
          "a planet takes a table that was written");
  const std::string view = view_of(by_table);
  require(by_table.stats().ok(), "a planet answers for its size");
  const Answer added = by_bytes.add_feed(from.document, from.about);
  if (added.status == needs_parser) return;
  require(added.status == parsed.status, "a planet reads what parse reads");
  require(without_problems(view_of(by_bytes)) == without_problems(view),
          "bytes and their table give the same view");
}

// The forms of a body are the table's own; a document is as good a body as any.
void decode_bodies(std::string_view document) {
  constexpr int32_t more_than_there_are = 12;
  const bool utf8 = is_utf8(document);
  for (int32_t form = -1; form < more_than_there_are; ++form) {
    const Answer body = decode_body(form, document);
    require(!body.ok() || !utf8 || are_units(body.text), "characters are ASCII or UTF-16");
    require(body.text.size() <= least_result + most_result_per_byte * document.size(),
            "a body is within the limit of its bytes");
  }
}

void try_case(const Case& from) {
  const Answer parsed = parse(from.document, from.about);
  require(parsed == parse(from.document, from.about), "parse is deterministic");
  const Answer table = parse_table(from.document, from.about);
  const Answer page = parse_page(from.document, from.about);
  require(table.status == parsed.status && page.status == parsed.status, "all forms succeed alike");
  if (!parsed.ok()) {
    Planet planet(config);
    const int32_t status = planet.add_feed(from.document, from.about).status;
    require(status == parsed.status || status == needs_parser,
            "a planet refuses what parse refuses");
    view_of(planet);
    return;
  }
  const size_t most =
      least_result + most_result_per_byte * (from.document.size() + from.about.size());
  const Answer lazy = parse_lazy(from.document, from.about);
  require(lazy.ok(), "all forms succeed alike");
  for (const Answer* each : {&parsed, &table, &page, &lazy}) {
    require(each->text.size() <= most, "a result is within the limit of its document");
  }
  require_table(table.text, "PFT", is_utf8);
  require_table(page.text, "PFJ", are_units);
  require_table(lazy.text, "PFJ", are_units);
  decode_bodies(from.document);
  take_into_planets(from, parsed, table);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  Case from = read_case({reinterpret_cast<const char*>(data), size});
  const Answer first = parse(from.document, from.about);
  if (first.status == unsupported_encoding) {
    // JavaScript decodes elsewhere and comes again; or nobody can, and it says so.
    parse(from.document, from.about + "unknownCharset=shift_jis\n");
    from.about.append("charset=utf-8\noriginalCharset=shift_jis\n");
    require(parse(from.document, from.about).status != unsupported_encoding,
            "what was decoded outside is read");
  }
  try_case(from);
  return 0;
}

extern "C" size_t LLVMFuzzerCustomMutator(uint8_t* data, size_t size, size_t most, unsigned seed) {
  return mutate_documents(data, size, most, seed);
}
