#include "text/html_text.hpp"

#include <algorithm>
#include <iterator>

#include "text/ascii.hpp"
#include "text/entities.hpp"
#include "text/simd.hpp"
#include "text/utf8.hpp"

namespace planetarium {

namespace {

// clang-format off
// Elements of HTML, and those of its past that feeds still use, each between two blanks.
constexpr std::string_view elements =
    " a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound big blink blockquote body "
    "br button canvas caption center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em "
    "embed fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i "
    "iframe img input ins isindex kbd keygen label legend li link listing main map mark marquee math menu meta meter "
    "nav nobr noembed noframes noscript object ol optgroup option output p param picture plaintext pre progress q rb "
    "rp rt rtc ruby s samp script search section select slot small source span strike strong style sub summary sup svg "
    "table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr xmp ";
// clang-format on

// A name of up to eight letters in one number.
constexpr uint64_t packed(std::string_view name) {
  uint64_t value = 0;
  for (const char c : name) value = value << 8 | static_cast<unsigned char>(c);
  return name.size() <= 8 ? value : 0;
}

// Elements that sit in a line of text: their tags do not part words.
constexpr uint64_t inline_elements[] = {
    packed("a"),      packed("abbr"),   packed("acronym"), packed("b"),    packed("bdi"),
    packed("bdo"),    packed("big"),    packed("cite"),    packed("code"), packed("data"),
    packed("del"),    packed("dfn"),    packed("em"),      packed("font"), packed("i"),
    packed("ins"),    packed("kbd"),    packed("label"),   packed("mark"), packed("nobr"),
    packed("q"),      packed("rb"),     packed("rp"),      packed("rt"),   packed("rtc"),
    packed("ruby"),   packed("s"),      packed("samp"),    packed("span"), packed("small"),
    packed("strike"), packed("strong"), packed("sub"),     packed("sup"),  packed("time"),
    packed("tt"),     packed("u"),      packed("var"),     packed("wbr"),
};

// Elements whose text nobody sees.
constexpr uint64_t silent_elements[] = {
    packed("script"), packed("style"),   packed("template"), packed("title"),
    packed("iframe"), packed("noembed"), packed("noframes"),
};

template <size_t N>
bool contains(const uint64_t (&names)[N], std::string_view name) {
  return std::find(std::begin(names), std::end(names), packed(name)) != std::end(names);
}

bool is_element(std::string_view name) {
  if (contains(inline_elements, name)) return true;
  for (size_t at = elements.find(name); at != elements.npos; at = elements.find(name, at + 1)) {
    if (elements[at - 1] == ' ' && elements[at + name.size()] == ' ') return true;
  }
  return false;
}

// "<", an optional "/", a letter: where HTML begins a tag. Gives the lower-case name.
std::string tag_name(std::string_view text) {
  const size_t begin = text.size() > 1 && text[1] == '/' ? 2 : 1;
  if (begin >= text.size() || !is_alpha(text[begin])) return {};
  size_t at = begin;
  while (at < text.size() && (is_alnum(text[at]) || text[at] == '-' || text[at] == ':')) ++at;
  return lowered(text.substr(begin, at - begin));
}

// Bytes of the comment behind "<!--" (HTML §13.2.5.43): "<!-->" is one, and "--!>" ends one.
size_t comment_size(std::string_view text) {
  for (size_t at = text.find("--", 2); at != text.npos; at = text.find("--", at + 1)) {
    if (text.substr(at + 2).starts_with('>')) return at + 3;
    if (at > 3 && text.substr(at + 2).starts_with("!>")) return at + 4;
  }
  return text.size();
}

// Bytes of what is markup but no tag: "<!doctype>", "<?xml?>", "</ >". 0 where it is text.
size_t other_markup_size(std::string_view text) {
  if (text.starts_with("<!--")) return comment_size(text);
  const bool markup = text.starts_with("<!") || text.starts_with("<?") ||
                      (text.starts_with("</") && text.size() > 2);
  if (!markup) return 0;
  const size_t end = text.find('>');
  return end == text.npos ? text.size() : end + 1;
}

// Bytes of the tag that `text` begins with. Quoted attribute values are minded until a quote is
// met that no tag closes: `quotes` remembers it, so that the rest is not searched again for each
// tag.
size_t tag_size(std::string_view text, bool& quotes) {
  const auto ends_or_quotes = [](simd::Block b) {
    return simd::equal(b, '>') | simd::equal(b, '"') | simd::equal(b, '\'');
  };
  for (size_t at = 1; quotes; ++at) {
    at += simd::find_if(text.substr(at), ends_or_quotes);
    if (at == text.size()) break;
    if (text[at] == '>') return at + 1;
    if (!trim(text.substr(0, at)).ends_with('=')) continue;
    const size_t close = simd::find(text.substr(at + 1), text[at]);
    at += close + 1;
    if (at == text.size()) break;
  }
  quotes = false;
  const size_t end = text.find('>');  // an unclosed quote swallows no more than its tag
  return end == text.npos ? text.size() : end + 1;
}

// Bytes to leave out for an element whose text nobody sees.
size_t silent_size(std::string_view text, size_t tag, std::string_view name) {
  const std::string end = "</" + std::string(name);
  for (size_t at = tag; at < text.size(); ++at) {
    at = std::min(text.find('<', at), text.size());
    if (starts_ignoring_case(text.substr(at), end)) return at;
  }
  return text.size();
}

// The value of an attribute of a tag, as it is written.
std::string_view attribute(std::string_view tag, std::string_view wanted) {
  const auto take_until = [&tag](std::string_view ends) {
    const std::string_view taken = tag.substr(0, tag.find_first_of(ends));
    tag.remove_prefix(taken.size());
    return taken;
  };
  const auto skip = [&tag](std::string_view set) {
    tag.remove_prefix(std::min(tag.find_first_not_of(set), tag.size()));
  };
  constexpr std::string_view spaces = " \t\n\r\f";
  take_until(" \t\n\r\f/>");
  while (true) {
    skip(" \t\n\r\f/");
    if (tag.empty() || tag[0] == '>') return {};
    const size_t first = tag[0] == '=' ? 1 : 0;
    const std::string_view name = tag.substr(0, tag.find_first_of(" \t\n\r\f/>=", first));
    tag.remove_prefix(name.size());
    skip(spaces);
    std::string_view value;
    if (tag.starts_with('=')) {
      tag.remove_prefix(1);
      skip(spaces);
      const char quote = tag.empty() ? '>' : tag[0];
      if (quote == '"' || quote == '\'') tag.remove_prefix(1);
      value = quote == '"'    ? take_until("\"")
              : quote == '\'' ? take_until("'")
                              : take_until(" \t\n\r\f>");
      if ((quote == '"' || quote == '\'') && !tag.empty()) tag.remove_prefix(1);
    }
    if (same_ignoring_case(name, wanted)) return value;
  }
}

// Characters as they are read, white space squeezed.
class Plain {
 public:
  void space() {
    if (out_.ends_with(no_break_space)) out_.resize(out_.size() - no_break_space.size());
    if (!out_.empty() && out_.back() != ' ') out_ += ' ';
  }

