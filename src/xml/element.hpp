// One element of a document: its name, namespace, characters, children, and the base and language
// in scope.
#pragma once

#include <cstdint>
#include <string_view>

#include "planetarium/model.hpp"
#include "text/ascii.hpp"
#include "xml/namespaces.hpp"

namespace pugi {
struct xml_node_struct;
}

namespace planetarium {

class Document;

/// A number for a name without regard to case (FNV-1a, a character at a time).
constexpr uint32_t first_key = 2166136261;
constexpr uint32_t next_key(uint32_t key, char c) {
  return (key ^ static_cast<unsigned char>(lower(c))) * 16777619;
}

constexpr uint32_t key_of(std::string_view name) {
  uint32_t key = first_key;
  for (const char c : name) key = next_key(key, c);
  return key;
}

/// A vocabulary is a switch: `case key("pubDate"):`.
consteval uint32_t key(std::string_view name) { return key_of(name); }

/// Namespace bindings, xml:base and xml:lang of an element that sets any, or of the nearest one
/// above that does.
struct Scope {
  struct Binding {
    std::string_view prefix{};
    std::string_view uri{};
    Ns ns = Ns::none;
  };

  const Scope* parent = nullptr;
  List<Binding> bindings{};
  const Binding* unprefixed = nullptr;  ///< the namespace of names without a prefix, inherited
  std::string_view base{};              ///< absolute where anything above it was
  std::string_view language{};          ///< "-" for xml:lang=""
};

/// Lives no longer than its Document; cheap to copy. What it hands out are views into the
/// document's text or its arena.
class Element {
 public:
  class Children;

  std::string_view name() const { return name_; }  ///< local name, as written
  uint32_t key() const { return key_; }            ///< planetarium::key of its name
  Ns ns() const { return ns_; }
  std::string_view namespace_uri() const;

  std::string_view base() const { return scope_->base; }
  std::string_view language() const { return scope_->language; }
  /// Where strings that are made of it live.
  Arena& arena() const;
  /// A URI reference of it, resolved against its base.
  std::string_view resolved(std::string_view reference) const;

  Children children() const;
  bool has_children() const;  ///< elements
  /// Whether there are no characters but white space beside the child elements.
  bool own_text_is_blank() const;

  /// The value of an attribute without a namespace, trimmed, references expanded; empty where it is
  /// absent.
  std::string_view attribute(std::string_view name) const;
  /// One of a namespace, such as rdf:about.
  std::string_view attribute(Ns ns, std::string_view name) const;

  /// The element's own characters, or else those of its descendants; trimmed, references expanded.
  std::string_view text() const;

  /// The same, left in the document where it is one long run.
  Body body() const;

  /// The children, serialised so that an HTML parser reads them right; a long XHTML div's are left
  /// in the document.
  Body markup() const;

 private:
  friend class Document;
  Element(const Document& document, pugi::xml_node_struct* node, const Scope* scope);
  void take_namespace(std::string_view prefix);
  void append_descendants(std::string& out) const;
  std::string_view inner_markup() const;

  const Document* document_;
  pugi::xml_node_struct* node_;
  const Scope* scope_;
  std::string_view name_{};
  uint32_t key_ = 0;
  Ns ns_ = Ns::none;
};

/// The child elements, in document order.
class Element::Children {
 public:
  class Iterator {
   public:
    Iterator(const Element& parent, pugi::xml_node_struct* node) : parent_(&parent), node_(node) {}
    Element operator*() const;
    Iterator& operator++();
    bool operator!=(const Iterator& other) const { return node_ != other.node_; }

   private:
    const Element* parent_;
    pugi::xml_node_struct* node_;
  };

  explicit Children(const Element& parent) : parent_(parent) {}
  Iterator begin() const;
  Iterator end() const { return {parent_, nullptr}; }

 private:
  Element parent_;
};

}  // namespace planetarium
