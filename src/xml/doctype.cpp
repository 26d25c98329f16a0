#include "xml/doctype.hpp"

#include <algorithm>
#include <map>

#include "text/entities.hpp"
#include "text/utf8.hpp"
#include "xml/markup.hpp"

namespace planetarium {

namespace {

// Entities of feeds are characters and phrases; whatever is larger than this is a bomb.
constexpr size_t longest_entity = 64 * 1024;
constexpr size_t longest_expansion = 1024 * 1024;  // of all references together
constexpr size_t most_entities = 4096;
constexpr int deepest_entity = 16;

struct Entity {
  std::string_view literal{};  // between the quotes of its declaration
  std::string text{};          // what a reference stands for
  enum class State { unread, open, ready, refused } state = State::unread;
};

// By name; the first declaration of each counts (XML 1.0 §4.2). A tree: who writes a document
// chooses its names.
class Entities {
 public:
  bool empty() const { return all_.empty(); }

  void add(std::string_view name, std::string_view literal) {
    if (all_.size() < most_entities) all_.try_emplace(name, Entity{.literal = literal});
  }

  Entity* find(std::string_view name) {
    const auto found = all_.find(name);
    return found == all_.end() ? nullptr : &found->second;
  }

 private:
  std::map<std::string_view, Entity> all_{};
};

struct Subset {
  Entities entities{};
  bool declares_elsewhere = false;
  size_t end = 0;  // behind the declaration
};

// Where the document type declaration begins; npos where an element comes first.
size_t find_doctype(std::string_view document) {
  size_t at = 0;
  while ((at = document.find('<', at)) != document.npos) {
    const std::string_view rest = document.substr(at);
    if (starts_ignoring_case(rest, "<!DOCTYPE")) return at;
    const bool comment = rest.starts_with("<!--");
    if (!comment && !rest.starts_with("<?")) return document.npos;
    const std::string_view end = comment ? "-->" : "?>";
    at = document.find(end, at + 2);
    if (at != document.npos) at += end.size();
  }
  return at;
}

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  // From behind "<!DOCTYPE" on.
  Subset read() {
    for (; at_ < text_.size() && text_[at_] != '[' && text_[at_] != '>'; ++at_) {
      if (is_quote(text_[at_])) {  // an identifier of the external subset
        out_.declares_elsewhere = true;
        quoted();
        --at_;
      }
    }
    if (at_ < text_.size() && text_[at_] == '[') {
      ++at_;
      while (declaration()) continue;
      at_ = text_.find('>', at_);
    }
    out_.end = std::min(at_, text_.size() - 1) + 1;
    return std::move(out_);
  }

 private:
  static bool is_quote(char c) { return c == '"' || c == '\''; }

  // One declaration of the internal subset; false at its end.
  bool declaration() {
    at_ = skip_spaces(text_, at_);
    const std::string_view rest = text_.substr(at_);
    if (rest.empty() || rest[0] == ']') return false;
    if (rest[0] == '%') out_.declares_elsewhere = true;
    if (rest.starts_with("<!ENTITY")) {
      entity();
    } else if (rest.starts_with("<!--") || rest.starts_with("<?")) {
      const std::string_view end = rest[1] == '!' ? "-->" : "?>";
      at_ = text_.find(end, at_ + 2);
      at_ = at_ == text_.npos ? text_.size() : at_ + end.size();
    } else if (rest[0] == '<') {
      skip_declaration();
    } else {
      ++at_;
    }
    return true;
  }

  void entity() {
    at_ = skip_spaces(text_, at_ + 8);
    const size_t begin = at_;
    at_ = name_end(text_, at_);
    const std::string_view name = text_.substr(begin, at_ - begin);
    at_ = skip_spaces(text_, at_);
    if (!name.empty() && at_ < text_.size() && is_quote(text_[at_]))
      out_.entities.add(name, quoted());
    skip_declaration();
  }

  void skip_declaration() {
    while (at_ < text_.size() && text_[at_] != '>') {
      if (is_quote(text_[at_])) {
        quoted();
      } else {
        ++at_;
      }
    }
    at_ += at_ < text_.size();
  }

  std::string_view quoted() {
    const size_t begin = at_ + 1;
    const size_t end = std::min(text_.find(text_[at_], begin), text_.size());
    at_ = std::min(end + 1, text_.size());
    return text_.substr(begin, end - begin);
  }

