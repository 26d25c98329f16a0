/** The words of the panel that says how a feed or a post came here, in every language of the page: asked for with the panel. */
import { ar } from './why/ar.js';
import { de } from './why/de.js';
import { en } from './why/en.js';
import { es } from './why/es.js';
import { fr } from './why/fr.js';
import { ja } from './why/ja.js';
import { pt } from './why/pt.js';
import { sr } from './why/sr.js';
import { zh } from './why/zh.js';

/**
 * @typedef {object} WhyWords
 * @property {string} copy
 * @property {string} copied
 * @property {string} close
 * @property {Record<'state' | 'address' | 'found' | 'moved' | 'way' | 'checked' | 'fetched' | 'since' | 'format' | 'posts' | 'newest'
 *   | 'problems' | 'hidden' | 'from' | 'link' | 'id' | 'date' | 'published' | 'updated' | 'language' | 'also' | 'edited', string>} labels
 * @property {string} direct
 * @property {(host: string) => string} proxy
 * @property {(status: number) => string} answered
 * @property {string} kept                 nobody asked for it yet
 * @property {(line: number, column: number) => string} place
 * @property {Record<'published' | 'updated' | 'link' | 'received', string>} dateFrom
 * @property {Record<'hide' | 'include' | 'exclude' | 'feedInclude' | 'feedExclude' | 'flood' | 'deleted' | 'undecided', string>} hiddenBy
 * @property {string} edited
 */

/** @type {Record<string, WhyWords>} */
const tables = { ar, de, en, es, fr, ja, pt, sr, zh };

/** @param {string} language   of the page's words @returns {WhyWords} */
export const whyWordsIn = (language) => tables[language] ?? tables.en;

/** Languages that the panel speaks. */
export const WHY_LANGUAGES = Object.keys(tables);
