/** The page in one file, opened from disk or put anywhere: finds its planet without asking for a file of its own. */
import { createProgram } from './core/program.js';
import { acceptDrops, choosePlanet, createShelf } from './elements/choose-planet.js';
import { importPlanet } from './config/import/import-planet.js';
import { createPlanetPage } from './elements/planet-page.js';
import { showFailure } from './elements/show-failure.js';
import { inertParser, ownScript } from './elements/trusted.js';
import { fetchFeed } from './fetch/fetch-feed.js';
import { loadWords } from './locales/load-words.js';
import { openPlanet } from './open-planet.js';
import { emit } from './core/emit.js';
import { ownOf, withMutes, withOwnFeeds } from './reading/own.js';
import { createChoices } from './store/choices.js';

const root = /** @type {HTMLElement} */ (document.getElementById('planet'));
const page = location.href.split(/[?#]/)[0];
const get = window.fetch.bind(window);
const now = () => Math.floor(Date.now() / 1000);
const program = createProgram(inlined);
const LIST_BYTES = 16 * 1024 * 1024;

/** @param {string} name @returns {Promise<ArrayBuffer>}   of a file that stands in the page, compressed */
async function inlined(name) {
  const base64 = document.getElementById(name)?.textContent ?? '';
  const packed = Uint8Array.from(atob(base64.trim()), (letter) => letter.charCodeAt(0));
  const { body } = new Response(packed);
  const unpacked = /** @type {ReadableStream} */ (body).pipeThrough(new DecompressionStream('deflate-raw'));
  return new Response(unpacked).arrayBuffer();
}

/** @param {Uint8Array} bytes @param {{ url?: string }} about */
const importList = (bytes, about) =>
  importPlanet(bytes, about, {
    readOpml: async (list, of) => {
      const parser = await (await program.newCore()).parser();
      return parser.kind === 'ok' ? parser.value.readOpml(list, of) : parser;
    },
    domParser: async () => inertParser,
  });

/** planet.js beside the page calls `planetarium({…})`: the only data that a page on disk may load. @returns {Promise<unknown>} */
function planetFile() {
  return new Promise((resolve) => {
    Object.assign(window, { planetarium: resolve });
    const script = document.createElement('script');
    script.onload = script.onerror = () => resolve(undefined);
    script.src = ownScript('planet.js');
    document.head.append(script);
  });
}

/** @param {string} url @param {string | undefined} proxy */
async function fetchList(url, proxy) {
  const env = {
    fetch: get,
    proxies: proxy ? [proxy] : [],
    page: location.href,
    maxBytes: LIST_BYTES,
    timeoutMs: 20_000,
  };
  const answer = await fetchFeed({ url }, env);
  return answer.kind === 'fresh' ? answer : undefined;
}

async function start() {
  program.warm();
  const { words: ownWords } = await loadWords(navigator.languages);
  const { written, key, name } = await choosePlanet({
    root,
    window,
    words: ownWords,
    planetFile,
    importList,
    fetchList,
  });
  const choices = createChoices(() => window.localStorage, key);
  const own = ownOf(choices);
  const opened = await openPlanet({
    written: withOwnFeeds(written, own),
    amend: (config) => withMutes(config, own),
    url: document.baseURI,
    key,
    newCore: program.newCore,
    emit,
    fetch: get,
    page: location.href,
    now,
    onChange: () => shown.changed(),
  });
  if (opened.kind === 'failed') return showFailure(root, ownWords, { url: 'planet.js', ...opened });
  const { config, live } = opened;
  const { words, locale } = await loadWords([config.language, ...navigator.languages]);
  const planetUrl = document.baseURI;
  const shown = createPlanetPage({
    ...{ root, window, config, planetUrl, live, choices, words, locale, now },
    themesWithin: true,
  });
  if (name) sayChosen(name, words);
  acceptDrops(window, takeAnother);
  document.addEventListener('visibilitychange', () => document.hidden && live.leave());
  await live.start().catch((error) => showFailure(root, words, { reason: 'no-core', detail: error.message }));
}

/** @param {File} file */
async function takeAnother(file) {
  const read = await importList(new Uint8Array(await file.arrayBuffer()), {});
  if (read.kind === 'failed') return;
  createShelf(window, page).put({ planet: read.value.planet, name: file.name });
  startAgain();
}

function startAgain() {
  history.replaceState(null, '', `${page}#/`);
  location.reload();
}

/** @param {string} name @param {import('./locales/en.js').Words} words */
function sayChosen(name, { ask }) {
  const line = document.createElement('p');
  line.className = 'chosen';
  const close = document.createElement('button');
  close.type = 'button';
  close.textContent = ask.close;
  close.onclick = () => {
    createShelf(window, page).drop();
    startAgain();
  };
  line.append(`${ask.chosen(name)} `, close);
  document.body.prepend(line);
}

start();
