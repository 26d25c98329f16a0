/// <reference path="./globals.d.ts" />
/** The page's beginning: builds the objects and wires them; everything else is theirs. */
import { readPlanet } from './config/read-planet.js';
import { loadCore } from './core/core.js';
import { createPlanetPage } from './elements/planet-page.js';
import { showFailure } from './elements/show-failure.js';
import { fetchFeed } from './fetch/fetch-feed.js';
import { fetchLists } from './fetch/fetch-lists.js';
import { createLivePlanet } from './fetch/live-planet.js';
import { fetchCoreFile, fetchPlanetFile } from './fetch/page-files.js';
import { pickWords } from './locales/words.js';
import { createChoices } from './store/choices.js';
import { openFeedStore } from './store/feed-store.js';
import { openArchive } from './store/indexeddb.js';
import { beginningWith } from './store/snapshot.js';

/** Set by the bundler: names the bytes of the core, so that no cache pairs an old core with a new page. */
const version = __WASM_VERSION__;
const TIMEOUT_MS = 20_000;

const root = /** @type {HTMLElement} */ (document.getElementById('planet'));
const urlOf = (/** @type {string} */ name) => new URL(name, document.baseURI).href;
const planetUrl = urlOf('planet.json');
const get = window.fetch.bind(window);
const now = () => Math.floor(Date.now() / 1000);

async function start() {
  const coreFile = (/** @type {string} */ name) => fetchCoreFile(urlOf(`${name}?v=${version}`), get);
  const loadPlanetCore = () =>
    loadCore(coreFile('planetarium.wasm'), () => coreFile('planetarium-parser.wasm'));
  const loading = loadPlanetCore();
  loading.catch(() => {}); // told where it is waited for
  const store = openFeedStore(planetUrl);
  const file = await fetchPlanetFile(planetUrl, get);
  const read = file.kind === 'ok' ? readPlanet(file.value, planetUrl) : file;
  if (read.kind === 'failed')
    return showFailure(root, pickWords(navigator.languages).words, { url: planetUrl, ...read });

  const env = {
    fetch: get,
    proxies: read.value.proxies,
    page: location.href,
    maxBytes: read.value.maxBytes,
    timeoutMs: TIMEOUT_MS,
  };
  const config =
    file.kind === 'ok' && read.value.lists ? await withLists(file.value, read.value.lists) : read.value;
  const { words, locale } = pickWords([config.language, ...navigator.languages]);
  let cores = 0;
  /** @type {WeakMap<object, import('./core/core.js').Core>} */
  const coreOf = new WeakMap();
  const live = createLivePlanet({
    config,
    newPlanet: async () => {
      const core = await (cores++ ? loadPlanetCore() : loading);
      const planet = core.newPlanet(config);
      coreOf.set(planet, core);
      return planet;
    },
    emit: async (planet, ...what) => {
      const { emit } = await import('./core/emit.js');
      const of = /** @type {import('./core/core.js').Planet} */ (planet);
      return emit(/** @type {import('./core/core.js').Core} */ (coreOf.get(of)), of, ...what);
    },
    store: config.snapshot
      ? beginningWith(openArchive(planetUrl), config.snapshot, get)
      : openArchive(planetUrl),
    fetchFeed: (feed) => fetchFeed(feed, env),
    now,
    pause: () => new Promise((resolve) => setTimeout(resolve)),
    onChange: () => page.changed(),
  });
  const choices = createChoices(() => window.localStorage, planetUrl);
  const page = createPlanetPage({ root, window, config, planetUrl, live, choices, words, locale, now });
  // The last that a page hears for certain: closing a tab tells no more on phones.
  document.addEventListener('visibilitychange', () => document.hidden && live.leave());
  void store.keepOnly(config.lists ?? []);
  await live.start().catch((error) => showFailure(root, words, { reason: 'no-core', detail: error.message }));

  /** @param {string} written @param {string[]} urls */
  async function withLists(written, urls) {
    const parser = loading.then((core) => core.parser());
    const lists = await fetchLists(urls, {
      fetchFeed: (list) => fetchFeed(list, env),
      readOpml: async (bytes, about) => {
        const loaded = await parser;
        return loaded.kind === 'ok' ? loaded.value.readOpml(bytes, about) : loaded;
      },
      store,
    }).catch(() => undefined); // without a core there is no list: live.start says so
    const again = readPlanet(written, planetUrl, lists);
    return /** @type {{ value: import('./config/planet-config.js').Config }} */ (again).value;
  }
}

start();
