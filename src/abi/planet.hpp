// What a caller of the C ABI holds.
#pragma once

#include <string>

#include "planetarium/archive.hpp"
#include "planetarium/planetarium.h"

struct planetarium_planet {
  planetarium::Archive archive{};
  planetarium::Planet planet;
  std::string head{};  ///< the last save's, until the next query
};
