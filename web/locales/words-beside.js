/** The words of the page beside a script that must be one file: each language is a file of its own. */
import { loadFrom } from './words.js';

/** @import { Tables } from './words.js' */

/** What is built as words/ar.js and so on (scripts/lib/bundle.js). */
export const BESIDE = ['ar', 'de', 'es', 'fr', 'ja', 'pt', 'sr', 'zh'];

/**
 * @param {string} folder    URL
 * @param {string} version   so that no cache pairs an old language with a new script
 * @returns {(wanted: readonly (string | undefined)[]) => ReturnType<typeof loadFrom>}
 */
export function wordsBeside(folder, version) {
  /** @type {Tables} */
  const tables = Object.fromEntries(
    BESIDE.map((language) => {
      const url = new URL(`words/${language}.js?v=${version}`, folder).href;
      return [language, () => import(/* webpackIgnore: true */ /* @vite-ignore */ url)];
    }),
  );
  return (wanted) => loadFrom(tables, wanted);
}
