#include <algorithm>
#include <random>
#include <string>

#include "mutate.hpp"

extern "C" size_t LLVMFuzzerMutate(uint8_t* data, size_t size, size_t most);

namespace fuzz {

namespace {

constexpr size_t head = 8;  // the magic and the count

using Random = std::minstd_rand;

size_t below(Random& random, size_t end) { return end == 0 ? 0 : random() % end; }

void put(std::string& table, size_t at, uint32_t value) {
  for (size_t i = 0; i < 4; ++i) table[at + i] = static_cast<char>(value >> 8 * i & 0xff);
}

uint32_t count_of(const std::string& table) {
  uint32_t count = 0;
  for (size_t i = 4; i-- > 0;) count = count << 8 | static_cast<uint8_t>(table[4 + i]);
  return static_cast<uint32_t>(std::min<size_t>(count, (table.size() - head) / 4));
}

uint32_t odd_number(Random& random, const std::string& table) {
  const uint32_t odd[] = {0,
                          1,
                          2,
                          3,
                          17,
                          255,
                          65535,
                          0x7fffffff,
                          0x80000000,
                          0xffffffff,
                          static_cast<uint32_t>(table.size()),
                          count_of(table)};
  return odd[below(random, std::size(odd))];
}

void mutate_number(Random& random, std::string& table) {
  const uint32_t count = count_of(table);
  if (count == 0) return;
  const size_t at = head + 4 * below(random, count);
  switch (below(random, 5)) {
    case 0:
      return put(table, at, odd_number(random, table));
    case 1:
      return put(table, at, static_cast<uint32_t>(below(random, 40)));
    case 2:
      table.erase(at, 4);
      return put(table, 4, count - 1);
    case 3:
      table.insert(at, 4, '\0');
      put(table, at, odd_number(random, table));
      return put(table, 4, count + 1);
    default:
      return put(table, 4, odd_number(random, table));
  }
}

}  // namespace

size_t mutate_table(uint8_t* data, size_t size, size_t most, unsigned seed) {
  Random random(seed);
  if (size < head || random() % 3 == 0) return LLVMFuzzerMutate(data, size, most);
  std::string table(reinterpret_cast<const char*>(data), size);
  for (size_t left = 1 + below(random, 3); left > 0; --left) mutate_number(random, table);
  table.resize(std::min(table.size(), most));
  std::copy(table.begin(), table.end(), data);
  return table.size();
}

}  // namespace fuzz
