// What a document type declaration says of entities (XML 1.0 §4): its internal subset is read,
// nothing is ever fetched.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace planetarium {

/// Whether entities may be declared elsewhere: in an external subset or a parameter entity. Then a
/// reference to one that is not known is no fault (XML 1.0 §4.1, "Entity Declared").
bool declares_elsewhere(std::string_view doctype);

/// The document with its references to the entities that its own DOCTYPE declares expanded; nothing
/// where there is none to expand. An entity that contains itself, or is too large, stays as
/// written.
std::optional<std::string> expand_declared_entities(std::string_view document);

}  // namespace planetarium
