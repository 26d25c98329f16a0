#include "text/buffer.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace planetarium;

TEST_CASE("buffer: texts of every length arrive whole") {
  std::string whole;
  Buffer buffer;
  for (size_t size = 0; size < 300; ++size) {
    std::string text;
    for (size_t i = 0; i < size; ++i) text += static_cast<char>('!' + (size + i) % 90);
    whole += text;
    buffer.append(text);
  }
  CHECK(buffer == whole);
}
