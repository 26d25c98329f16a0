#include "planetarium/feed_table.hpp"

#include <cmath>
#include <cstring>
#include <memory>

#include "dates/dates.hpp"
#include "planetarium/feed_fields.hpp"
#include "planetarium/parse.hpp"
#include "text/buffer.hpp"
#include "text/utf16.hpp"

namespace planetarium {

namespace {

// Numbers and characters, in turn. They are most of what a small feed costs: no vector, whose
// push_back is a call.
class Columns {
 public:
  /// Room for a feed of so many entries, about.
  explicit Columns(size_t entries) {
    grow(128 + entries * 80);
    text_.reserve(512 + entries * 512);
  }

  void number(uint32_t value) {
    if (count_ == capacity_) grow(capacity_ * 2);
    numbers_[count_++] = value;
  }
  void wide(uint64_t value) {
    number(static_cast<uint32_t>(value));
    number(static_cast<uint32_t>(value >> 32));
  }
  void characters(std::string_view text) { text_.append(text); }

  void finish(std::string& out, std::string_view magic) const {
    const auto count = static_cast<uint32_t>(count_);
    out.reserve(out.size() + 8 + count_ * 4 + text_.size());
    out.append(magic)
        .append(reinterpret_cast<const char*>(&count), 4)
        .append(reinterpret_cast<const char*>(numbers_.get()), count_ * 4);
  }
  std::string_view text() const { return text_.view(); }

 private:
  void grow(size_t capacity) {
    std::unique_ptr<uint32_t[]> larger(new uint32_t[capacity]);
    if (count_ != 0) std::memcpy(larger.get(), numbers_.get(), count_ * 4);
    numbers_ = std::move(larger);
    capacity_ = capacity;
  }

  std::unique_ptr<uint32_t[]> numbers_{};
  size_t count_ = 0;
  size_t capacity_ = 0;
  Buffer text_{};
};

// What both tables write alike.
class Writer : public Columns {
 public:
  using Columns::Columns;

  void number_or_none(const std::optional<uint64_t>& field) {
    number(field.has_value());
    if (field) wide(*field);
  }
  void operator()(uint32_t field) { number(field); }
  void operator()(const std::optional<bool>& field) {
    number(field ? 1 + static_cast<uint32_t>(*field) : 0);
  }
  void operator()(const std::optional<uint64_t>& field) { number_or_none(field); }
  void operator()(const std::optional<double>& field) {  // milliseconds
    number_or_none(field ? std::optional(static_cast<uint64_t>(std::llround(*field * 1000)))
                         : std::nullopt);
  }

  void list(const auto& all, auto each) {
    number(static_cast<uint32_t>(all.size()));
    for (const auto& one : all) each(one);
  }
  void pointer(const auto* field, auto each) {
    number(field != nullptr);
    if (field != nullptr) each(*field);
  }
  void group(bool present, auto each) {
    number(present);
    if (present) each();
  }
};

class CoreWriter : public Writer {
 public:
  using Writer::operator();
  using Writer::Writer;

  void operator()(std::string_view field) {
    number(static_cast<uint32_t>(field.size()));
    characters(field);
  }
  void operator()(const Body& body) {
    (*this)(body.form == Body::Form::own ? body.raw : std::string_view(decode_body(body)));
  }
  void operator()(Reason field) { number(static_cast<uint32_t>(field)); }
  void operator()(const std::optional<Timestamp>& field) {
    number(field.has_value());
    if (!field) return;
    wide(static_cast<uint64_t>(field->seconds));
    number(static_cast<uint32_t>(field->offset_minutes));
  }
};

class ViewWriter : public CoreWriter {
 public:
  using CoreWriter::CoreWriter;

  template <typename T>
  void pointer(const T* field, auto each) {
    if constexpr (std::is_same_v<T, Metadata>) {
      CoreWriter::pointer(field, each);
    } else {
      number(0);
    }
  }
};

class PageWriter : public Writer {
 public:
  PageWriter(size_t entries, std::string_view document) : Writer(entries), document_(document) {}

  using Writer::operator();
  void operator()(std::string_view field) {
    if (field.empty()) return number(0);  // as most fields of most entries are
    number(utf16_units(field));
    characters(field);
  }
  void operator()(const Body& body) {
    const bool lies_there =
        body.raw.data() >= document_.data() &&
        body.raw.data() + body.raw.size() <= document_.data() + document_.size();
    if (body.form != Body::Form::own && lies_there) {
      number(1 + static_cast<uint32_t>(body.form));
      number(static_cast<uint32_t>(body.raw.data() - document_.data()));
      number(static_cast<uint32_t>(body.raw.size()));
    } else {
      number(body.empty() ? 0 : 1);
      if (!body.empty())
        (*this)(body.form == Body::Form::own ? body.raw : std::string_view(decode_body(body)));
    }
  }
  void operator()(Reason field) { (*this)(word(field)); }
  void operator()(const std::optional<Timestamp>& field) {
    if (!field) return number(0);
    DateBuffer written;
    (*this)(write_utc(written, field->seconds));
  }

 private:
  std::string_view document_;
};

}  // namespace

void append_feed_table(std::string& out, const Feed& feed) {
  CoreWriter writer(feed.entries.size());
  feed_fields(writer, feed);
  writer.finish(out, {table_magic, sizeof table_magic});
  out += writer.text();
}

void append_view_table(std::string& out, const Feed& view) {
  ViewWriter writer(view.entries.size());
  feed_fields(writer, view);
  writer.finish(out, {table_magic, sizeof table_magic});
  out += writer.text();
}

void append_page_table(std::string& out, const Feed& feed, std::string_view document) {
  PageWriter writer(feed.entries.size(), document);
  feed_fields(writer, feed);
  writer.finish(out, {page_table_magic, sizeof page_table_magic});
  append_units(out, writer.text());
}

}  // namespace planetarium
