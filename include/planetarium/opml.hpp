// A list of subscriptions, as feed readers and planets export it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "planetarium/error.hpp"
#include "planetarium/model.hpp"
#include "planetarium/parse.hpp"

namespace planetarium {

/// More feeds than this are left out, and the list says so.
constexpr size_t most_subscriptions = 20'000;

/// A feed of a list, or another list that it includes.
struct Listed {
  std::string_view url{};   ///< http or https; resolved
  std::string_view name{};  ///< plain text
  std::string_view link{};  ///< the weblog: `htmlUrl`
  std::string_view description{};
  std::string_view language{};
  std::string_view version{};     ///< as written: "RSS", "RSS1", "scriptingNews"
  List<std::string_view> tags{};  ///< folders it lies in, outermost first, then its categories
};

/// Views point into `arena` and into the document it was read from: that must outlive the list.
struct Subscriptions {
  Arena arena{};
  std::string encoding{};  ///< label of the charset, lower case
  std::string_view title{};
  Person owner{};
  std::optional<Timestamp> created{};
  std::optional<Timestamp> modified{};
  std::vector<Listed> feeds{};  ///< in document order, each URL once
  std::vector<Listed> lists{};  ///< included, and not fetched here
  std::vector<Problem> problems{};
};

/// Reads OPML 1.0, 1.1 or 2.0. Error: not_a_list.
Result<Subscriptions> read_opml(std::string_view document, const Source& source);

}  // namespace planetarium
