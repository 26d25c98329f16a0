// JSON text to values, whatever state it is in, and values to JSON text.
#include <doctest/doctest.h>

#include "json/writer.hpp"
#include "support/builders.hpp"
#include "support/json.hpp"
#include "support/require_json.hpp"

using namespace planetarium;
using test::Json;
using test::JsonOutcome;
using test::read_json;

namespace {

std::string written_string(std::string_view text) {
  std::string out;
  JsonWriter(out).string(text);
  return out;
}

std::string written_number(double value) {
  std::string out;
  JsonWriter(out).number(value);
  return out;
}

}  // namespace

TEST_CASE("json: an error quotes whole characters") {
  Arena arena;
  CHECK(parse_json("{é", arena).error.detail == "unexpected \"{\"");
  CHECK(parse_json("[-1é", arena).error.detail == "unexpected \"-1\"");
}

TEST_CASE("json: every kind of value is read") {
  const auto json = read_json(
      R"({"null": null, "yes": true, "no": false, "whole": 17, "part": -1.5e2, "text": "a", "list": [1, [], {}], "a": {"b": {"c": 1}}})");
  CHECK(json.error == Error{});
  const Json& value = json.value;
  CHECK(value["null"].is(Json::Kind::null));
  CHECK(value["yes"].boolean);
  CHECK_FALSE(value["no"].boolean);
  CHECK(value["no"].is(Json::Kind::boolean));
  CHECK(value["whole"].count() == 17U);
  CHECK(value["part"].number == -150);
  CHECK(value["part"].text == "-1.5e2");
  CHECK(value["text"].string() == "a");
  CHECK(value["list"].items.size() == 3);
  CHECK(value["list"].items[1].is(Json::Kind::array));
  CHECK(value["a"]["b"]["c"].count() == 1U);
  CHECK(value["absent"]["too"].is(Json::Kind::null));
  CHECK(value["whole"].string() == "");
}

TEST_CASE("json: strings are unescaped") {
  const auto json = read_json(R"(["\"\\\/\b\f\n\r\t", "\u00e9\u20AC\ud83d\ude00", "é€😀", ""])");
  REQUIRE(json.error == Error{});
  CHECK(json.value.items[0].string() == "\"\\/");  // trimmed, and without controls
  CHECK(json.value.items[1].string() == "é€😀");
  CHECK(json.value.items[2].string() == "é€😀");
  CHECK(json.value.items[3].string() == "");
}

TEST_CASE("json: a number keeps the text it was written in") {
  const auto json =
      read_json("[18446744073709551615, 123456789012345678901234567890, 1.50, -0, 1e3]");
  REQUIRE(json.error == Error{});
  std::vector<std::string> texts;
  for (const Json& value : json.value.items) texts.push_back(value.text);
  CHECK(texts == std::vector<std::string>{"18446744073709551615", "123456789012345678901234567890",
                                          "1.50", "0", "1e3"});
}

TEST_CASE("json: a count is a whole number from 0 that a double holds exactly") {
  const auto count_of = [](const char* text) { return read_json(text).value.count(); };
  CHECK(count_of("0") == 0U);
  CHECK(count_of("1337.0") == 1337U);
  CHECK(count_of("1e3") == 1000U);
  CHECK(count_of("9007199254740992") == 9007199254740992U);
  for (const auto none : {"-1", "1.5", "9007199254740994", "1e300", "\"1\"", "null", "[1]"}) {
    CAPTURE(none);
    CHECK_FALSE(count_of(none).has_value());
  }
}

TEST_CASE("json: the last of several members with one name wins") {
  CHECK(read_json(R"({"a": 1, "a": 2})").value["a"].count() == 2U);
}

TEST_CASE("json: what stops the reader is named, and what came before is kept") {
  const struct {
    const char* text;
    size_t offset;
    const char* kept;
  } rows[] = {
      {"", 0, "null"},
      {"{", 1, "{}"},
      {R"({"a")", 4, R"({"a": null})"},
      {R"({"a": 1)", 7, R"({"a": 1})"},
      {R"({"a": 1, )", 9, R"({"a": 1})"},
      {R"({"a": [1, 2)", 11, R"({"a": [1, 2]})"},
      {R"({"a": [1, {"b": "cut)", 20, R"({"a": [1, {"b": null}]})"},
      {R"({"a": 1} x)", 9, R"({"a": 1})"},
      {R"({'a': 1})", 1, "{}"},
      {R"({"a": tru})", 9, R"({"a": null})"},
      {R"({"a": 01})", 7, R"({"a": 0})"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.text);
    const auto json = read_json(row.text);
    CHECK(json.error.reason == Reason::malformed_json);
    CHECK(json.error.offset.value_or(0) == row.offset);
    CHECK(json.error.detail.starts_with("unexpected "));
    const auto kept = read_json(row.kept);
    CHECK(json.value.kind == kept.value.kind);
    CHECK(json.value["a"].kind == kept.value["a"].kind);
    CHECK(json.value["a"].items.size() == kept.value["a"].items.size());
  }
}

TEST_CASE("json: half a surrogate pair is one character lost, not a document") {
  const auto json = read_json(R"({"a": "x\ud800y", "b": "\udc00", "c": "\ud83d\ude00"})");
  CHECK(json.error ==
        Error{.reason = Reason::malformed_json, .detail = "half a surrogate pair", .offset = 8});
  CHECK(json.value["a"].string() == "x\ufffdy");
  CHECK(json.value["b"].string() == "\ufffd");
  CHECK(json.value["c"].string() == "😀");
}

