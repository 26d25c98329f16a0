/**
 * A planet's config → a planet in the core with all that its feeds say, and what the last time left: the page's own way,
 * with the proxy inside this process for its politeness and its rules, and folders for what is kept.
 */
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openCacheFile } from '../proxy/cache-file.js';
import { createMemoryCache } from '../proxy/memory-cache.js';
import { createNodeProxy } from '../proxy/node.js';
import { loadCore } from '../web/core/core.js';
import { emit } from '../web/core/emit.js';
import { fetchFeed } from '../web/fetch/fetch-feed.js';
import { createLivePlanet } from '../web/fetch/live-planet.js';
import { openFolder } from '../web/store/files.js';
import { createStaticFiles } from './static-files.js';

/**
 * @typedef {import('../web/config/planet-config.js').Config} Config
 * @typedef {import('../web/config/planet-config.js').FeedConfig} FeedConfig
 * @typedef {import('../web/core/core.js').Core} Core
 * @typedef {import('../web/core/core.js').Planet} Planet
 * @typedef {Awaited<ReturnType<typeof fetchFeed>>} Fetched
 *
 * @typedef {object} Gathered
 * @property {Core} core
 * @property {Planet} planet      holds everything; changes no more
 * @property {number} now         UTC seconds
 * @property {Map<string, { ms: number, fetched: Fetched }>} fetches    by nick
 * @property {string | undefined} trouble    with what is kept
 */

const dist = fileURLToPath(new URL('../dist/', import.meta.url));
/** An address that only the proxy inside answers. */
const PROXY = 'https://proxy.invalid';
/** A feed may wait for others of its host. */
const TIMEOUT_MS = 120_000;
/** A little less: who builds every hour shall not find that an hour is not quite over. */
const HOUR_S = 3300;
/** A few feeds that never answer shall not hold up the others; the proxy sees to it that no host is asked for many at a time. */
const AT_ONCE = 24;

/**
 * How feeds are reached.
 * @typedef {object} Way
 * @property {() => number} now     UTC seconds
 * @property {{ fetch: typeof fetch, proxies: string[], page: string }} env   of web/fetch/fetch-feed.js
 * @property {() => Promise<void>} close
 */

/**
 * @param {object} what
 * @param {Config} what.config
 * @param {string} what.folder           of the planet: its own feeds are read from there
 * @param {string} what.base             URL that the folder stands for
 * @param {string} [what.cache]          folder for what is kept; none: nothing is
 * @param {boolean} [what.allowPrivate]
 * @param {string} [what.dist]
 * @param {Way} [what.way]               in place of its own
 * @param {(sentence: string) => void} [what.warn]
 * @param {(feed: FeedConfig, fetched: Fetched, ms: number, done: number) => void} [what.onFetched]
 * @returns {Promise<Gathered>}
 */
export async function gather({
  config,
  folder,
  base,
  cache,
  allowPrivate = false,
  dist: files = dist,
  warn = () => {},
  onFetched,
  way: given,
}) {
  const way = given ?? (await createWay({ config, folder, base, cache, allowPrivate, warn }));
  const core = await loadPlanetCore(files);
  /** @type {Planet | undefined} */
  let planet;
  /** @type {Gathered['fetches']} */
  const fetches = new Map();
  const live = createLivePlanet({
    config,
    newPlanet: async () => (planet = (planet ? await loadPlanetCore(files) : core).newPlanet(config)),
    store: cache
      ? openFolder(join(cache, 'archive'))
      : { load: async () => null, save: async () => ({ kind: 'ok' }) },
    fetchFeed: async (feed) => {
      const start = performance.now();
      const fetched = await fetchFeed(
        { url: feed.url },
        { ...way.env, maxBytes: config.maxBytes, timeoutMs: TIMEOUT_MS },
      );
      const ms = Math.round(performance.now() - start);
      fetches.set(feed.nick, { ms, fetched });
      onFetched?.(feed, fetched, ms, fetches.size);
      return fetched;
    },
    atOnce: AT_ONCE,
    now: way.now,
    pause: () => new Promise((resolve) => setImmediate(resolve)),
    onChange: () => {},
  });
  try {
    await live.start();
  } finally {
    await way.close();
  }
  const trouble = live.trouble();
  return {
    core,
    planet: /** @type {Planet} */ (planet),
    now: way.now(),
    fetches,
    trouble: trouble && (trouble.detail ?? trouble.reason),
  };
}

/** @param {string} files @returns {Promise<Core>} */
async function loadPlanetCore(files) {
  const read = async (/** @type {string} */ name) => new Uint8Array(await readFile(join(files, name)));
  return loadCore(await read('planetarium.wasm'), () => read('planetarium-parser.wasm'));
}

/**
 * How feeds are reached: files of the folder as they are, everything else through the proxy's rules.
 * @param {Omit<Parameters<typeof gather>[0], 'dist' | 'onFetched' | 'way'> & { warn: (sentence: string) => void }} what
 */
async function createWay({ config, folder, base, cache, allowPrivate, warn }) {
  if (cache) await mkdir(cache, { recursive: true });
  const kept = cache
    ? await openCacheFile(join(cache, 'fetched'), { warn })
    : { ...createMemoryCache(), close: async () => {} };
  const elsewhere = [...config.feeds.map(({ url }) => url), ...(config.lists ?? [])].filter(
    (url) => !url.startsWith(base),
  );
  const proxy = createNodeProxy(
    {
      // A feed on this machine is being worked on: what changed in it shall show at once.
      feeds: elsewhere.map((url) => ({ url, minIntervalS: allowPrivate && isLoopback(url) ? 0 : HOUR_S })),
      maxBytes: config.maxBytes,
      allowPrivate,
      ...(config.link && { contact: config.link }),
    },
    { cache: kept },
  );
  const files = createStaticFiles([folder]);
  return {
    now: () => Math.floor(Date.now() / 1000),
    env: {
      /** @type {typeof fetch} */
      fetch: async (url, init) => {
        const request = new Request(url, { headers: { 'x-forwarded-for': '' }, signal: init?.signal });
        return String(url).startsWith(`${PROXY}/`) ? proxy.fetch(request) : files(withoutBase(request, base));
      },
      proxies: [`${PROXY}/v1/feed?url={url}`],
      page: base,
    },
    close: async () => {
      await proxy.close();
      await kept.close();
    },
  };
}

/** @param {Request} request @param {string} base */
const withoutBase = (request, base) =>
  request.url.startsWith(base)
    ? new Request(`http://files.invalid/${request.url.slice(base.length)}`)
    : new Request('http://files.invalid/none');

/** @param {string} url */
const isLoopback = (url) => /^(?:127(?:\.\d+){3}|\[::1\]|(?:.+\.)?localhost)$/.test(new URL(url).hostname);

/**
 * A document of a gathered planet.
 * @param {Gathered} gathered
 * @param {Parameters<typeof emit>[2]} format
 * @param {Parameters<typeof emit>[3]} query
 * @param {Parameters<typeof emit>[4]} about
 * @returns {Promise<string>}   throws what the core says of a query that is wrong
 */
export async function documentOf({ core, planet }, format, query, about) {
  const document = await emit(core, planet, format, query, about);
  if (document.kind === 'failed') throw new Error(`${format}: ${document.detail ?? document.reason}`);
  return document.value;
}
