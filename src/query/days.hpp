// The page's entries under day headings, each author once per run of posts.
#pragma once

#include "planetarium/query.hpp"

namespace planetarium {

/// "2008-06-21T23:30": the clock where the entry was written, or in the zone.
std::string local_time(const Timestamp& date, const std::vector<ZoneChange>& zone);

/// The same in seconds, as if that clock stood in UTC.
int64_t local_seconds(const Timestamp& date, const std::vector<ZoneChange>& zone);

std::vector<DayView> group_days(const Planet& planet, const std::vector<Merged>& entries,
                                const std::vector<std::string>& local);

/// The name of an entry's first author, else of its feed's; may be empty.
std::string_view author_name(const Planet& planet, const Held& held);

}  // namespace planetarium
