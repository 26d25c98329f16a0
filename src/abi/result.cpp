#include "abi/result.hpp"

#include <cstdlib>

#include "json/writer.hpp"
#include "planetarium/planetarium.h"

namespace planetarium {

std::string& result() {
  static std::string text;
  return text;
}

std::string_view view_of(const uint8_t* bytes, size_t size) {
  return size == 0 ? std::string_view{}
                   : std::string_view(reinterpret_cast<const char*>(bytes), size);
}

int32_t fail(const Error& error) {
  std::string& out = result();
  out.clear();
  JsonWriter json(out);
  json.begin_object().member("reason", word(error.reason)).member("detail", error.detail);
  if (error.offset) json.member("offset", uint64_t{*error.offset});
  json.end_object();
  return static_cast<int32_t>(error.reason);
}

int32_t succeed() {
  result() = "{}";
  return 0;
}

Result<ParsedDocument> parse_bytes(std::string_view bytes, const About& about,
                                   const Reading& reading) {
  auto decoded = reading.decode(bytes, about.hints());
  if (!decoded) return decoded.error();
  ParsedDocument document{.text = std::move(*decoded), .feed = {}};
  auto feed = reading.parse(document.text.text(), {.url = about.url,
                                                   .content_type = about.content_type,
                                                   .judges_bodies = reading.judges_bodies});
  if (!feed) return feed.error();
  document.feed = std::move(*feed);
  document.feed.encoding = document.text.encoding;
  if (!document.text.fits) {
    document.feed.problems.insert(
        document.feed.problems.begin(),
        {.reason = Reason::malformed_bytes, .detail = document.text.problem});
  }
  return document;
}

}  // namespace planetarium

using planetarium::result;

int32_t planetarium_abi_version(void) { return PLANETARIUM_ABI_VERSION; }

void* planetarium_alloc(size_t size) { return std::malloc(size == 0 ? 1 : size); }

void planetarium_free(void* memory) { std::free(memory); }

const uint8_t* planetarium_result(void) {
  return reinterpret_cast<const uint8_t*>(result().data());
}

size_t planetarium_result_size(void) { return result().size(); }
