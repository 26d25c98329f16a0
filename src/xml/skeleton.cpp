#include "xml/skeleton.hpp"

#include <algorithm>
#include <type_traits>
#include <utility>

#include "text/ascii.hpp"
#include "text/simd.hpp"
#include "xml/markup.hpp"
#include "xml/tag.hpp"
#include "xml/well_formed.hpp"

namespace planetarium {

namespace {

constexpr size_t shortest_run = 97;
constexpr size_t longest_attribute = 64 * 1024;  // beyond it an open quote is a fault, not a value

enum class Tags : uint8_t { as_written, repaired };

struct NoReader {
  explicit NoReader(std::string_view) {}
};

template <Tags tags>
class Builder {
 public:
  explicit Builder(std::string_view document, Inline posts = Inline::shown)
      : document_(document), posts_(posts), reader_(document) {
    out_.text.reserve(document.size() / 4 + 64);
  }

  /// `limit`: stops once the skeleton is longer than that.
  Skeleton build(size_t limit = std::string_view::npos) {
    size_t at = 0;
    while (at < document_.size() && out_.text.size() <= limit) {
      last_ = {at, out_.text.size()};
      const size_t mark = at + simd::find(document_.substr(at), '<');
      text(at, mark);
      if (mark == document_.size()) break;
      at = markup(mark);
    }
    return std::move(out_);
  }

  /// The document's offset of a byte of the skeleton, within the last step of `build`.
  size_t offset_of(size_t skeleton_offset) const {
    return std::min(last_.document + (skeleton_offset - std::min(skeleton_offset, last_.skeleton)),
                    document_.size());
  }

 private:
  // A run between two tags. White space between the elements of a feed or an entry says nothing and
  // makes nodes.
  void text(size_t begin, size_t end) {
    if (begin == end) return;
    const std::string_view run = document_.substr(begin, end - begin);
    size_t visible = 0;  // mostly the first or, with an indent, a few further on
    bool breaks_line = false;
    for (; visible < run.size() && is_space(run[visible]); ++visible)
      breaks_line = breaks_line || run[visible] == '\n';
    const bool blank = visible == run.size();
    if (blank && breaks_line && is_structure()) return;
    if (depth_ == 0 && !blank) unreadable(begin, "text outside the root element");
    if (run.size() >= shortest_run && !blank) return take(Body::Form::escaped, begin, end);
    out_.text.append(run);
  }

  // Whether what stands here is among the elements of a feed or an entry, not inside one of them.
  bool is_structure() const {
    return depth_ < structural_depth_ || (depth_ == structural_depth_ && in_entry_);
  }

  void take(Body::Form form, size_t begin, size_t end) {
    auto index = static_cast<uint32_t>(out_.runs.size());
    out_.runs.push_back({form, static_cast<uint32_t>(begin), static_cast<uint32_t>(end - begin)});
    char mark[mark_size] = {mark_sign};
    for (size_t i = mark_size - 1; i > 0; --i, index >>= 6)
      mark[i] = static_cast<char>('@' + (index & 63));
    out_.text.append({mark, mark_size});
  }

  size_t markup(size_t at) {
    const std::string_view rest = document_.substr(at);
    if (rest.size() < 2) {
      fault(at, "the document ends inside a tag");
      return document_.size();
    }
    if (rest[1] == '!') return declaration(at, rest);
    if (rest[1] == '?') return instruction(at, rest);
    if (rest[1] == '/' || is_alpha(rest[1]) || rest[1] == '_' || rest[1] == ':' ||
        (rest[1] & 0x80) != 0) {
      return tag(at);
    }
    fault(at, "a \"<\" that begins no tag");
    out_.text.append("&lt;");
    return at + 1;
  }

  size_t declaration(size_t at, std::string_view rest) {
    if (rest.starts_with("<![CDATA[")) return cdata(at);
    if (rest.starts_with("<!--")) return comment(at);
    return doctype(at);
  }

  size_t cdata(size_t at) {
    const size_t begin = at + 9;
    size_t end = begin;
    for (;; ++end) {
      end += simd::find(document_.substr(end), ']');
      if (end >= document_.size() || document_.substr(end, 3) == "]]>") break;
    }
    const bool closed = end < document_.size();
    if (depth_ == 0) unreadable(at, "text outside the root element");
    if (!closed) fault(at, "a CDATA section that is not closed");
    if (end - begin >= shortest_run) {
      take(Body::Form::plain, begin, end);
    } else {
      out_.text.append("<![CDATA[");
      out_.text.append(document_.substr(begin, end - begin));
      out_.text.append("]]>");
    }
    return closed ? end + 3 : end;
  }

  size_t comment(size_t at) {
    const size_t dashes = document_.find("--", at + 4);
    size_t end = dashes;
    if (end != document_.npos && !document_.substr(end).starts_with("-->"))
      end = document_.find("-->", end);
    if (end == document_.npos) {
      fault(at, "a comment that is not closed");
      return document_.size();
    }
    if (end != dashes) fault(dashes, "\"--\" inside a comment");
    return end + 3;
  }

