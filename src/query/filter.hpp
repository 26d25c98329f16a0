// Which merged entries a query lets through.
#pragma once

#include "planetarium/query.hpp"
#include "query/search.hpp"

namespace planetarium {

class Filter {
 public:
  /// `feed` is the index of the query's feed, where it names one.
  Filter(Planet& planet, const Query& query, std::optional<uint32_t> feed);

  /// Feed and author: whose it is. A feed's page shows what it published, also where another feed's
  /// copy won.
  bool is_theirs(const Merged& merged) const;
  /// Everything else; the entry aside.
  bool is_wanted(const Merged& merged) const;
  /// Whether it is the query's entry, or another copy of it is.
  bool is_entry(const Merged& merged) const;

  const Search& search() const { return search_; }

 private:
  const Planet& planet_;
  const Query& query_;
  std::optional<uint32_t> feed_;
  std::optional<uint32_t> tag_{};  // 0: a tag that no entry has
  std::optional<uint32_t> author_{};
  std::string language_{};
  Search search_;
};

}  // namespace planetarium
