// The only reader over pugixml: a decoded document in, elements out, whatever state its XML is in.
#pragma once

#include <deque>
#include <memory>
#include <string>
#include <string_view>

#include "planetarium/model.hpp"
#include "xml/element.hpp"
#include "xml/skeleton.hpp"

namespace planetarium {

class Document {
 public:
  /// `text` must outlive the document: long runs stay in it. `url` is the first base URI.
  Document(std::string_view text, std::string_view url);
  Document(std::string&&, std::string_view) = delete;
  Document(const Document&) = delete;
  Document& operator=(const Document&) = delete;
  ~Document();

  /// The first `rss`, `RDF`, `feed` or `channel` element at any depth.
  std::optional<Element> feed() const;

  /// The name of the first element, for an error; empty where there is none.
  std::string root_name() const;

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

  const Scope* scope_for(pugi::xml_node_struct* node, const Scope* parent) const;
  /// Appends the characters that a text node's value stands for: references expanded, runs fetched.
  void append_characters(std::string& out, std::string_view value) const;

  std::string_view text_;
  Skeleton skeleton_;
  std::unique_ptr<Tree> tree_;
  mutable std::deque<Scope> scopes_{};  // never moved: elements point at them
  mutable Problem problem_{};
};

/// 1-based line and column (in characters) of a byte.
void place(Problem& problem, std::string_view document, size_t offset);

}  // namespace planetarium
