#include "support/fixtures.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace {

std::string read(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<Fixture> load() {
  namespace fs = std::filesystem;
  const fs::path folder(FEEDS_DIR);
  std::vector<Fixture> all;
  for (const auto& file : fs::recursive_directory_iterator(folder)) {
    const std::string path = file.path().string();
    if (!file.is_regular_file() || path.ends_with(".expected.json")) continue;
    all.push_back({.name = fs::relative(file.path(), folder).generic_string(),
                   .document = read(file.path()),
                   .expected = read(fs::path(file.path()).replace_extension(".expected.json"))});
  }
  std::sort(all.begin(), all.end(),
            [](const Fixture& a, const Fixture& b) { return a.name < b.name; });
  return all;
}

}  // namespace

const std::vector<Fixture>& all_fixtures() {
  static const std::vector<Fixture> all = load();
  return all;
}
