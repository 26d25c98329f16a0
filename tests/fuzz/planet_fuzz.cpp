// A script of what a page may ask of a planet, in any order → every answer is well-formed, and what
// a planet shows depends on what it holds, never on how it came there.
//
// A script is text: a line "%%COMMAND FEED" and what belongs to it, up to the next such line. The
// commands are config, add, table, state, remove, query and stats.
#include <string>
#include <vector>

#include "abi.hpp"
#include "check.hpp"
#include "mutate.hpp"

using namespace fuzz;

namespace {

constexpr std::string_view feeds =
    "feed=a\nfeed.url=https://ada.example/feed\nfeed.name=Ada\nfeed.tag=friends\n"
    "feed=b\nfeed.url=https://bob.example/atom.xml\nfeed.titleType=html\nfeed.maxEntries=20\n"
    "feed=c\nfeed.url=http://weblog.example/c\nfeed.xmlBase=https://weblog.example/\n";

struct Command {
  std::string_view name{}, feed{}, body{};
};

std::vector<Command> read_script(std::string_view script) {
  constexpr size_t most = 40;
  std::vector<Command> out;
  while (out.size() < most) {
    const size_t mark = script.find("%%");
    if (mark == script.npos) return out;
    script.remove_prefix(mark + 2);
    const std::string_view whole = script.substr(0, script.find("\n%%"));
    const std::string_view line = whole.substr(0, whole.find('\n'));
    const size_t space = line.find(' ');
    out.push_back({.name = line.substr(0, space),
                   .feed = space == line.npos ? "a" : line.substr(space + 1),
                   .body = whole.substr(std::min(whole.size(), line.size() + 1))});
    script.remove_prefix(whole.size());
  }
  return out;
}

std::string about(std::string_view feed) {
  return std::string("feed=").append(feed).append("\n").append(received);
}

Answer add(Planet& planet, const Command& command) {
  Answer added = planet.add_feed(command.body, about(command.feed));
  if (added.status == needs_parser) {
    const Answer table = parse_table(command.body, about(command.feed));
    if (table.ok()) added = planet.add_table(table.text, about(command.feed));
  }
  return added;
}

void run(Planet& planet, const Command& command) {
  if (command.name == "add") add(planet, command);
  if (command.name == "config") planet.configure(command.body);
  if (command.name == "table") planet.add_foreign_table(command.body, about(command.feed));
  if (command.name == "state") {
    planet.set_feed_state(
        std::string("feed=").append(command.feed).append("\n").append(command.body));
  }
  if (command.name == "remove") planet.remove_feed(about(command.feed));
  if (command.name == "query") planet.query(command.body);
  if (command.name == "stats") planet.stats();
}

// The script's own last query, then everything; an error is an answer like any other.
std::string views(Planet& planet, std::string_view query) {
  const Answer everything = planet.query(std::string(now) + "size=1000\n");
  require(everything.ok(), "a planet answers a query");
  return planet.query(query).text + "\n" + everything.text;
}

struct Pair {
  Command first{}, second{};
  std::string_view config = feeds;
  std::string_view query{};
};

// The last documents of two feeds, the last config that names both, the last query.
Pair read_pair(const std::vector<Command>& script) {
  Pair pair;
  for (const Command& command : script) {
    if (command.name == "query") pair.query = command.body;
    if (command.name == "config" && Planet(command.body).valid()) pair.config = command.body;
    if (command.name != "add") continue;
    if (pair.first.name.empty() || pair.first.feed == command.feed) {
      pair.first = command;
    } else {
      pair.second = command;
    }
  }
  return pair;
}

void try_orders(const Pair& pair) {
  Planet forward(pair.config), backward(pair.config);
  add(forward, pair.first);
  add(forward, pair.second);
  add(backward, pair.second);
  add(backward, pair.first);
  const std::string view = views(forward, pair.query);
  require(views(backward, pair.query) == view, "the order of arrival does not show");
  const Answer again = add(forward, pair.first);
  if (again.ok()) {
    require(again.text.find("\"added\":0,\"updated\":0,") != again.text.npos,
            "a feed that comes again unchanged brings nothing");
  }
  require(views(forward, pair.query) == view, "a feed that comes again unchanged changes nothing");
  Planet alone(pair.config);
  add(alone, pair.second);
  forward.remove_feed(about(pair.first.feed));
  require(views(forward, pair.query) == views(alone, pair.query), "a removed feed leaves no trace");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::vector<Command> script = read_script({reinterpret_cast<const char*>(data), size});
  Planet planet(feeds);
  for (const Command& command : script) run(planet, command);
  views(planet, {});
  const Pair pair = read_pair(script);
  if (!pair.second.name.empty()) try_orders(pair);
  return 0;
}

extern "C" size_t LLVMFuzzerCustomMutator(uint8_t* data, size_t size, size_t most, unsigned seed) {
  return mutate_documents(data, size, most, seed);
}
