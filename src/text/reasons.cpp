// The machine words of reasons, as they stand in the ABI's errors.
#include "planetarium/error.hpp"

namespace planetarium {

std::string_view word(Reason reason) {
  switch (reason) {
    case Reason::none:
      return "none";
    case Reason::not_a_feed:
      return "not_a_feed";
    case Reason::empty_document:
      return "empty_document";
    case Reason::unsupported_encoding:
      return "unsupported_encoding";
    case Reason::malformed_json:
      return "malformed_json";
    case Reason::malformed_xml:
      return "malformed_xml";
    case Reason::malformed_bytes:
      return "malformed_bytes";
    case Reason::too_large:
      return "too_large";
    case Reason::too_deep:
      return "too_deep";
    case Reason::truncated_document:
      return "truncated_document";
    case Reason::bad_config:
      return "bad_config";
    case Reason::bad_query:
      return "bad_query";
    case Reason::unknown_feed:
      return "unknown_feed";
    case Reason::bad_date:
      return "bad_date";
    case Reason::needs_parser:
      return "needs_parser";
    case Reason::malformed_table:
      return "malformed_table";
    case Reason::not_a_list:
      return "not_a_list";
    case Reason::bad_address:
      return "bad_address";
    case Reason::damaged_archive:
      return "damaged_archive";
  }
  return "unknown";
}

}  // namespace planetarium
