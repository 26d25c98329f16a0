/** The words of a widget: English with it, since it must be one file; each other language in a file of its own beside it. */
import { posts } from './en-posts.js';
import { loadFrom } from './words.js';

/** @import { PostWords } from './en-posts.js' */

/** What is built as words/ar.js and so on (scripts/lib/bundle.js). */
export const BESIDE = ['ar', 'de', 'es', 'fr', 'ja', 'pt', 'sr', 'zh'];

/**
 * @param {string} folder    URL
 * @param {string} version   so that no cache pairs an old language with a new script
 * @returns {(wanted: readonly (string | undefined)[]) => Promise<{ words: PostWords, locale: string }>}
 */
export function wordsBeside(folder, version) {
  /** @type {Record<string, () => Promise<{ words: PostWords }>>} */
  const tables = Object.fromEntries(
    BESIDE.map((language) => {
      const url = new URL(`words/${language}.js?v=${version}`, folder).href;
      return [language, () => import(/* webpackIgnore: true */ /* @vite-ignore */ url)];
    }),
  );
  return (wanted) => loadFrom(posts, tables, wanted);
}
