// What a reader may narrow a view by: its months and languages, and what many weblogs link to.
#pragma once

#include "planetarium/query.hpp"

namespace planetarium {

/// By month, newest first, in the zone of the query.
std::vector<MonthCount> count_months(const Planet& planet, std::span<const Merged> shown,
                                     const std::vector<ZoneChange>& zone);

/// The most frequent first.
std::vector<LanguageCount> count_languages(const Planet& planet, std::span<const Merged> shown);

/// Pages that entries of at least two feeds link to, of the last `days` before `now`; those of the
/// most feeds first, at most `most`. A weblog's links to its own site do not count.
std::vector<LinkedPage> most_linked(const Planet& planet, std::span<const Merged> shown,
                                    int64_t now, int days = 7, size_t most = 20);

}  // namespace planetarium
