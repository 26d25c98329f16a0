// UTF-8 that may be damaged → UTF-8 that holds only characters XML 1.0 §2.2 allows.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace planetarium {

struct Mended {
  std::string text{};
  size_t characters = 0;              ///< beyond ASCII, that are UTF-8
  size_t strays = 0;                  ///< bytes that do not even begin one
  std::optional<size_t> malformed{};  ///< the first byte that U+FFFD stands for
};

/// Replaces what is malformed, drops what is not allowed.
Mended mend(std::string_view text);

}  // namespace planetarium
