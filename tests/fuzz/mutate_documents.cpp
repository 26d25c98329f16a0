#include <algorithm>
#include <iterator>
#include <random>
#include <string>
#include <string_view>

#include "fragments.hpp"
#include "mutate.hpp"

extern "C" size_t LLVMFuzzerMutate(uint8_t* data, size_t size, size_t most);

namespace fuzz {

namespace {

struct Span {
  size_t from = 0, size = 0;
};

// A document that is being changed; every change picks its place at random and leaves the document
// alone where there is none.
class Mutation {
 public:
  Mutation(std::string document, size_t most, unsigned seed)
      : text_(std::move(document)), most_(most), random_(seed) {}

  std::string run() {
    constexpr void (Mutation::*changes[])() = {
        &Mutation::copy,           &Mutation::remove,
        &Mutation::move,           &Mutation::nest,
        &Mutation::rename,         &Mutation::unclose,
        &Mutation::wrap,           &Mutation::put_element,
        &Mutation::put_element,    &Mutation::put_attribute,
        &Mutation::put_characters, &Mutation::change_namespace,
        &Mutation::put_command,    &Mutation::cut};
    for (size_t left = 1 + below(4); left > 0; --left)
      (this->*changes[below(std::size(changes))])();
    text_.resize(std::min(text_.size(), most_));
    return std::move(text_);
  }

 private:
  size_t below(size_t end) { return end == 0 ? 0 : random_() % end; }

  template <size_t N>
  std::string_view one_of(const std::string_view (&all)[N]) {
    return all[below(N)];
  }

  // The first of these characters behind a random place, from the beginning where there is none.
  size_t place_of(std::string_view characters) {
    const size_t at = text_.find_first_of(characters, below(text_.size()));
    return at == text_.npos ? text_.find_first_of(characters) : at;
  }

  static bool is_name(char c) { return c > ' ' && c != '>' && c != '/' && c != '<' && c != '='; }

  Span name_at(size_t from) const {
    from = std::min(from, text_.size());
    size_t end = from;
    while (end < text_.size() && is_name(text_[end])) ++end;
    return {from, end - from};
  }

  // An element with its end tag, or a JSON value with its closing bracket; to the end of the tag
  // where neither is in sight.
  Span element() {
    const size_t from = place_of("<{[");
    if (from == text_.npos) return {};
    const bool tag = text_[from] == '<';
    const Span name = name_at(from + 1);
    const std::string close = tag ? "</" + text_.substr(name.from, name.size) + ">"
                                  : std::string(text_[from] == '{' ? "}" : "]");
    size_t end = text_.find(close, from);
    if (end != text_.npos) return {from, end + close.size() - from};
    end = text_.find('>', from);
    return {from, (end == text_.npos ? text_.size() : end + 1) - from};
  }

  std::string at(Span span) const { return text_.substr(span.from, span.size); }

  void insert(size_t where, std::string_view what) {
    if (where != text_.npos && text_.size() + what.size() <= most_) text_.insert(where, what);
  }

  void copy() {
    const Span span = element();
    std::string what = at(span);
    if (text_[span.from] != '<') what.insert(0, ",");
    for (size_t left = below(4) == 0 ? below(100) : 1; left > 0; --left)
      insert(span.from + span.size, what);
  }

  void remove() {
    const Span span = element();
    text_.erase(span.from, span.size);
  }

  void move() {
    const Span span = element();
    const std::string what = at(span);
    text_.erase(span.from, span.size);
    insert(place_of("<{["), what);
  }

  void nest() {
    const Span span = element();
    const Span name = name_at(span.from + 1);
    const bool tag = span.size > 0 && text_[span.from] == '<';
    const std::string open = tag ? "<" + at(name) + ">" : "[";
    const std::string close = tag ? "</" + at(name) + ">" : "]";
    for (size_t left = below(8) == 0 ? below(2000) : 1; left > 0; --left) {
      insert(span.from + span.size, close);
      insert(span.from, open);
    }
  }

  void rename() {
    const Span span = element();
    const Span name = name_at(span.from + 1);
    const std::string old = at(name), fresh(one_of(element_names));
    if (old.empty() || text_[span.from] != '<') return;
    const size_t close = text_.rfind("</" + old, span.from + span.size);
    if (below(4) != 0 && close != text_.npos && close > span.from)
      text_.replace(close + 2, old.size(), fresh);
    text_.replace(name.from, name.size, fresh);
  }

  void unclose() {
    const size_t close = text_.find("</", below(text_.size()));
    if (close == text_.npos) return;
    const size_t end = text_.find('>', close);
    text_.erase(close, end == text_.npos ? end : end + 1 - close);
  }

  void wrap() {
    const Span span = element();
    const auto& [open, close] = wrappings[below(std::size(wrappings))];
    insert(span.from + span.size, close);
    insert(span.from, open);
  }

  void put_element() {
    const bool json = text_.find('<') == text_.npos;
    const size_t where = place_of(json ? "{," : "<");
    if (json) {
      insert(where == text_.npos ? where : where + 1, std::string(one_of(members)) + ",");
    } else {
      insert(where, one_of(elements));
    }
  }

  void put_attribute() {
    const size_t tag = place_of("<");
    if (tag == text_.npos) return;
    const Span name = name_at(tag + 1);
    insert(name.from + name.size, std::string(" ").append(one_of(attributes)));
  }

  void put_characters() { insert(below(text_.size() + 1), one_of(characters)); }

  void change_namespace() {
    const size_t xmlns = text_.find("xmlns", below(text_.size()));
    const size_t open = xmlns == text_.npos ? xmlns : text_.find_first_of("'\"", xmlns);
    const size_t close = open == text_.npos ? open : text_.find(text_[open], open + 1);
    if (close != text_.npos) text_.replace(open + 1, close - open - 1, one_of(namespaces));
  }

  void put_command() {
    if (text_.find("%%") != text_.npos) insert(place_of("\n"), one_of(commands));
  }

  void cut() {
    const size_t from = below(text_.size());
    if (below(4) == 0) text_.erase(from, below(4) == 0 ? text_.npos : 1 + below(32));
  }

  std::string text_;
  size_t most_;
  std::minstd_rand random_;
};

}  // namespace

size_t mutate_documents(uint8_t* data, size_t size, size_t most, unsigned seed) {
  if (size == 0 || seed % 3 == 0) return LLVMFuzzerMutate(data, size, most);
  std::string out = Mutation({reinterpret_cast<const char*>(data), size}, most, seed).run();
  std::copy(out.begin(), out.end(), data);
  return out.size();
}

}  // namespace fuzz
