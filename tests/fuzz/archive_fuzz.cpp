// Any bytes → taken as the head of an archive, behind a header that fits: it is refused, or gives a
// planet that still answers, saves, and is loaded again as the same. Then its segments come: whole,
// cut, or not at all.
#include <algorithm>
#include <cstring>

#include "abi.hpp"
#include "check.hpp"

using namespace fuzz;

namespace {

constexpr std::string_view feeds = "feed=a\nfeed.url=https://ada.example/feed\nfeed=b\n";

// docs/archive.md: the checksum, so that what lies behind it is reached.
uint64_t hash_of(std::string_view text) {
  constexpr uint64_t prime = 0x9e3779b97f4a7c15;
  uint64_t h = text.size() * prime + 0x2545f4914f6cdd1d;
  for (;;) {
    uint64_t word = 0;
    const size_t size = std::min<size_t>(text.size(), 8);
    if (size != 0) std::memcpy(&word, text.data(), size);
    h = (h ^ word) * 0xff51afd7ed558ccd;
    h ^= h >> 32;
    text.remove_prefix(size);
    if (size < 8) break;
  }
  h = (h ^ (h >> 29)) * 0xc4ceb9fe1a85ec53;
  return h ^ (h >> 32);
}

uint64_t mixed(uint64_t lane, uint64_t word) {
  lane = (lane ^ word) * 0xff51afd7ed558ccd;
  return lane ^ lane >> 32;
}

uint64_t checksum_of(std::string_view bytes) {
  uint64_t lanes[4] = {bytes.size(), 1, 2, 3};
  for (; bytes.size() >= 32; bytes.remove_prefix(32)) {
    for (size_t i = 0; i < 4; ++i) {
      uint64_t word = 0;
      std::memcpy(&word, bytes.data() + 8 * i, 8);
      lanes[i] = mixed(lanes[i], word);
    }
  }
  uint64_t sum = hash_of(bytes);
  for (const uint64_t lane : lanes) sum = mixed(sum, lane);
  return sum;
}

std::string sealed(std::string_view body) {
  const uint32_t numbers[] = {1, static_cast<uint32_t>(body.size() + 24), 0};
  std::string head = "PLTH";
  head.append(reinterpret_cast<const char*>(numbers), sizeof numbers);
  const uint64_t sum = checksum_of(body) ^ hash_of(head);
  head.append(reinterpret_cast<const char*>(&sum), 8);
  return head.append(body);
}

std::string view(Planet& planet) {
  const Answer answer = planet.query(std::string(now) + "size=1000\n");
  require(answer.ok(), "a planet answers a query");
  return answer.text;
}

void load(const std::string& head) {
  Planet planet(feeds);
  const std::string before = view(planet);
  const Answer loaded = planet.load(head);
  if (!loaded.ok()) {
    require(loaded.status == damaged_archive, "a head is taken or damaged");
    require(view(planet) == before, "a head that is refused changes nothing");
    return;
  }
  view(planet);
  for (const std::string& name : segment_names(loaded.text)) {
    require(planet.load_segment(name, {}).status == damaged_archive, "a segment is missed");
  }
  const std::string shown = view(planet);
  Saved saved = planet.save();
  require(view(planet) == shown, "saving changes nothing");
  Planet again(feeds);
  require(again.load(saved.head).ok(), "what was saved is loaded");
  for (const auto& [name, bytes] : saved.segments)
    require(again.load_segment(name, bytes).ok(), "a segment that was saved is taken");
  require(view(again) == shown, "what was loaded is what was saved");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  load(sealed(input.starts_with("PLTH") ? input.substr(std::min<size_t>(24, size)) : input));
  // A document's own archive, whole and with a byte changed.
  Planet planet(feeds);
  if (!planet.add_feed(input, std::string("feed=a\n").append(received)).ok()) return 0;
  std::string head = planet.save().head;
  load(head);
  head.erase(0, 24);
  head[size * 7919 % head.size()] ^= 1;
  load(sealed(head));
  return 0;
}
