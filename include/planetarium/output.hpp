// A view out, as a document that other programs read: Atom, RSS, JSON Feed, OPML, FOAF.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "planetarium/model.hpp"

namespace planetarium {

enum class OutputFormat : uint8_t { atom, rss, rss10, json, opml, foaf };

/// A subscription of the planet, as lists of them and titles name it.
struct OutputFeed {
  std::string url{};
  std::string name{};
  std::string link{};
  std::string face{};
};

/// What a document says of itself. URLs are absolute.
struct OutputAbout {
  OutputFormat format = OutputFormat::atom;
  std::string title{};
  std::string subtitle{};
  std::string link{};                               ///< the view as a page
  std::string self{};                               ///< the document
  std::string first{}, previous{}, next{}, last{};  ///< documents of the other pages (RFC 5005 §3)
  std::string id{};                                 ///< none: self, else link
  std::string language{};
  std::string rights{};
  std::string icon{};
  std::string logo{};
  std::string generator{};
  std::string owner_name{}, owner_email{};
  std::optional<int64_t> updated{};       ///< UTC seconds; none: of the newest entry
  std::optional<bool> names_in_titles{};  ///< "NAME: TITLE"; none: in RSS, which has no authors
  std::vector<OutputFeed> feeds{};
};

/// Appends the whole document. Each entry of `view` says of itself all it inherits, and has a
/// `source` (view_feed.hpp makes such). OPML and FOAF hold `about.feeds` and nothing of the view.
void append_output(std::string& out, const Feed& view, const OutputAbout& about);

}  // namespace planetarium
