/**
 * What a planet remembers of each OPML list between visits: its last good bytes, whether it may be asked directly.
 * IndexedDB through idb; where there is none (private windows, opaque origins, a full disk) it lasts as long as the page.
 *
 * @typedef {object} Saved
 * @property {string} url               as the planet names it
 * @property {Uint8Array} [bytes]       last good answer
 * @property {string} [contentType]
 * @property {string} [baseUrl]         where it came from, after redirects
 * @property {boolean} [direct]         known to allow, or not to allow, being asked by any page
 *
 * @typedef {object} FeedStore
 * @property {() => Promise<Map<string, Saved>>} load                          by URL
 * @property {(url: string, changes: Partial<Saved>) => Promise<void>} update  an undefined value forgets the old one
 * @property {(urls: string[]) => Promise<void>} keepOnly                      forgets what the planet no longer names
 */
import { openDatabase } from './database.js';

const STORE = 'feeds';

/**
 * @param {string} planet    URL of the planet's configuration: planets of one origin do not mix
 * @returns {FeedStore}      opens in the background; never rejects
 */
export function openFeedStore(planet) {
  openDatabase().catch(() => {}); // each use asks again and goes on in memory
  /** @type {Map<string, Saved>} */
  const memory = new Map();
  const range = () => IDBKeyRange.bound([planet], [planet, []]);

  return {
    async load() {
      const rows = await attempt((db) => db.getAll(STORE, range()));
      return new Map([
        ...(rows ?? []).map((row) => /** @type {[string, Saved]} */ ([row.url, row])),
        ...memory,
      ]);
    },
    async update(url, changes) {
      const kept = await attempt(async (db) => {
        const { store, done } = db.transaction(STORE, 'readwrite');
        void store.put({ ...(await store.get([planet, url])), ...changes, planet, url });
        await done;
        return true;
      });
      if (!kept) memory.set(url, { ...memory.get(url), ...changes, url });
    },
    async keepOnly(urls) {
      await attempt(async (db) => {
        const keys = /** @type {[string, string][]} */ (await db.getAllKeys(STORE, range()));
        await Promise.all(keys.filter(([, url]) => !urls.includes(url)).map((key) => db.delete(STORE, key)));
      });
    },
  };

  /**
   * @template T
   * @param {(db: import('idb').IDBPDatabase) => Promise<T>} work
   * @returns {Promise<T | undefined>}   undefined: the database cannot do it
   */
  async function attempt(work) {
    try {
      return await work(await openDatabase());
    } catch {
      return undefined;
    }
  }
}
