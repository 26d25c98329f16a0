/**
 * The cache of a worker: its isolate's memory, and behind it the Cache API of its data centre, which other isolates share.
 * Freshness is ours alone (entries carry it): the Cache API only forgets, and on workers.dev it does nothing at all.
 * https://developers.cloudflare.com/workers/runtime-apis/cache/
 *
 * @typedef {import('./cache.js').Entry} Entry
 */
import { packEntry, unpackEntry } from './entry-bytes.js';
import { createMemoryCache } from './memory-cache.js';

/** Of the 128 MB that an isolate has; the rest is for what is on its way. */
const memoryBytes = 16 * 1024 * 1024;
/** A day longer than a copy is of any use. */
const keptS = 8 * 86400;
/** A name that can be nobody's site (RFC 6761 §6.4). */
const place = 'https://cache.planetarium.invalid/';

/**
 * @param {object} [options]
 * @param {() => number} [options.now]
 * @param {{ default?: Pick<Cache, 'match' | 'put'> }} [options.caches]
 * @returns {import('./cache.js').Cache}
 */
export function createEdgeCache({ now = Date.now, caches = /** @type {any} */ (globalThis).caches } = {}) {
  const memory = createMemoryCache(memoryBytes);
  return {
    get(key) {
      const held = memory.peek(key) && /** @type {Entry} */ (memory.get(key));
      if (held && now() < held.next) return held;
      return shared(key).then((entry) => {
        if (!entry || (held && held.next >= entry.next)) return held;
        memory.set(key, entry);
        return entry;
      });
    },
    async set(key, entry) {
      memory.set(key, entry);
      try {
        const body = new Blob(packEntry(key, entry));
        const headers = {
          'Cache-Control': `public, max-age=${keptS}`,
          'Content-Type': 'application/octet-stream',
        };
        await caches.default?.put(place + encodeURIComponent(key), new Response(body, { headers }));
      } catch {
        // It is a help, not a need: the feed is fetched all the same.
      }
    },
    stats: memory.stats,
  };

  /**
   * @param {string} key
   * @returns {Promise<Entry | undefined>}
   */
  async function shared(key) {
    try {
      const response = await caches.default?.match(place + encodeURIComponent(key));
      const unpacked = response && unpackEntry(new Uint8Array(await response.arrayBuffer()));
      return unpacked && unpacked.key === key ? unpacked.entry : undefined;
    } catch {
      return undefined;
    }
  }
}
