// The documents of tests/feeds: each beside the normalised feed it must become.
#pragma once

#include <string>
#include <vector>

struct Fixture {
  std::string name{};      ///< "rss/guid_permalink.xml"
  std::string document{};  ///< bytes
  std::string expected{};  ///< JSON; empty where there is none
};

/// All of them, by name.
const std::vector<Fixture>& all_fixtures();
