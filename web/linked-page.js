/**
 * An address with `#opml=` or `#feeds=` → the planet that it asks for, once the reader has agreed to its hosts; loaded for such
 * addresses alone.
 *
 * @import { Core } from './core/core.js'
 */
import { importPlanet } from './config/import/import-planet.js';
import { choiceOfLink } from './elements/choose-planet.js';
import { fetchFeed } from './fetch/fetch-feed.js';
import { loadWords } from './locales/load-words.js';

const LIST_BYTES = 16 * 1024 * 1024;
const TIMEOUT_MS = 20_000;

/**
 * @param {object} env
 * @param {HTMLElement} env.root
 * @param {Window & typeof globalThis} env.window
 * @param {() => Promise<Core>} env.newCore
 * @param {typeof fetch} env.fetch
 * @returns {Promise<import('./elements/choose-planet.js').Chosen | undefined>}   undefined: the reader would rather not
 */
export async function planetOfLink({ root, window, newCore, fetch }) {
  const { words } = await loadWords(window.navigator.languages);
  /** @param {Uint8Array} bytes @param {{ url?: string }} about */
  const importList = (bytes, about) =>
    importPlanet(bytes, about, {
      readOpml: async (list, of) => {
        const parser = await (await newCore()).parser();
        return parser.kind === 'ok' ? parser.value.readOpml(list, of) : parser;
      },
      domParser: async () => new DOMParser(),
    });
  /** @param {string} url @param {string | undefined} proxy */
  const fetchList = async (url, proxy) => {
    const page = window.location.href;
    const of = { fetch, proxies: proxy ? [proxy] : [], page, maxBytes: LIST_BYTES, timeoutMs: TIMEOUT_MS };
    const answer = await fetchFeed({ url }, of);
    return answer.kind === 'fresh' ? answer : undefined;
  };
  return choiceOfLink({ root, window, words, importList, fetchList, planetFile: async () => undefined });
}
