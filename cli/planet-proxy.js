/**
 * The proxy of one planet: its allow-list is the feeds of planet.json, read again when that file changes.
 */
import { createMemoryCache, createNodeProxy } from '../proxy/node.js';
import { readPlanetFile, stampOf } from './planet-file.js';

/**
 * @param {object} options
 * @param {string} options.dir
 * @param {string} options.base                  URL the planet is served at: its relative feeds resolve against it
 * @param {string} options.mount
 * @param {boolean} options.allowPrivate
 * @param {(sentence: string) => void} options.warn
 * @returns {{ kind: 'ok', fetch: (request: Request) => Promise<Response>, close: () => Promise<void> } | { kind: 'failed', detail: string }}
 */
export function createPlanetProxy({ dir, base, mount, allowPrivate, warn }) {
  const cache = createMemoryCache(); // outlives a change of the file, and with it what each publisher may be asked
  let stamp = stampOf(dir);
  const first = build();
  if (first.kind === 'failed') return first;
  let { proxy } = first;
  return { kind: 'ok', fetch: (request) => current().fetch(request), close: () => proxy.close() };

  function current() {
    const now = stampOf(dir);
    if (now === stamp) return proxy;
    stamp = now;
    const built = build();
    if (built.kind === 'failed') {
      warn(`${built.detail} The planet stays as it was.`);
    } else {
      proxy.close({ graceful: true }).catch(() => {});
      proxy = built.proxy;
    }
    return proxy;
  }

  /** @returns {{ kind: 'ok', proxy: ReturnType<typeof createNodeProxy> } | { kind: 'failed', detail: string }} */
  function build() {
    const planet = readPlanetFile(dir, base);
    if (planet.kind === 'failed') return planet;
    const { feeds, link, maxBytes } = planet.value;
    const policy = {
      feeds: feeds.map(({ url }) => (allowPrivate && isLoopback(url) ? { url, minIntervalS: 0 } : { url })),
      maxBytes,
      allowPrivate,
      ...(link && { contact: link }),
    };
    try {
      return { kind: 'ok', proxy: createNodeProxy(policy, { cache, mount }) };
    } catch (error) {
      return {
        kind: 'failed',
        detail: `${dir}/planet.json: ${error instanceof Error ? error.message : error}.`,
      };
    }
  }
}

/**
 * A feed on this very machine is being worked on: a reload shall show what changed.
 * @param {string} url
 */
function isLoopback(url) {
  const { hostname } = new URL(url);
  return /^127(\.\d+){3}$|^\[::1\]$|(^|\.)localhost\.?$/.test(hostname);
}
