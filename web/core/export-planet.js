// A planet → one JSON Feed 1.1 of everything it holds. What the format has no word for stands under `_planetarium`
// (docs/archive.md), so that web/core/import-planet.js can give each item back to its feed.
import { copyPlanet } from './copy-planet.js';
import { emit } from './emit.js';

/** @import { EntryView, FeedView, Query, View } from '../model.js' */
/** @import { PlanetConfig } from './config-lines.js' */
/** @import { Core, Planet } from './core.js' */
/** @import { AboutOutput } from './emit.js' */
/** @import { Outcome } from './module.js' */

/**
 * @typedef {object} ItemPast   `_planetarium` of an item
 * @property {string} feed        URL of the subscription that it came from
 * @property {string} received    RFC 3339, when it was first received
 * @property {string} [id]        the entry's own, where the item's was made from it
 * @property {string[]} [made]    keys of the item that the entry itself does not have
 * @property {string} [base]      what relative URLs in its content resolve against, where that is not its `url`
 * @property {true} [edited]      its title or content changed after it was first seen
 * @property {true} [flooded]     one of too many that a new feed brought at once
 * @property {true} [deleted]     left its feed although older ones were still in it
 * @property {string} [hidden]    what it is hidden by here; said for readers, an import asks its own config
 *
 * @typedef {{ url: string, nick: string, name: string, title?: string, link?: string, image?: string }} ExportedFeed
 *
 * @typedef {object} Export       what is read of such a document
 * @property {object[]} items
 * @property {{ feeds: ExportedFeed[] }} _planetarium
 */

const PAGE = 1000;

/**
 * Every entry of every feed: copies that are shown as one stand each for itself, and so does what the config hides.
 * @param {Core} core           for a second planet, for as long as this takes
 * @param {Planet} planet       with all its segments
 * @param {object} env
 * @param {PlanetConfig} env.config
 * @param {AboutOutput} env.about
 * @param {number} env.now      UTC seconds
 * @param {() => Promise<unknown>} [env.pause]   lets the browser paint between pages
 * @returns {Promise<Outcome<string>>}   rejects with CoreCrash where the core stopped
 */
export async function exportPlanet(core, planet, { config, about, now, pause = async () => {} }) {
  const hidden = hiddenIn(planet, now);
  const copied = copyPlanet(core, planet, underNoRules(config), now);
  if (copied.kind === 'failed') return copied;
  const copy = copied.value;
  try {
    /** @type {Record<string, any>} */
    let document = {};
    /** @type {Map<string, FeedView>} */
    const feeds = new Map();
    /** @type {object[]} */
    const items = [];
    // What came first comes first: a later export begins with the same items.
    for (const only of [{}, { hidden: true }]) {
      for (let page = 1, pages = 1; page <= pages; page++) {
        const query = { now, order: /** @type {const} */ ('received'), asc: true, size: PAGE, page, ...only };
        const [view, written] = [copy.query(query), await emit(core, copy, 'json', query, about)];
        if (view.kind === 'failed') return view;
        if (written.kind === 'failed') return written;
        pages = view.value.pages;
        for (const feed of view.value.feeds) feeds.set(feed.nick, feed);
        const { items: of, ...rest } = JSON.parse(written.value);
        document = rest;
        view.value.entries.forEach((entry, i) => {
          const url = /** @type {FeedView} */ (feeds.get(entry.feed)).url;
          const past = pastOf(entry, of[i], url, hidden.get(placeOf(entry)));
          // Tags as they are shown: RSS has several in one category.
          items.push({ ...of[i], tags: entry.tags?.map(({ label }) => label), _planetarium: past });
        });
        await pause();
      }
    }
    const all = { ...document, _planetarium: { feeds: [...feeds.values()].map(exported) }, items };
    return { kind: 'ok', value: `${JSON.stringify(all)}\n` };
  } finally {
    copy.delete();
  }
}

/** The same entries under no rules: nothing merged, hidden, tagged or left out. @param {PlanetConfig} config @returns {PlanetConfig} */
const underNoRules = ({ feeds }) => ({
  feeds: feeds.map(({ nick, url, xmlBase }) => ({ nick, url, ...(xmlBase && { xmlBase }) })),
  duplicates: 'keep',
  futureDates: 'keep',
});

/** @param {Planet} planet @param {number} now @returns {Map<string, string>}   reasons, by place */
function hiddenIn(planet, now) {
  const reasons = new Map();
  for (let page = 1, pages = 1; page <= pages; page++) {
    const view = planet.query({ now, hidden: true, people: false, size: PAGE, page });
    if (view.kind === 'failed') break;
    pages = view.value.pages;
    for (const entry of view.value.entries) reasons.set(placeOf(entry), entry.hidden);
  }
  return reasons;
}

/** @param {EntryView} entry */
const placeOf = ({ feed, key }) => `${feed} ${key}`;

/**
 * @param {EntryView} entry   in the order in which entries were received
 * @param {Record<string, any>} item
 * @param {string} feed
 * @param {string} [hidden]
 * @returns {ItemPast}
 */
function pastOf(entry, item, feed, hidden) {
  const made = [];
  if (entry.id === undefined) made.push('id');
  // Without a date of its own an item has that of the update or of the receipt.
  if (!entry.published && [entry.updated, entry.date].includes(item.date_published))
    made.push('date_published');
  if (!entry.updated && item.date_modified) made.push('date_modified');
  if (!entry.authors) made.push('authors');
  const base = entry.content?.base;
  return {
    feed,
    received: entry.date,
    ...(entry.id !== undefined && entry.id !== item.id && { id: entry.id }),
    ...(made.length > 0 && { made }),
    ...(base && base !== item.url && { base }),
    ...(entry.edited && { edited: true }),
    ...(entry.hidden === 'flood' && { flooded: true }),
    ...(entry.deleted && { deleted: true }),
    ...(hidden && { hidden }),
  };
}

/** @param {FeedView} feed @returns {ExportedFeed} */
const exported = ({ url, nick, name, title, link, image }) => ({ url, nick, name, title, link, image });
