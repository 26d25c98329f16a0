/**
 * A reader's own planet on top of the shared one: what is muted, which languages they read, feeds of their own, the order of the
 * people. Kept on this device; put on the planet before it opens.
 *
 * @import { Config } from '../config/planet-config.js'
 * @import { Choices } from '../store/choices.js'
 *
 * @typedef {'planet' | 'newest' | 'name' | 'posts'} PeopleOrder
 *
 * @typedef {object} Own
 * @property {string[]} mutedFeeds   URLs
 * @property {string[]} mutedTags    folded
 * @property {string[]} mutedWords
 * @property {string[]} languages    primary subtags, `und`; none: all
 * @property {string[]} feeds        URLs
 * @property {PeopleOrder} people
 */

export const ORDERS = /** @type {const} */ (['planet', 'newest', 'name', 'posts']);

/** What a mistaken import may bring before it costs. */
const MOST = 500;
const MOST_CHARACTERS = 2048;

/** @param {Choices} choices @returns {Own} */
export function ownOf(choices) {
  /** @type {Record<string, unknown>} */
  let kept = {};
  try {
    kept = Object(JSON.parse(choices.get('own') ?? '{}'));
  } catch {
    // written by another version, or by hand
  }
  const languages = textsIn(kept.languages).filter((code) => /^[a-z]{2,8}$/.test(code));
  const people = ORDERS.find((order) => order === kept.people) ?? 'planet';
  return {
    mutedFeeds: textsIn(kept.mutedFeeds),
    mutedTags: textsIn(kept.mutedTags),
    mutedWords: textsIn(kept.mutedWords),
    languages,
    feeds: textsIn(kept.feeds).filter((url) => /^https?:/i.test(url) && URL.canParse(url)),
    people,
  };
}

/** @param {Choices} choices @param {Own} own */
export const keepOwn = (choices, own) => choices.set('own', JSON.stringify(own));

/** @param {unknown} list @returns {string[]} */
const textsIn = (list) =>
  (Array.isArray(list) ? list : [])
    .filter((text) => typeof text === 'string' && text.trim() && text.length <= MOST_CHARACTERS)
    .slice(0, MOST);

/**
 * @param {string} written   a planet.json
 * @param {Pick<Own, 'feeds'>} own
 * @returns {string}         with the reader's feeds behind its own; as it was, where it is no planet
 */
export function withOwnFeeds(written, { feeds }) {
  if (!feeds.length) return written;
  try {
    const planet = JSON.parse(written);
    const listed = new Set(planet.feeds.map((/** @type {any} */ feed) => feed?.url ?? feed));
    return JSON.stringify({
      ...planet,
      feeds: [...planet.feeds, ...feeds.filter((url) => !listed.has(url))],
    });
  } catch {
    return written; // whoever reads it says where it breaks
  }
}

/** Every post has a link, a title or neither: the beginning of a text is in all of them. */
const EVERYTHING = { pattern: '^', in: /** @type {const} */ (['title', 'content', 'author', 'link']) };

/** @param {Config} config @param {Own} own @returns {Config} */
export function withMutes(config, { mutedFeeds, mutedTags, mutedWords }) {
  const feeds = new Set(mutedFeeds);
  const filters = [
    ...(mutedTags.length ? [{ categories: mutedTags }] : []),
    ...(mutedWords.length ? [{ words: mutedWords }] : []),
  ];
  return {
    ...config,
    ...(filters.length && { exclude: [...(config.exclude ?? []), ...filters] }),
    ...(feeds.size && {
      feeds: config.feeds.map((feed) =>
        feeds.has(feed.url)
          ? { ...feed, exclude: [...(feed.exclude ?? []), { ...EVERYTHING, in: [...EVERYTHING.in] }] }
          : feed,
      ),
    }),
  };
}

/** @param {Own} own @returns {boolean} */
export const mutesAny = ({ mutedFeeds, mutedTags, mutedWords }) =>
  mutedFeeds.length + mutedTags.length + mutedWords.length > 0;

/**
 * @template {{ name: string, newest?: string, total: number }} F
 * @param {F[]} feeds    in the order of the planet
 * @param {PeopleOrder} order
 * @param {string} locale
 * @returns {F[]}
 */
export function inOrder(feeds, order, locale) {
  if (order === 'planet') return feeds;
  const { compare } = new Intl.Collator(locale);
  const time = (/** @type {F} */ { newest }) => Date.parse(newest ?? '') || 0;
  /** @type {Record<string, (a: F, b: F) => number>} */
  const by = {
    name: (a, b) => compare(a.name, b.name),
    newest: (a, b) => time(b) - time(a),
    posts: (a, b) => b.total - a.total,
  };
  return [...feeds].sort(by[order]);
}
