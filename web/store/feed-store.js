/**
 * What a planet remembers of each feed between visits: the last good bytes, since when it fails, whether it may be asked directly.
 * IndexedDB through idb; where there is none (private windows, opaque origins, a full disk) the visit goes on without a memory.
 *
 * @typedef {object} Saved
 * @property {string} url               of the feed, as subscribed
 * @property {Uint8Array} [bytes]       last good answer
 * @property {string} [contentType]
 * @property {string} [baseUrl]         where it came from, after redirects
 * @property {number} [receivedAt]      UTC seconds, when these very bytes were first received
 * @property {string} [failingSince]    RFC 3339
 * @property {boolean} [direct]         known to allow, or not to allow, being asked by any page
 *
 * @typedef {object} FeedStore
 * @property {() => Promise<Map<string, Saved>>} load           by feed URL
 * @property {(saved: Saved) => Promise<void>} save             replaces what was known of the feed
 * @property {(urls: string[]) => Promise<void>} keepOnly       forgets feeds the planet no longer has
 */
import { openDB } from 'idb';

const STORE = 'feeds';

/**
 * @param {string} planet    URL of the planet's configuration: planets of one origin do not mix
 * @returns {FeedStore}      opens at once, in the background; never rejects
 */
export function openFeedStore(planet) {
  const opened = open();
  opened.catch(() => {}); // each use asks again and goes on without
  const range = () => IDBKeyRange.bound([planet], [planet, []]);
  return {
    load: () =>
      attempt(
        new Map(),
        async (db) => new Map((await db.getAll(STORE, range())).map((row) => [row.url, row])),
      ),
    save: (saved) => attempt(undefined, async (db) => void (await db.put(STORE, { ...saved, planet }))),
    keepOnly: (urls) =>
      attempt(undefined, async (db) => {
        const keys = /** @type {[string, string][]} */ (await db.getAllKeys(STORE, range()));
        await Promise.all(keys.filter(([, url]) => !urls.includes(url)).map((key) => db.delete(STORE, key)));
      }),
  };

  /**
   * @template T
   * @param {T} otherwise
   * @param {(db: import('idb').IDBPDatabase) => Promise<T>} work
   * @returns {Promise<T>}
   */
  async function attempt(otherwise, work) {
    try {
      return await work(await opened);
    } catch {
      return otherwise;
    }
  }
}

async function open() {
  const db = await openDB('planetarium', 1, {
    upgrade: (fresh) => void fresh.createObjectStore(STORE, { keyPath: ['planet', 'url'] }),
    // A newer page wants to change the database: let it, and go on without.
    blocking: () => db.close(),
  });
  return db;
}
