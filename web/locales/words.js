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

/** @typedef {Record<string, () => Promise<{ words: Words }>>} Tables   of the words in languages other than English */

/** @param {Tables} of @param {readonly (string | undefined)[]} wanted @returns {Promise<{ words: Words, locale: string }>} */
export async function loadFrom(of, wanted) {
  for (const tag of wanted) {
    const language = String(tag).split('-')[0].toLowerCase();
    if (!tag || (language !== 'en' && !Object.hasOwn(of, language))) continue;
    const table = language === 'en' ? { words: en } : await of[language]().catch(() => undefined);
    if (!table) break; // offline: in English
    const { words } = table;
    return { words, locale: looksLike(tag, words.language) ? tag : words.language };
  }
  return { words: en, locale: en.language };
}

/** Dates in other letters or digits than the words would not be one page. @param {string} tag @param {string} language */
function looksLike(tag, language) {
  const look = (/** @type {string} */ of) => {
    const { script } = new Intl.Locale(of).maximize();
    return `${script} ${new Intl.NumberFormat(of).resolvedOptions().numberingSystem}`;
  };
  try {
    return look(tag) === look(language);
  } catch {
    return false;
  }
}
