#include "abi.hpp"

#include <cstring>

#include "check.hpp"

namespace fuzz {

namespace {

class Input {
 public:
  explicit Input(std::string_view text)
      : bytes_(static_cast<uint8_t*>(planetarium_alloc(text.size()))), size_(text.size()) {
    require(bytes_ != nullptr, "there is memory for the input");
    require(reinterpret_cast<uintptr_t>(bytes_) % 16 == 0, "memory is aligned to 16");
    if (size_ > 0) std::memcpy(bytes_, text.data(), size_);
  }
  Input(const Input&) = delete;
  Input& operator=(const Input&) = delete;
  ~Input() { planetarium_free(bytes_); }

  const uint8_t* bytes() const { return bytes_; }
  size_t size() const { return size_; }

 private:
  uint8_t* bytes_;
  size_t size_;
};

std::string result_text() {
  const size_t size = planetarium_result_size();
  return size == 0 ? std::string{}
                   : std::string(reinterpret_cast<const char*>(planetarium_result()), size);
}

enum class Form { json, table };

// `given` is the size of all inputs: an error quotes at most those, every byte escaped.
Answer answer(int32_t status, size_t given, Form form = Form::json) {
  Answer out{.status = status, .text = result_text()};
  if (!out.ok()) {
    require(out.text.starts_with("{\"reason\":\""), "an error has a reason");
    require(out.text.size() <= 1000 + 6 * given, "an error is no longer than what it quotes");
  }
  if (form == Form::json || !out.ok()) {
    require(is_utf8(out.text), "a result is UTF-8");
    require(is_json(out.text), "a result is JSON");
  }
  return out;
}

using ParseFunction = int32_t (*)(const uint8_t*, size_t, const uint8_t*, size_t);

Answer parse_by(ParseFunction function, std::string_view document, std::string_view about,
                Form form) {
  const Input bytes(document), lines(about);
  return answer(function(bytes.bytes(), bytes.size(), lines.bytes(), lines.size()),
                bytes.size() + lines.size(), form);
}

using AddFunction = int32_t (*)(planetarium_planet*, const uint8_t*, size_t, const uint8_t*,
                                size_t);

Answer add_by(AddFunction function, planetarium_planet* planet, std::string_view what,
              std::string_view about) {
  const Input bytes(what), lines(about);
  return answer(function(planet, bytes.bytes(), bytes.size(), lines.bytes(), lines.size()),
                bytes.size() + lines.size());
}

using AskFunction = int32_t (*)(planetarium_planet*, const uint8_t*, size_t);

Answer ask_by(AskFunction function, planetarium_planet* planet, std::string_view what) {
  const Input lines(what);
  return answer(function(planet, lines.bytes(), lines.size()), lines.size());
}

}  // namespace

Answer parse(std::string_view document, std::string_view about) {
  return parse_by(planetarium_parse, document, about, Form::json);
}

Answer parse_table(std::string_view document, std::string_view about) {
  return parse_by(planetarium_parse_table, document, about, Form::table);
}

Answer parse_page(std::string_view document, std::string_view about) {
  return parse_by(planetarium_parse_page, document, about, Form::table);
}

Planet::Planet(std::string_view config) {
  const Input lines(config);
  planet_.reset(planetarium_new(lines.bytes(), lines.size()));
  answer(valid() ? 0 : -1, lines.size());
}

Answer Planet::configure(std::string_view config) {
  return ask_by(planetarium_configure, planet_.get(), config);
}

Answer Planet::add_feed(std::string_view document, std::string_view about) {
  return add_by(planetarium_add_feed, planet_.get(), document, about);
}

Answer Planet::add_table(std::string_view table, std::string_view about) {
  return add_by(planetarium_add_table, planet_.get(), table, about);
}

Answer Planet::set_feed_state(std::string_view state) {
  return ask_by(planetarium_set_feed_state, planet_.get(), state);
}

Answer Planet::remove_feed(std::string_view about) {
  return ask_by(planetarium_remove_feed, planet_.get(), about);
}

Answer Planet::query(std::string_view query) {
  return ask_by(planetarium_query, planet_.get(), query);
}

Answer Planet::stats() { return answer(planetarium_stats(planet_.get()), 0); }

}  // namespace fuzz