  // "<?xml version='1.0'>" ends where it should have; that of another program may hold ">".
  size_t instruction(size_t at, std::string_view rest) {
    const bool xml = starts_ignoring_case(rest, "<?xml");
    if (xml && (rest.size() < 7 || rest[5] != '-')) {
      if (at != 0) fault(at, "the XML declaration is not at the beginning");
      if (at == 0 && !is_xml_declaration(rest.substr(5, rest.find('>') - 5)))
        fault(at, "an XML declaration that cannot be read");
    }
    const size_t bracket = document_.find('>', at + 2);
    size_t end = bracket;
    if (bracket != document_.npos && document_[bracket - 1] != '?') {
      const size_t limit = xml ? document_.find('<', bracket) : document_.npos;
      end = unclosed_instruction_ ? document_.npos : document_.substr(0, limit).find("?>", bracket);
      if (end == document_.npos && !xml) unclosed_instruction_ = true;
      if (end != document_.npos) ++end;
    }
    if (end != document_.npos) return end + 1;
    fault(at, "a processing instruction that is not closed");
    return bracket == document_.npos ? document_.size() : bracket + 1;
  }

  // XML 1.0 §2.8: the internal subset may hold ">" in quotes, comments and declarations.
  size_t doctype(size_t at) {
    if (has_root_ || !document_.substr(at).starts_with("<!DOCTYPE"))
      fault(at, "a declaration that is none of XML");
    size_t depth = 0;
    size_t end = broken_declaration_ ? document_.size() : at + 2;
    for (char quote = 0; end < document_.size(); ++end) {
      const char c = document_[end];
      if (c == '<' && quote == 0 && depth > 0) {
        const std::string_view rest = document_.substr(end);
        const bool comment = rest.starts_with("<!--");
        if (comment || rest.starts_with("<?")) {  // where an apostrophe opens no quote
          end = std::min(document_.find(comment ? "-->" : "?>", end + 2), document_.size());
          if (end == document_.size()) break;
          end += comment ? 2 : 1;
          continue;
        }
      }
      if (quote != 0) {
        if (c == quote) quote = 0;
      } else if ((c == '"' || c == '\'') && depth > 0) {
        quote = c;
      } else if (c == '[' || c == '<') {
        ++depth;
      } else if ((c == ']' || c == '>') && depth > 0) {
        --depth;
      } else if (c == '>') {
        break;
      }
    }
    if (end == document_.size()) {  // quotes or brackets that do not pair: it ends at the first ">"
      fault(at, "a declaration that is not closed");
      broken_declaration_ = true;  // do not look to the end of the document a second time
      end = std::min(document_.find('>', at), document_.size() - 1);
    }
    if (out_.doctype.empty()) out_.doctype = document_.substr(at, end + 1 - at);
    return end + 1;
  }

  // Bytes to just behind the tag's ">"; one in a quoted value does not count.
  size_t tag_end(size_t at) const {
    const size_t first = at + 1 + simd::find_if(document_.substr(at + 1), [](simd::Block b) {
                           return simd::equal(b, '>') | simd::equal(b, '"') | simd::equal(b, '\'');
                         });
    if (first == document_.size()) return document_.npos;
    if (document_[first] == '>') return first + 1;
    char before = last_visible(document_.substr(at, first - at));
    for (size_t i = first; i < document_.size(); ++i) {
      const char c = document_[i];
      if (c == '>') return i + 1;
      if ((c == '"' || c == '\'') && before == '=') {
        const std::string_view value = document_.substr(i + 1, longest_attribute);
        const size_t close = simd::find(value, c);
        if (close != value.size()) i += close + 1;
      }
      if (!is_space(c)) before = c;
    }
    return document_.npos;
  }

  static char last_visible(std::string_view text) {
    while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
    return text.empty() ? '\0' : text.back();
  }

  size_t tag(size_t at) {
    if constexpr (tags == Tags::repaired) return repaired_tag(at);
    const size_t end = tag_end(at);
    if (end == document_.npos) {
      fault(at, "the document ends inside a tag");
      return document_.size();
    }
    const std::string_view tag = document_.substr(at, end - at);
    note_depth(at, tag, tag[1] == '/', tag[tag.size() - 2] == '/');
    if (!open_.empty()) in_div(at, tag);
    out_.text.append(tag);
    if (posts_ == Inline::taken && depth_ == structural_depth_ + 2 && in_entry_ && open_.empty())
      open_div(tag, end);
    return end;
  }

  static std::string_view name_of(std::string_view tag) {
    const size_t begin = tag[1] == '/' ? 2 : 1;
    return tag.substr(begin, name_end(tag, begin) - begin);
  }

