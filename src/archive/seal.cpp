#include "archive/seal.hpp"

#include <cstring>

#include "text/checksum.hpp"
#include "text/hash.hpp"

namespace planetarium {

namespace {

constexpr size_t checksum_at = 16;

uint64_t sum_of_whole(std::string_view bytes) {
  return checksum_of(bytes.substr(header_size)) ^ hash_of(bytes.substr(0, checksum_at));
}

template <typename T>
T read(std::string_view bytes, size_t at) {
  T value{};
  std::memcpy(&value, bytes.data() + at, sizeof value);  // both targets are little-endian
  return value;
}

}  // namespace

Header header_of(std::string_view bytes) {
  return {.version = read<uint32_t>(bytes, 4),
          .size = read<uint32_t>(bytes, 8),
          .checksum = read<uint64_t>(bytes, checksum_at)};
}

uint64_t seal(char* bytes, size_t size, std::string_view magic, uint32_t version) {
  const uint32_t numbers[] = {version, static_cast<uint32_t>(size), 0};
  std::memcpy(bytes, magic.data(), magic.size());
  std::memcpy(bytes + magic.size(), numbers, sizeof numbers);
  const uint64_t sum = sum_of_whole({bytes, size});
  std::memcpy(bytes + checksum_at, &sum, sizeof sum);
  return sum;
}

std::string_view fault_of(std::string_view bytes, std::string_view magic) {
  if (bytes.size() < header_size) return "it ends within its header";
  if (!bytes.starts_with(magic)) return "it does not begin as one";
  const Header header = header_of(bytes);
  if (header.size != bytes.size()) return "it has another length than it says";
  return header.checksum == sum_of_whole(bytes) ? "" : "its checksum does not fit";
}

}  // namespace planetarium
