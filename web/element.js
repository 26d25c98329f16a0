/// <reference path="./globals.d.ts" />
/** The class of `<planet-feed>`, joined with all that it needs; importing it defines nothing. */
import { createProgram } from './core/program.js';
import { createFeedElement } from './elements/planet-feed.js';
import { createShelf } from './elements/shelf.js';
import { fetchPlanetFile } from './fetch/page-files.js';
import { posts } from './locales/en-posts.js';
import { wordsBeside } from './locales/words-beside.js';
import { openPlanet } from './open-planet.js';
import { fetchProgramFile } from './program-files.js';
import { createContents } from './render/contents.js';
import { createSanitizer } from './render/sanitize.js';

/** @import { Wanted } from './elements/feed-settings.js' */
/** @import { PostWords } from './locales/en-posts.js' */

/** @type {string | undefined} */
let folder;
/** @type {typeof fetch} */
const get = (...request) => fetch(...request);
const now = () => Math.floor(Date.now() / 1000);
const program = createProgram((name) => fetchProgramFile(name, get, folder));
const shelf = createShelf(open);

const Element = createFeedElement({
  take: (wanted, onChange) => shelf.take(JSON.stringify(wanted), wanted, onChange),
  loadWords: (wanted) => wordsBeside(folder ?? new URL('.', import.meta.url).href, __WASM_VERSION__)(wanted),
  contentsIn,
  style: __ELEMENT_STYLE__,
  now,
});

export class PlanetFeed extends Element {
  /** Where planetarium.wasm and planetarium-parser.wasm are, if not beside this script: the URL of a folder. */
  static get files() {
    return folder;
  }

  static set files(url) {
    folder = url && new URL(url.replace(/\/?$/, '/'), document.baseURI).href;
  }
}

/**
 * @param {Wanted} wanted
 * @param {{ signal: AbortSignal, onChange: () => void }} env
 * @returns {Promise<import('./elements/planet-feed.js').Shown | import('./elements/planet-feed.js').Unshowable>}
 */
async function open({ src, written, base, proxy }, { signal, onChange }) {
  program.warm();
  const url = src ?? base;
  const file = src
    ? await fetchPlanetFile(src, get)
    : { kind: /** @type {const} */ ('ok'), value: written ?? '' };
  if (file.kind === 'failed') return file;
  const text = planetText(file.value, url, proxy);
  const opened = await openPlanet({
    written: text,
    url,
    key: src && proxy === undefined ? src : `${url} ${text}`,
    newCore: program.newCore,
    fetch: get,
    // A page without an origin of its own shares none with its address.
    page: window.origin === 'null' ? 'about:blank' : document.baseURI,
    now,
    onChange,
    signal,
  });
  if (opened.kind === 'failed') return { ...opened, ...{ url } };
  return running(opened, { signal, onChange });
}

/**
 * @param {Extract<Awaited<ReturnType<typeof openPlanet>>, { kind: 'ok' }>} opened
 * @param {{ signal: AbortSignal, onChange: () => void }} env
 * @returns {import('./elements/planet-feed.js').Shown}
 */
function running({ config, live }, { signal, onChange }) {
  /** @type {import('./elements/planet-feed.js').Unshowable | undefined} */
  let failure;
  let readAt = 0;
  let reading = false;
  const read = async () => {
    readAt = now();
    reading = true;
    try {
      await live.start();
      failure = undefined;
    } catch (error) {
      if (signal.aborted) return;
      failure = { kind: 'failed', reason: 'no-core', detail: /** @type {Error} */ (error).message };
      onChange();
    } finally {
      reading = false;
    }
  };
  void read();
  const leave = () => document.hidden && live.leave();
  document.addEventListener('visibilitychange', leave, { signal });
  return {
    kind: 'ok',
    config,
    live,
    failure: () => failure,
    refresh: (minutes) => {
      if (!reading && now() - readAt >= minutes * 60) void read();
    },
  };
}

/**
 * @param {string} text   of a planet.json, or of a list of subscriptions
 * @param {string} url
 * @param {string | undefined} proxy   in place of the planet's own
 * @returns {string}      of a planet.json
 */
function planetText(text, url, proxy) {
  const own = proxy === undefined ? {} : { proxy };
  if (/^\uFEFF?\s*</.test(text)) return JSON.stringify({ feeds: [{ list: url }], ...own });
  if (proxy === undefined) return text;
  try {
    return JSON.stringify({ ...JSON.parse(text), ...own });
  } catch {
    return text; // whoever reads it says where it breaks
  }
}

/** One sanitiser for all elements: each has a policy of Trusted Types, and a page may allow no second of that name. */
/** @type {PostWords} */
let speaking = posts;
/** @type {import('./render/sanitize.js').Sanitizer | undefined} */
let sanitizer;

/** @param {PostWords} words */
function contentsIn(words) {
  speaking = words;
  sanitizer ??= createSanitizer({
    window,
    page: document.baseURI,
    embedded: (host) => speaking.embedded(host),
  });
  return createContents(sanitizer, document, words);
}
