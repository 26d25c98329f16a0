#include "emit/xml_writer.hpp"

#include "text/utf8.hpp"

namespace planetarium {

namespace {

// ">" always: "]]>" must not stand in text. White space that a reader would turn into something
// else (XML 1.0 §2.11, §3.3.3) is a reference.
std::string_view reference_for(char c, bool in_attribute) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '\r':
      return "&#13;";
    case '"':
      return in_attribute ? "&quot;" : "";
    case '\n':
      return in_attribute ? "&#10;" : "";
    case '\t':
      return in_attribute ? "&#9;" : "";
    default:
      return "";
  }
}

void append_escaped(std::string& out, std::string_view text, bool in_attribute) {
  size_t plain = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    const std::string_view reference = reference_for(text[i], in_attribute);
    if (reference.empty()) continue;
    out.append(text.substr(plain, i - plain)).append(reference);
    plain = i + 1;
  }
  out.append(text.substr(plain));
}

}  // namespace

void append_xml(std::string& out, std::string_view text, bool in_attribute) {
  while (true) {
    const size_t allowed = xml_prefix(text);
    append_escaped(out, text.substr(0, allowed), in_attribute);
    text.remove_prefix(allowed);
    if (text.empty()) return;
    if (const size_t malformed = malformed_size(text); malformed != 0) {
      append_utf8(out, replacement_character);
      text.remove_prefix(malformed);
    } else {
      take_code_point(text);
    }
  }
}

XmlWriter::XmlWriter(std::string& out) : out_(out) {
  out_ += "<?xml version=\"1.0\" encoding=\"utf-8\"?>";
}

void XmlWriter::close_tag() {
  if (in_tag_) out_ += '>';
  in_tag_ = false;
}

XmlWriter& XmlWriter::begin(std::string_view name) {
  close_tag();
  out_.append("\n").append(open_.size(), ' ').append("<").append(name);
  open_.push_back(name);
  in_tag_ = true;
  has_text_ = false;
  return *this;
}

XmlWriter& XmlWriter::end() {
  const std::string_view name = open_.back();
  open_.pop_back();
  if (in_tag_) {
    out_ += "/>";
  } else {
    if (!has_text_) out_.append("\n").append(open_.size(), ' ');
    out_.append("</").append(name).append(">");
  }
  in_tag_ = has_text_ = false;
  if (open_.empty()) out_ += '\n';
  return *this;
}

XmlWriter& XmlWriter::attribute(std::string_view name, std::string_view value) {
  out_.append(" ").append(name).append("=\"");
  append_xml(out_, value, true);
  out_ += '"';
  return *this;
}

XmlWriter& XmlWriter::text(std::string_view characters) {
  close_tag();
  append_xml(out_, characters, false);
  has_text_ = true;
  return *this;
}

XmlWriter& XmlWriter::raw(std::string_view xml) {
  close_tag();
  out_ += xml;
  has_text_ = true;
  return *this;
}

}  // namespace planetarium
