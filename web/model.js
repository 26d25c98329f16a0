/**
 * What the core hands to the page: the JSON views of include/planetarium/model.hpp, one typedef each.
 * A key with nothing to say is absent. Times are RFC 3339 with the offset they were written with;
 * `local` is the wall clock in the view's time zone (`YYYY-MM-DDTHH:MM`), to be formatted as if it were UTC.
 *
 * @typedef {{ type: 'text' | 'html' | 'xhtml' | string, value?: string, missing?: true, src?: string, base?: string, language?: string }} Text
 *                                   missing: the value lies in a segment that is not loaded, or is lost
 * @typedef {{ name?: string, email?: string, uri?: string, avatar?: string }} Person
 * @typedef {{ url: string, type?: string, length?: number, title?: string, duration?: number }} Enclosure
 *
 * @typedef {object} EntryView
 * @property {string} key            16 hex digits, stable for the same entry: the ID of `#/entry/ID`
 * @property {string} [id]           the entry's own id (RFC 4287 §4.2.6, RSS guid)
 * @property {string} feed           nick of the feed that won
 * @property {Text} [title]
 * @property {string} [link]         absolute when the feed allowed it; the scheme is not checked
 * @property {Person[]} [authors]    of the entry, else of its feed
 * @property {string} [published]
 * @property {string} [updated]
 * @property {string} date           the date it is ordered by
 * @property {string} local          the same, wall clock in the view's zone
 * @property {'published' | 'updated' | 'link' | 'received'} dateFrom
 * @property {{ tag: string, label: string }[]} [tags]   `tag` folded, for addresses; `label` as first written in the planet
 * @property {Text} [content]        what to show: the content, else the summary; its `base` is always given when known
 * @property {string} [summary]      plain text
 * @property {string} [language]
 * @property {Enclosure[]} [enclosures]
 * @property {string} [image]
 * @property {string} [comments]
 * @property {{ feed: string, link?: string }[]} [alsoAt]   other copies of the same entry
 * @property {boolean} [edited]      its title or content changed after it was first seen
 * @property {boolean} [deleted]     left its feed although older ones are still in it
 * @property {'hide' | 'include' | 'exclude' | 'feedInclude' | 'feedExclude' | 'flood' | 'deleted' | 'undecided'} [hidden]
 *                                   what hides it, where it is listed all the same
 * @property {{ text: string, hits: [number, number][] }} [found]   of a search: plain text around the first hit, and where
 *                                   the hits are in it (UTF-16 units)
 *
 * @typedef {object} RunView         posts of one author within a day, one after the other
 * @property {string} feed           nick
 * @property {string} [author]       name
 * @property {number[]} entries      indexes into `entries`
 *
 * @typedef {{ date: string, runs: RunView[] }} DayView      `YYYY-MM-DD`
 * @typedef {{ tag: string, label: string, count: number, weight: number }} CloudTag   weight 1–5 (Feedjack's)
 *
 * @typedef {object} FeedState       what `setFeedState` was last told, or what parsing found
 * @property {'waiting' | 'ok' | 'failed' | 'gone'} kind
 * @property {number} [status]       HTTP status
 * @property {string} [reason]       machine word: a core reason, a proxy code or a fetch failure; of a feed that is ok: moved
 * @property {string} [detail]
 * @property {string} [since]        RFC 3339, of the first failure
 * @property {string} [checked]      RFC 3339, last time it was tried
 * @property {string} [route]        direct, proxy, store
 * @property {string} [memo]         given only: kept in the archive, and handed back when it is loaded
 *
 * @typedef {object} Attempt         one way that was tried to get a feed
 * @property {'direct' | 'proxy'} route
 * @property {string} url            that was asked for
 * @property {number} [status]       what the feed's own server answered, as far as it is known; none: nobody answered
 * @property {string} [final]        where the feed was found, after redirects
 * @property {string} [contentType]
 * @property {string} [cache]        what the proxy says of its copy: hit, miss, stale …
 * @property {string} [fetched]      RFC 3339, when the proxy got it
 * @property {string} [reason]       why it gave no feed
 * @property {string} [detail]
 *
 * @typedef {object} FeedView        a row of the people list
 * @property {string} nick           unique within the planet
 * @property {string} url
 * @property {string} name           the config's name, else the feed's title, else the host
 * @property {string} [title]        plain text of the feed's own title: the weblog's name
 * @property {string} [link]
 * @property {string} [face]
 * @property {string} [image]        feed's own logo, icon or image
 * @property {number} count          entries of the current filter (feed and author aside)
 * @property {number} total          entries held
 * @property {string} [newest]       RFC 3339
 * @property {string} [format]       rss, rdf, atom, json
 * @property {FeedState} state
 * @property {Problem[]} [problems]  what had to be recovered from
 *
 * @typedef {{ reason: string, detail?: string, line?: number, column?: number }} Problem
 *
 * @typedef {object} View
 * @property {number} total          entries that the filter lets through
 * @property {number} page           1-based
 * @property {number} pages          at least 1
 * @property {number} size
 * @property {EntryView[]} entries
 * @property {DayView[]} days        of the entries of this page
 * @property {CloudTag[]} cloud      by label, of what the filter shows (tag aside)
 * @property {FeedView[]} feeds      in the order of the planet
 * @property {string} [newest]       RFC 3339, of everything that is shown
 * @property {number} [hidden]       entries that the config hides of what the query would show
 * @property {{ month: string, count: number }[]} [months]         YYYY-MM, newest first
 * @property {{ day: string, count: number }[]} [daysWithPosts]    YYYY-MM-DD, newest first
 * @property {{ language: string, count: number }[]} [languages]   the most frequent first
 * @property {{ url: string, title?: string, feeds: number, entries: string[] }[]} [links]   pages that several feeds linked
 *                                   to in the week before `now`; keys of the entries
 * @property {string} [next]         cursor for what follows
 * @property {{ key: string, feed: string, title?: string }} [newer]   beside the one entry that was asked for
 * @property {{ key: string, feed: string, title?: string }} [older]
 * @property {string[]} [missing]    names of the archive's segments that hold what is missing here
 *
 * @typedef {object} Query           see docs/core.md; every key is optional
 * @property {string} [feed]         nick
 * @property {string} [tag]          any case
 * @property {string} [author]       name, any case
 * @property {string} [search]       words, "phrases", -not, tag:, author:, title:
 * @property {string} [lang]         primary language subtags, with commas between them; "und": not known
 * @property {string} [since]        YYYY-MM-DD, RFC 3339
 * @property {string} [until]
 * @property {boolean} [asc]
 * @property {string} [entry]        key
 * @property {'published' | 'updated' | 'received' | 'received_day'} [order]
 * @property {number} [page]         1-based
 * @property {string} [cursor]       in place of a page: a view's `next`
 * @property {number} [size]
 * @property {boolean} [hidden]      what the config hides, in place of what it shows
 * @property {boolean} [people]      false: without the list of feeds, which is most of a view of many
 * @property {string} [fromDay]      YYYY-MM-DD, as the view's clocks show it
 * @property {string} [toDay]        the same; included
 * @property {boolean} [months]      facets that are wanted
 * @property {boolean} [days]
 * @property {boolean} [languages]
 * @property {boolean} [links]
 * @property {[number, number][]} [zone]   from (UTC seconds), offset (minutes), ascending; none: the written offset
 * @property {number} now            UTC seconds
 *
 * @typedef {object} Failure
 * @property {'failed'} kind
 * @property {string} reason
 * @property {string} [detail]
 * @property {number} [offset]
 * @property {Alternate[]} [alternates]   feeds that a web page names, which stands in place of one
 *
 * @typedef {{ url: string, type?: string, title?: string }} Alternate
 *
 * @typedef {object} Listed          a feed of a list, or another list that it includes
 * @property {string} url            http or https, absolute where the list's own URL is known
 * @property {string} [name]         plain text
 * @property {string} [link]         the weblog
 * @property {string} [description]
 * @property {string} [language]
 * @property {string} [version]      of its format, as written
 * @property {string[]} [tags]       folders it lies in, outermost first, then its categories
 *
 * @typedef {object} Subscriptions   what an OPML document says
 * @property {string} encoding
 * @property {string} [title]
 * @property {Person} [owner]
 * @property {string} [created]      RFC 3339
 * @property {string} [modified]
 * @property {Listed[]} feeds        each URL once
 * @property {Listed[]} lists        included, not read
 * @property {Problem[]} [problems]
 *
 * @typedef {object} AddedView       what adding a feed changed
 * @property {string} feed
 * @property {string} format
 * @property {number} added
 * @property {number} updated
 * @property {number} deleted        left the feed although older ones are still in it
 * @property {number} held
 * @property {Problem[]} [problems]
 *
 * @typedef {object} EntryFilter     a filter of planet.json: matches a post that has one of the categories or words, or that
 *                                   the pattern matches; with `match: 'all'` each of them has to
 * @property {string[]} [categories] any case
 * @property {string[]} [words]      beginnings of words, without case and accents
 * @property {string} [pattern]      a regular expression of JavaScript, in any case (flags i and u)
 * @property {Field[]} [in]          where words and pattern are looked for; title and content
 * @property {'any' | 'all'} [match] any
 *
 * @typedef {'title' | 'content' | 'author' | 'link'} Field
 */
export {};
