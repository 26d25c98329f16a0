// What a reader may narrow a view by: its months and languages, and what many weblogs link to.
#pragma once

#include "planetarium/query.hpp"

namespace planetarium {

/// What a query lets through, in its order; views what the planet merged last.
using Shown = std::vector<const Merged*>;

/// By the first letters of the local time, 7 for a month and 10 for a day; newest first, in the
/// zone of the query.
std::vector<DateCount> count_dates(const Planet& planet, const Shown& shown,
                                   const std::vector<ZoneChange>& zone, size_t letters);

/// The most frequent first.
std::vector<LanguageCount> count_languages(const Planet& planet, const Shown& shown);

/// Pages that entries of at least two feeds link to, of the last `days` before `now`; those of the
/// most feeds first, at most `most`. A weblog's links to its own site do not count.
std::vector<LinkedPage> most_linked(const Planet& planet, const Shown& shown, int64_t now,
                                    int days = 7, size_t most = 20);

}  // namespace planetarium
