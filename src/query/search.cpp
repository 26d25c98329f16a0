#include "query/search.hpp"

#include <algorithm>

#include "planet/texts.hpp"
#include "text/ascii.hpp"
#include "text/excerpt.hpp"
#include "text/fold.hpp"
#include "text/order.hpp"
#include "text/search_fold.hpp"
#include "text/simd.hpp"
#include "text/utf16.hpp"
#include "text/utf8.hpp"

namespace planetarium {

namespace {

constexpr size_t most_terms = 32;
constexpr size_t longest_term = 256;
constexpr size_t excerpt_characters = 240;
constexpr size_t context = 80;  // bytes of the excerpt in front of the first hit

// Fields of an entry's search text, in this order; none holds a line feed.
constexpr char separator = '\n';

SearchTerm::Field take_field(std::string_view& word) {
  struct Prefix {
    std::string_view written;
    SearchTerm::Field field;
  };
  constexpr Prefix prefixes[] = {{"tag:", SearchTerm::Field::tag},
                                 {"author:", SearchTerm::Field::author},
                                 {"title:", SearchTerm::Field::title}};
  for (const Prefix& prefix : prefixes) {
    if (!starts_ignoring_case(word, prefix.written) || word.size() == prefix.written.size())
      continue;
    word.remove_prefix(prefix.written.size());
    return prefix.field;
  }
  return SearchTerm::Field::text;
}

char32_t first_of(std::string_view text) { return text.empty() ? U' ' : take_code_point(text); }

std::string search_text(const Planet& planet, const Held& held) {
  std::string out = search_folded(plain_of(held.entry.title)) + separator;
  const auto& people =
      held.entry.authors.empty() ? planet.feeds()[held.feed].feed.authors : held.entry.authors;
  for (const Person& person : people) append_search_folded(out, squeezed(person.name) + " ");
  out += separator;
  const Text& shown = shown_text(held.entry);
  append_search_folded(out, plain_of(shown));
  if (&shown != &held.entry.summary && !held.entry.summary.empty()) {
    out += separator;
    append_search_folded(out, plain_of(held.entry.summary));
  }
  return out;
}

std::string_view text_of(Planet& planet, const Held& held) {
  SearchTexts& texts = planet.search_texts();
  if (held.text == SearchTexts::none) held.text = texts.add(search_text(planet, held));
  return texts[held.text];
}

// "cat" and "cats" both find "cats": one mark is enough.
void join_overlapping(std::vector<std::pair<uint32_t, uint32_t>>& hits) {
  size_t kept = 0;
  for (const auto& hit : hits) {
    if (hit.first == hit.second) continue;
    if (kept > 0 && hit.first < hits[kept - 1].second) {
      hits[kept - 1].second = std::max(hits[kept - 1].second, hit.second);
    } else {
      hits[kept++] = hit;
    }
  }
  hits.resize(kept);
}

}  // namespace

std::vector<SearchTerm> read_search(std::string_view written) {
  std::vector<SearchTerm> terms;
  for (written = trim(written); !written.empty() && terms.size() < most_terms;
       written = trim(written)) {
    SearchTerm term;
    term.negated = written.size() > 1 && written[0] == '-';
    if (term.negated) written.remove_prefix(1);
    term.field = take_field(written);
    size_t end = std::min(written.find_first_of(" \t\r\n"), written.size());
    std::string_view text = written.substr(0, end);
    if (text.starts_with('"')) {
      const size_t close = std::min(written.find('"', 1), written.size());
      text = written.substr(1, close - 1);
      end = std::min(close + 1, written.size());
      term.whole = true;
    } else if (text.size() > 1 && text.ends_with('*')) {
      text.remove_suffix(1);
    }
    written.remove_prefix(end);
    text = beginning(text, longest_term);
    term.text = term.field == SearchTerm::Field::tag ? fold(text) : search_folded(squeezed(text));
    if (!term.text.empty()) terms.push_back(std::move(term));
  }
  return terms;
}

size_t find_term(std::string_view folded, const SearchTerm& term, size_t from) {
  const bool begins_word = is_spaced_letter(first_of(term.text));
  const bool ends_word = term.whole && is_spaced_letter(last_code_point(term.text));
  for (;; ++from) {
    const size_t at = simd::find_text(folded.substr(from), term.text);
    if (at == folded.size() - from) return folded.npos;
    from += at;
    const size_t end = from + term.text.size();
    if ((!begins_word || from == 0 || !is_spaced_letter(last_code_point(folded.substr(0, from)))) &&
        (!ends_word || end == folded.size() || !is_spaced_letter(first_of(folded.substr(end)))))
      return from;
  }
}

Search::Search(Planet& planet, std::string_view written)
    : planet_(planet), terms_(read_search(written)) {}

bool Search::has(const SearchTerm& term, const Merged& merged) const {
  if (term.field == SearchTerm::Field::tag) {
    const uint32_t tag = planet_.tags().find(term.text);
    const auto tags = planet_.tags_of(merged);
    return tag != 0 && std::find(tags.begin(), tags.end(), tag) != tags.end();
  }
  std::string_view text = text_of(planet_, planet_.held(merged.winner));
  if (term.field != SearchTerm::Field::text) {
    const size_t title_end = text.find(separator);
    const size_t author_end = text.find(separator, title_end + 1);
    text = term.field == SearchTerm::Field::title
               ? text.substr(0, title_end)
               : text.substr(title_end + 1, author_end - title_end - 1);
  }
  return find_term(text, term) != text.npos;
}

bool Search::matches(const Merged& merged) const {
  return std::all_of(terms_.begin(), terms_.end(),
                     [&](const SearchTerm& term) { return has(term, merged) != term.negated; });
}

Found Search::found_in(const Entry& entry) const {
  const std::string plain = plain_of(shown_text(entry));
  const auto is_shown = [](const SearchTerm& term) {
    return !term.negated && term.field == SearchTerm::Field::text;
  };
  std::string folded = search_folded(plain);
  size_t first = folded.npos;
  for (const SearchTerm& term : terms_) {
    if (is_shown(term)) first = std::min(first, find_term(folded, term));
  }
  first = first == folded.npos ? 0 : place_before_folding(plain, first);
  size_t begin = first <= context ? 0 : plain.rfind(' ', first - context) + 1;  // npos + 1 is 0
  if (begin + context * 4 < first) begin = first;
  Found found;
  if (begin > 0) found.excerpt = "…";
  found.excerpt += excerpt(std::string_view(plain).substr(begin), excerpt_characters);

  folded.clear();
  std::vector<uint32_t> places;
  append_search_folded(folded, found.excerpt, &places);
  places.push_back(static_cast<uint32_t>(found.excerpt.size()));
  const std::string_view text = found.excerpt;
  for (const SearchTerm& term : terms_) {
    if (!is_shown(term)) continue;
    for (size_t at = find_term(folded, term); at != folded.npos;
         at = find_term(folded, term, at + term.text.size())) {
      const size_t end = at + term.text.size();
      found.hits.push_back(
          {utf16_units(text.substr(0, places[at])), utf16_units(text.substr(0, places[end]))});
    }
  }
  put_in_order(found.hits, [](const auto& a, const auto& b) { return a < b; });
  join_overlapping(found.hits);
  return found;
}

size_t prepare_search(Planet& planet, size_t most) {
  size_t left = 0;
  for (const Merged& merged : planet.merged()) {
    const Held& held = planet.held(merged.winner);
    if (held.text != SearchTexts::none) continue;
    if (most == 0) {
      ++left;
      continue;
    }
    text_of(planet, held);
    --most;
  }
  return left;
}

}  // namespace planetarium
