#include "emit/rss_parts.hpp"

#include "emit/markup.hpp"
#include "text/html_text.hpp"

namespace planetarium {

namespace {

void write_html(XmlWriter& xml, std::string_view element, const Text& text) {
  if (text.value.empty()) return;
  xml.begin(element).attribute_if("xml:base", base_iri(text.base));
  if (text.language == "-" || is_language(text.language))
    xml.attribute("xml:lang", only(text.language, is_language));
  xml.text(html_of(text)).end();
}

void write_link(XmlWriter& xml, std::string_view rel, std::string_view href,
                std::string_view type) {
  if (href.empty()) return;
  xml.begin("atom:link").attribute("rel", rel).attribute("href", href);
  xml.attribute("type", type).end();
}

}  // namespace

std::string rss_title(std::string_view plain) {
  return looks_like_html(plain) ? html_of({.type = "text", .value = {.raw = plain}})
                                : std::string(plain);
}

void write_page_links(XmlWriter& xml, const OutputAbout& about, std::string_view type) {
  write_link(xml, "self", about.self, type);
  write_link(xml, "first", about.first, type);
  write_link(xml, "previous", about.previous, type);
  write_link(xml, "next", about.next, type);
  write_link(xml, "last", about.last, type);
}

void write_texts(XmlWriter& xml, const Entry& entry, bool needs_any) {
  const Text& content = content_of(entry);
  if (entry.summary.value.empty() && content.empty() && needs_any) xml.element("description", {});
  write_html(xml, "description", entry.summary);
  write_html(xml, "content:encoded", content);
}

void write_modules(XmlWriter& xml, const Entry& entry, const OutputAbout& about) {
  for (const Person& one : entry.contributors) xml.element_if("dc:contributor", shown_name(one));
  xml.element_if("dc:publisher", shown_name(entry.publisher));
  xml.element_if("dc:rights", rss_title(one_line_of(entry.rights)));
  if (entry.language != about.language)
    xml.element_if("dc:language", only(entry.language, is_language));
  xml.element_if("wfw:commentRss", iri_of(entry.comments_feed));
  if (entry.comment_count) xml.element("slash:comments", std::to_string(*entry.comment_count));
  if (const std::string license = iri_of(entry.license); !license.empty())
    xml.begin("atom:link").attribute("rel", "license").attribute("href", license).end();
}

std::string_view shown_name(const Person& person) {
  if (!person.name.empty()) return person.name;
  return person.email.empty() ? person.uri : person.email;
}

std::string line_of(const Person& person) {
  std::string line(person.email);
  if (!person.name.empty()) line.append(" (").append(person.name).append(")");
  return line;
}

bool reads_back(const Person& person) {
  constexpr std::string_view meaningful = "@()<>[]\"";
  const auto has_none = [](std::string_view text, std::string_view of) {
    return text.find_first_of(of) == text.npos;
  };
  const std::string_view email = person.email;
  return has_none(person.name, meaningful) && has_none(email, "()<>[],;\" \t\r\n") &&
         email.find('@') == email.rfind('@');
}

}  // namespace planetarium
