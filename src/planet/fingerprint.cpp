#include "planet/fingerprint.hpp"

#include "planetarium/feed_fields.hpp"
#include "text/hash.hpp"

namespace planetarium {

namespace {

class Hasher {
 public:
  uint64_t hash() const { return hash_; }

  void operator()(std::string_view field) { hash_ = hash_of(field, hash_); }
  void operator()(const Body&) {}
  void operator()(uint32_t field) { number(field); }
  void operator()(const std::optional<bool>& field) { number(field ? 1 + uint64_t{*field} : 0); }
  void operator()(const std::optional<uint64_t>& field) { number(field ? *field + 1 : 0); }
  void operator()(const std::optional<double>& field) {
    number(field ? static_cast<uint64_t>(*field * 1000) + 1 : 0);
  }
  void operator()(const std::optional<Timestamp>& field) {
    number(field ? static_cast<uint64_t>(field->seconds * 4096 + field->offset_minutes) : 1);
  }
  void list(const auto& all, auto each) {
    number(all.size());
    for (const auto& one : all) each(one);
  }
  void pointer(const auto* field, auto each) {
    number(field != nullptr);
    if (field != nullptr) each(*field);
  }
  void group(bool present, auto each) {
    number(present);
    if (present) each();
  }

 private:
  void number(uint64_t value) {
    hash_ = (hash_ ^ value) * 0x9e3779b97f4a7c15;
    hash_ ^= hash_ >> 29;
  }
  uint64_t hash_ = 0;
};

}  // namespace

uint64_t fingerprint_of(const Entry& entry) {
  Hasher hasher;
  entry_fields(hasher, entry);
  return hasher.hash();
}

}  // namespace planetarium
