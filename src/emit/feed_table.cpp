#include "planetarium/feed_table.hpp"

#include <cmath>
#include "dates/dates.hpp"

#include "planetarium/feed_fields.hpp"
#include "planetarium/parse.hpp"

namespace planetarium {

namespace {

// What a slice of a decoded string counts in.
uint32_t utf16_units(std::string_view text) {
  uint32_t units = 0;
  for (const char c : text) units += ((c & 0xc0) != 0x80) + (static_cast<unsigned char>(c) >= 0xf0);
  return units;
}

class TableWriter {
 public:
  TableWriter(std::string_view place, TableFor reader)
      : place_(place), page_(reader == TableFor::page) {}

  void operator()(const std::string& field) { text(field); }
  void operator()(const Body& body) {
    (*this)(body.form == Body::Form::own ? body.own : decode_body(body, place_));
  }
  void operator()(uint32_t field) { number(field); }
  void operator()(Reason field) {
    if (page_) return text(word(field));
    number(static_cast<uint32_t>(field));
  }
  void operator()(const std::optional<bool>& field) {
    number(field.has_value());
    if (field) number(*field);
  }
  void operator()(const std::optional<uint64_t>& field) {
    number(field.has_value());
    if (field) wide(*field);
  }
  void operator()(const std::optional<double>& field) {
    number(field.has_value());
    if (field) wide(static_cast<uint64_t>(std::llround(*field * 1000)));  // milliseconds
  }
  void operator()(const std::optional<Timestamp>& field) {
    if (page_) return text(field ? format_utc(field->seconds) : std::string());
    number(field.has_value());
    if (!field) return;
    wide(static_cast<uint64_t>(field->seconds));
    number(static_cast<uint32_t>(field->offset_minutes));
  }

  template <typename T, typename Each>
  void list(const std::vector<T>& all, Each each) {
    number(static_cast<uint32_t>(all.size()));
    for (const T& one : all) each(one);
  }

  template <typename T, typename Each>
  void optional(const std::optional<T>& field, Each each) {
    number(field.has_value());
    if (field) each(*field);
  }

  void finish(std::string& out) const {
    const auto count = static_cast<uint32_t>(numbers_.size());
    out.reserve(out.size() + 8 + size_t{count} * 4 + text_.size());
    out.append(page_ ? page_table_magic : table_magic, sizeof table_magic);
    out.append(reinterpret_cast<const char*>(&count), 4)
        .append(reinterpret_cast<const char*>(numbers_.data()), size_t{count} * 4)
        .append(text_);
  }

 private:
  void text(std::string_view field) {
    number(page_ ? utf16_units(field) : static_cast<uint32_t>(field.size()));
    text_ += field;
  }
  void number(uint32_t value) { numbers_.push_back(value); }
  void wide(uint64_t value) {
    number(static_cast<uint32_t>(value));
    number(static_cast<uint32_t>(value >> 32));
  }

  std::string_view place_;
  bool page_;
  std::vector<uint32_t> numbers_{};
  std::string text_{};
};

}  // namespace

void append_feed_table(std::string& out, const Feed& feed, std::string_view place,
                       TableFor reader) {
  TableWriter writer(place, reader);
  feed_fields(writer, feed);
  writer.finish(out);
}

}  // namespace planetarium
