// XML 1.0, written straight to a string: it is well-formed whatever it is given, the shape is the
// caller's.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace planetarium {

/// Appends characters as text or, within double quotes, as an attribute's value. What XML does not
/// allow is left out; what is not UTF-8 becomes U+FFFD.
void append_xml(std::string& out, std::string_view text, bool in_attribute);

/// Names are those of a vocabulary: they are written as they are, and outlive the writer.
class XmlWriter {
 public:
  explicit XmlWriter(std::string& out);

  XmlWriter& begin(std::string_view name);
  XmlWriter& end();
  /// Of the element that was begun last, before anything in it.
  XmlWriter& attribute(std::string_view name, std::string_view value);
  XmlWriter& text(std::string_view characters);
  /// Well-formed content.
  XmlWriter& raw(std::string_view xml);

  /// Left out where there is nothing to say.
  XmlWriter& attribute_if(std::string_view name, std::string_view value) {
    return value.empty() ? *this : attribute(name, value);
  }
  XmlWriter& element_if(std::string_view name, std::string_view characters) {
    return characters.empty() ? *this : element(name, characters);
  }
  XmlWriter& element(std::string_view name, std::string_view characters) {
    return begin(name).text(characters).end();
  }

 private:
  void close_tag();

  std::string& out_;
  std::vector<std::string_view> open_{};
  bool in_tag_ = false;    // the last start tag still takes attributes
  bool has_text_ = false;  // the end tag follows on the same line
};

}  // namespace planetarium
