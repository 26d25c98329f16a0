/*
 * Planetarium's C ABI: numbers and bytes only, the same in a page, in Node and in a test.
 *
 * Every function that answers with a status gives 0 for success, otherwise a reason (enum Reason of error.hpp). Either way
 * it leaves a UTF-8 JSON text in the result view: the value, or {"reason", "detail", "offset"}. The view belongs to the
 * module, is not NUL-terminated, and is valid until the next call of any function but planetarium_result and
 * planetarium_result_size. Memory may grow in any call: take addresses anew after each.
 *
 * Input bytes are untrusted and are never kept: they may be freed as soon as the call returns. In WebAssembly they lie in
 * memory from planetarium_alloc. Inputs named "about" and "query" are JSON objects; a size of 0 stands for {}.
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

/* A planet of a config: {"feeds": [{"nick", "url", "name", "link", "face", "tags", "titleType", "xmlBase", "maxEntries"}],
 * "pageSize", "order", "duplicates", "futureDates"}; unknown keys are ignored. NULL and an error in the result view where
 * the config cannot be used. */
planetarium_planet* planetarium_new(const uint8_t* config, size_t size);
void planetarium_delete(planetarium_planet* planet);

/* Takes another config; feeds that both name (by nick) keep their entries. */
int32_t planetarium_configure(planetarium_planet* planet, const uint8_t* config, size_t size);

/* -> the normalised feed; nothing is kept. about: {"url", "contentType", "charset", "originalCharset"}; charset says the
 * bytes were decoded to it outside, originalCharset what they were before. */
int32_t planetarium_parse(const uint8_t* bytes, size_t size, const uint8_t* about, size_t about_size);

/* -> {"feed", "format", "added", "updated", "held", "problems"}. about as for planetarium_parse, and "feed" (the nick),
 * "receivedAt" and "now" (UTC seconds). After an error the feed keeps what it had, and its state says what was wrong. */
int32_t planetarium_add_feed(planetarium_planet* planet, const uint8_t* bytes, size_t size, const uint8_t* about,
                             size_t about_size);

/* state: {"feed", "kind", "status", "reason", "detail", "since", "checked", "route"}, shown again in the view. */
int32_t planetarium_set_feed_state(planetarium_planet* planet, const uint8_t* state, size_t size);

/* about: {"feed"}: its entries and state are forgotten, its row stays until the config drops it. */
int32_t planetarium_remove_feed(planetarium_planet* planet, const uint8_t* about, size_t size);

/* -> a view (web/model.js). query: {"feed", "tag", "author", "since", "until", "asc", "entry", "order", "page", "size",
 * "zone": [[from, offset], ...], "now"}. */
int32_t planetarium_query(planetarium_planet* planet, const uint8_t* query, size_t size);

/* -> {"feeds", "entries", "bodyBytes", "memoryBytes"}; bytes of bodies held, and of the whole memory (in WebAssembly). */
int32_t planetarium_stats(planetarium_planet* planet);

#ifdef __cplusplus
}
#endif

#endif
