#include "support/require_json.hpp"

#include "json/writer.hpp"
#include "support/json.hpp"

namespace planetarium::test {

namespace {

void write(JsonWriter& json, const Json& value) {
  switch (value.kind) {
    case Json::Kind::null:
      json.string("null");
      break;
    case Json::Kind::boolean:
      json.boolean(value.boolean);
      break;
    case Json::Kind::number:
      json.number(value.number);
      break;
    case Json::Kind::string:
      json.string(value.text);
      break;
    case Json::Kind::array:
      json.begin_array();
      for (const Json& item : value.items) write(json, item);
      json.end_array();
      break;
    case Json::Kind::object:
      json.begin_object();
      for (const auto& member : value.members) write(json.key(member.first), member.second);
      json.end_object();
  }
}

std::string shown(const Json& value) {
  std::string out;
  JsonWriter json(out);
  write(json, value);
  return out;
}

class Comparison {
 public:
  void values(const std::string& path, const Json& expected, const Json& found) {
    if (expected.kind != found.kind) return differ(path, shown(expected), shown(found));
    if (expected.is(Json::Kind::array)) return arrays(path, expected, found);
    if (expected.is(Json::Kind::object)) return objects(path, expected, found);
    const bool same = expected.text == found.text && expected.boolean == found.boolean &&
                      expected.number == found.number;
    if (!same) differ(path, shown(expected), shown(found));
  }

  std::string finish() { return std::move(out_); }

 private:
  void arrays(const std::string& path, const Json& expected, const Json& found) {
    const size_t most = std::max(expected.items.size(), found.items.size());
    for (size_t i = 0; i < most; ++i) {
      const std::string place = path + "[" + std::to_string(i) + "]";
      if (i >= expected.items.size()) {
        differ(place, "nothing", shown(found.items[i]));
      } else if (i >= found.items.size()) {
        differ(place, shown(expected.items[i]), "nothing");
      } else {
        values(place, expected.items[i], found.items[i]);
      }
    }
  }

  void objects(const std::string& path, const Json& expected, const Json& found) {
    const auto has = [](const Json& value, const std::string& name) {
      for (const auto& member : value.members) {
        if (member.first == name) return true;
      }
      return false;
    };
    const std::string dot = path.empty() ? "" : path + ".";
    for (const auto& member : expected.members) {
      if (has(found, member.first)) {
        values(dot + member.first, member.second, found[member.first]);
      } else {
        differ(dot + member.first, shown(member.second), "nothing");
      }
    }
    for (const auto& member : found.members) {
      if (!has(expected, member.first)) differ(dot + member.first, "nothing", shown(member.second));
    }
  }

  void differ(const std::string& path, const std::string& expected, const std::string& found) {
    out_ += path + ": expected " + expected + ", found " + found + "\n";
  }

  std::string out_{};
};

}  // namespace

std::string json_difference(std::string_view expected, std::string_view found) {
  const JsonOutcome wanted = read_json(expected);
  const JsonOutcome given = read_json(found);
  if (wanted.error.reason != Reason::none) return "expected is not JSON: " + wanted.error.detail;
  if (given.error.reason != Reason::none) return "found is not JSON: " + given.error.detail;
  Comparison comparison;
  comparison.values("", wanted.value, given.value);
  return comparison.finish();
}

}  // namespace planetarium::test
