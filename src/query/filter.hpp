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
  bool is_theirs(const Merged& merged) const { return of_anyone_ || is_of_them(merged); }
  /// Everything else; the entry aside.
  bool is_wanted(const Merged& merged) const { return wants_all_ || has_all(merged); }
  /// Whether it is the query's entry, or another copy of it is.
  bool is_entry(const Merged& merged) const;

  const Search& search() const { return search_; }

 private:
  bool is_of_them(const Merged& merged) const;
  bool has_all(const Merged& merged) const;

  const Planet& planet_;
  const Query& query_;
  std::optional<uint32_t> feed_;
  std::optional<uint32_t> tag_{};  // 0: a tag that no entry has
  std::optional<uint32_t> author_{};
  std::string languages_{};
  Search search_;
  // Most views ask for no more: then fifty thousand entries are no fifty thousand calls.
  bool of_anyone_;
  bool wants_all_;
};

}  // namespace planetarium
