#include "xml/judge.hpp"

#include <algorithm>

#include "text/simd.hpp"
#include "xml/characters.hpp"
#include "xml/doctype.hpp"
#include "xml/markup.hpp"

namespace planetarium {

namespace {

// No feed nests or declares so much; what lies beyond counts as good.
constexpr size_t most_looked_at = 128;

std::string quoted(std::string_view name) { return "\"" + std::string(name) + "\""; }

// By scope, so that a module that never judges everything does not carry the code.
template <Judge scope>
class Checker {
 public:
  Checker(std::string_view document, const Skeleton& skeleton)
      : document_(document), skeleton_(skeleton), text_(skeleton.text) {}

  Verdict run() {
    for (size_t at = 0; at < text_.size();) {
      at += simd::find(text_.substr(at), '<');
      if (at < text_.size()) at = markup(at);
    }
    if (verdict_.readable && !open_.empty())
      unreadable(text_.size(), "the document ends before </" + std::string(open_.back()) + ">");
    if (verdict_.offset == text_.size()) {
      verdict_.offset = document_.size();
    } else if (!verdict_.detail.empty()) {
      verdict_.offset = document_offset(document_, verdict_.offset);
    }
    if constexpr (thorough) characters();
    return std::move(verdict_);
  }

 private:
  static constexpr bool thorough = scope == Judge::everything;

  size_t markup(size_t at) {
    const std::string_view rest = text_.substr(at);
    if (rest.starts_with("</")) return end_tag(at);
    if (!rest.starts_with("<!")) return start_tag(at);
    const size_t end = text_.find("]]>", at);
    if (end == text_.npos) return unreadable(at, "a tag that cannot be read");  // within a value
    return end + 3;
  }

  size_t end_tag(size_t at) {
    if (!open_.empty()) {
      const std::string_view rest = text_.substr(at + 2);
      const size_t size = open_.back().size();
      if (rest.size() > size && rest[size] == '>' && rest.starts_with(open_.back())) {
        open_.pop_back();
        leave();
        return at + size + 3;
      }
    }
    const size_t end = name_end(text_, at + 2);
    const std::string_view name = text_.substr(at + 2, end - at - 2);
    const size_t bracket = skip_spaces(text_, end);
    if (name.empty() || bracket == text_.size() || text_[bracket] != '>')
      return unreadable(at, "an end tag that cannot be read");
    if (open_.empty() || open_.back() != name) return mismatch(at, name);
    open_.pop_back();
    leave();
    return bracket + 1;
  }

  size_t mismatch(size_t at, std::string_view name) {
    const std::string tag = "</" + std::string(name) + ">";
    const auto last = open_.rbegin();
    const auto limit = last + static_cast<ptrdiff_t>(std::min(open_.size(), most_looked_at));
    if (std::find(last, limit, name) == limit)
      return unreadable(at, "the end tag " + tag + " closes nothing");
    return unreadable(at, "the end tag " + tag + " comes before </" + std::string(*last) + ">");
  }

  size_t start_tag(size_t at) {
    size_t end = name_end(text_, at + 1);
    const std::string_view name = text_.substr(at + 1, end - at - 1);
    names_.clear();
    while (true) {
      const size_t gap = end;
      end = skip_spaces(text_, gap);
      const char next = end < text_.size() ? text_[end] : '\0';
      if (next == '>' || (next == '/' && text_.substr(end).starts_with("/>"))) break;
      if (next == '<') return unreadable(end, "a \"<\" inside a tag");
      if (!is_name_start(next)) return unreadable(at, "a tag that cannot be read");
      if (end == gap) return unreadable(end, "no space before an attribute");
      end = attribute(end);
      if (!verdict_.readable) return end;
    }
    const bool is_empty = text_[end] == '/';
    open_.push_back(name);
    if constexpr (thorough) namespaces(at, name);
    if (is_empty) {
      open_.pop_back();
      leave();
    }
    return end + (is_empty ? 2 : 1);
  }

  size_t attribute(size_t at) {
    size_t end = name_end(text_, at);
    const std::string_view name = text_.substr(at, end - at);
    end = skip_spaces(text_, end);
    if (end == text_.size() || text_[end] != '=')
      return unreadable(at, "the attribute " + quoted(name) + " has no value");
    end = skip_spaces(text_, end + 1);
    const char quote = end < text_.size() ? text_[end] : '\0';
    if (quote != '"' && quote != '\'')
      return unreadable(at, "the value of the attribute " + quoted(name) + " is not quoted");
    const size_t close = text_.find(quote, end + 1);
    if (close == text_.npos)
      return unreadable(at, "the value of the attribute " + quoted(name) + " has no end");
    if constexpr (thorough) {
      const std::string_view value = text_.substr(end + 1, close - end - 1);
      if (const size_t tag = value.find('<'); tag != value.npos)
        note(end + 1 + tag, "a \"<\" in the attribute " + quoted(name));
      note_name(at, name);
    }
    return close + 1;
  }

