/*
 * Planetarium's C ABI: numbers and bytes only, the same in a page, in Node and in a test.
 *
 * Every function that answers with a status gives 0 for success, otherwise a reason (enum Reason of
 * error.hpp). Either way it leaves a UTF-8 JSON text in the result view: the value, or {"reason",
 * "detail", "offset"}, and where a web page stands in place of a feed the feeds that it names:
 * "alternates": [{"url", "type", "title"}]. The view belongs to the module, is not NUL-terminated,
 * and is valid until the next call of any function but planetarium_result and
 * planetarium_result_size. Memory may grow in any call: take addresses anew after each.
 *
 * Input bytes are untrusted and are never kept, but for a segment's: they may be freed as soon as
 * the call returns. In WebAssembly they lie in memory from planetarium_alloc. Inputs named
 * "config", "about", "query" and "state" are key=value lines, where in a value
 * "\n" stands for a line feed and "\\" for a backslash; unknown keys are ignored.
 *
 * The functions are in two WebAssembly modules of the same sources: planetarium.wasm, which a page
 * loads first, has all but planetarium_parse and its kin, planetarium_read_opml and
 * planetarium_emit; planetarium-parser.wasm has those, for every format. A native build has all.
 */
#ifndef PLANETARIUM_H
#define PLANETARIUM_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Opaque; many may live side by side. Not to be used from two threads at once. */
typedef struct planetarium_planet planetarium_planet;

/* Raised by one whenever a caller of the older one would misread an answer. */
#define PLANETARIUM_ABI_VERSION 1
int32_t planetarium_abi_version(void);

/* Uninitialised memory, aligned to 16; NULL where there is none left. */
void* planetarium_alloc(size_t size);
void planetarium_free(void* memory);

const uint8_t* planetarium_result(void);
size_t planetarium_result_size(void);

/* A planet of a config: pageSize, order (published, updated, received, received_day), duplicates
 * (merge, keep), futureDates (ignore_date, keep, ignore_entry), keepDays, keepEntries; then for
 * each subscription feed=NICK and behind it its feed.url, feed.ownNick, feed.name, feed.link,
 * feed.face, feed.titleType (text, html), feed.xmlBase, feed.maxEntries, feed.keepEntries and any
 * number of feed.tag. NULL and an error in the result view where it cannot be used. */
planetarium_planet* planetarium_new(const uint8_t* config, size_t size);
void planetarium_delete(planetarium_planet* planet);

/* Takes another config; feeds that both name (by nick) keep their entries. */
int32_t planetarium_configure(planetarium_planet* planet, const uint8_t* config, size_t size);

/* -> the normalised feed; nothing is kept. about: url, contentType, charset, originalCharset,
 * misfit, unknownCharset. unsupported_encoding names a label: decode the bytes and call again with
 * charset=utf-8 and originalCharset, and misfit=1 where something had to be replaced; or with
 * unknownCharset where nobody knows the label. */
int32_t planetarium_parse(const uint8_t* bytes, size_t size, const uint8_t* about,
                          size_t about_size);

/* -> the same as a feed table (feed_table.hpp), not JSON: for planetarium_add_table, and for
 * JavaScript to slice. */
int32_t planetarium_parse_table(const uint8_t* bytes, size_t size, const uint8_t* about,
                                size_t about_size);
int32_t planetarium_parse_page(const uint8_t* bytes, size_t size, const uint8_t* about,
                               size_t about_size);

/* The second of these, but texts that lie in `bytes` as they are stay there: the table says where,
 * and in which form. planetarium_decode_body reads one of them: -> a u32, the bytes of one unit (1:
 * ASCII, 2: UTF-16LE), and the characters in such units. */
int32_t planetarium_parse_lazy(const uint8_t* bytes, size_t size, const uint8_t* about,
                               size_t about_size);
int32_t planetarium_decode_body(int32_t form, const uint8_t* bytes, size_t size);

/* -> {"encoding", "title", "owner", "created", "modified", "feeds", "lists", "problems"}: an OPML
 * list of subscriptions, each {"url", "name", "link", "description", "language", "version",
 * "tags"}; lists are those it includes. about as for planetarium_parse. */
int32_t planetarium_read_opml(const uint8_t* bytes, size_t size, const uint8_t* about,
                              size_t about_size);

/* -> {"feed", "format", "added", "updated", "held", "problems"}. about as for planetarium_parse,
 * and feed (the nick) and receivedAt (UTC seconds); for a document that another planet wrote, no
 * answer of the feed, past=SECONDS[,edited][,flooded][,deleted], one for each entry. Whatever is
 * not well-formed XML in UTF-8 gives needs_parser: parse it to a table. After another error the
 * feed keeps what it had, and its state says what was wrong. */
