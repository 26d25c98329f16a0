// Which format and version a document is in: by what it holds, never by its media type.
#pragma once

#include <string_view>

#include "xml/document.hpp"

namespace planetarium {

enum class Format { rss, rdf, atom };

/// Behind white space and byte order marks: some servers put one before what has its own.
std::string_view beginning_of(std::string_view document);

bool looks_like_json(std::string_view document);

Format format_of(const Element& root);

/// rss20, rss091n, rss10, atom10 …: the schema's words.
std::string_view version_of(Format format, const Element& root, std::string_view doctype);

}  // namespace planetarium
