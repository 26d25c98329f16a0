/** The text of a planet.json → its config, and the planet that lives of it: what the page, the element and the one file share. */
import { readPlanet } from './config/read-planet.js';
import { fetchFeed } from './fetch/fetch-feed.js';
import { fetchLists } from './fetch/fetch-lists.js';
import { createLivePlanet } from './fetch/live-planet.js';
import { openFeedStore } from './store/feed-store.js';
import { openArchive } from './store/indexeddb.js';
import { beginningWith } from './store/snapshot.js';

/** @import { Config } from './config/planet-config.js' */
/** @import { Core, Planet } from './core/core.js' */
/** @import { Attempt } from './model.js' */

const TIMEOUT_MS = 20_000;

/**
 * @typedef {object} OpenEnv
 * @property {string} written                  JSON
 * @property {string} url                      that relative addresses in it resolve against
 * @property {(config: Config) => Config} [amend]   what a reader has of their own, put upon it
 * @property {string} [key]                    names what is stored of it; its URL
 * @property {() => Promise<Core>} newCore
 * @property {typeof import('./core/emit.js').emit} [emit]   writes documents, where they are wanted
 * @property {typeof fetch} fetch
 * @property {string} page                     the page's own URL
 * @property {() => number} now                UTC seconds
 * @property {() => void} onChange
 * @property {AbortSignal} [signal]            the planet is no longer needed
 *
 * @param {OpenEnv} env
 */
export async function openPlanet({
  written,
  url,
  key = url,
  amend = (config) => config,
  newCore,
  emit,
  fetch,
  page,
  now,
  onChange,
  signal,
}) {
  const read = readPlanet(written, url);
  if (read.kind === 'failed') return read;
  const { proxies, maxBytes, lists } = read.value;
  const env = { fetch, proxies, page, maxBytes, timeoutMs: TIMEOUT_MS, signal };
  /** What was tried at the last refresh, by the feed's URL. @type {Map<string, Attempt[]>} */
  const attempts = new Map();
  const store = openFeedStore(key);
  /** @type {Promise<Core> | undefined} */
  let first = newCore();
  first.catch(() => {}); // told where it is waited for
  const config = amend(lists ? await withLists(lists, first) : read.value);
  /** @type {WeakMap<object, Core>} */
  const coreOf = new WeakMap();
  const live = createLivePlanet({
    config,
    newPlanet: async () => {
      const core = first ?? newCore();
      first = undefined;
      const loaded = await core;
      const planet = loaded.newPlanet(config);
      coreOf.set(planet, loaded);
      return planet;
    },
    ...(emit && {
      emit: async (planet, ...what) => {
        const of = /** @type {Planet} */ (planet);
        return emit(/** @type {Core} */ (coreOf.get(of)), of, ...what);
      },
    }),
    store: config.snapshot ? beginningWith(openArchive(key), config.snapshot, fetch) : openArchive(key),
    fetchFeed: (feed) => {
      /** @type {Attempt[]} */
      const tried = [];
      attempts.set(feed.url, tried);
      return fetchFeed(feed, { ...env, onAttempt: (attempt) => tried.push(attempt) });
    },
    now,
    pause: () => new Promise((resolve) => setTimeout(resolve)),
    onChange,
  });
  void store.keepOnly(config.lists ?? []);
  const attemptsAt = (/** @type {string} */ feed) => attempts.get(feed) ?? [];
  return { kind: /** @type {const} */ ('ok'), config, live: { ...live, attemptsAt } };

  /** @param {string[]} urls @param {Promise<Core>} core @returns {Promise<Config>} */
  async function withLists(urls, core) {
    const parser = core.then((loaded) => loaded.parser());
    const found = await fetchLists(urls, {
      fetchFeed: (list) => fetchFeed(list, env),
      readOpml: async (bytes, about) => {
        const loaded = await parser;
        return loaded.kind === 'ok' ? loaded.value.readOpml(bytes, about) : loaded;
      },
      store,
    }).catch(() => undefined); // without a core there is no list: live.start says so
    const again = readPlanet(written, url, found);
    return /** @type {{ value: Config }} */ (again).value;
  }
}
