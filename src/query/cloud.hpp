// The tag cloud of what is shown, with Feedjack's weights.
#pragma once

#include "planetarium/query.hpp"

namespace planetarium {

/// `counts` is indexed by tag. The most frequent `most` of them, by label; ties are cut by label
/// too.
std::vector<CloudTag> make_cloud(const Planet& planet, const std::vector<uint32_t>& counts,
                                 size_t most);

/// 1 to 5: with T the highest count and s = ceil(T/5 - 1), the place of the first of 1, 1+s, 1+2s,
/// 1+3s, T+1 that is not below `count`.
int cloud_weight(size_t count, size_t highest);

}  // namespace planetarium