  std::string_view text_;
  size_t at_ = 0;
  Subset out_{};
};

// The name of the reference that `text` begins with; empty where it is no general entity's, or one
// of XML's own five.
std::string_view referred(std::string_view text) {
  const size_t end = name_end(text, 1);
  if (end == 1 || end >= text.size() || text[end] != ';') return {};
  const std::string_view name = text.substr(1, end - 1);
  for (const std::string_view own : {"lt", "gt", "amp", "quot", "apos"}) {
    if (name == own) return {};
  }
  return name;
}

class Expander {
 public:
  Expander(std::string_view document, size_t begin, Entities& entities)
      : document_(document), at_(begin), done_(0), entities_(entities) {}

  std::optional<std::string> run() {
    while ((at_ = document_.find_first_of("<&", at_)) != document_.npos) {
      if (document_[at_] == '&') {
        reference(false);
      } else {
        markup();
      }
    }
    if (done_ == 0) return std::nullopt;
    out_ += document_.substr(done_);
    return std::move(out_);
  }

 private:
  void markup() {
    const std::string_view rest = document_.substr(at_);
    for (const auto& [begin, end] :
         {std::pair{"<![CDATA[", "]]>"}, std::pair{"<!--", "-->"}, std::pair{"<?", "?>"}}) {
      if (!rest.starts_with(begin)) continue;
      at_ = std::min(document_.find(end, at_ + 2), document_.size());
      return;
    }
    ++at_;
    while (at_ < document_.size() && document_[at_] != '>' && document_[at_] != '<') {
      if (document_[at_] == '&') {
        reference(true);
      } else {
        ++at_;
      }
    }
  }

  // Quotes and tags that come out of a reference are characters of the value (XML 1.0 §4.4.5).
  void reference(bool in_value) {
    const std::string_view name = referred(document_.substr(at_));
    const std::string* text = name.empty() ? nullptr : expansion(name, 0);
    const size_t size = text == nullptr ? 1 : name.size() + 2;
    if (text != nullptr && out_.size() + text->size() <= done_ + longest_expansion) {
      out_ += document_.substr(done_, at_ - done_);
      for (const char c : *text) {
        if (in_value && (c == '<' || c == '"' || c == '\'')) {
          out_ += c == '<' ? "&lt;" : c == '"' ? "&quot;" : "&apos;";
        } else {
          out_ += c;
        }
      }
      done_ = at_ + size;
    }
    at_ += size;
  }

  const std::string* expansion(std::string_view name, int depth) {
    Entity* found = entities_.find(name);
    if (found == nullptr) return nullptr;
    if (found->state == Entity::State::unread) {
      found->state = Entity::State::open;
      const bool good = depth < deepest_entity && expand(*found, depth);
      found->state = good ? Entity::State::ready : Entity::State::refused;
    }
    return found->state == Entity::State::ready ? &found->text : nullptr;
  }

  // Character references count when the entity is declared, entities when they are used (§4.5).
  bool expand(Entity& entity, int depth) {
    std::string_view rest = entity.literal;
    while (!rest.empty() && entity.text.size() <= longest_entity && room_ > 0) {
      const size_t mark = std::min(rest.find('&'), rest.size());
      entity.text += rest.substr(0, mark);
      rest.remove_prefix(mark);
      if (rest.empty()) break;
      const Reference reference = rest.starts_with("&#") ? read_reference(rest) : Reference{};
      const std::string_view name = referred(rest);
      size_t size = std::max<size_t>(reference.size, 1);
      if (reference.size == 0 && !name.empty()) {
        const std::string* text = expansion(name, depth + 1);
        if (text == nullptr && entities_.find(name) != nullptr) return false;
        if (text != nullptr) entity.text += *text;
        if (text != nullptr) size = name.size() + 2;
      }
      if (reference.size != 0 && reference.character != dropped_character)
        append_utf8(entity.text, reference.character);
      if (size == 1) entity.text += '&';
      rest.remove_prefix(size);
    }
    room_ -= std::min(room_, entity.text.size());
    return rest.empty() && entity.text.size() <= longest_entity;
  }

  std::string_view document_;
  size_t at_;    // in the document
  size_t done_;  // what lies before it in the document has been written
  Entities& entities_;
  size_t room_ = longest_expansion;  // for the entities themselves
  std::string out_{};
};

}  // namespace

bool declares_elsewhere(std::string_view doctype) {
  return !doctype.empty() &&
         Reader(doctype.substr(std::min<size_t>(doctype.size(), 9))).read().declares_elsewhere;
}

std::optional<std::string> expand_declared_entities(std::string_view document) {
  const size_t at = find_doctype(document);
  if (at == document.npos) return std::nullopt;
  Subset subset = Reader(document.substr(at + 9)).read();
  if (subset.entities.empty()) return std::nullopt;
  return Expander(document, at + 9 + subset.end, subset.entities).run();
}

}  // namespace planetarium
