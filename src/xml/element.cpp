#include "xml/element.hpp"

#include <algorithm>

#include "text/entities.hpp"
#include "text/uri.hpp"
#include "xml/tree.hpp"

namespace planetarium {

namespace {

// Past this many declarations and scopes the prefix counts as undeclared: a document that has more
// is an attack on linear time.
constexpr int most_looked_at = 128;
constexpr size_t longest_prefix = 64;

const Scope::Binding* find_binding(const Scope* scope, std::string_view prefix) {
  int left = prefix.size() > longest_prefix ? 0 : most_looked_at;
  for (; scope != nullptr && left-- > 0; scope = scope->parent) {
    for (const auto& binding : scope->bindings) {
      if (left-- == 0) return nullptr;
      if (same_ignoring_case(binding.prefix, prefix)) return &binding;
    }
  }
  return nullptr;
}

pugi::xml_node_struct* next_element(pugi::xml_node node) {
  while (node && node.type() != pugi::node_element) node = node.next_sibling();
  return node.internal_object();
}

bool is_characters(const pugi::xml_node& node) {
  return node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata;
}

bool same_name(const char* written, std::string_view name) {
  for (const char c : name) {
    if (lower(*written++) != lower(c)) return false;
  }
  return *written == 0;
}

}  // namespace

Element::Element(const Document& document, pugi::xml_node_struct* node, const Scope* parent)
    : document_(&document), node_(node), scope_(document.scope_for(node, parent)) {
  // One pass over the name: its end, its last colon, its key.
  const char* const qualified = pugi::xml_node(node).name();
  const char* local = qualified;
  const char* end = qualified;
  key_ = first_key;
  for (; *end != 0; ++end) {
    key_ = *end == ':' ? first_key : next_key(key_, *end);
    if (*end == ':') local = end + 1;
  }
  name_ = {local, static_cast<size_t>(end - local)};
  const std::string_view prefix(qualified, static_cast<size_t>(local - qualified));
  if (prefix.empty()) {
    if (scope_->unprefixed != nullptr) ns_ = scope_->unprefixed->ns;
  } else {
    take_namespace(prefix.substr(0, prefix.size() - 1));
  }
}

void Element::take_namespace(std::string_view prefix) {
  if (const auto* binding = find_binding(scope_, prefix)) {
    ns_ = binding->ns;
  } else if (!prefix.empty()) {
    ns_ = usual_namespace(prefix);
    document_->note_problem("the prefix \"" + std::string(prefix) + "\" is not declared");
  }
}

std::string_view Element::namespace_uri() const {
  const std::string_view prefix = prefix_of(pugi::xml_node(node_).name());
  const auto* binding = prefix.empty() ? scope_->unprefixed : find_binding(scope_, prefix);
  return binding == nullptr ? std::string_view{} : std::string_view(binding->uri);
}

Element::Children Element::children() const { return Children(*this); }

bool Element::has_children() const {
  return next_element(pugi::xml_node(node_).first_child()) != nullptr;
}

bool Element::own_text_is_blank() const {
  const pugi::xml_node self(node_);
  if (!trim(self.value()).empty()) return false;
  const auto children = self.children();
  return std::all_of(children.begin(), children.end(), [](const auto& child) {
    return !is_characters(child) || trim(child.value()).empty();
  });
}

Arena& Element::arena() const { return document_->arena_; }

std::string_view Element::resolved(std::string_view reference) const {
  return resolve_uri(arena(), base(), reference);
}

std::string_view Element::attribute(std::string_view name) const {
  for (const auto attribute : pugi::xml_node(node_).attributes()) {
    if (same_name(attribute.name(), name)) return document_->value(attribute.value());
  }
  return {};
}

std::string_view Element::attribute(Ns ns, std::string_view name) const {
  int left = most_looked_at;
  for (const auto attribute : pugi::xml_node(node_).attributes()) {
    if (left-- == 0) break;
    const std::string_view prefix = prefix_of(attribute.name());
    if (prefix.empty() || !same_ignoring_case(local_name(attribute.name()), name)) continue;
    const auto* binding = find_binding(scope_, prefix);
    if (binding != nullptr && binding->ns == ns) return document_->value(attribute.value());
  }
  return {};
}

std::string_view Element::text() const {
  const pugi::xml_node self(node_);
  const pugi::xml_node first = self.first_child();
  if (!first) return document_->characters(self.value());
  const std::string_view own = self.value();
  if (first.type() == pugi::node_cdata && !first.next_sibling() && trim(own).empty()) {
    return document_->section(first.value());
  }
  std::string& out = document_->scratch_;
  out.clear();
  document_->append_characters(out, own);
  for (const auto child : self.children()) {
    if (child.type() == pugi::node_pcdata) document_->append_characters(out, child.value());
    if (child.type() == pugi::node_cdata) out += child.value();
  }
  if (trim(out).empty() && has_children()) {
    out.clear();
    append_descendants(out);
  }
  return document_->kept(out);
}

// Depth first, without recursion: depth is the feed's to choose.
void Element::append_descendants(std::string& out) const {
  const pugi::xml_node self(node_);
  for (pugi::xml_node node = self.first_child(); node;) {
    if (node.type() == pugi::node_cdata) out += node.value();
    if (node.type() == pugi::node_pcdata || node.type() == pugi::node_element) {
      document_->append_characters(out, node.value());
    }
    if (node.first_child()) {
      node = node.first_child();
      continue;
    }
    while (node != self && !node.next_sibling()) node = node.parent();
    if (node == self) break;
    node = node.next_sibling();
  }
}

Body Element::body() const {
  const pugi::xml_node self(node_);
  const std::string_view own = trim(self.value());
  const pugi::xml_node first = self.first_child();
  const bool nothing_else =
      !first || (own.empty() && !first.next_sibling() && is_characters(first));
  const std::string_view value = nothing_else && first ? trim(first.value()) : own;
  const Run* const run = nothing_else ? document_->only_run(value) : nullptr;
  if (run == nullptr || run->form == Body::Form::markup) return {.raw = text()};
  const std::string_view raw = trim(document_->text_.substr(run->offset, run->length));
  const bool nothing = raw.empty() || (run->form == Body::Form::escaped && is_blank(raw));
  return nothing ? Body{} : Body{.raw = raw, .form = run->form};
}

Body Element::markup() const {
  const Run* const run = document_->only_run(trim(pugi::xml_node(node_).value()));
  if (run == nullptr || run->form != Body::Form::markup) return {.raw = inner_markup()};
  const std::string_view raw = trim(document_->text_.substr(run->offset, run->length));
  return raw.empty() ? Body{} : Body{.raw = raw, .form = run->form};
}

Element Element::Children::Iterator::operator*() const {
  return {*parent_->document_, node_, parent_->scope_};
}

Element::Children::Iterator& Element::Children::Iterator::operator++() {
  node_ = next_element(pugi::xml_node(node_).next_sibling());
  return *this;
}

Element::Children::Iterator Element::Children::begin() const {
  return {parent_, next_element(pugi::xml_node(parent_.node_).first_child())};
}

}  // namespace planetarium