  void open_div(std::string_view tag, size_t end) {
    if (tag[1] == '/' || tag[tag.size() - 2] == '/') return;
    if (!same_ignoring_case(local_name(name_of(tag)), "div")) return;
    div_ = {end, out_.text.size(), out_.runs.size(), faults_};
    open_.push_back(name_of(tag));
  }

  // A tag behind the div's. One that an XML reader would stop at leaves all to that reader.
  void in_div(size_t at, std::string_view tag) {
    const bool is_end = tag[1] == '/';
    const bool pairs = !is_end || name_of(tag) == open_.back();
    if (!pairs || !is_well_formed(tag)) return open_.clear();
    if (is_end) {
      open_.pop_back();
      if (open_.empty()) close_div(at);
    } else if (tag[tag.size() - 2] != '/') {
      open_.push_back(name_of(tag));
    }
  }

  // What was copied of it goes again: mostly the tags of a post.
  void close_div(size_t at) {
    if (at - div_.begin < shortest_run || faults_ != div_.faults) return;
    out_.text.shorten(div_.skeleton);
    out_.runs.resize(div_.runs);
    take(Body::Form::markup, div_.begin, at);
  }

  size_t repaired_tag(size_t at) {
    const MarkupTag& tag = reader_.read(at);
    if (tag.kind == MarkupTag::Kind::cut) return document_.size();
    if (tag.kind == MarkupTag::Kind::none) {
      out_.text.append("&lt;");
      return at + 1;
    }
    note_depth(at, document_.substr(at, tag.size), tag.kind == MarkupTag::Kind::end,
               tag.kind == MarkupTag::Kind::empty);
    append_tag(out_.text, tag);
    return at + tag.size;
  }

  void note_depth(size_t at, std::string_view tag, bool is_end, bool is_empty) {
    if (is_end) {
      depth_ -= depth_ > 0;
      return;
    }
    if (depth_ == 0) note_root(at, tag);
    if (!is_empty && ++depth_ == structural_depth_) in_entry_ = is_entry(tag);
  }

  // <rss><channel><item>, but <feed><entry> and <RDF><item>.
  void note_root(size_t at, std::string_view tag) {
    if (has_root_) unreadable(at, "a second root element");
    has_root_ = true;
    structural_depth_ = starts_ignoring_case(tag, "<rss") ? 3 : 2;
  }

  // "<item>", "<rss:item rdf:about=…>", "<entry>".
  static bool is_entry(std::string_view tag) {
    size_t begin = 1, end = 1;
    for (; end < tag.size() && tag[end] != '>' && tag[end] != '/' && !is_space(tag[end]); ++end) {
      if (tag[end] == ':') begin = end + 1;
    }
    const std::string_view name = tag.substr(begin, end - begin);
    return same_ignoring_case(name, "item") || same_ignoring_case(name, "entry");
  }

  void unreadable(size_t offset, std::string_view detail) {
    fault(offset, detail);
    out_.readable = false;
  }

  void fault(size_t offset, std::string_view detail) {
    ++faults_;
    if (out_.problem.reason != Reason::none) return;
    out_.problem.reason = Reason::malformed_xml;
    out_.problem.detail = detail;
    out_.problem_offset = offset;
  }

  std::string_view document_;
  Inline posts_;
  Skeleton out_{};
  struct Div {
    size_t begin = 0;  // of what is in it, in the document
    size_t skeleton = 0, runs = 0, faults = 0;
  };
  Div div_{};
  std::vector<std::string_view>
      open_{};  // a post's div, while it may be one, and what is open in it
  size_t faults_ = 0;
  struct Place {
    size_t document = 0, skeleton = 0;
  };
  Place last_{};  // where both stood before the last step
  std::conditional_t<tags == Tags::repaired, TagReader, NoReader> reader_;
  bool has_root_ = false;
  bool broken_declaration_ = false;
  bool unclosed_instruction_ = false;  // no "?>" from here on: do not look for it again
  size_t depth_ = 0;
  size_t structural_depth_ = 2;  // how deep the elements of an entry lie
  bool in_entry_ = false;        // whether an entry is what is open at that depth
};

}  // namespace

Skeleton make_skeleton(std::string_view document, Inline posts) {
  return Builder<Tags::as_written>(document, posts).build();
}

Skeleton make_repaired_skeleton(std::string_view document) {
  return Builder<Tags::repaired>(document).build();
}

size_t document_offset(std::string_view document, size_t skeleton_offset) {
  Builder<Tags::as_written> builder(document);
  builder.build(skeleton_offset);
  return builder.offset_of(skeleton_offset);
}

uint32_t run_index(std::string_view text) {
  uint32_t index = 0;
  for (size_t i = 1; i < mark_size && i < text.size(); ++i) {
    index = index << 6 | (static_cast<uint32_t>(text[i] - '@') & 63);
  }
  return index;
}

}  // namespace planetarium
