// A planet's config → the lines that the core reads, and the regular expressions that it asks others about.
import { toLines } from './module.js';

/** @import { EntryFilter, Field } from '../model.js' */

/**
 * @typedef {object} PlanetConfig   what the core needs of a planet's config; more does not matter
 * @property {SubscriptionConfig[]} feeds
 * @property {number} [pageSize]
 * @property {string} [order]
 * @property {string} [duplicates]
 * @property {string} [futureDates]
 * @property {number} [keepDays]
 * @property {number} [keepEntries]
 * @property {string} [deletedPosts]
 * @property {number} [newFeedItems]
 * @property {EntryFilter[]} [include]
 * @property {EntryFilter[]} [exclude]
 * @property {string[]} [hide]      keys, ids or links of entries
 *
 * @typedef {object} SubscriptionConfig
 * @property {string} nick
 * @property {string} url
 * @property {string} [name]
 * @property {string} [link]
 * @property {string} [face]
 * @property {string[]} [tags]
 * @property {boolean} [ownNick]   it stays when the URL changes
 * @property {string} [titleType]
 * @property {string} [xmlBase]
 * @property {number} [maxEntries]
 * @property {number} [keepEntries]
 * @property {string[]} [ignoreInFeed]
 * @property {EntryFilter[]} [include]
 * @property {EntryFilter[]} [exclude]
 *
 * @typedef {{ pattern: RegExp, in: Field[] }} Pattern
 */

/**
 * @param {PlanetConfig} config
 * @returns {{ lines: string, patterns: Pattern[] }}   patterns by the number the core knows them by
 */
export function readConfig({ feeds, include, exclude, hide, ...config }) {
  /** @type {Pattern[]} */
  const patterns = [];
  const { pageSize, order, duplicates, futureDates, keepDays, keepEntries, deletedPosts, newFeedItems } =
    config;
  let lines = toLines({ pageSize, order, duplicates, futureDates, keepDays, keepEntries });
  lines += toLines({ deletedPosts, newFeedItems, hide });
  lines += filterLines({ include, exclude }, patterns);
  for (const feed of feeds) lines += feedLines(feed, patterns);
  return { lines, patterns };
}

/** @param {SubscriptionConfig} feed @param {Pattern[]} patterns */
function feedLines({ nick, tags: tag, ignoreInFeed: ignore, include, exclude, ...feed }, patterns) {
  const { url, ownNick, name, link, face, titleType, xmlBase, maxEntries, keepEntries } = feed;
  return (
    toLines({ feed: nick }) +
    toLines(
      { url, ownNick, name, link, face, tag, titleType, xmlBase, maxEntries, keepEntries, ignore },
      'feed.',
    ) +
    filterLines({ include, exclude }, patterns, 'feed.')
  );
}

/**
 * @param {{ include?: EntryFilter[], exclude?: EntryFilter[] }} filters
 * @param {Pattern[]} patterns   gets those of the filters
 * @param {string} [prefix]
 */
function filterLines(filters, patterns, prefix = '') {
  let lines = '';
  for (const filter of /** @type {const} */ (['include', 'exclude'])) {
    for (const one of filters[filter] ?? []) {
      const { categories: category, words: word, pattern, in: fields, match } = one;
      lines += toLines({ filter }, prefix);
      lines += toLines({ category, word, in: fields, all: match === 'all' }, `${prefix}filter.`);
      if (pattern === undefined) continue;
      lines += toLines({ pattern: patterns.length }, `${prefix}filter.`);
      patterns.push({
        pattern: new RegExp(pattern, 'iu'),
        in: fields?.length ? fields : ['title', 'content'],
      });
    }
  }
  return lines;
}

/**
 * @typedef {object} Question
 * @property {string} entry
 * @property {number[]} patterns
 * @property {string} [title]
 * @property {string} [content]
 * @property {string} [author]
 * @property {string} [link]
 *
 * @param {Question[]} questions
 * @param {Pattern[]} patterns
 * @returns {string}   lines
 */
export function answerLines(questions, patterns) {
  return toLines({
    answer: questions.map((question) => `${question.entry}:${matching(question, patterns)}`),
  });
}

/** @param {Question} question @param {Pattern[]} patterns @returns {string}   bits, hexadecimal */
function matching(question, patterns) {
  let bits = 0n;
  for (const number of question.patterns) {
    const { pattern, in: fields } = patterns[number];
    if (fields.some((field) => pattern.test(question[field] ?? ''))) bits |= 1n << BigInt(number);
  }
  return bits.toString(16);
}
