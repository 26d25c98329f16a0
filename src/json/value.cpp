#include "json/value.hpp"

#include <cmath>
#include <nlohmann/json.hpp>

namespace planetarium {

namespace {

constexpr size_t deepest = 128;

// nlohmann's SAX events, gathered into a tree. `false` stops the reader.
class Builder {
 public:
  using number_integer_t = nlohmann::json::number_integer_t;
  using number_unsigned_t = nlohmann::json::number_unsigned_t;
  using number_float_t = nlohmann::json::number_float_t;
  using string_t = nlohmann::json::string_t;
  using binary_t = nlohmann::json::binary_t;

  bool null() { return add({}); }
  bool boolean(bool value) { return add({.kind = Value::Kind::boolean, .boolean = value}); }
  bool number_integer(number_integer_t value) {
    return number(static_cast<double>(value), std::to_string(value));
  }
  bool number_unsigned(number_unsigned_t value) {
    return number(static_cast<double>(value), std::to_string(value));
  }
  bool number_float(number_float_t value, const string_t& written) {
    return number(value, written);
  }
  bool string(string_t& value) {
    return add({.kind = Value::Kind::string, .text = std::move(value)});
  }
  bool binary(binary_t&) { return false; }  // no JSON text holds one
  bool key(string_t& name) {
    open_.back().members.push_back({.name = std::move(name)});
    return true;
  }
  bool start_object(size_t) { return start(Value::Kind::object); }
  bool start_array(size_t) { return start(Value::Kind::array); }
  bool end_object() { return end(); }
  bool end_array() { return end(); }
  template <typename Exception>
  bool parse_error(size_t position, const std::string& token, const Exception&) {
    error_ = {.reason = Reason::malformed_json,
              .detail = "unexpected " + shown(token),
              .offset = position == 0 ? 0 : position - 1};  // it counts what was read
    return false;
  }

  ParsedJson finish() {
    while (open_.size() > 1) end();
    return {.value = open_.empty() ? Value{} : std::move(open_.front()),
            .error = std::move(error_)};
  }

 private:
  static std::string shown(const std::string& token) {
    if (token.empty()) return "end of the document";
    size_t from = token.size() > 40 ? token.size() - 40 : 0;
    while (from < token.size() && (token[from] & 0xc0) == 0x80) ++from;  // no half character
    return "\"" + token.substr(from) + "\"";
  }

  bool number(double value, std::string written) {
    return add({.kind = Value::Kind::number, .number = value, .text = std::move(written)});
  }

  bool start(Value::Kind kind) {
    if (open_.size() >= deepest) {
      error_ = {.reason = Reason::too_deep,
                .detail = "JSON nested deeper than " + std::to_string(deepest)};
      return false;
    }
    open_.push_back({.kind = kind});
    return true;
  }

  bool end() {
    if (open_.size() == 1) return true;  // the root stays
    Value done = std::move(open_.back());
    open_.pop_back();
    return add(std::move(done));
  }

  bool add(Value value) {
    if (open_.empty()) {
      open_.push_back(std::move(value));
    } else if (open_.back().kind == Value::Kind::array) {
      open_.back().items.push_back(std::move(value));
    } else if (!open_.back().members.empty()) {
      open_.back().members.back().value = std::move(value);
    }
    return true;
  }

  std::vector<Value> open_{};  // the root, then each container that is still open
  Error error_{};
};

}  // namespace

const Value& Value::operator[](std::string_view name) const {
  static const Value nothing{};
  for (auto member = members.rbegin(); member != members.rend(); ++member) {
    if (member->name == name) return member->value;
  }
  return nothing;
}

std::optional<uint64_t> Value::count() const {
  constexpr double beyond = 9007199254740992.0;  // 2^53: past it doubles skip whole numbers
  if (kind != Kind::number || !(number >= 0) || number > beyond || number != std::floor(number))
    return std::nullopt;
  return static_cast<uint64_t>(number);
}

ParsedJson parse_json(std::string_view text) {
  Builder builder;
  nlohmann::json::sax_parse(text.data(), text.data() + text.size(), &builder,
                            nlohmann::json::input_format_t::json, true);
  return builder.finish();
}

}  // namespace planetarium
