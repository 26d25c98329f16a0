// Inline XHTML (RFC 4287 §3.1.1.3), as it stood in a document, to what an HTML parser reads right.
#pragma once

#include <string>
#include <string_view>

namespace planetarium {

/// HTML of a run of form markup. One whose tags do not pair is given as it is: HTML's own parser
/// knows what to make of that.
std::string html_of_inline(std::string_view markup);

}  // namespace planetarium
