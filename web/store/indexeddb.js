/** A planet's archive in IndexedDB: Blobs, so that a large one costs no copy; head and segments in one transaction. */
import { openDatabase } from './database.js';

/** @import { ArchiveStore, Kept } from './archive-store.js' */

/** @typedef {{ planet: string, head: Blob, names: string[], previous?: { head: Blob, names: string[] } }} Row */

/**
 * @param {string} planet    URL of the planet's configuration: planets of one origin do not mix
 * @returns {ArchiveStore}
 */
export function openArchive(planet) {
  return {
    async load() {
      try {
        const db = await openDatabase();
        /** @type {Row | undefined} */
        const row = await db.get('heads', planet);
        if (!row) return null;
        const [head, previous] = await Promise.all([row.head, row.previous?.head].map(bytesOf));
        if (!head && !previous) return null;
        return {
          head: head ?? new Uint8Array(),
          ...(previous && { previous }),
          segment: async (name) => bytesOf(await db.get('segments', [planet, name]).catch(() => undefined)),
        };
      } catch {
        return null;
      }
    },

    async save({ head, names, segments }) {
      try {
        const db = await openDatabase();
        const transaction = db.transaction(['heads', 'segments'], 'readwrite');
        const done = transaction.done.catch((error) => error);
        const kept = await write(transaction, { head, names, segments }).catch(failed);
        const error = await done;
        return kept.kind === 'ok' && error ? failed(error) : kept;
      } catch (error) {
        return failed(error);
      }
    },
  };

  /**
   * Two pages may save at once: one transaction after the other, and the later head stands whole, beside the one before it.
   * @param {import('idb').IDBPTransaction<unknown, string[], 'readwrite'>} transaction
   * @param {import('./archive-store.js').ToSave} what
   * @returns {Promise<Kept>}
   */
  async function write(transaction, { head, names, segments }) {
    const heads = transaction.objectStore('heads');
    const bodies = transaction.objectStore('segments');
    /** @type {[Row | undefined, any[]]} */
    const [before, keys] = await Promise.all([
      heads.get(planet),
      bodies.getAllKeys(IDBKeyRange.bound([planet], [planet, []])),
    ]);
    const stored = new Set(keys.map(([, name]) => name));
    const missing = names.filter((name) => !stored.has(name) && !segments.has(name));
    if (missing.length > 0) {
      transaction.abort();
      return { kind: 'missing', names: missing };
    }
    const needed = new Set([...names, ...(before?.names ?? [])]);
    const writes = [
      ...[...segments]
        .filter(([name]) => !stored.has(name))
        .map(([name, bytes]) => bodies.put(blobOf(bytes), [planet, name])),
      ...[...stored].filter((name) => !needed.has(name)).map((name) => bodies.delete([planet, name])),
      heads.put({
        planet,
        head: blobOf(head),
        names,
        ...(before && { previous: { head: before.head, names: before.names } }),
      }),
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

/** @param {any} error @returns {Kept} */
const failed = (error) => ({
  kind: 'failed',
  reason: error?.name === 'QuotaExceededError' ? 'store_full' : 'no_store',
  detail: String(error?.message ?? error),
});
