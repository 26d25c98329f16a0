/** Attributes of a `<planet-feed>` → what they ask for: a value that is none of the allowed ones is the default. */

/** @import { Address } from '../config/address.js' */

/** What may be written as an attribute, and set as a property of the same name. */
export const ATTRIBUTES = /** @type {const} */ ([
  'src',
  'feeds',
  'proxy',
  'tag',
  'author',
  'feed',
  'limit',
  'density',
  'group',
  'theme',
  'lang',
  'target',
  'refresh',
]);

/** Those that say which planet it is; all others only say how it is shown. */
export const SOURCE = new Set(['src', 'feeds', 'proxy']);

const MOST_POSTS = 100;
const LEAST_MINUTES = 5;

/** @typedef {(name: typeof ATTRIBUTES[number]) => string | null} Read */

/**
 * @template {string} T
 * @param {string | null} value
 * @param {readonly T[]} choices   the default first
 * @returns {T}
 */
const oneOf = (value, choices) => choices.find((choice) => choice === value?.trim()) ?? choices[0];

/** @param {string | null} value @param {number} least @param {number} most @param {number} otherwise */
function whole(value, least, most, otherwise) {
  const number = Math.round(Number(value?.trim() || NaN));
  return Number.isNaN(number) ? otherwise : Math.min(Math.max(number, least), most);
}

/** @param {Read} read */
export const shownOf = (read) => ({
  limit: whole(read('limit'), 1, MOST_POSTS, 10),
  density: oneOf(read('density'), /** @type {const} */ (['excerpt', 'titles', 'full'])),
  group: oneOf(read('group'), /** @type {const} */ (['none', 'day', 'feed'])),
  target: read('target')?.trim() ?? '',
  /** Minutes between two readings of the feeds; 0: they are read once. */
  refresh: read('refresh') === null ? 0 : whole(read('refresh'), LEAST_MINUTES, 1440, 60),
});

/** @typedef {ReturnType<typeof shownOf>} Shown */

/** @param {Read} read @returns {Address} */
export function addressOf(read) {
  const [feed, author, tag] = /** @type {const} */ (['feed', 'author', 'tag']).map((name) =>
    read(name)?.trim(),
  );
  return { ...(feed && { feed }), ...(author && { author }), ...(tag && { tag: tag.toLowerCase() }) };
}

/**
 * @typedef {object} Wanted    the planet that an element asks for
 * @property {string} [src]    URL of a planet.json or a list, absolute
 * @property {string} [written]   JSON, where there is no file
 * @property {string} base     that addresses resolve against
 * @property {string} [proxy]  template in place of the planet's own, absolute
 *
 * @param {Read} read
 * @param {string} base
 * @param {string | undefined} inline   JSON of a planet that stands in the page
 * @returns {Wanted | undefined}
 */
export function wantedOf(read, base, inline) {
  const [src, feeds, proxy] = /** @type {const} */ (['src', 'feeds', 'proxy']).map((name) =>
    read(name)?.trim(),
  );
  const through = proxy ? { proxy: absolute(proxy, base) } : {};
  if (inline !== undefined) return { written: inline, base, ...through };
  if (src) return { src: absolute(src, base), base, ...through };
  // A comma may be a part of an address; one before a space is not.
  const urls = feeds ? feeds.split(/,?\s+/) : [];
  return urls.length ? { written: JSON.stringify({ feeds: urls }), base, ...through } : undefined;
}

/** The URL parser escapes braces in a path, so a word stands in for them. @param {string} written @param {string} base */
function absolute(written, base) {
  const stand = 'planetarium-feed-url';
  try {
    return new URL(written.replaceAll('{url}', stand), base).href.replaceAll(stand, '{url}');
  } catch {
    return written;
  }
}
