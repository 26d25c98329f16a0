// URI references against a base (RFC 3986 §5), and the form two links are compared in.
#pragma once

#include <string>
#include <string_view>

#include "planetarium/arena.hpp"

namespace planetarium {

/// Resolves `reference`; unchanged where there is no base, it is absolute already, or it cannot be
/// resolved. Nothing is folded or encoded: only dot segments go.
std::string resolve_uri(std::string_view base, std::string_view reference);

/// The same, kept in the arena where it is not `reference` itself.
std::string_view resolve_uri(Arena& arena, std::string_view base, std::string_view reference);

/// "https" of "https://a.example/"; empty where the reference is relative. As written, not lowered.
std::string_view scheme_of(std::string_view uri);

/// "a.example" of "http://user@a.example:80/x", as written; empty where there is no authority.
std::string_view host_of(std::string_view uri);

/// One spelling for links that lead to the same page: no scheme, no "www.", no default port,
/// lower-case host, no fragment, no utm_ parameters, no final slash or index file. For comparing,
/// not for following.
std::string canonical_link(std::string_view uri);

}  // namespace planetarium
