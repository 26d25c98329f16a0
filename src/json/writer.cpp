#include "json/writer.hpp"

#include "text/simd.hpp"

namespace planetarium {

void JsonWriter::separate() {
  if (!first_) out_ += ',';
  first_ = false;
}

JsonWriter& JsonWriter::open(char bracket) {
  separate();
  out_ += bracket;
  first_ = true;
  return *this;
}

JsonWriter& JsonWriter::close(char bracket) {
  out_ += bracket;
  first_ = false;
  return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
  separate();
  out_.append("\"").append(name).append("\":");
  first_ = true;
  return *this;
}

JsonWriter& JsonWriter::string(std::string_view text) {
  separate();
  out_ += '"';
  const auto special = [](simd::Block b) {
    return simd::below(b, 0x20) | simd::equal(b, '"') | simd::equal(b, '\\');
  };
  while (!text.empty()) {
    const size_t plain = simd::find_if(text, special);
    out_ += text.substr(0, plain);
    text.remove_prefix(plain);
    if (text.empty()) break;
    const char c = text[0];
    text.remove_prefix(1);
    if (c == '\n') {
      out_ += "\\n";
    } else if (static_cast<unsigned char>(c) >= 0x20) {
      out_ += '\\';
      out_ += c;
    } else {
      constexpr char digits[] = "0123456789abcdef";
      out_ += "\\u00";
      out_ += digits[c >> 4];
      out_ += digits[c & 15];
    }
  }
  out_ += '"';
  return *this;
}

JsonWriter& JsonWriter::number(uint64_t value) {
  separate();
  out_ += std::to_string(value);
  return *this;
}

JsonWriter& JsonWriter::number(double value) {
  separate();
  if (value < 0) {
    out_ += '-';
    value = -value;
  }
  if (!(value < 9e15)) value = 9e15;  // where a double still counts in ones
  const auto thousandths =
      static_cast<uint64_t>(value) * 1000 +
      static_cast<uint64_t>((value - static_cast<double>(static_cast<uint64_t>(value))) * 1000 +
                            0.5);
  out_ += std::to_string(thousandths / 1000);
  if (uint64_t rest = thousandths % 1000) {
    out_ += '.';
    for (uint64_t place = 100; rest != 0; place /= 10) {
      out_ += static_cast<char>('0' + rest / place);
      rest %= place;
    }
  }
  return *this;
}

JsonWriter& JsonWriter::boolean(bool value) {
  separate();
  out_ += value ? "true" : "false";
  return *this;
}

JsonWriter& JsonWriter::raw(std::string_view json) {
  separate();
  out_ += json;
  return *this;
}

JsonWriter& JsonWriter::member(std::string_view name, std::string_view text) {
  return text.empty() ? *this : key(name).string(text);
}

}  // namespace planetarium
