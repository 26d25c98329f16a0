#include "planetarium/feed_table.hpp"

#include <cmath>

#include "planetarium/feed_fields.hpp"
#include "planetarium/parse.hpp"

namespace planetarium {

namespace {

class TableWriter {
 public:
  explicit TableWriter(std::string_view place) : place_(place) {}

  void operator()(const std::string& field) {
    number(static_cast<uint32_t>(field.size()));
    text_ += field;
  }
  void operator()(const Body& body) {
    (*this)(body.form == Body::Form::own ? body.own : decode_body(body, place_));
  }
  void operator()(uint32_t field) { number(field); }
  void operator()(Reason field) { number(static_cast<uint32_t>(field)); }
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
    const auto count = static_cast<uint32_t>(numbers_.size() / 4);
    out.append(table_magic, sizeof table_magic);
    out.append(reinterpret_cast<const char*>(&count), 4).append(numbers_).append(text_);
  }

 private:
  void number(uint32_t value) { numbers_.append(reinterpret_cast<const char*>(&value), 4); }
  void wide(uint64_t value) {
    number(static_cast<uint32_t>(value));
    number(static_cast<uint32_t>(value >> 32));
  }

  std::string_view place_;
  std::string numbers_{};
  std::string text_{};
};

}  // namespace

void append_feed_table(std::string& out, const Feed& feed, std::string_view place) {
  TableWriter writer(place);
  feed_fields(writer, feed);
  writer.finish(out);
}

}  // namespace planetarium
