/** The languages a reader or a planet asks for → the words of the page; a table other than English is asked for when it is needed. */
import { en } from './en.js';
import { loadFrom } from './words.js';

/** @import { Words } from './en.js' */

/** @type {Record<string, () => Promise<{ words: Words }>>} */
const tables = {
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
export const LANGUAGES = ['en', ...Object.keys(tables)];

/**
 * @param {readonly (string | undefined)[]} wanted    language tags, the dearest first
 * @returns {Promise<{ words: Words, locale: string }>}   one language for both: an English page has English dates
 */
export const loadWords = (wanted) => loadFrom(en, tables, wanted);
