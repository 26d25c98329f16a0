// Any bytes → taken as a feed table, which is refused or gives a planet that still answers. An
// input that is no table is a document: then its table, and every way of breaking it off, is tried.
#include <algorithm>

#include "abi.hpp"
#include "about.hpp"
#include "check.hpp"
#include "mutate.hpp"

using namespace fuzz;

namespace {

constexpr std::string_view magic = "PFT2";
const std::string about = std::string("feed=a\n").append(received);

std::string table_of(std::string_view input) {
  const Case from = read_case(input);
  Answer table = parse_table(from.document, from.about);
  return table.ok() ? table.text : std::string(magic);
}

// Whatever a table says, a document made of it is whole.
void emit_one(std::string_view table) {
  constexpr std::string_view formats[] = {"atom", "rss", "rss10", "json"};
  const std::string what =
      std::string("link=https://planet.example/\nformat=").append(formats[table.size() % 4]);
  const Answer document = emit(what, table);
  require(document.ok() || document.status == malformed_table, "a table is written or malformed");
  if (!document.ok()) return;
  require(is_utf8(document.text), "an output is UTF-8");
  const Answer read = parse(document.text, "url=https://planet.example/output\n");
  require(read.ok() && read.text.find("\"wellFormed\":true") != std::string::npos,
          "an output is well-formed");
}

void add(std::string_view table) {
  emit_one(table);
  Planet planet("feed=a\nfeed.url=https://weblog.example/feed\nfeed=b\n");
  const Answer added = planet.add_foreign_table(table, about);
  require(added.ok() || added.status == malformed_table, "a table is taken or malformed");
  require(planet.stats().ok(), "a planet answers for its size");
  require(planet.query(std::string(now) + "size=1000\n").ok(), "a planet answers a query");
  require(planet.add_foreign_table(table, about).status == added.status,
          "a table is read the same again");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  add(input);
  if (input.starts_with(magic)) return 0;
  const std::string table = table_of(input);
  add(table);
  constexpr size_t cuts = 4;
  for (size_t i = 0; i < cuts; ++i) add(std::string_view(table).substr(0, table.size() * i / cuts));
  return 0;
}

extern "C" size_t LLVMFuzzerCustomMutator(uint8_t* data, size_t size, size_t most, unsigned seed) {
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  if (!input.starts_with(magic)) {
    const std::string table = table_of(input);
    if (table.size() > most) return mutate_documents(data, size, most, seed);
    std::copy(table.begin(), table.end(), data);
    size = table.size();
  }
  return mutate_table(data, size, most, seed);
}
