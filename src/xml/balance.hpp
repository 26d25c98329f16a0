// Tags that do not match to tags that do, so that no element is lost.
#pragma once

#include <string>
#include <string_view>

namespace planetarium {

/// A skeleton whose tags are each as XML wants them (`Tags::repaired`), with end tags added, moved
/// and dropped so that pugixml reads it to its end, under one root where the first is a feed's:
///
/// - An end tag closes the innermost open element of its name and whatever is open within; where
///   there is none it is dropped. No other end tag closes an entry, a channel or a feed.
/// - Where entries lack end tags, the next one's start tag closes the one that is open.
/// - Where `title`, `link`, `description` … lack end tags, the start tag of the next such element
/// of
///   an entry or a feed closes the one that is open. A `link`, a `guid` or a date ends before any.
/// - Where `br`, `img`, `hr` … lack end tags they are empty; an unclosed `p` or `li` ends where the
///   next begins.
/// - What follows the end of the feed's root element belongs into it.
///
/// The last four apply only to names with more start tags than end tags: elements that are closed
/// nest as they were written.
std::string balance(std::string_view skeleton);

}  // namespace planetarium
