#include "xml/judge.hpp"

#include <algorithm>

#include "text/entities.hpp"
#include "text/simd.hpp"
#include "text/utf8.hpp"
#include "xml/doctype.hpp"
#include "xml/markup.hpp"

namespace planetarium {

namespace {

// No feed nests or declares so much; what lies beyond counts as good.
constexpr size_t most_looked_at = 128;

constexpr std::string_view predefined[] = {"&lt;", "&gt;", "&amp;", "&quot;", "&apos;"};

// Bytes of the well-formed reference that `text` begins with (XML 1.0 §4.1); 0 where there is none.
size_t reference_size(std::string_view text, bool any_name) {
  for (const std::string_view one : predefined) {
    if (text.starts_with(one)) return one.size();
  }
  if (text.starts_with("&#")) {
    const Reference reference = read_reference(text);
    const bool is_character =
        reference.character != dropped_character && reference.character != replacement_character;
    return is_character && !text.starts_with("&#X") ? reference.size : 0;
  }
  const size_t end = name_end(text, 1);
  if (!any_name || end == 1 || !is_name_start(text[1])) return 0;
  return end < text.size() && text[end] == ';' ? end + 1 : 0;
}

std::string quoted(std::string_view name) { return "\"" + std::string(name) + "\""; }

// By scope, so that a module that never judges everything does not carry the code.
template <Judge scope>
class Checker {
 public:
  Checker(std::string_view document, const Skeleton& skeleton)
      : document_(document), skeleton_(skeleton), text_(skeleton.text) {
    if constexpr (thorough) any_name_ = declares_elsewhere(skeleton.doctype);
  }

  Verdict run() {
    for (size_t at = 0; verdict_.readable && at < text_.size();) {
      const size_t mark = at + simd::find(text_.substr(at), '<');
      if constexpr (thorough) characters(text_.substr(at, mark - at), at, false);
      if (mark == text_.size()) break;
      at = markup(mark);
    }
    if (verdict_.readable && !open_.empty())
      unreadable(text_.size(), "the document ends before </" + std::string(open_.back()) + ">");
    if (!verdict_.detail.empty() && !placed_)
      verdict_.offset = document_offset(document_, verdict_.offset);
    return std::move(verdict_);
  }

 private:
  static constexpr bool thorough = scope == Judge::everything;

  size_t markup(size_t at) {
    const char next = text_[at + 1];
    if (next == '/') return end_tag(at);
    if (next != '!') return start_tag(at);
    return text_.find("]]>", at) + 3;  // a short CDATA section: the skeleton closes them all
  }

  size_t end_tag(size_t at) {
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
    for (char last = 0; last != '>';) {
      const size_t gap = end;
      end = skip_spaces(text_, gap);
      last = end < text_.size() ? text_[end] : '\0';
      if (last == '>' || (last == '/' && text_.substr(end).starts_with("/>"))) break;
      if (last == '<') return unreadable(end, "a \"<\" inside a tag");
      if (!is_name_start(last)) return unreadable(at, "a tag that cannot be read");
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
    if constexpr (thorough) value(at, name, text_.substr(end + 1, close - end - 1), end + 1);
    return close + 1;
  }

  void value(size_t at, std::string_view name, std::string_view value, size_t origin) {
    characters(value, origin, false);
    if (const size_t tag = value.find('<'); tag != value.npos)
      note(origin + tag, "a \"<\" in the attribute " + quoted(name));
    if (names_.size() >= most_looked_at) return;
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
    if (prefix.empty() || prefix == "xml" || prefix == "xmlns") return;
    size_t left = most_looked_at;
    for (auto it = bindings_.rbegin(); it != bindings_.rend(); ++it) {
      if (left-- == 0 || it->prefix == prefix) return;
    }
    note(at, "the prefix " + quoted(prefix) + " is not declared");
  }

  void leave() {
    while (!bindings_.empty() && bindings_.back().depth > open_.size()) bindings_.pop_back();
  }

  // References and what else characters may not hold; `origin` is where they begin, in the document
  // or in its skeleton.
  void characters(std::string_view text, size_t origin, bool in_document) {
    const auto in_block = [](simd::Block b) {
      return simd::equal(b, '&') | simd::equal(b, ']') | simd::equal(b, mark_sign);
    };
    const auto in_byte = [](char c) { return c == '&' || c == ']' || c == mark_sign; };
    for (size_t at = 0; verdict_.detail.empty();) {
      const std::string_view rest = text.substr(at);
      const size_t found = simd::find_if(rest, in_block, in_byte);
      if (found == rest.size()) return;
      at += found;
      if (text[at] == mark_sign) {
        run(run_index(text.substr(at)));
        at += std::min(mark_size, text.size() - at);
      } else if (text[at] == ']') {
        if (text.substr(at).starts_with("]]>"))
          note(origin + at, "\"]]>\" outside a CDATA section", in_document);
        ++at;
      } else {
        const size_t size = reference_size(text.substr(at), any_name_);
        if (size == 0) bad_reference(text.substr(at), origin + at, in_document);
        at += size;
      }
    }
  }

  void run(uint32_t index) {
    if (index >= skeleton_.runs.size()) return;
    const Run& run = skeleton_.runs[index];
    if (run.form == Body::Form::escaped)
      characters(document_.substr(run.offset, run.length), run.offset, true);
  }

  void bad_reference(std::string_view text, size_t offset, bool in_document) {
    constexpr size_t longest = 34;
    const size_t end = text.substr(0, longest).find_first_of("; \t\r\n<&", 1);
    if (end == text.npos || text[end] != ';' || end == 1)
      return note(offset, "an \"&\" that begins no reference", in_document);
    const std::string name(text.substr(0, end + 1));
    note(offset, name + (text[1] == '#' ? " is no character of XML" : " is not declared"),
         in_document);
  }

  void note(size_t offset, std::string detail, bool in_document = false) {
    if (!verdict_.detail.empty()) return;
    verdict_.detail = std::move(detail);
    verdict_.offset = offset;
    placed_ = in_document;
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
  bool any_name_ = false;  // a document type that is not at hand may declare any entity
  bool placed_ = false;    // whether the verdict's offset is one of the document
  Verdict verdict_{};
  std::vector<std::string_view> open_{};
  std::vector<std::string_view> names_{};  // the attributes of the tag at hand
  std::vector<Binding> bindings_{};
};

}  // namespace

Verdict judge(std::string_view document, const Skeleton& skeleton, Judge scope) {
  return scope == Judge::everything ? Checker<Judge::everything>(document, skeleton).run()
                                    : Checker<Judge::tree>(document, skeleton).run();
}

}  // namespace planetarium
