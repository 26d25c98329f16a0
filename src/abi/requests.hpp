// What callers ask, from lines to the structs of the stages; what is wrong in it is named by its
// key.
#pragma once

#include <string_view>
#include <vector>

#include "planetarium/decode.hpp"
#include "planetarium/output.hpp"
#include "planetarium/query.hpp"

namespace planetarium {

struct About {
  std::string feed{};
  std::string url{};
  std::string content_type{};
  std::string charset{};
  std::string original_charset{};
  std::string unknown_charset{};
  bool misfit = false;
  int64_t received_at = 0;
  std::vector<Past> past{};

  DecodeHints hints() const {
    return {content_type, charset, original_charset, misfit, unknown_charset};
  }
};

constexpr std::string_view order_words[] = {"published", "updated", "received", "received_day"};

Result<About> read_about(std::string_view lines);
Result<Config> read_config(std::string_view lines);
Result<Query> read_query(std::string_view lines);
Result<OutputAbout> read_output(std::string_view lines);

/// "FEED:INDEX:PATTERNS" lines of key "answer", the patterns as hexadecimal bits.
struct Answer {
  EntryRef entry{};
  uint64_t matching = 0;
};
Result<std::vector<Answer>> read_answers(std::string_view lines);

/// How much to do at a time.
struct Slice {
  size_t most = 0;
  int64_t now = 0;
};
Result<Slice> read_slice(std::string_view lines);

/// `feed` gets the nick the state is of.
Result<FeedState> read_state(std::string_view lines, std::string& feed);

}  // namespace planetarium
