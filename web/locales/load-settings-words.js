/** The languages a reader or a planet asks for → the words of the settings. */
import { words as en } from './settings/en.js';
import { loadFrom } from './words.js';

/** @import { SettingsWords } from './settings/en.js' */

/** @type {Record<string, () => Promise<{ words: SettingsWords }>>} */
const tables = {
  ar: () => import('./settings/ar.js'),
  de: () => import('./settings/de.js'),
  es: () => import('./settings/es.js'),
  fr: () => import('./settings/fr.js'),
  ja: () => import('./settings/ja.js'),
  pt: () => import('./settings/pt.js'),
  sr: () => import('./settings/sr.js'),
  zh: () => import('./settings/zh.js'),
};

/** @param {string} language    of the page's words */
export const loadSettingsWords = async (language) => (await loadFrom(en, tables, [language])).words;
