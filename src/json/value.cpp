#include "json/value.hpp"

#include <cmath>
#include <nlohmann/json.hpp>

#include "json/skeleton.hpp"
#include "text/ascii.hpp"
#include "text/json_string.hpp"
#include "text/utf8.hpp"

namespace planetarium {

namespace {

constexpr size_t deepest = 128;

std::string shown(const std::string& token) {
  if (token.empty()) return "end of the document";
  size_t from = token.size() > 40 ? token.size() - 40 : 0;
  while (from < token.size() && (token[from] & 0xc0) == 0x80) ++from;  // no half character
  // The reader stops at the first byte of a character that it cannot use.
  const std::string_view tail = std::string_view(token).substr(from);
  return "\"" + std::string(tail.substr(0, valid_utf8_prefix(tail))) + "\"";
}

}  // namespace

// nlohmann's SAX events, gathered into a tree. `false` stops the reader.
class TreeBuilder {
 public:
  using number_integer_t = nlohmann::json::number_integer_t;
  using number_unsigned_t = nlohmann::json::number_unsigned_t;
  using number_float_t = nlohmann::json::number_float_t;
  using string_t = nlohmann::json::string_t;
  using binary_t = nlohmann::json::binary_t;

  TreeBuilder(const JsonSkeleton& skeleton, Arena& arena) : skeleton_(skeleton), arena_(arena) {}

  bool null() { return add(Value::Kind::null) != nullptr; }
  bool boolean(bool value) {
    add(Value::Kind::boolean)->boolean = value;
    return true;
  }
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
    Value* added = add(Value::Kind::string);
    if (const std::string_view* run = run_of(skeleton_, value)) {
      if (!is_blank_json(*run)) added->text = {.raw = trim(*run), .form = Body::Form::json};
    } else {
      added->text = {.raw = arena_.keep(trim(without_controls(value)))};
    }
    return true;
  }
  bool binary(binary_t&) { return false; }  // no JSON text holds one
  bool key(string_t& name) {
    const std::string_view* run = run_of(skeleton_, name);
    name_ = run != nullptr ? *run : arena_.keep(name);
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
              // It counts what was read.
              .offset = json_document_offset(skeleton_, position == 0 ? 0 : position - 1)};
    return false;
  }

  ParsedJson finish() {
    if (root_ == nullptr) root_ = arena_.make<Value>();
    const Error& first = skeleton_.error.reason != Reason::none ? skeleton_.error : error_;
    return {.value = root_, .error = first};
  }

 private:
  bool number(double value, const std::string& written) {
    Value* added = add(Value::Kind::number);
    added->number = value;
    added->text = {.raw = arena_.keep(written)};
    return true;
  }

  bool start(Value::Kind kind) {
    if (depth_ >= deepest) {
      error_ = {.reason = Reason::too_deep,
                .detail = "JSON nested deeper than " + std::to_string(deepest)};
      return false;
    }
    open_[depth_] = add(kind);
    ++depth_;
    return true;
  }

  bool end() {
    --depth_;
    return true;
  }

  Value* add(Value::Kind kind) {
    auto* value = arena_.make<Value>();
    value->kind = kind;
    if (depth_ == 0) return root_ = value;
    Value& parent = *open_[depth_ - 1];
    value->name = name_;
    (parent.last_ == nullptr ? parent.first_ : parent.last_->next_) = value;
    return parent.last_ = value;
  }

  // Written as escapes, they are as little characters of a feed as they would be in XML.
  static std::string& without_controls(std::string& text) {
    std::erase_if(text, [](char c) {
      return static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t' && c != '\r';
    });
    return text;
  }

  const JsonSkeleton& skeleton_;
  Arena& arena_;
  Value* root_ = nullptr;
  Value* open_[deepest] = {};  // the containers that are not closed yet
  size_t depth_ = 0;
  std::string_view name_{};
  Error error_{};
};

const Value& Value::operator[](std::string_view wanted) const {
  static const Value nothing{};
  const Value* found = &nothing;
  for (const Value& member : members()) {
    if (member.name == wanted) found = &member;
  }
  return *found;
}

std::optional<uint64_t> Value::count() const {
  constexpr double beyond = 9007199254740992.0;  // 2^53: past it doubles skip whole numbers
  if (kind != Kind::number || !(number >= 0) || number > beyond || number != std::floor(number))
    return std::nullopt;
  return static_cast<uint64_t>(number);
}

ParsedJson parse_json(std::string_view text, Arena& arena) {
  const JsonSkeleton skeleton = make_json_skeleton(text);
  TreeBuilder builder(skeleton, arena);
  nlohmann::json::sax_parse(skeleton.text.data(), skeleton.text.data() + skeleton.text.size(),
                            &builder, nlohmann::json::input_format_t::json, true);
  return builder.finish();
}

}  // namespace planetarium
