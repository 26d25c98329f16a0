// Bodies that are known by a hash alone, until their segment is loaded.
#pragma once

#include "planetarium/model.hpp"

namespace planetarium {

/// Whether these are the bytes of a body that is away. The same characters written otherwise count
/// as others.
bool is_same_as_away(const Body& away, const Body& body);

}  // namespace planetarium
