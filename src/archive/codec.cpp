#include "archive/codec.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "archive/front.hpp"
#include "archive/seal.hpp"
#include "namespaces/numbers.hpp"
#include "text/hash.hpp"

namespace planetarium {

namespace {

constexpr size_t first_places = 256;

// A few bytes of a hostile head could ask for megabytes.
constexpr size_t most_alike = 64;

uint64_t zigzag(int64_t number) {
  return static_cast<uint64_t>(number) << 1 ^ static_cast<uint64_t>(number >> 63);
}
int64_t unzigzag(uint64_t number) { return static_cast<int64_t>(number >> 1 ^ (0 - (number & 1))); }

// How a body stands in the head, above its form in the same number; 0 is a body without bytes.
enum Place : uint64_t { here = 1, in_segment = 2, lost = 3 };

// Where a body is and how it is written, as one number: two bits held the forms until there was a
// fifth, which stands behind all places instead.
uint64_t number_of(Place place, Body::Form form) {
  if (form == Body::Form::markup) return (uint64_t{place} + lost) * 4;
  return uint64_t{place} * 4 + static_cast<uint64_t>(form);
}

Place place_of(uint64_t number) {
  return static_cast<Place>(number / 4 > lost ? number / 4 - lost : number / 4);
}

Body::Form form_of(uint64_t number) {
  return number / 4 > lost ? Body::Form::markup : static_cast<Body::Form>(number & 3);
}

}  // namespace

Codec::Codec(Buffer& out, const std::vector<Segment>& segments)
    : out_(&out), segments_(segments), map_(segments) {}
Codec::Codec(std::string_view bytes, const std::vector<Segment>& segments)
    : in_(bytes), segments_(segments), map_({}) {}

void Codec::begin_scope(Arena& arena) {
  arena_ = &arena;
  texts_.clear();
  address_ = {};
  if (!reads()) places_.assign(first_places, 0);
}

void Codec::write(uint64_t number) {
  char* at = out_->room(10);
  for (; number >= 0x80; number >>= 7) *at++ = static_cast<char>(number | 0x80);
  *at++ = static_cast<char>(number);
  out_->wrote(at);
}

uint64_t Codec::read() {
  uint64_t number = 0;
  for (size_t i = 0; i < in_.size() && i < 10; ++i) {
    const auto byte = static_cast<unsigned char>(in_[i]);
    number |= uint64_t{byte & 0x7fU} << 7 * i;
    if (byte < 0x80) {
      in_.remove_prefix(i + 1);
      return number;
    }
  }
  failed_ = true;
  in_ = {};
  return 0;
}

std::string_view Codec::read_bytes(uint64_t size) {
  if (size > in_.size()) {
    failed_ = true;
    in_ = {};
    return {};
  }
  const std::string_view out = in_.substr(0, static_cast<size_t>(size));
  in_.remove_prefix(out.size());
  return out;
}

void Codec::operator()(uint64_t& number) { reads() ? void(number = read()) : write(number); }
void Codec::operator()(int64_t& number) {
  reads() ? void(number = unzigzag(read())) : write(zigzag(number));
}
void Codec::operator()(uint32_t& number) {
  reads() ? void(number = static_cast<uint32_t>(read())) : write(number);
}
void Codec::operator()(bool& flag) { reads() ? void(flag = read() != 0) : write(flag); }
void Codec::operator()(Reason& reason) {
  reads() ? void(reason = static_cast<Reason>(read())) : write(static_cast<uint64_t>(reason));
}

void Codec::hash(uint64_t& value) {
  if (!reads()) return write_bytes({reinterpret_cast<const char*>(&value), sizeof value});
  const std::string_view bytes = read_bytes(sizeof value);
  if (!failed_) std::memcpy(&value, bytes.data(), sizeof value);
}

void Codec::operator()(Timestamp& date) {
  (*this)(date.seconds);
  auto offset = int64_t{date.offset_minutes};
  (*this)(offset);
  date.offset_minutes = static_cast<int16_t>(offset);
}

void Codec::operator()(std::optional<bool>& field) {
  option(field, [this](bool& value) { (*this)(value); });
}
void Codec::operator()(std::optional<uint64_t>& field) {
  option(field, [this](uint64_t& value) { (*this)(value); });
}
void Codec::operator()(std::optional<Timestamp>& field) {
  option(field, [this](Timestamp& value) { (*this)(value); });
  const bool known = field && field->seconds >= -62'135'596'800 &&
                     field->seconds <= 253'402'300'799;  // years 1 to 9999
  if (reads() && !known) field.reset();
}
void Codec::operator()(std::optional<double>& field) {
  option(field, [this](double& value) {
    uint64_t bits = 0;
    std::memcpy(&bits, &value, sizeof bits);
    hash(bits);
    std::memcpy(&value, &bits, sizeof bits);
  });
  if (reads() && field && !(*field >= 0 && *field <= 1e12)) field.reset();
}

void Codec::operator()(std::string_view& text) {
  if (!reads()) return write_text(text);
  text = read_text();
}
void Codec::operator()(std::string& text) {
  if (!reads()) return write_text(text);
  text = read_text();
}

// 0 for none; 2n for the text n before; 4n+1 for n bytes; 4n+3 for n bytes behind so many of the
// last address, as addresses of one weblog begin alike.
void Codec::write_text(std::string_view text) {
  if (text.empty()) return write(0);
  const auto place_in = [this](std::string_view wanted) {
    const size_t mask = places_.size() - 1;
    size_t place = hash_of(wanted) & mask;
    while (places_[place] != 0 && texts_[places_[place] - 1] != wanted) place = (place + 1) & mask;
    return place;
  };
  size_t place = place_in(text);
  if (places_[place] != 0) return write((texts_.size() + 1 - places_[place]) * 2);
  const auto end = text.begin() + static_cast<ptrdiff_t>(std::min(text.size(), most_alike));
  const size_t alike = static_cast<size_t>(
      std::mismatch(text.begin(), end, address_.begin(), address_.end()).first - text.begin());
  write((text.size() - alike) * 4 + (alike == 0 ? 1 : 3));
  if (alike != 0) write(alike);
  write_bytes(text.substr(alike));
  remember(text);
  places_[place] = static_cast<uint32_t>(texts_.size());
  if (texts_.size() * 2 <= places_.size()) return;
  places_.assign(places_.size() * 2, 0);
  for (size_t i = 0; i < texts_.size(); ++i)
    places_[place_in(texts_[i])] = static_cast<uint32_t>(i + 1);
}

void Codec::remember(std::string_view text) {
  texts_.push_back(text);
  if (text.starts_with("http")) address_ = text;
}

std::string_view Codec::read_text() {
  const uint64_t number = read();
  if (number == 0) return {};
  if ((number & 1) == 0) {
    if (number / 2 > texts_.size()) failed_ = true;
    return failed_ ? std::string_view{} : texts_[texts_.size() - static_cast<size_t>(number / 2)];
  }
  const uint64_t alike = (number & 2) != 0 ? read() : 0;
  const std::string_view rest = read_bytes(number >> 2);
  if (alike > std::min(address_.size(), most_alike)) failed_ = true;
  if (failed_) return {};
  const std::string_view begin = address_.substr(0, static_cast<size_t>(alike));
  char* out = arena_->room(begin.size() + rest.size());
  copy_bytes(copy_bytes(out, begin), rest);
  remember({out, begin.size() + rest.size()});
  return texts_.back();
}

void Codec::operator()(Body& body) {
  if (!reads()) return write_body(body);
  body = read_body();
}

void Codec::write_away(const Away& away) {
  const auto segment = std::find_if(segments_.begin(), segments_.end(), [&](const Segment& one) {
    return one.checksum == away.segment;
  });
  const bool known = segment != segments_.end() && away.segment != 0;
  write(number_of(known ? in_segment : lost, away.form));
  write(away.size);
  uint64_t hash_of_bytes = away.hash;
  hash(hash_of_bytes);
  if (!known) return;
  write(static_cast<uint64_t>(segment - segments_.begin()));
  write(away.offset);
}

void Codec::write_body(const Body& body) {
  if (body.empty()) return write(0);
  if (body.form == Body::Form::away) return write_away(away_of(body));
  if (!body.in_segment || (here_ && body.raw.size() <= largest_in_front)) {
    write(number_of(here, body.form));
    write(body.raw.size());
    return write_bytes(body.raw);
  }
  const Segment& segment = segments_[map_.index_of(body)];
  write_away({.segment = segment.checksum,
              .hash = checksum_before(body),
              .offset = static_cast<uint32_t>(body.raw.data() - segment.bytes.get()),
              .size = static_cast<uint32_t>(body.raw.size()),
              .form = body.form});
}

Body Codec::read_body() {
  const uint64_t number = read();
  if (number == 0) return {};
  const Place place = place_of(number);
  const Body::Form form = form_of(number);
  const uint64_t size = read();
  if (place == here) return {.raw = arena_->keep(read_bytes(size)), .form = form};
  Away away{.size = static_cast<uint32_t>(size), .form = form};
  hash(away.hash);
  if (place == in_segment) {
    const uint64_t segment = read();
    const uint64_t offset = read();
    if (segment >= segments_.size() || offset < header_size || offset > segments_[segment].size ||
        size > segments_[segment].size - offset) {
      fail();
      return {};
    }
    away.segment = segments_[segment].checksum;
    away.offset = static_cast<uint32_t>(offset);
  } else if (place != lost) {
    fail();
  }
  if (away.size == 0 || size > UINT32_MAX) fail();
  return {.raw = arena_->keep({reinterpret_cast<const char*>(&away), sizeof away}),
          .form = Body::Form::away};
}

void Codec::check(const Geometry& geometry) {
  if (reads() && !is_sound(*arena_, geometry)) fail();
}

}  // namespace planetarium
