// The only reader over pugixml: a decoded document in, elements out, whatever state its XML is in.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "planetarium/model.hpp"
#include "xml/element.hpp"
#include "xml/load.hpp"
#include "xml/skeleton.hpp"

namespace planetarium {

class Document {
 public:
  /// `text` and `arena` must outlive what is read: long runs stay in the one, all else in the
  /// other. `url` is the first base URI.
  Document(std::string_view text, std::string_view url, Arena& arena, Loader load = load_any);
  Document(std::string&&, std::string_view, Arena&, Loader = load_any) = delete;
  Document(const Document&) = delete;
  Document& operator=(const Document&) = delete;
  ~Document();

  /// The first `rss`, `RDF`, `feed` or `channel` element at any depth; else the root where it is
  /// an Atom `entry` (RFC 4287 §2: an Entry Document).
  std::optional<Element> feed() const;
  /// The first element of this local name at any depth.
  std::optional<Element> first(std::string_view name) const;

  /// The name of the first element, for an error; empty where there is none.
  std::string_view root_name() const;

  std::string_view text() const { return text_; }
  std::string_view doctype() const { return skeleton_.doctype; }

  /// The first thing that was not well-formed; `reason` is none where there was nothing.
  const Problem& problem() const { return problem_; }
  /// For readers: an undeclared prefix is seen only when its element is.
  void note_problem(std::string detail) const;

 private:
  friend class Element;
  friend class Serializer;
  struct Tree;  // the pugixml document

  template <typename IsWanted>
  std::optional<Element> find(IsWanted is_wanted) const;
  const Scope* scope_for(pugi::xml_node_struct* node, const Scope* parent) const;
  /// Appends the characters that a text node's value stands for: references expanded, runs fetched.
  void append_characters(std::string& out, std::string_view value) const;
  /// The run whose mark is all there is of a text node's value; null where it is none.
  const Run* only_run(std::string_view value) const;
  /// The characters, trimmed and with normal line ends: a view of `value` itself where it says it
  /// all.
  std::string_view characters(std::string_view value) const;
  /// An attribute's value, in which a mark means nothing; a CDATA section's.
  std::string_view value(std::string_view written) const;
  std::string_view section(std::string_view written) const;
  /// Normalises and trims, and keeps it in the arena.
  std::string_view kept(std::string& out) const;

  std::string_view text_;
  Arena& arena_;
  Skeleton skeleton_{};
  std::unique_ptr<Tree> tree_;
  Scope root_scope_{};
  mutable std::string scratch_{};
  mutable Problem problem_{};
};

/// Whether the characters of a value are its bytes: no reference, no run's mark, no carriage
/// return, nothing that may be a C1 control.
bool is_plain(std::string_view value);

/// 1-based line and column (in characters) of a byte.
void place(Problem& problem, std::string_view document, size_t offset);

}  // namespace planetarium
