// What RSS 2.0 and RSS 1.0 write alike.
#pragma once

#include <string>
#include <string_view>

#include "emit/output.hpp"
#include "emit/xml_writer.hpp"

namespace planetarium {

struct RssNamespace {
  std::string_view prefix, uri;
};

constexpr RssNamespace rss_namespaces[] = {
    {"xmlns:atom", "http://www.w3.org/2005/Atom"},
    {"xmlns:content", "http://purl.org/rss/1.0/modules/content/"},
    {"xmlns:dc", "http://purl.org/dc/elements/1.1/"},
    {"xmlns:slash", "http://purl.org/rss/1.0/modules/slash/"},
    {"xmlns:wfw", "http://wellformedweb.org/CommentAPI/"},
};

/// Most readers take a title for HTML: one that would be read so is escaped for them once more.
std::string rss_title(std::string_view plain);

/// atom:link to the document itself and to the other pages.
void write_page_links(XmlWriter& xml, const OutputAbout& about, std::string_view type);

/// description and content:encoded, as HTML. `needs_any`: a description even where there is none.
void write_texts(XmlWriter& xml, const Entry& entry, bool needs_any);

/// Dublin Core, comments, licence and what has no place else.
void write_modules(XmlWriter& xml, const Entry& entry, const OutputAbout& about);

/// What people know a category by.
inline std::string_view label_of(const Category& category) {
  return category.label.empty() ? category.term : category.label;
}

std::string_view shown_name(const Person& person);

/// "me@example.com (Me)".
std::string line_of(const Person& person);
/// Whether that says the same to whoever takes it apart.
bool reads_back(const Person& person);

}  // namespace planetarium
