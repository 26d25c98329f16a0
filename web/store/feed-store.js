/**
 * What a planet remembers of each feed between visits: the last good bytes, since when it fails, whether it may be asked directly.
 * IndexedDB through idb; where there is none (private windows, opaque origins, a full disk) it lasts as long as the page.
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
 * @property {() => Promise<Map<string, Saved>>} load                          by feed URL
 * @property {(url: string, changes: Partial<Saved>) => Promise<void>} update  an undefined value forgets the old one
 * @property {(urls: string[]) => Promise<void>} keepOnly                      forgets feeds the planet no longer has
 */
import { openDB } from 'idb';

const STORE = 'feeds';

/**
 * @param {string} planet    URL of the planet's configuration: planets of one origin do not mix
 * @returns {FeedStore}      opens in the background; never rejects
 */
export function openFeedStore(planet) {
  const opened = open();
  opened.catch(() => {}); // each use asks again and goes on in memory
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
      return await work(await opened);
    } catch {
      return undefined;
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
