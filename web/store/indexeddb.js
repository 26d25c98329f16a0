/** A planet's archive in IndexedDB: Blobs, so that a large one costs no copy; head and segments in one transaction. */
import { openDatabase } from './database.js';
import { TooLate, inTime } from './in-time.js';

/** @import { Archived, ArchiveStore, Kept } from './archive-store.js' */

/** @typedef {{ planet: string, head: Blob, names: string[], previous?: { head: Blob, names: string[] } }} Row */

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
    },
  };

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
   * @returns {Promise<Map<string, Blob>>}   by name; of none where they cannot be read
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
        .map(([name, bytes]) => bodies.put(blobOf(bytes), [planet, name])),
      ...[...stored].filter((name) => !needed.has(name)).map((name) => bodies.delete([planet, name])),
      heads.put({ planet, head: blobOf(head), names, ...(previous && { previous }) }),
    ];
    await Promise.all(writes);
    return { kind: 'ok' };
  }
}

/** @param {Uint8Array} bytes */
const blobOf = (bytes) => new Blob([/** @type {Uint8Array<ArrayBuffer>} */ (bytes)]);

/** @param {Blob | undefined} blob @returns {Promise<Uint8Array | undefined>} */
async function bytesOf(blob) {
  try {
    return blob && new Uint8Array(await blob.arrayBuffer());
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