TEST_CASE("json: long strings are read as short ones are") {
  const std::string filler(120, 'x');
  const std::string text = "{\"" + filler + "\": \"" + filler + "\\u00e9\\n\\/\\\"\", \"b\": [\"" +
                           filler + "\", 1], \"bad\": \"" + filler + "\\x\"}";
  const auto json = read_json(text);
  CHECK(json.value[filler].string() == filler + "é\n/\"");
  REQUIRE(json.value["b"].items.size() == 2);
  CHECK(json.value["b"].items[0].string() == filler);
  CHECK(json.error.reason == Reason::malformed_json);  // of what it refuses, nlohmann says where
  CHECK(json.error.offset.value_or(0) == text.find("\\x") + 1);
}

TEST_CASE("json: a mark that a document writes itself stands for nothing") {
  const auto json = read_json(R"(["\u0001]]]]]", "\u0001~~~~~"])");
  CHECK(json.error == Error{});
  CHECK(json.value.items[0].string() == "]]]]]");
  CHECK(json.value.items[1].string() == "~~~~~");
}

TEST_CASE("json: an error shows the end of what was read, in whole characters") {
  const std::string text = "[\"" + std::string(30, 'x') + "ééééééééééééééé\t\"]";
  const auto json = read_json(text);
  REQUIRE(json.error.reason == Reason::malformed_json);
  CHECK(json.error.detail.size() < 60);
  CHECK(
      read_json("\"" + json.error.detail.substr(12, json.error.detail.size() - 14) + "\"").error ==
      Error{});
}

TEST_CASE("json: nested as deep as 128 is read, deeper is an error and no crash") {
  const auto nested = [](size_t depth) {
    return std::string(depth, '[') + std::string(depth, ']');
  };
  CHECK(read_json(nested(128)).error == Error{});
  const auto deep = read_json(nested(129));
  CHECK(deep.error.reason == Reason::too_deep);
  CHECK(read_json(std::string(1'000'000, '[')).error.reason == Reason::too_deep);
  std::string objects;
  for (int i = 0; i < 100'000; ++i) objects += "{\"a\":";
  CHECK(read_json(objects).error.reason == Reason::too_deep);
}

TEST_CASE("json: every prefix of a document is read as far as it goes") {
  const std::string_view text =
      R"({"version": "https://jsonfeed.org/version/1.1", "items": [{"id": "1", "tags": ["é", "\u00e9\n"], "n": -1.5e+3}, null, true]})";
  for (size_t size = 0; size < text.size(); ++size) {
    CAPTURE(size);
    CHECK(read_json(text.substr(0, size)).error.reason == Reason::malformed_json);
  }
  CHECK(read_json(text).error == Error{});
}

TEST_CASE("json: written strings are escaped where JSON says so, and nowhere else") {
  CHECK(written_string("") == R"("")");
  CHECK(written_string("a/b é € 😀 \x7f") == "\"a/b é € 😀 \x7f\"");
  CHECK(written_string("\"\\\n\r\t\b\f") == R"("\"\\\n\u000d\u0009\u0008\u000c")");
  CHECK(written_string(std::string_view("\0\x1f", 2)) == R"("\u0000\u001f")");
  // as the end of a script element, where a page puts it into one: left to the page
  CHECK(written_string("</script>") == R"("</script>")");
}

TEST_CASE("json: what is written is read back, at every length and place") {
  for (size_t before = 0; before < 40; ++before) {
    for (int c = 0x21; c < 0x80; ++c) {
      const std::string text = std::string(before, 'x') + static_cast<char>(c) + "é";
      const auto json = read_json(written_string(text));
      REQUIRE(json.error == Error{});
      REQUIRE(json.value.string() == text);
    }
  }
}

TEST_CASE("json: numbers are written with three decimals at most") {
  CHECK(written_number(0) == "0");
  CHECK(written_number(61.5) == "61.5");
  CHECK(written_number(0.125) == "0.125");
  CHECK(written_number(0.0625) == "0.063");
  CHECK(written_number(1.001) == "1.001");
  CHECK(written_number(-2.5) == "-2.5");
  CHECK(written_number(3599.9996) == "3600");
  std::string out;
  JsonWriter(out).number(uint64_t{18446744073709551615U});
  CHECK(out == "18446744073709551615");
}

TEST_CASE("json: commas stand between members and items, whatever is left out") {
  std::string out;
  JsonWriter json(out);
  json.begin_object().member("absent", "").member("a", "b").member("n", uint64_t{0});
  json.key("list").begin_array().string("x").number(uint64_t{1}).begin_object().end_object();
  json.begin_array().end_array().boolean(true).end_array();
  json.key("o").begin_object().member("absent", "").end_object().member("z", "").end_object();
  CHECK(out == R"({"a":"b","n":0,"list":["x",1,{},[],true],"o":{}})");
}

TEST_CASE("json: two texts are compared by what they say") {
  CHECK(test::json_difference(R"({"a": 1, "b": [1, 2]})", R"({"b":[1,2],"a":1})") == "");
  CHECK(
      test::json_difference(R"({"a": [{"b": "x"}], "c": 1})",
                            R"({"a": [{"b": "y"}, 2], "d": true})") ==
      "a[0].b: expected \"x\", found \"y\"\na[1]: expected nothing, found 2\nc: expected 1, found "
      "nothing\nd: expected nothing, found true\n");
}
