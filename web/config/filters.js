/** `include` and `exclude` of a planet.json, of the planet or a feed → checked filters. */
import { ConfigError, filled, listOf, object, oneOf, text } from './config-values.js';

/** @import { EntryFilter, Field } from '../model.js' */

/** @type {Field[]} */
const FIELDS = ['title', 'content', 'author', 'link'];

/**
 * @param {unknown} value   a filter or a list of them
 * @param {string} key
 * @returns {EntryFilter[] | undefined}
 */
export function filters(value, key) {
  if (value === undefined || value === null) return undefined;
  return Array.isArray(value) ? listOf(value, key, readFilter) : [readFilter(value, key)];
}

/** @param {unknown} value @param {string} key @returns {EntryFilter} */
function readFilter(value, key) {
  const filter = object(value, key);
  const read = filled({
    categories: texts(filter.categories, `${key}.categories`),
    words: texts(filter.words, `${key}.words`),
    pattern: pattern(filter.pattern, `${key}.pattern`),
    in: listOf(filter.in, `${key}.in`, (field, at) => oneOf(field, at, FIELDS) ?? 'title'),
    match: oneOf(filter.match, `${key}.match`, ['any', 'all']),
  });
  if (!read.categories?.length && !read.words?.length && !read.pattern)
    throw new ConfigError(key, value, 'a filter with categories, words or a pattern');
  return /** @type {EntryFilter} */ (read);
}

/** @param {unknown} value @param {string} key */
function texts(value, key) {
  return listOf(value, key, (item, at) => {
    const word = text(item, at);
    if (!word) throw new ConfigError(at, item, 'a text');
    return word;
  });
}

/** @param {unknown} value @param {string} key */
function pattern(value, key) {
  const written = text(value, key);
  try {
    if (written) new RegExp(written, 'iu'); // as web/core/config-lines.js makes it
    return written;
  } catch (error) {
    throw new ConfigError(
      key,
      value,
      `a regular expression of JavaScript (${/** @type {Error} */ (error).message})`,
    );
  }
}
