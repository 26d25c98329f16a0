/**
 * Posts written down shortly → the View that the core would answer with: days, runs, cloud, people.
 *
 * @import { EntryView, FeedView, View } from '../../../web/model.js'
 */

/** @param {Partial<EntryView> & { key: string, date: string }} entry @returns {EntryView} */
export const post = (entry) => ({
  feed: 'ada',
  published: entry.date,
  local: entry.date.slice(0, 16),
  dateFrom: 'published',
  link: `https://ada.example/${entry.key}`,
  ...entry,
});

/** @param {Partial<FeedView> & { nick: string }} feed @returns {FeedView} */
export const person = (feed) => ({
  name: feed.nick,
  url: `https://${feed.nick}.example/feed`,
  link: `https://${feed.nick}.example/`,
  count: 0,
  total: 0,
  state: { kind: 'ok' },
  ...feed,
});

/**
 * @param {EntryView[]} entries
 * @param {Partial<View>} [more]
 * @returns {View}
 */
export function viewOf(entries, more = {}) {
  const feeds = more.feeds ?? [...new Set(entries.map(({ feed }) => feed))].map((nick) => person({ nick }));
  return {
    total: entries.length,
    page: 1,
    pages: 1,
    size: 20,
    entries,
    days: daysOf(entries),
    cloud: [],
    newest: entries[0]?.date,
    ...more,
    feeds: feeds.map((feed) => {
      const count = entries.filter((entry) => entry.feed === feed.nick).length;
      return { ...feed, count: feed.count || count, total: feed.total || count };
    }),
  };
}

/** @param {EntryView[]} entries @returns {View['days']} */
function daysOf(entries) {
  /** @type {View['days']} */
  const days = [];
  entries.forEach(({ local, feed }, index) => {
    const date = local.slice(0, 10);
    if (days.at(-1)?.date !== date) days.push({ date, runs: [] });
    const runs = days[days.length - 1].runs;
    if (runs.at(-1)?.feed !== feed) runs.push({ feed, entries: [] });
    runs[runs.length - 1].entries.push(index);
  });
  return days;
}