  void text(std::string_view text) {
    while (!text.empty()) {
      const size_t size = is_space(text[0]) ? 0 : run_size(text);
      out_.append(text, 0, size);
      text.remove_prefix(size);
      if (!text.empty()) take_special(text);
    }
  }

  void picture(std::string_view tag) {
    const std::string_view written = attribute(tag, "alt");
    std::string alt;
    append_expanded(alt, written);
    if (is_symbol(alt)) {
      text(written);
    } else if (out_.empty()) {
      (pictures_ += ' ') += written;
    }
  }

  size_t size() const { return out_.size(); }

  std::string finish() {
    space();
    if (out_.empty()) {
      text(pictures_);
      space();
    }
    if (!out_.empty()) out_.pop_back();
    return std::move(out_);
  }

 private:
  static constexpr std::string_view no_break_space = "\xc2\xa0";
  static constexpr char32_t soft_hyphen = 0xad, byte_order_mark = 0xfeff;

  // Bytes that are written as they are: words with one space between them.
  static size_t run_size(std::string_view text) {
    const char* const p = text.data();
    size_t at = 0;
    for (; at + 17 <= text.size(); at += 16) {
      const simd::Block block = simd::load(p + at);
      const simd::Mask special =
          simd::below(block, ' ') | simd::equal(block, '&') | simd::equal(block, '\xc2') |
          simd::equal(block, '\xef') |
          (simd::equal(block, ' ') & simd::equal(simd::load(p + at + 1), ' '));
      if (special != 0) return at + static_cast<size_t>(__builtin_ctz(special));
    }
    for (; at < text.size(); ++at) {
      const char c = text[at];
      const bool spaces = c == ' ' && at + 1 < text.size() && text[at + 1] == ' ';
      if (static_cast<uint8_t>(c) < ' ' || c == '&' || c == '\xc2' || c == '\xef' || spaces) break;
    }
    return at;
  }

