/** The page's beginning: builds the objects and wires them; everything else is theirs. */
import { createProgram } from './core/program.js';
import { createPlanetPage } from './elements/planet-page.js';
import { showFailure } from './elements/show-failure.js';
import { fetchPlanetFile } from './fetch/page-files.js';
import { loadWords } from './locales/load-words.js';
import { followPlanetFile } from './fetch/newer-planet.js';
import { openPlanet } from './open-planet.js';
import { fetchProgramFile } from './program-files.js';
import { ownOf, withMutes, withOwnFeeds } from './reading/own.js';
import { createChoices } from './store/choices.js';
import { openDatabase } from './store/database.js';

const root = /** @type {HTMLElement} */ (document.getElementById('planet'));
const planetFile = new URL('planet.json', document.baseURI).href;
const get = window.fetch.bind(window);
const now = () => Math.floor(Date.now() / 1000);
const planetFiles = followPlanetFile(window, planetFile);
const program = createProgram((name) => fetchProgramFile(name, get, document.baseURI));

/** Milliseconds after which the first posts are there, mostly, and the network is free. */
const QUIET_MS = 3000;

/** `#opml=` and `#feeds=` show another planet than the one beside the page. */
async function ofLink() {
  if (!/[?#&](?:opml|feeds)=/.test(location.href)) return undefined;
  const { planetOfLink } = await import('./linked-page.js');
  return planetOfLink({ root, window, newCore: program.newCore, fetch: get });
}

async function start() {
  window.performance.mark('planetarium:begun');
  program.warm(); // while the planet's file is on its way
  openDatabase().catch(() => {}); // told where it is used
  const linked = await ofLink();
  const planetUrl = linked ? document.baseURI : planetFile;
  const key = linked?.key ?? planetFile;
  const choices = createChoices(() => window.localStorage, key);
  const own = ownOf(choices);
  const file = linked
    ? { kind: /** @type {const} */ ('ok'), value: linked.written }
    : await fetchPlanetFile(planetFile, get);
  const opened =
    file.kind === 'ok'
      ? await openPlanet({
          written: withOwnFeeds(file.value, own),
          amend: (config) => withMutes(config, own),
          url: planetUrl,
          key,
          newCore: program.newCore,
          emit: async (...what) => (await import('./core/emit.js')).emit(...what),
          fetch: get,
          page: location.href,
          now,
          onChange: () => page.changed(),
        })
      : file;
  if (opened.kind === 'failed')
    return showFailure(root, (await loadWords(navigator.languages)).words, { url: planetUrl, ...opened });

  if (file.kind === 'ok' && !linked) planetFiles.shown(file.value);
  const { config, live } = opened;
  const { words, locale } = await loadWords([config.language, ...navigator.languages]);
  const page = createPlanetPage({ root, window, config, planetUrl, live, choices, words, locale, now });
  // The last that a page hears for certain: closing a tab tells no more on phones.
  document.addEventListener('visibilitychange', () => document.hidden && live.leave());
  window.setTimeout(
    () => void import('./elements/offline.js').then((one) => one.keepForOffline(window)),
    QUIET_MS,
  );
  await live.start().catch((error) => showFailure(root, words, { reason: 'no-core', detail: error.message }));
}

start();
