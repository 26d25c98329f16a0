/** The posts that a reader starred → a view like the core's own: those that are still held as they are, the others as they were named. */

/**
 * @import { EntryView, View } from '../model.js'
 * @import { Star } from './reading.js'
 *
 * @param {[string, Star][]} stars     the newest first
 * @param {object} env
 * @param {View} env.whole             of everything: its people
 * @param {(key: string) => EntryView | undefined} env.find
 * @param {number} env.page            1-based
 * @param {number} env.size
 * @returns {View}
 */
export function starredView(stars, { whole, find, page, size }) {
  const pages = Math.max(1, Math.ceil(stars.length / size));
  const shown = Math.min(page, pages);
  const entries = stars
    .slice((shown - 1) * size, shown * size)
    .map(([key, star]) => find(key) ?? named(key, star));
  return {
    ...whole,
    ...{ total: stars.length, page: shown, pages, size, entries, days: daysOf(stars, entries), cloud: [] },
  };
}

/** @param {string} key @param {Star} star @returns {EntryView} */
const named = (key, { at, feed, title, link }) => ({
  ...{ key, feed, date: at, local: at.slice(0, 16), dateFrom: 'received' },
  title: { type: 'text', value: title },
  ...(link && { link }),
});

/** By the day when they were starred. @param {[string, Star][]} stars @param {EntryView[]} entries @returns {View['days']} */
function daysOf(stars, entries) {
  const byKey = new Map(stars);
  /** @type {View['days']} */
  const days = [];
  entries.forEach(({ key, feed }, index) => {
    const date = /** @type {Star} */ (byKey.get(key)).at.slice(0, 10);
    if (days.at(-1)?.date !== date) days.push({ date, runs: [] });
    const runs = days[days.length - 1].runs;
    if (runs.at(-1)?.feed === feed) runs[runs.length - 1].entries.push(index);
    else runs.push({ feed, entries: [index] });
  });
  return days;
}
