// What nearly every test includes, read once a build.
#include <doctest/doctest.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "planetarium/model.hpp"
