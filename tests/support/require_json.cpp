#include "support/require_json.hpp"

#include "json/value.hpp"
#include "json/writer.hpp"

namespace planetarium::test {

namespace {

void write(JsonWriter& json, const Value& value) {
  switch (value.kind) {
    case Value::Kind::null:
      json.string("null");
      break;
    case Value::Kind::boolean:
      json.boolean(value.boolean);
      break;
    case Value::Kind::number:
      json.number(value.number);
      break;
    case Value::Kind::string:
      json.string(value.text);
      break;
    case Value::Kind::array:
      json.begin_array();
      for (const Value& item : value.items) write(json, item);
      json.end_array();
      break;
    case Value::Kind::object:
      json.begin_object();
      for (const auto& member : value.members) write(json.key(member.name), member.value);
      json.end_object();
  }
}

std::string shown(const Value& value) {
  std::string out;
  JsonWriter json(out);
  write(json, value);
  return out;
}

class Comparison {
 public:
  void values(const std::string& path, const Value& expected, const Value& found) {
    if (expected.kind != found.kind) return differ(path, shown(expected), shown(found));
    if (expected.is(Value::Kind::array)) return arrays(path, expected, found);
    if (expected.is(Value::Kind::object)) return objects(path, expected, found);
    const bool same = expected.text == found.text && expected.boolean == found.boolean &&
                      expected.number == found.number;
    if (!same) differ(path, shown(expected), shown(found));
  }

  std::string finish() { return std::move(out_); }

 private:
  void arrays(const std::string& path, const Value& expected, const Value& found) {
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

  void objects(const std::string& path, const Value& expected, const Value& found) {
    const auto has = [](const Value& value, const std::string& name) {
      for (const auto& member : value.members) {
        if (member.name == name) return true;
      }
      return false;
    };
    const std::string dot = path.empty() ? "" : path + ".";
    for (const auto& member : expected.members) {
      if (has(found, member.name)) {
        values(dot + member.name, member.value, found[member.name]);
      } else {
        differ(dot + member.name, shown(member.value), "nothing");
      }
    }
    for (const auto& member : found.members) {
      if (!has(expected, member.name)) differ(dot + member.name, "nothing", shown(member.value));
    }
  }

  void differ(const std::string& path, const std::string& expected, const std::string& found) {
    out_ += path + ": expected " + expected + ", found " + found + "\n";
  }

  std::string out_{};
};

}  // namespace

std::string json_difference(std::string_view expected, std::string_view found) {
  const ParsedJson wanted = parse_json(expected);
  const ParsedJson given = parse_json(found);
  if (wanted.error.reason != Reason::none) return "expected is not JSON: " + wanted.error.detail;
  if (given.error.reason != Reason::none) return "found is not JSON: " + given.error.detail;
  Comparison comparison;
  comparison.values("", wanted.value, given.value);
  return comparison.finish();
}

}  // namespace planetarium::test
