/**
 * The proxy on Node: undici with a guarded agent, an in-memory cache bounded by bytes.
 */
import { readFileSync } from 'node:fs';
import { LRUCache } from 'lru-cache';
import { fetch } from 'undici';
import { isPublic } from './addresses.js';
import { createAgent } from './agent.js';
import { entryBytes } from './cache.js';
import { createProxy } from './handler.js';
import { isLifted } from './policy.js';
import { readSettings } from './settings.js';

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

/**
 * @param {number} [maxBytes]
 * @returns {import('./cache.js').Cache}
 */
export function createMemoryCache(maxBytes = 128 * 1024 * 1024) {
  return new LRUCache({ maxSize: maxBytes, sizeCalculation: entryBytes });
}

/**
 * @param {import('./settings.js').ProxyPolicy} policy   throws an Error that names the key when it cannot be
 * @param {object} [options]
 * @param {import('./cache.js').Cache} [options.cache]
 * @param {string} [options.mount]
 * @param {() => number} [options.now]
 * @param {(event: object) => void} [options.log]
 * @param {import('./agent.js').Resolve} [options.resolve]      in place of the system's resolver
 * @param {(address: string) => boolean} [options.isPublic]     which addresses may be connected to
 * @returns {{ fetch: (request: Request) => Promise<Response>, close: (how?: { graceful?: boolean }) => Promise<void> }}   graceful: after the fetches under way
 */
export function createNodeProxy(policy, options = {}) {
  const { cache = createMemoryCache(), mount, now, log, resolve } = options;
  const settings = readSettings(policy);
  const { timeoutMs } = settings;
  const guarded = createAgent({ allows: options.isPublic ?? isPublic, resolve, timeoutMs });
  // Chosen by URL and not by host: a redirect to another path of a listed private host stays forbidden.
  const lifted = createAgent({ allows: () => true, resolve, timeoutMs });
  const handle = createProxy(policy, {
    fetch: async (url, init) => {
      const dispatcher = isLifted(new URL(url), settings) ? lifted : guarded;
      return /** @type {Response} */ (/** @type {unknown} */ (await fetch(url, { ...init, dispatcher })));
    },
    cache,
    now,
    log,
    version,
    mount,
  });
  return {
    fetch: handle,
    close: async ({ graceful = false } = {}) => {
      await Promise.all([guarded, lifted].map((agent) => (graceful ? agent.close() : agent.destroy())));
    },
  };
}
