/**
 * A cache in memory, bounded by bytes: what was used least lately goes first.
 */
import { LRUCache } from 'lru-cache';
import { entryBytes } from './cache.js';

const mostEntries = 50_000;

/**
 * @param {number} [maxBytes]
 * @param {(key: string) => void} [onEvict]
 * @returns {import('./cache.js').Cache & { peek: (key: string) => import('./cache.js').Entry | undefined }}   peek: without calling it used
 */
export function createMemoryCache(maxBytes = 128 * 1024 * 1024, onEvict) {
  /** @type {LRUCache<string, import('./cache.js').Entry>} */
  const entries = new LRUCache({
    max: mostEntries,
    maxSize: maxBytes,
    sizeCalculation: (entry, key) => entryBytes(entry) + 2 * key.length,
    ...(onEvict && { dispose: (_entry, key, reason) => reason === 'evict' && onEvict(key) }),
  });
  return {
    get: (key) => entries.get(key),
    peek: (key) => entries.peek(key),
    set: (key, entry) => void entries.set(key, entry),
    stats: () => ({ entries: entries.size, bytes: entries.calculatedSize }),
  };
}
