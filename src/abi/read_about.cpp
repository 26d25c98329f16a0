#include "abi/lines.hpp"
#include "abi/requests.hpp"

namespace planetarium {

namespace {

// "1213999200" or "1213999200,edited,flooded,deleted".
Past read_past(Lines& lines, std::string_view text) {
  const size_t comma = text.find(',');
  const auto received = utc_seconds(text.substr(0, comma));
  if (!received) lines.fail("past", "is \"" + std::string(text) + "\", not a number of seconds");
  const std::string_view flags = comma == text.npos ? std::string_view{} : text.substr(comma);
  return {.received = received.value_or(0),
          .edited = flags.find(",edited") != flags.npos,
          .flooded = flags.find(",flooded") != flags.npos,
          .deleted = flags.find(",deleted") != flags.npos};
}

}  // namespace

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
  for (const Lines::Line& line : lines.all()) {
    if (line.key == "past") about.past.push_back(read_past(lines, line.value));
  }
  return lines.answer(std::move(about));
}

}  // namespace planetarium
