// The first bytes of an input → what JavaScript would say about the document behind them.
#pragma once

#include <string>
#include <string_view>

namespace fuzz {

struct Case {
  /// url, contentType, charset, originalCharset, feed=a and receivedAt; sometimes lines of the
  /// input's own before them.
  std::string about{};
  std::string_view document{};
};

/// Four bytes pick contentType, charset, originalCharset and url; zeros are no hint at all. From
/// 0x80 on the first says that the about lines follow, up to a NUL.
Case read_case(std::string_view input);

}  // namespace fuzz
