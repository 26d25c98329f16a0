// One element of a document: its name, namespace, characters, children, and the base and language
// in scope.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "planetarium/model.hpp"
#include "text/ascii.hpp"
#include "xml/namespaces.hpp"

namespace pugi {
struct xml_node_struct;
}

namespace planetarium {

class Document;

/// A number for a name without regard to case, so that a vocabulary is a switch: `case
/// key("pubDate"):`.
constexpr uint32_t key(std::string_view name) {
  uint32_t hash = 2166136261;  // FNV-1a
  for (const char c : name) hash = (hash ^ static_cast<unsigned char>(lower(c))) * 16777619;
  return hash;
}

/// Namespace bindings, xml:base and xml:lang of an element that sets any, or of the nearest one
/// above that does.
struct Scope {
  struct Binding {
    std::string_view prefix{};
    std::string uri{};
    Ns ns = Ns::none;
  };

  const Scope* parent = nullptr;
  std::vector<Binding> bindings{};
  const std::string* base = nullptr;      ///< absolute where anything above it was; never null
  const std::string* language = nullptr;  ///< "-" for xml:lang=""; never null
  std::string own_base{};                 ///< what `base` points at where this element sets it
  std::string own_language{};
};

/// Lives no longer than its Document; cheap to copy.
class Element {
 public:
  class Children;

  std::string_view name() const { return name_; }  ///< local name, as written
  uint32_t key() const { return planetarium::key(name_); }
  Ns ns() const { return ns_; }
  std::string_view namespace_uri() const;
  bool is(Ns ns, std::string_view name) const {
    return ns_ == ns && same_ignoring_case(name_, name);
  }

  const std::string& base() const { return *scope_->base; }
  const std::string& language() const { return *scope_->language; }

  Children children() const;
  bool has_children() const;  ///< elements
  /// Whether there are no characters but white space beside the child elements.
  bool own_text_is_blank() const;
  std::optional<Element> child(Ns ns, std::string_view name) const;

  /// The value of an attribute without a namespace, trimmed, references expanded; empty where it is
  /// absent.
  std::string attribute(std::string_view name) const;
  bool has_attribute(std::string_view name) const;
  /// One of a namespace, such as rdf:about.
  std::string attribute(Ns ns, std::string_view name) const;

  /// The element's own characters, or else those of its descendants; trimmed, references expanded.
  std::string text() const;

  /// The same, left in the document where it is one long run.
  Body body() const;

  /// The children, serialised so that an HTML parser reads them right.
  std::string inner_markup() const;

 private:
  friend class Document;
  Element(const Document& document, pugi::xml_node_struct* node, const Scope* scope);

  const Document* document_;
  pugi::xml_node_struct* node_;
  const Scope* scope_;
  std::string_view name_{};
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
