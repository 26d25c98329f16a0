/** The languages a reader asks for → the words of the builder. */
import { words as en } from './builder/en.js';
import { loadFrom } from './words.js';

/** @import { BuilderWords } from './builder/en.js' */

/** @type {Record<string, () => Promise<{ words: BuilderWords }>>} */
const tables = {
  ar: () => import('./builder/ar.js'),
  de: () => import('./builder/de.js'),
  es: () => import('./builder/es.js'),
  fr: () => import('./builder/fr.js'),
  ja: () => import('./builder/ja.js'),
  pt: () => import('./builder/pt.js'),
  sr: () => import('./builder/sr.js'),
  zh: () => import('./builder/zh.js'),
};

/** @param {readonly (string | undefined)[]} wanted    language tags, the dearest first */
export const loadBuilderWords = (wanted) => loadFrom(en, tables, wanted);
