#include "xml/document.hpp"

#include <algorithm>

#include "text/entities.hpp"
#include "text/html_text.hpp"
#include "text/language.hpp"
#include "text/simd.hpp"
#include "text/uri.hpp"
#include "xml/inline_markup.hpp"
#include "xml/tree.hpp"

namespace planetarium {

namespace {

bool is_feed_root(std::string_view name) {
  name = local_name(name);
  for (const std::string_view root : {"rss", "rdf", "feed", "channel"}) {
    if (same_ignoring_case(root, name)) return true;
  }
  return false;
}

bool is_web(std::string_view uri) {
  const std::string_view scheme = scheme_of(uri);
  return same_ignoring_case(scheme, "http") || same_ignoring_case(scheme, "https");
}

// Every relative link below is as long as it at least. WordPress writes the address of a post as
// its base, 200 bytes of which may be the title, as many the name of each category.
constexpr size_t longest_base = 512;

// Publishers write "http:///host/"; a base of another scheme would make every link unusable.
std::string_view based(Arena& arena, std::string_view outer, std::string_view value) {
  std::string base(trim(value));
  if (base.empty()) return outer;  // RFC 3986 §4.4: the same document
  for (const std::string_view scheme : {"http:///", "https:///"}) {
    if (starts_ignoring_case(base, scheme))
      base.erase(scheme.size() - 1, base.find_first_not_of('/', scheme.size()) - scheme.size() + 1);
  }
  base = resolve_uri(outer, base);
  const bool usable = base.size() <= longest_base && (scheme_of(base).empty() || is_web(base));
  return usable ? arena.keep(base) : outer;
}

}  // namespace

bool is_plain(std::string_view value) {
  const auto special = [](simd::Block b) {
    return simd::below(b, 2) | simd::equal(b, '&') | simd::equal(b, '\r') | simd::equal(b, '\xc2');
  };
  return simd::find_if(value, special) == value.size();
}

void place(Problem& problem, std::string_view document, size_t offset) {
  const std::string_view before = document.substr(0, std::min(offset, document.size()));
  const size_t line_start = before.rfind('\n') + 1;  // npos + 1 is 0
  problem.line = static_cast<uint32_t>(std::count(before.begin(), before.end(), '\n') + 1);
  problem.column = 1;
  for (const char c : before.substr(line_start)) problem.column += (c & 0xc0) != 0x80;
}

Document::Document(std::string_view text, std::string_view url, Arena& arena, Loader load)
    : text_(text), arena_(arena), tree_(std::make_unique<Tree>()) {
  problem_ = load(tree_->document, skeleton_, text_, arena);
  root_scope_.base = url;
}

Document::~Document() = default;

std::optional<Element> Document::feed() const {
  const auto root = find(is_feed_root);
  if (root) return root;
  for (const auto node : tree_->document.children()) {
    if (node.type() != pugi::node_element) continue;
    const Element entry(*this, node.internal_object(), &root_scope_);
    const bool is_atom = entry.ns() == Ns::atom || entry.ns() == Ns::atom03;
    if (is_atom && entry.key() == key("entry")) return entry;
    break;
  }
  return std::nullopt;
}

std::optional<Element> Document::first(std::string_view name) const {
  return find(
      [name](std::string_view found) { return same_ignoring_case(local_name(found), name); });
}

template <typename IsWanted>
std::optional<Element> Document::find(IsWanted is_wanted) const {
  // Scopes of the elements above it count: a wrapper may declare its namespaces.
  const Scope* scope = &root_scope_;
  std::vector<const Scope*> above;
  pugi::xml_node node = tree_->document.first_child();
  while (node) {
    if (node.type() == pugi::node_element) {
      if (is_wanted(node.name())) return Element(*this, node.internal_object(), scope);
      if (const auto child = node.first_child()) {
        above.push_back(scope);
        scope = scope_for(node.internal_object(), scope);
        node = child;
        continue;
      }
    }
    while (!node.next_sibling()) {
      node = node.parent();
      if (!node || above.empty()) return std::nullopt;
      scope = above.back();
      above.pop_back();
    }
    node = node.next_sibling();
  }
  return std::nullopt;
}

std::string_view Document::root_name() const {
  for (const auto node : tree_->document.children()) {
    if (node.type() == pugi::node_element) return node.name();
  }
  return {};
}

void Document::note_problem(std::string detail) const {
  if (problem_.reason == Reason::none)
    problem_ = {.reason = Reason::malformed_xml, .detail = std::move(detail)};
}

const Scope* Document::scope_for(pugi::xml_node_struct* raw, const Scope* parent) const {
  if (!pugi::xml_node(raw).first_attribute()) return parent;
  Scope* scope = nullptr;
  const auto own = [&]() -> Scope& {
    if (scope == nullptr) {
      scope = arena_.make<Scope>();
      scope->parent = parent;
      scope->base = parent->base;
      scope->language = parent->language;
      scope->unprefixed = parent->unprefixed;
    }
    return *scope;
  };
  for (const auto attribute : pugi::xml_node(raw).attributes()) {
    if (lower(attribute.name()[0]) != 'x') continue;
    const std::string_view name = attribute.name();
    if (!starts_ignoring_case(name, "xml")) continue;
    const std::string_view written = value(attribute.value());
    if (same_ignoring_case(name, "xmlns")) {
      auto* binding = arena_.make<Scope::Binding>();
      *binding = {{}, written, namespace_of(written)};
      own().unprefixed = binding;
    } else if (starts_ignoring_case(name, "xmlns:")) {
      own().bindings.push(arena_, {name.substr(6), written, namespace_of(written)});
    } else if (same_ignoring_case(name, "xml:base")) {
      own().base = based(arena_, parent->base, written);
    } else if (same_ignoring_case(name, "xml:lang")) {
      const std::string_view language = language_tag(arena_, written);
      own().language = language.empty() ? "-" : language;
    }
  }
  return scope == nullptr ? parent : scope;
}

std::string_view Document::kept(std::string& out) const {
  normalise(out);
  return arena_.keep(trim(out));
}

std::string_view Document::characters(std::string_view value) const {
  if (is_plain(value)) return trim(value);
  scratch_.clear();
  append_characters(scratch_, value);
  return kept(scratch_);
}

std::string_view Document::value(std::string_view written) const {
  if (is_plain(written)) return trim(written);
  scratch_.clear();
  append_expanded(scratch_, written);
  return kept(scratch_);
}

std::string_view Document::section(std::string_view written) const {
  if (is_plain(written)) return trim(written);
  scratch_ = written;
  return kept(scratch_);
}

const Run* Document::only_run(std::string_view value) const {
  if (value.size() != mark_size || value[0] != mark_sign) return nullptr;
  const uint32_t index = run_index(value);
  return index < skeleton_.runs.size() ? &skeleton_.runs[index] : nullptr;
}

void Document::append_characters(std::string& out, std::string_view value) const {
  while (!value.empty()) {
    const size_t mark = simd::find(value, mark_sign);
    append_expanded(out, value.substr(0, mark));
    if (mark == value.size()) return;
    value.remove_prefix(mark);
    const uint32_t index = run_index(value);
    value.remove_prefix(std::min(mark_size, value.size()));
    if (index >= skeleton_.runs.size()) continue;
    const Run& run = skeleton_.runs[index];
    const std::string_view characters = text_.substr(run.offset, run.length);
    if (run.form == Body::Form::plain) {
      out += characters;
    } else if (run.form == Body::Form::markup) {
      out += plain_text(html_of_inline(characters));
    } else {
      append_expanded(out, characters);
    }
  }
}

}  // namespace planetarium
