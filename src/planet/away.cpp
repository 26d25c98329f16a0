#include "planet/away.hpp"

#include <cstring>

#include "planetarium/archive.hpp"
#include "text/checksum.hpp"

namespace planetarium {

Away away_of(const Body& body) {
  Away away;
  std::memcpy(static_cast<void*>(&away), body.raw.data(), sizeof away);
  return away;
}

bool is_same_as_away(const Body& known, const Body& body) {
  const Away away = away_of(known);
  return away.form == body.form && away.size == body.raw.size() &&
         away.hash == checksum_of(body.raw);
}

}  // namespace planetarium
