#include "text/html_text.hpp"

#include <algorithm>
#include <iterator>

#include "text/ascii.hpp"
#include "text/entities.hpp"

namespace planetarium {

namespace {

// clang-format off
// Elements of HTML, and those of its past that feeds still use; sorted.
constexpr std::string_view elements[] = {
    "a", "abbr", "acronym", "address", "applet", "area", "article", "aside", "audio", "b", "base", "bdi", "bdo", "big",
    "blink", "blockquote", "body", "br", "button", "canvas", "caption", "center", "cite", "code", "col", "colgroup",
    "data", "datalist", "dd", "del", "details", "dfn", "dialog", "dir", "div", "dl", "dt", "em", "embed", "fieldset",
    "figcaption", "figure", "font", "footer", "form", "frame", "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "head",
    "header", "hgroup", "hr", "html", "i", "iframe", "img", "input", "ins", "isindex", "kbd", "label", "legend", "li",
    "link", "main", "map", "mark", "marquee", "math", "menu", "meta", "meter", "nav", "nobr", "noembed", "noframes",
    "noscript", "object", "ol", "optgroup", "option", "output", "p", "param", "picture", "plaintext", "pre", "progress",
    "q", "rb", "rp", "rt", "rtc", "ruby", "s", "samp", "script", "search", "section", "select", "slot", "small",
    "source", "span", "strike", "strong", "style", "sub", "summary", "sup", "svg", "table", "tbody", "td", "template",
    "textarea", "tfoot", "th", "thead", "time", "title", "tr", "track", "tt", "u", "ul", "var", "video", "wbr", "xmp",
};
// Elements that sit in a line of text: their tags do not part words.
constexpr std::string_view inline_elements[] = {
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins",
    "kbd", "label", "mark", "nobr", "q", "rb", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub", "sup",
    "time", "tt", "u", "var", "wbr",
};
// clang-format on

template <size_t N>
bool contains(const std::string_view (&names)[N], std::string_view name) {
  return std::binary_search(std::begin(names), std::end(names), name);
}

// "<", an optional "/", a letter: where HTML begins a tag. Gives the lower-case name.
std::string tag_name(std::string_view text) {
  size_t at = text.size() > 1 && text[1] == '/' ? 2 : 1;
  if (at >= text.size() || !is_alpha(text[at])) return {};
  const size_t begin = at;
  while (at < text.size() && (is_alnum(text[at]) || text[at] == '-' || text[at] == ':')) ++at;
  return lowered(text.substr(begin, at - begin));
}

// Bytes of the tag or comment that `text` begins with. Quoted attribute values are minded until a
// quote is met that no tag closes: `quotes` remembers it, so that the rest is not searched again
// for each tag.
size_t tag_size(std::string_view text, bool& quotes) {
  if (text.starts_with("<!--")) {
    const size_t end = text.find("-->", 4);
    return end == text.npos ? text.size() : end + 3;
  }
  char quote = 0;
  char before = 0;
  for (size_t at = 1; quotes && at < text.size(); ++at) {
    const char c = text[at];
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if ((c == '"' || c == '\'') && before == '=') {
      quote = c;
    } else if (c == '>') {
      return at + 1;
    }
    if (!is_space(c)) before = c;
  }
  quotes = false;
  const size_t end = text.find('>');  // an unclosed quote swallows no more than its tag
  return end == text.npos ? text.size() : end + 1;
}

// Bytes to leave out for an element whose text nobody reads.
size_t silent_size(std::string_view text, std::string_view name, bool& quotes) {
  const std::string end = "</" + std::string(name);
  for (size_t at = tag_size(text, quotes); at < text.size(); ++at) {
    at = std::min(text.find('<', at), text.size());
    if (starts_ignoring_case(text.substr(at), end)) return at;
  }
  return text.size();
}

void append_space(std::string& out) {
  if (!out.empty() && out.back() != ' ') out += ' ';
}

void append_text(std::string& out, std::string_view text) {
  std::string expanded;
  append_expanded(expanded, text);
  for (const char c : expanded) {
    if (is_space(c)) {
      append_space(out);
    } else {
      out += c;
    }
  }
}

}  // namespace

std::string plain_text(std::string_view html) {
  std::string out;
  bool quotes = true;
  while (!html.empty()) {
    const size_t mark = html.find('<');
    append_text(out, html.substr(0, mark));
    if (mark == html.npos) break;
    html.remove_prefix(mark);
    const std::string name = tag_name(html);
    const bool markup = !name.empty() || html.starts_with("<!");
    if (!markup) {
      out += '<';
      html.remove_prefix(1);
      continue;
    }
    if (!contains(inline_elements, name) && !html.starts_with("<!")) append_space(out);
    const bool silent = (name == "script" || name == "style") && html[1] != '/';
    html.remove_prefix(silent ? silent_size(html, name, quotes) : tag_size(html, quotes));
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

bool looks_like_html(std::string_view text) {
  bool end_tag = false;
  bool reference = false;
  for (size_t at = text.find_first_of("<&"); at != text.npos;
       at = text.find_first_of("<&", at + 1)) {
    const std::string_view rest = text.substr(at);
    if (rest[0] == '<') {
      const std::string name = tag_name(rest);
      if (name.empty()) continue;
      if (!contains(elements, name)) return false;
      end_tag = end_tag || rest[1] == '/';
    } else if (read_reference(rest).size != 0) {
      reference = true;
    } else if (rest.size() > 2 && is_alpha(rest[1])) {
      size_t end = 1;
      while (end < rest.size() && is_alnum(rest[end])) ++end;
      if (end < rest.size() && rest[end] == ';') return false;
    }
  }
  return end_tag || reference;
}

}  // namespace planetarium
