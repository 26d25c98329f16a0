/**
 * The proxy of one planet: its allow-list is the feeds of planet.json and of the lists it names, read again when these
 * change.
 */
import { createMemoryCache } from '../proxy/memory-cache.js';
import { createNodeProxy } from '../proxy/node.js';
import { readPlanetFile, stampOf } from './planet-file.js';
import { readLists } from './planet-lists.js';

/** Lists that stand elsewhere are asked for again after this long. */
const listAgeMs = 60 * 60 * 1000;

/**
 * @typedef {ReturnType<typeof createNodeProxy>} Proxy
 * @typedef {Map<string, import('../web/model.js').Listed[]>} Lists
 * @typedef {{ kind: 'ok', proxy: Proxy, lists: string[] } | { kind: 'failed', detail: string }} Built
 *
 * @param {object} options
 * @param {string} options.dir
 * @param {string} options.base                  URL the planet is served at: its relative feeds resolve against it
 * @param {string} options.mount
 * @param {boolean} options.allowPrivate
 * @param {string} options.wasm                  planetarium-parser.wasm, read when planet.json names a list
 * @param {(request: Request) => Promise<Response>} options.files   what stands at base
 * @param {(sentence: string) => void} options.warn
 * @returns {{ kind: 'ok', fetch: (request: Request) => Promise<Response>, close: () => Promise<void> } | { kind: 'failed', detail: string }}
 */
export function createPlanetProxy({ dir, base, mount, allowPrivate, wasm, files, warn }) {
  const cache = createMemoryCache(); // outlives a change of the file, and with it what each publisher may be asked
  const first = build();
  if (first.kind === 'failed') return first;
  let { proxy, lists } = first;
  let stamp = stampOf(dir, ownNames(lists));
  let readAt = Date.now();
  /** Requests wait for the lists: until then their feeds would be refused. */
  let growing = grow(lists);
  return {
    kind: 'ok',
    fetch: async (request) => (await current()).fetch(request),
    close: async () => {
      await growing;
      await proxy.close();
    },
  };

  async function current() {
    const now = stampOf(dir, ownNames(lists));
    const old = lists.length > ownNames(lists).length && Date.now() - readAt > listAgeMs;
    if (now !== stamp || old) {
      readAt = Date.now();
      const built = build();
      if (built.kind === 'ok') {
        lists = built.lists;
        if (lists.length === 0) use(built);
        else growing = growing.then(() => grow(lists, built));
      } else {
        warn(`${built.detail} The planet stays as it was.`);
      }
      stamp = stampOf(dir, ownNames(lists));
    }
    await growing;
    return proxy;
  }

  /**
   * @param {string[]} urls
   * @param {Extract<Built, { kind: 'ok' }>} [fetcher]   a proxy that may fetch them
   */
  async function grow(urls, fetcher) {
    if (urls.length === 0) return;
    const through = fetcher?.proxy ?? proxy;
    try {
      const read = await readLists(urls, { wasm, warn, fetch: (url) => fetchList(url, through) });
      const built = build(read);
      if (built.kind === 'ok') use(built);
      else warn(`${built.detail} The planet stays as it was.`);
    } catch (error) {
      warn(`The lists of ${dir} cannot be read: ${error instanceof Error ? error.message : error}.`);
    }
    if (fetcher) fetcher.proxy.close({ graceful: true }).catch(() => {});
  }

  /** @param {string} url @param {Proxy} through */
  async function fetchList(url, through) {
    if (url.startsWith(base)) return files(new Request(url));
    return through.fetch(new Request(`${base.slice(0, -1)}${mount}/v1/feed?url=${encodeURIComponent(url)}`));
  }

  /** @param {string[]} urls */
  function ownNames(urls) {
    return urls.filter((url) => url.startsWith(base)).map((url) => new URL(url).pathname.slice(1));
  }

  /** @param {Extract<Built, { kind: 'ok' }>} built */
  function use(built) {
    proxy.close({ graceful: true }).catch(() => {});
    proxy = built.proxy;
  }

  /** @param {Lists} [read] @returns {Built} */
  function build(read) {
    const planet = readPlanetFile(dir, base, read);
    if (planet.kind === 'failed') return planet;
    const { feeds, lists: named = [], link, maxBytes } = planet.value;
    const urls = [...new Set([...feeds.map(({ url }) => url), ...named])];
    const policy = {
      feeds: urls.map((url) => (allowPrivate && isLoopback(url) ? { url, minIntervalS: 0 } : { url })),
      maxBytes,
      allowPrivate,
      ...(link && { contact: link }),
    };
    try {
      return { kind: 'ok', proxy: createNodeProxy(policy, { cache, mount }), lists: named };
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
