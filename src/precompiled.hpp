// What nearly every file includes, read once a build: most of the time a file takes to compile goes
// into these.
#include <algorithm>
#include <charconv>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "planetarium/model.hpp"
