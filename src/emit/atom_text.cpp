#include "emit/atom_text.hpp"

#include "emit/markup.hpp"
#include "emit/output.hpp"
#include "planetarium/parse.hpp"

namespace planetarium {

namespace {

void write_scope(XmlWriter& xml, const Text& text) {
  xml.attribute_if("xml:base", base_iri(text.base));
  if (text.language == "-" || is_language(text.language))
    xml.attribute("xml:lang", only(text.language, is_language));
}

const Text& content_here_or_elsewhere(const Entry& entry) {
  const Text& here = content_of(entry);
  return here.empty() && !entry.content.empty() ? entry.content.front() : here;
}

std::string_view media_type(std::string_view type) {
  if (type == "html") return "text/html";
  if (type == "xhtml") return "application/xhtml+xml";
  return only(type, is_media_type);
}

void write_media(XmlWriter& xml, const Text& content) {
  xml.begin("content");
  write_scope(xml, content);
  xml.attribute("type", content.type);
  const bool is_text = content.type.starts_with("text/");
  xml.text(is_text ? decode_body(content.value) : base64_of(content)).end();
}

}  // namespace

void write_text_content(XmlWriter& xml, const Text& text) {
  if (text.value.empty()) {
    xml.text({});
    return;
  }
  write_scope(xml, text);
  const std::string characters = decode_body(text.value);
  std::string xhtml;
  if (!is_markup(text)) {
    xml.text(characters);
  } else if (text.type == "xhtml" && append_xhtml(xhtml, characters)) {
    xml.attribute("type", "xhtml").raw("<div xmlns=\"http://www.w3.org/1999/xhtml\">");
    xml.raw(xhtml).raw("</div>");
  } else {
    xml.attribute("type", "html").text(characters);
  }
}

void write_text(XmlWriter& xml, std::string_view element, const Text& text) {
  if (text.value.empty()) return;
  xml.begin(element);
  write_text_content(xml, text);
  xml.end();
}

void write_content(XmlWriter& xml, const Entry& entry, bool has_alternate) {
  const Text& summary = entry.summary;
  const Text& content = content_here_or_elsewhere(entry);
  const std::string src = iri_of(content.src);
  const bool is_media = content.type.find('/') != content.type.npos && !is_markup(content) &&
                        is_media_type(content.type);
  const bool needs_summary = !src.empty() || (is_media && !content.type.starts_with("text/"));
  if (needs_summary && summary.value.empty()) {
    xml.element("summary", {});
  } else {
    write_text(xml, "summary", summary);
  }
  if (!src.empty()) {
    xml.begin("content");
    write_scope(xml, content);
    xml.attribute_if("type", media_type(content.type)).attribute("src", src).end();
  } else if (is_media && !content.value.empty()) {
    write_media(xml, content);
  } else if (!content.value.empty()) {
    write_text(xml, "content", content);
  } else if (!has_alternate) {
    xml.element("content", {});  // RFC 4287 §4.1.2
  }
}

}  // namespace planetarium
