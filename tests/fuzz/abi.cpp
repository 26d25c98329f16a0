#include "abi.hpp"

#include <cstdlib>
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

// Text of callers is taken to be UTF-8 and comes back as it was: only what documents say is
// repaired.
enum class Form { json, json_of_any_bytes, table };

// `given` is the size of all inputs: an error quotes at most those, every byte escaped.
Answer answer(int32_t status, size_t given, Form form) {
  Answer out{.status = status, .text = result_text()};
  if (!out.ok()) {
    require(out.text.starts_with("{\"reason\":\""), "an error has a reason");
    require(out.text.size() <= 1000 + 6 * given, "an error is no longer than what it quotes");
  }
  if (form == Form::json) require(is_utf8(out.text), "a result is UTF-8");
  if (form != Form::table || !out.ok()) require(is_json(out.text), "a result is JSON");
  return out;
}

using ParseFunction = int32_t (*)(const uint8_t*, size_t, const uint8_t*, size_t);

Answer parse_by(ParseFunction function, std::string_view document, std::string_view about,
                Form form) {
  const Input bytes(document), lines(about);
  if (form == Form::json && !is_utf8(about)) form = Form::json_of_any_bytes;
  return answer(function(bytes.bytes(), bytes.size(), lines.bytes(), lines.size()),
                bytes.size() + lines.size(), form);
}

using AddFunction = int32_t (*)(planetarium_planet*, const uint8_t*, size_t, const uint8_t*,
                                size_t);

Answer add_by(AddFunction function, planetarium_planet* planet, std::string_view what,
              std::string_view about, Form form) {
  const Input bytes(what), lines(about);
  return answer(function(planet, bytes.bytes(), bytes.size(), lines.bytes(), lines.size()),
                bytes.size() + lines.size(), form);
}

using AskFunction = int32_t (*)(planetarium_planet*, const uint8_t*, size_t);

Answer ask_by(AskFunction function, planetarium_planet* planet, std::string_view what, Form form) {
  const Input lines(what);
  return answer(function(planet, lines.bytes(), lines.size()), lines.size(), form);
}

Form form_of(bool utf8) { return utf8 ? Form::json : Form::json_of_any_bytes; }

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

Answer parse_lazy(std::string_view document, std::string_view about) {
  return parse_by(planetarium_parse_lazy, document, about, Form::table);
}

// Characters, not JSON: nothing is known of them but what the caller can tell of the bytes.
Answer decode_body(int32_t form, std::string_view bytes) {
  const Input input(bytes);
  return answer(planetarium_decode_body(form, input.bytes(), input.size()), input.size(),
                Form::table);
}

Answer emit(std::string_view about, std::string_view table) {
  return parse_by(planetarium_emit, about, table, Form::table);
}

Planet::Planet(std::string_view config) {
  const Input lines(config);
  planet_.reset(planetarium_new(lines.bytes(), lines.size()));
  hears(config);
  answer(valid() ? 0 : -1, lines.size(), form_of(utf8_));
}

void Planet::hears(std::string_view lines) { utf8_ = utf8_ && is_utf8(lines); }

Answer Planet::configure(std::string_view config) {
  hears(config);
  return ask_by(planetarium_configure, planet_.get(), config, form_of(utf8_));
}

Answer Planet::add_feed(std::string_view document, std::string_view about) {
  hears(about);
  return add_by(planetarium_add_feed, planet_.get(), document, about, form_of(utf8_));
}

Answer Planet::add_table(std::string_view table, std::string_view about) {
  hears(about);
  return add_by(planetarium_add_table, planet_.get(), table, about, form_of(utf8_));
}

Answer Planet::add_foreign_table(std::string_view table, std::string_view about) {
  utf8_ = false;
  return add_table(table, about);
}

Answer Planet::set_feed_state(std::string_view state) {
  hears(state);
  return ask_by(planetarium_set_feed_state, planet_.get(), state, form_of(utf8_));
}

Answer Planet::remove_feed(std::string_view about) {
  hears(about);
  return ask_by(planetarium_remove_feed, planet_.get(), about, form_of(utf8_));
}

Answer Planet::query(std::string_view query) {
  hears(query);
  return ask_by(planetarium_query, planet_.get(), query, form_of(utf8_));
}

Answer Planet::stats() { return answer(planetarium_stats(planet_.get()), 0, Form::json); }

Saved Planet::save() {
  const Input lines(now);
  const Answer saved = answer(planetarium_save(planet_.get(), lines.bytes(), lines.size()),
                              lines.size(), Form::json);
  require(saved.ok(), "a planet is saved");
  // {"head":{"address":N,"size":N},"segments":[{"name":"…","address":N,"size":N}…
  std::string_view rest = saved.text;
  const auto number = [&rest](std::string_view key) {
    rest.remove_prefix(rest.find(key) + key.size());
    return std::strtoull(rest.data(), nullptr, 10);
  };
  const auto bytes = [&number]() {
    const auto address = static_cast<uintptr_t>(number("\"address\":"));
    return std::string(reinterpret_cast<const char*>(address), number("\"size\":"));
  };
  Saved out{.head = bytes()};
  for (const std::string& name : segment_names(saved.text)) out.segments.push_back({name, bytes()});
  return out;
}

std::vector<std::string> segment_names(std::string_view json) {
  std::vector<std::string> names;
  json.remove_prefix(json.find("\"segments\":["));
  json = json.substr(0, json.find(']'));
  for (size_t at = json.find('"', 12); at != json.npos; at = json.find('"', at + 1)) {
    const std::string_view name = json.substr(at + 1, 16);
    if (name.size() == 16 && name.find_first_not_of("0123456789abcdef") == name.npos)
      names.emplace_back(name);
  }
  return names;
}

// What a head says need not be UTF-8.
Answer Planet::load(std::string_view head) {
  utf8_ = false;
  return ask_by(planetarium_load, planet_.get(), head, form_of(utf8_));
}

Answer Planet::load_segment(std::string_view name, std::string_view bytes) {
  const Input text(name);
  uint8_t* given = nullptr;
  if (!bytes.empty()) {
    given = static_cast<uint8_t*>(planetarium_alloc(bytes.size()));
    std::memcpy(given, bytes.data(), bytes.size());
  }
  return answer(
      planetarium_load_segment(planet_.get(), text.bytes(), text.size(), given, bytes.size()),
      text.size(), Form::json);
}

}  // namespace fuzz
