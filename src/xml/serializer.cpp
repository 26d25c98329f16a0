// Inline XHTML to the string an HTML parser reads as the same thing (the serialisation of HTML
// §13.3, for feeds).
#include <algorithm>
#include <iterator>

#include "text/entities.hpp"
#include "text/simd.hpp"
#include "xml/element.hpp"
#include "xml/inline_markup.hpp"
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

std::string_view escaped(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    default:
      return "&quot;";
  }
}

void append_escaped(std::string& out, std::string_view text, bool attribute) {
  const auto special = [attribute](simd::Block b) {
    const simd::Mask markup = simd::equal(b, '&') | simd::equal(b, '<') | simd::equal(b, '>');
    return attribute ? markup | simd::equal(b, '"') : markup;
  };
  while (true) {
    const size_t plain = simd::find_if(text, special);
    out += text.substr(0, plain);
    if (plain == text.size()) return;
    out += escaped(text[plain]);
    text.remove_prefix(plain + 1);
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
  /// `document`: that the nodes are of; null where no mark stands in them.
  explicit Serializer(const Document* document) : document_(document) {}

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
    if (is_plain(value)) return append_escaped(out_, value, false);
    scratch_.clear();
    if (document_ == nullptr) {
      append_expanded(scratch_, value);
    } else if (const Run* run = document_->only_run(value);
               run != nullptr && run->form == Body::Form::markup) {
      out_ += html_of_inline(document_->text().substr(run->offset, run->length));
    } else {
      document_->append_characters(scratch_, value);
    }
    normalise(scratch_);
    append_escaped(out_, scratch_, false);
  }

  void attribute_value(std::string_view written) {
    if (is_plain(written)) return append_escaped(out_, written, true);
    scratch_.clear();
    append_expanded(scratch_, written);
    normalise(scratch_);
    append_escaped(out_, scratch_, true);
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
      out_.append(" ").append(qualified).append("=\"");
      attribute_value(attribute.value());
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

  const Document* document_;
  std::string out_{};
  std::string scratch_{};
  int foreign_depth_ = 0;
};

std::string_view Element::inner_markup() const {
  std::string markup = Serializer(document_).inner(pugi::xml_node(node_));
  return trim(arena().adopt(std::move(markup)));
}

std::string html_of_inline(std::string_view markup) {
  pugi::xml_document tree;
  std::string html;
  if (tree.load_buffer(markup.data(), markup.size(), tree_options | pugi::parse_fragment,
                       pugi::encoding_utf8)) {
    html = Serializer(nullptr).inner(tree);
  } else {
    html = markup;
    normalise(html);
  }
  return std::string(trim(html));
}

}  // namespace planetarium
