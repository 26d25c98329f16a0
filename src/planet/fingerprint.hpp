// A number for all that an entry says beside its bodies: whether a refresh brought anything new.
#pragma once

#include <cstdint>

#include "planetarium/model.hpp"

namespace planetarium {

uint64_t fingerprint_of(const Entry& entry);

}  // namespace planetarium
