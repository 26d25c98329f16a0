/** A planet's archive in IndexedDB: Blobs, so that a large one costs no copy; head and segments in one transaction. */
import { openDatabase } from './database.js';
import { TooLate, inTime } from './in-time.js';

/** @import { Archived, ArchiveStore, Kept } from './archive-store.js' */

/** @typedef {Blob | Uint8Array} Stored */
/** @typedef {{ planet: string, head: Stored, names: string[], previous?: { head: Stored, names: string[] } }} Row */

/** In private windows WebKit stores no Blobs, and says so only when it is to store one; bytes it takes. */
let takesBlobs = true;

/**
 * @param {string} planet    URL of the planet's configuration: planets of one origin do not mix
 * @returns {ArchiveStore}
 */
export function openArchive(planet) {
  return {
    async load() {
      try {
        return await inTime(read(), 'the archive');
      } catch (error) {
        const { detail } = failed(error);
        return { kind: 'failed', reason: error instanceof TooLate ? 'store_busy' : 'no_store', detail };
      }
    },

    async save(what) {
      const kept = await save(what);
      if (!takesBlobs || kept.kind !== 'failed' || kept.reason === 'store_full') return kept;
      takesBlobs = false;
      const again = await save(what);
      takesBlobs = again.kind === 'failed';
      return again;
    },
  };

  /** @param {import('./archive-store.js').ToSave} what @returns {Promise<Kept>} */
  async function save(what) {
    try {
      const db = await openDatabase();
      const transaction = db.transaction(['heads', 'segments'], 'readwrite');
      const done = transaction.done.catch((error) => error);
      const kept = await write(transaction, what).catch(failed);
      const error = await done;
      return kept.kind === 'ok' && error ? failed(error) : kept;
    } catch (error) {
      return failed(error);
    }
  }

  /**
   * Head and segments in one transaction: the Blobs that it gives can be read later, whatever another page deletes meanwhile.
   * @returns {Promise<Archived | null>}
   */
  async function read() {
    const transaction = (await openDatabase()).transaction(['heads', 'segments']);
    /** @type {Promise<Row | undefined>} */
    const found = transaction.objectStore('heads').get(planet);
    const bodies = blobsOf(transaction.objectStore('segments'));
    const row = await found;
    const [head, previous] = await Promise.all([row?.head, row?.previous?.head].map(bytesOf));
    if (!head && !previous) return null;
    return {
      head: head ?? new Uint8Array(),
      ...(previous && { previous }),
      segment: async (name) => bytesOf((await bodies).get(name)),
    };
  }

  /**
   * @param {import('idb').IDBPObjectStore<unknown, string[], 'segments', 'readonly'>} store
   * @returns {Promise<Map<string, Stored>>}   by name; of none where they cannot be read
   */
  async function blobsOf(store) {
    const range = rangeOfAll();
    try {
      const [keys, blobs] = await Promise.all([store.getAllKeys(range), store.getAll(range)]);
      return new Map(keys.map((key, i) => [/** @type {string[]} */ (key)[1], blobs[i]]));
    } catch {
      return new Map();
    }
  }

  function rangeOfAll() {
    return IDBKeyRange.bound([planet], [planet, []]);
  }

  /**
   * Two pages may save at once: one transaction after the other, and the later head stands whole, beside the one before it.
   * @param {import('idb').IDBPTransaction<unknown, string[], 'readwrite'>} transaction
   * @param {import('./archive-store.js').ToSave} what
   * @returns {Promise<Kept>}
   */
  async function write(transaction, { head, names, segments, damaged }) {
    const heads = transaction.objectStore('heads');
    const bodies = transaction.objectStore('segments');
    /** @type {[Row | undefined, any[]]} */
    const [before, keys] = await Promise.all([heads.get(planet), bodies.getAllKeys(rangeOfAll())]);
    const stored = new Set(keys.map(([, name]) => name));
    const missing = names.filter((name) => !stored.has(name) && !segments.has(name));
    if (missing.length > 0) {
      transaction.abort();
      return { kind: 'missing', names: missing };
    }
    const previous = damaged ? before?.previous : before && { head: before.head, names: before.names };
    const needed = new Set([...names, ...(previous?.names ?? [])]);
    const writes = [
      ...[...segments]
        .filter(([name]) => !stored.has(name))
        .map(([name, bytes]) => bodies.put(storable(bytes), [planet, name])),
      ...[...stored].filter((name) => !needed.has(name)).map((name) => bodies.delete([planet, name])),
      heads.put({ planet, head: storable(head), names, ...(previous && { previous }) }),
    ];
    await Promise.all(writes);
    return { kind: 'ok' };
  }
}

/** A part of a buffer would be stored with all of it. @param {Uint8Array} bytes @returns {Stored} */
const storable = (bytes) =>
  takesBlobs ? new Blob([/** @type {Uint8Array<ArrayBuffer>} */ (bytes)]) : bytes.slice();

/** @param {Stored | undefined} stored @returns {Promise<Uint8Array | undefined>} */
async function bytesOf(stored) {
  try {
    return stored instanceof Blob ? new Uint8Array(await stored.arrayBuffer()) : stored;
  } catch {
    return undefined; // the browser lost its file
  }
}

/** @param {any} error @returns {Extract<Kept, { kind: 'failed' }>} */
const failed = (error) => ({
  kind: 'failed',
  reason: error?.name === 'QuotaExceededError' ? 'store_full' : 'no_store',
  detail: String(error?.message ?? error),
});
