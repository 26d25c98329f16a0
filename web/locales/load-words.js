/** The languages a reader or a planet asks for → the words of the page; a table other than English is asked for when it is needed. */
import { en } from './en.js';

/** @import { Words } from './en.js' */

/** @type {Record<string, () => Words | Promise<{ words: Words }>>} */
const tables = {
  en: () => en,
  ar: () => import('./ar.js'),
  de: () => import('./de.js'),
  es: () => import('./es.js'),
  fr: () => import('./fr.js'),
  ja: () => import('./ja.js'),
  pt: () => import('./pt.js'),
  sr: () => import('./sr.js'),
  zh: () => import('./zh.js'),
};

/** The languages that the page speaks. */
export const LANGUAGES = Object.keys(tables);

/**
 * @param {readonly (string | undefined)[]} wanted    language tags, the dearest first
 * @returns {Promise<{ words: Words, locale: string }>}   one language for both: an English page has English dates
 */
export async function loadWords(wanted) {
  for (const tag of wanted) {
    const language = String(tag).split('-')[0].toLowerCase();
    if (!tag || !Object.hasOwn(tables, language)) continue;
    const table = await Promise.resolve(tables[language]()).catch(() => undefined); // offline: in English
    if (!table) break;
    const words = 'words' in table ? table.words : table;
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
