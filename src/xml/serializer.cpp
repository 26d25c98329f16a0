// Inline XHTML to the string an HTML parser reads as the same thing (the serialisation of HTML
// §13.3, for feeds).
#include <algorithm>
#include <iterator>

#include "text/entities.hpp"
#include "xml/element.hpp"
#include "xml/tree.hpp"

namespace planetarium {

namespace {

constexpr std::string_view void_elements[] = {"area",  "base",  "br",     "col",   "embed",
                                              "frame", "hr",    "img",    "input", "link",
                                              "meta",  "param", "source", "track", "wbr"};

bool is_void(std::string_view name) {
  return std::any_of(std::begin(void_elements), std::end(void_elements),
                     [name](std::string_view one) { return same_ignoring_case(one, name); });
}

void append_escaped(std::string& out, std::string_view text, bool attribute) {
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += attribute ? "&quot;" : "\"";
        break;
      default:
        out += c;
    }
  }
}

std::string_view foreign_namespace(std::string_view name) {
  if (name == "svg") return "http://www.w3.org/2000/svg";
  if (name == "math") return "http://www.w3.org/1998/Math/MathML";
  return {};
}

}  // namespace

class Serializer {
 public:
  explicit Serializer(const Document& document) : document_(document) {}

  std::string inner(const pugi::xml_node& self) {
    characters(self.value());
    for (pugi::xml_node node = self.first_child(); node;) {
      open(node);
      if (node.first_child()) {
        node = node.first_child();
        continue;
      }
      close(node);
      while (node != self && !node.next_sibling()) {
        node = node.parent();
        if (node != self) close(node);
      }
      if (node == self) break;
      node = node.next_sibling();
    }
    return std::move(out_);
  }

 private:
  void characters(std::string_view value) {
    std::string text;
    document_.append_characters(text, value);
    normalise(text);
    append_escaped(out_, text, false);
  }

  void open(const pugi::xml_node& node) {
    if (node.type() == pugi::node_cdata) return append_escaped(out_, node.value(), false);
    if (node.type() == pugi::node_pcdata) return characters(node.value());
    if (node.type() != pugi::node_element) return;
    const std::string_view name = local_name(node.name());
    out_.append("<").append(name);
    const std::string_view foreign = foreign_namespace(name);
    if (!foreign.empty() && foreign_depth_ == 0)
      out_.append(" xmlns=\"").append(foreign).append("\"");
    if (!foreign.empty()) ++foreign_depth_;
    for (const auto attribute : node.attributes()) {
      const std::string_view qualified = attribute.name();
      if (starts_ignoring_case(qualified, "xmlns")) continue;
      std::string value;
      append_expanded(value, attribute.value());
      normalise(value);
      out_.append(" ").append(qualified).append("=\"");
      append_escaped(out_, value, true);
      out_ += '"';
    }
    out_ += '>';
    characters(node.value());
  }

  void close(const pugi::xml_node& node) {
    if (node.type() != pugi::node_element) return;
    const std::string_view name = local_name(node.name());
    if (!foreign_namespace(name).empty()) --foreign_depth_;
    if (is_void(name) && !node.first_child()) return;
    out_.append("</").append(name).append(">");
  }

  const Document& document_;
  std::string out_{};
  int foreign_depth_ = 0;
};

std::string_view Element::inner_markup() const {
  std::string markup = Serializer(*document_).inner(pugi::xml_node(node_));
  return trim(arena().adopt(std::move(markup)));
}

}  // namespace planetarium
