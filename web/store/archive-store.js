/**
 * What keeps a planet's archive (docs/archive.md) between visits.
 *
 * @typedef {object} Archived
 * @property {Uint8Array} head
 * @property {Uint8Array} [previous]   the head before it, for when this one is damaged
 * @property {(name: string) => Promise<Uint8Array | undefined>} segment   undefined: it is not there, or cannot be read
 *
 * @typedef {object} ToSave
 * @property {Uint8Array} head
 * @property {string[]} names          of all segments that the head needs
 * @property {Map<string, Uint8Array>} segments   those of them that may be new to the store
 * @property {boolean} [damaged]       the head that the store gave is none: the one before it stays the one before
 *
 * @typedef {{ kind: 'ok' } | { kind: 'missing', names: string[] } | { kind: 'failed', reason: 'store_full' | 'no_store', detail: string }} Kept
 *
 * @typedef {{ kind: 'failed', reason: 'no_store' | 'store_busy', detail: string }} NotLoaded   what it has is not known: do
 *                                     not save over it. store_busy: it may be later
 *
 * @typedef {object} ArchiveStore
 * @property {() => Promise<Archived | NotLoaded | null>} load   null: nothing was saved. Never rejects, and takes seconds at most
 * @property {(what: ToSave) => Promise<Kept>} save  all of it or nothing; missing: segments that the head needs and nobody
 *                                                   has, so save again with them. What neither this head nor the one before
 *                                                   it names is deleted. Never rejects
 */
export {};
