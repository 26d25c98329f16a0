#include "abi/lines.hpp"
#include "abi/requests.hpp"

namespace planetarium {

Result<About> read_about(std::string_view text) {
  Lines lines(text, Reason::bad_query);
  About about{.feed = lines.text("feed"),
              .url = lines.text("url"),
              .content_type = lines.text("contentType"),
              .charset = lines.text("charset"),
              .original_charset = lines.text("originalCharset"),
              .unknown_charset = lines.text("unknownCharset"),
              .misfit = lines.is_set("misfit"),
              .received_at = lines.seconds("receivedAt")};
  if (about.received_at == 0) about.received_at = lines.seconds("now");
  return lines.answer(std::move(about));
}

}  // namespace planetarium