  // WordPress puts a picture for each emoji, which stands in its alt.
  static bool is_symbol(std::string_view alt) {
    if (alt.empty()) return false;
    const char32_t c = take_code_point(alt);
    return c >= 0x1f000 || (c >= 0x2190 && c < 0x2c00);
  }

  void take_special(std::string_view& text) {
    if (is_space(text[0])) {
      text.remove_prefix(1);
      return space();
    }
    if (text[0] != '&') return character(take_code_point(text));
    const Reference reference = read_html_reference(text);
    if (reference.size == 0) out_ += '&';
    text.remove_prefix(std::max<size_t>(reference.size, 1));
    if (reference.size != 0 && reference.character != dropped_character) {
      character(reference.character);
    }
  }

  void character(char32_t c) {
    if (c < 0x80 && is_space(static_cast<char>(c))) return space();
    if (c == soft_hyphen || c == byte_order_mark) return;
    const bool apart = out_.empty() || out_.back() == ' ' || out_.ends_with(no_break_space);
    if (c == 0xa0 && apart) return;
    append_utf8(out_, c);
  }

  std::string out_;
  std::string pictures_;  // what stands for pictures as long as there is no text
};

}  // namespace

std::string attribute_of(std::string_view tag, std::string_view name) {
  std::string value;
  append_expanded(value, trim(attribute(tag, name)));
  return value;
}

std::string plain_text(std::string_view html, size_t enough) {
  Plain plain;
  bool quotes = true;
  while (!html.empty() && plain.size() <= enough) {
    const size_t mark = simd::find(html, '<');
    plain.text(html.substr(0, mark));
    html.remove_prefix(mark);
    if (html.empty()) break;
    const std::string name = tag_name(html);
    if (name.empty()) {
      const size_t size = other_markup_size(html);
      if (size == 0) plain.text("<");
      html.remove_prefix(std::max<size_t>(size, 1));
      continue;
    }
    const size_t size = tag_size(html, quotes);
    const bool picture = name == "img";
    if (picture) plain.picture(html.substr(0, size));
    if (!picture && !contains(inline_elements, name)) plain.space();
    const bool silent = html[1] != '/' && contains(silent_elements, name);
    html.remove_prefix(silent ? silent_size(html, size, name) : size);
  }
  return plain.finish();
}

bool looks_like_html(std::string_view text) {
  const size_t first =
      simd::find_if(text, [](simd::Block b) { return simd::equal(b, '<') | simd::equal(b, '&'); });
  if (first == text.size()) return false;
  bool markup = false;
  const size_t last_end = text.rfind('>');
  for (size_t at = first; at != text.npos; at = text.find_first_of("<&", at + 1)) {
    const std::string_view rest = text.substr(at);
    if (rest[0] == '<') {
      const std::string name = tag_name(rest);
      if (name.empty()) continue;
      if (!is_element(name)) return false;
      markup = markup || (rest[1] == '/' && last_end != text.npos && last_end > at);
    } else if (read_reference(rest).size != 0) {
      markup = true;
    } else if (rest.size() > 2 && is_alpha(rest[1])) {
      size_t end = 1;
      while (end < rest.size() && is_alnum(rest[end])) ++end;
      if (end < rest.size() && rest[end] == ';') return false;
    }
  }
  return markup;
}

}  // namespace planetarium
