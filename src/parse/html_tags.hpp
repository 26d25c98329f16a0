// The start tags of a web page, one after the other, as far as a search for its head needs them.
#pragma once

#include <string>
#include <string_view>

namespace planetarium {

/// Comments and what stands in script, style, title and textarea are stepped over. Each step moves
/// forward: linear in the page, whatever it holds. Views the page.
class HtmlTags {
 public:
  explicit HtmlTags(std::string_view html) : html_(html) {}

  /// Goes to the next start tag; false where there is none.
  bool next();

  std::string_view name() const { return name_; }  ///< as written
  /// Of the first attribute of this name, references expanded, trimmed; empty where it is absent.
  std::string attribute(std::string_view name) const;
  /// What stands in a script, style, title or textarea.
  std::string_view raw_text() const { return raw_text_; }

 private:
  void read_attributes();
  void skip_raw_text();

  std::string_view html_;
  size_t at_ = 0;
  std::string_view name_{};
  std::string_view attributes_{};
  std::string_view raw_text_{};
};

}  // namespace planetarium