int32_t planetarium_add_feed(planetarium_planet* planet, const uint8_t* bytes, size_t size,
                             const uint8_t* about, size_t about_size);

int32_t planetarium_add_table(planetarium_planet* planet, const uint8_t* table, size_t size,
                              const uint8_t* about, size_t about_size);

/* state: feed, kind (waiting, ok, failed, gone), status, reason, detail, since, checked, route;
 * shown again in the view. memo: anything the caller wants to find in the archive again. */
int32_t planetarium_set_feed_state(planetarium_planet* planet, const uint8_t* state, size_t size);

/* about: feed. Its entries and state are forgotten, its row stays until the config drops it. */
int32_t planetarium_remove_feed(planetarium_planet* planet, const uint8_t* about, size_t size);

/* -> a view (web/model.js). query: feed, tag, author, search, lang, since, until, asc (1), entry,
 * order, page, cursor (a view's "next"), size, now (UTC seconds), zone (FROM:MINUTES,...: from that
 * second on, that many minutes east of UTC); hidden (1): what the config hides; people (0: leaves
 * the list of feeds out); months, languages, links (1): facets that are wanted. */
int32_t planetarium_query(planetarium_planet* planet, const uint8_t* query, size_t size);

/* -> [{"entry": "FEED:INDEX", "patterns", "title", "content", "author", "link"}]: at most `most`
 * entries that the config's regular expressions have to be asked about. Until they are answered
 * for, they are not shown. */
int32_t planetarium_questions(planetarium_planet* planet, size_t most);

/* answer=FEED:INDEX:PATTERNS lines: the patterns that match, as hexadecimal bits. To be given
 * before a feed is added again or the planet configured anew; of an entry that is not there it is
 * passed over. */
int32_t planetarium_answer(planetarium_planet* planet, const uint8_t* answers, size_t size);

/* slice: most, now. Makes so many of the texts that search looks through -> {"left"}: how many are
 * still to make. A query that searches makes what is left. */
int32_t planetarium_prepare_search(planetarium_planet* planet, const uint8_t* slice, size_t size);

/* Gives the memory of those texts back. */
int32_t planetarium_drop_search(planetarium_planet* planet);

/* Everything the planet holds, as bytes (docs/archive.md): a head, and segments, which never
 * change. Drops first what keepDays and keepEntries no longer keep. request: now (UTC seconds),
 * stored=NAME for each segment that is known to be stored already, and newest: no more than so many
 * posts of the planet stay, with their copies, whatever their feeds carry and whatever is hidden.
 * -> {"head": {"address", "size"}, "segments": [{"name", "address", "size"}], "obsolete": [NAME]}:
 * all segments that the head names, where the stored ones have a name alone, and the stored ones
 * that it no longer names. What addresses point to is valid until the next call. */
int32_t planetarium_save(planetarium_planet* planet, const uint8_t* request, size_t size);

/* Fills the feeds that hold nothing yet from a head. -> {"entries", "feeds": [{"feed", "held",
 * "memo"}], "segments": [NAME]}: those that planetarium_load_segment is to bring, newest last;
 * until then their bodies are missing from views, which name them. After damaged_archive nothing
 * has changed. */
int32_t planetarium_load(planetarium_planet* planet, const uint8_t* head, size_t size);

/* `bytes` are from planetarium_alloc, and the planet's from now on, whatever the answer is; NULL
 * says that they cannot be had. -> {"bodies"}. After damaged_archive the bodies that were not whole
 * are missing until their feed brings them again. */
int32_t planetarium_load_segment(planetarium_planet* planet, const uint8_t* name, size_t name_size,
                                 uint8_t* bytes, size_t size);

/* -> the entries of the same view as a feed table, for planetarium_emit: each says of itself what
 * it inherits, and has a source. */
int32_t planetarium_query_table(planetarium_planet* planet, const uint8_t* query, size_t size);

/* -> a document, not JSON: format (atom, rss, rss10, json, opml, foaf). about also: title,
 * subtitle, link (the view as a page; required), self (the document), first, previous, next, last
 * (those of the other pages), id, language, rights, icon, logo, generator, owner.name, owner.email,
 * updated (UTC seconds), titles (name, plain); and the subscriptions as in a config, of which feed,
 * feed.url, feed.name, feed.link and feed.face are read. opml and foaf list those, and need no
 * table: its size may be 0. */
int32_t planetarium_emit(const uint8_t* about, size_t about_size, const uint8_t* table,
                         size_t size);

/* -> {"feeds", "entries", "entryBytes", "searchBytes", "memoryBytes"}; bytes of what is held, of
 * what search looks through, and of the whole memory (in WebAssembly). */
int32_t planetarium_stats(planetarium_planet* planet);

#ifdef __cplusplus
}
#endif

#endif
