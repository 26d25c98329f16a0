/** The languages a reader or a planet asks for → the words that the page carries itself, and the locale its dates are written in. */
import { en } from './en.js';

/** @import { Words } from './en.js' */

/** @type {Record<string, Words>} */
const languages = { en };

/**
 * @param {readonly (string | undefined)[]} wanted    language tags, the dearest first
 * @returns {{ words: Words, locale: string }}        one language for both: an English page has English dates
 */
export function pickWords(wanted) {
  for (const tag of wanted) {
    const words = languages[String(tag).split('-')[0].toLowerCase()];
    if (tag && words) return { words, locale: tag };
  }
  return { words: en, locale: en.language };
}
