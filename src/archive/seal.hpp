// How heads and segments begin: four bytes of magic, u32 version, u32 size of the whole, u32 0, u64
// checksum of everything but itself. Little-endian.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace planetarium {

constexpr size_t header_size = 24;
constexpr std::string_view head_magic = "PLTH";
constexpr std::string_view segment_magic = "PLTS";
constexpr uint32_t segment_version = 1;

struct Header {
  uint32_t version = 0;
  uint32_t size = 0;
  uint64_t checksum = 0;
};

/// Fills the header of bytes that are complete but for it; gives their checksum.
uint64_t seal(char* bytes, size_t size, std::string_view magic, uint32_t version);

/// What is wrong with the bytes, in words; nothing where they are as they were sealed.
std::string_view fault_of(std::string_view bytes, std::string_view magic);

/// Of bytes that have one.
Header header_of(std::string_view bytes);

}  // namespace planetarium