  void note_name(size_t at, std::string_view name) {
    if (names_.size() >= most_looked_at) {
      too_many_ = true;
      return;
    }
    if (std::find(names_.begin(), names_.end(), name) != names_.end())
      note(at, "the attribute " + quoted(name) + " twice in one tag");
    names_.push_back(name);
  }

  // Namespaces in XML 1.0 §5: a prefix is declared on the element itself or on one around it.
  void namespaces(size_t at, std::string_view element) {
    for (const std::string_view name : names_) {
      if (name.starts_with("xmlns:")) bindings_.push_back({name.substr(6), open_.size()});
    }
    check_prefix(at, element);
    for (const std::string_view name : names_) check_prefix(at, name);
  }

  void check_prefix(size_t at, std::string_view name) {
    const std::string_view prefix = prefix_of(name);
    if (prefix.empty() || prefix == "xml" || prefix == "xmlns" || too_many_) return;
    size_t left = most_looked_at;
    for (auto it = bindings_.rbegin(); it != bindings_.rend(); ++it) {
      if (left-- == 0 || it->prefix == prefix) return;
    }
    note(at, "the prefix " + quoted(prefix) + " is not declared");
  }

  void leave() {
    while (!bindings_.empty() && bindings_.back().depth > open_.size()) bindings_.pop_back();
  }

  // Characters lie in the skeleton and in its runs; where they do does not matter to most faults,
  // so each is gone over as a whole.
  void characters() {
    const bool any_name = declares_elsewhere(skeleton_.doctype);
    for (const Run& run : skeleton_.runs) {
      if (run.form != Body::Form::escaped) continue;
      const std::string_view text = document_.substr(run.offset, run.length);
      const size_t at = find_character_fault(text, 0, any_name);
      if (at == text.size()) continue;
      note_in_document(run.offset + at, describe_character_fault(text.substr(at)));
      break;
    }
    for (size_t at = 0; (at = find_character_fault(text_, at, any_name)) < text_.size(); ++at) {
      if (is_hidden(at)) continue;
      note_in_document(document_offset(document_, at), describe_character_fault(text_.substr(at)));
      break;
    }
  }

  // Whether a fault lies in a CDATA section, or is the end of one, or of a mark; or is "]]>" in a
  // tag, whose values may hold it.
  bool is_hidden(size_t at) {
    constexpr size_t longest = 9 + 96;  // sections that are longer are taken out
    const size_t from = at - std::min(at, longest);
    const std::string_view before = text_.substr(from, at - from);
    if (text_[at] == ']' &&
        before.substr(before.size() - std::min(before.size(), mark_size)).find(mark_sign) !=
            before.npos)
      return true;
    const size_t section = before.rfind("<![CDATA[");
    if (section != before.npos && before.find("]]>", section) == before.npos) return true;
    return text_[at] == ']' && is_in_tag(at);
  }

  bool is_in_tag(size_t at) {
    if (at < tag_end_) return true;
    const size_t begin = text_.rfind('<', at);
    if (begin == text_.npos || text_.substr(begin).starts_with("<!")) return false;
    char quote = 0;
    for (tag_end_ = begin; tag_end_ < text_.size(); ++tag_end_) {
      const char c = text_[tag_end_];
      if (quote == 0 && c == '>') break;
      if (quote == 0 && (c == '"' || c == '\'')) {
        quote = c;
      } else if (c == quote) {
        quote = 0;
      }
    }
    return at < tag_end_;
  }

  void note(size_t offset, std::string detail) {
    if (!verdict_.detail.empty()) return;
    verdict_.detail = std::move(detail);
    verdict_.offset = offset;
  }

  void note_in_document(size_t offset, std::string detail) {
    if (!verdict_.detail.empty() && verdict_.offset <= offset) return;
    verdict_.detail = std::move(detail);
    verdict_.offset = offset;
  }

  size_t unreadable(size_t offset, std::string detail) {
    note(offset, std::move(detail));
    verdict_.readable = false;
    return text_.size();
  }

  struct Binding {
    std::string_view prefix{};
    size_t depth = 0;  // of the element that declares it
  };

  std::string_view document_;
  const Skeleton& skeleton_;
  std::string_view text_;
  Verdict verdict_{};  // its offset is one of the skeleton while tags are read
  std::vector<std::string_view> open_{};
  std::vector<std::string_view> names_{};  // the attributes of the tag at hand
  std::vector<Binding> bindings_{};
  size_t tag_end_ = 0;     // of the last tag that was found to hold "]]>"
  bool too_many_ = false;  // attributes in one tag: there may be bindings that were not seen
};

}  // namespace

Verdict judge(std::string_view document, const Skeleton& skeleton, Judge scope) {
  return scope == Judge::everything ? Checker<Judge::everything>(document, skeleton).run()
                                    : Checker<Judge::tree>(document, skeleton).run();
}

}  // namespace planetarium
