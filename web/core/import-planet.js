// A JSON Feed that web/core/export-planet.js wrote → its items in the feeds of a planet that they came from.

/** @import { FeedView } from '../model.js' */
/** @import { Planet } from './core.js' */
/** @import { ExportedFeed, ItemPast } from './export-planet.js' */
/** @import { Outcome } from './module.js' */

/**
 * @typedef {object} Imported
 * @property {number} added       entries that the planet did not hold
 * @property {number} updated     that it held in an older version
 * @property {number} items       that were read: the rest it held already
 * @property {{ url: string, name?: string, items: number }[]} unknown   feeds that the planet has no subscription for:
 *                                their items are left out. Subscribe to them and import again
 * @property {number} nameless    items that name no feed: left out
 */

/** So many are read at a time, so that the page stays alive. */
const CHUNK = 500;

/**
 * Nothing that is held twice, nothing newer is lost, and what was received earlier elsewhere was received then. Import
 * when all segments are loaded: bodies that are missing are taken from the document.
 * @param {Planet} planet
 * @param {string} text
 * @param {object} env
 * @param {number} env.now   UTC seconds
 * @param {() => Promise<unknown>} [env.pause]
 * @returns {Promise<Outcome<Imported>>}   rejects with CoreCrash where the core stopped
 */
export async function importPlanet(planet, text, { now, pause = async () => {} }) {
  const document = parsed(text);
  if (!Array.isArray(document?.items)) return { kind: 'failed', reason: 'not_a_feed', detail: 'no "items"' };
  const view = planet.query({ now, size: 1 });
  if (view.kind === 'failed') return view;
  const nicks = new Map(view.value.feeds.map(({ url, nick }) => [url, nick]));
  const described = new Map(listOf(document._planetarium?.feeds).map((feed) => [feed.url, feed]));
  const sources = bySource(document.items);
  const nameless = sources.get(undefined)?.length ?? 0;
  sources.delete(undefined);
  /** @type {Imported} */
  const result = { added: 0, updated: 0, items: 0, unknown: [], nameless };
  for (const [url, items] of /** @type {Map<string, Item[]>} */ (sources)) {
    const nick = nicks.get(url);
    const feed = described.get(url);
    if (nick === undefined) {
      const name = wordOf(feed?.name) ?? wordOf(items[0]._source?.title);
      result.unknown.push({ url, ...(name && { name }), items: items.length });
      continue;
    }
    for (let from = 0; from < items.length; from += CHUNK) {
      const chunk = items.slice(from, from + CHUNK);
      const added = await planet.addFeed(documentOf(url, feed, chunk), {
        feed: nick,
        contentType: 'application/feed+json',
        receivedAt: now,
        now,
        past: chunk.map((item) => pastLine(item, now)),
      });
      if (added.kind === 'failed') return added;
      result.added += added.value.added;
      result.updated += added.value.updated;
      result.items += chunk.length;
      await pause();
    }
  }
  return { kind: 'ok', value: result };
}

/** @typedef {Record<string, any> & { _planetarium?: Partial<ItemPast>, _source?: Record<string, unknown> }} Item */

/** @param {string} text @returns {any} */
function parsed(text) {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

/** @param {unknown} value @returns {Record<string, unknown>[]}   objects alone: files may have been edited by hand */
const listOf = (value) => (Array.isArray(value) ? value : []).filter((one) => one && typeof one === 'object');

/** @param {unknown} value @returns {string | undefined} */
const wordOf = (value) => (typeof value === 'string' && value ? value : undefined);

/**
 * Any planet's feed.json names the sources of its items; what is known of their past is in an export alone.
 * @param {unknown[]} all
 * @returns {Map<string | undefined, Item[]>}   by the feed's URL
 */
function bySource(all) {
  /** @type {Map<string | undefined, Item[]>} */
  const sources = new Map();
  for (const item of /** @type {Item[]} */ (listOf(all))) {
    const url = wordOf(item._planetarium?.feed) ?? wordOf(item._source?.feed_url);
    const items = sources.get(url);
    if (items) items.push(item);
    else sources.set(url, [item]);
  }
  return sources;
}

/**
 * @param {string} url
 * @param {Partial<ExportedFeed> | undefined} feed
 * @param {Item[]} items
 * @returns {Uint8Array}
 */
function documentOf(url, feed, items) {
  const document = {
    version: 'https://jsonfeed.org/version/1.1',
    title: wordOf(feed?.title),
    home_page_url: wordOf(feed?.link),
    icon: wordOf(feed?.image),
    feed_url: url,
    items: items.map(itself),
  };
  return new TextEncoder().encode(JSON.stringify(document));
}

/** An item as its feed wrote it. @param {Item} item */
function itself({ _source, ...item }) {
  const { made, id } = item._planetarium ?? {};
  for (const key of Array.isArray(made) ? made : []) delete item[key];
  return id === undefined ? item : { ...item, id };
}

/** @param {Item} item @param {number} now */
function pastLine({ _planetarium: past = {} }, now) {
  const date = wordOf(past.received) ?? '';
  const received = /^\d{4}-/.test(date) ? Math.floor(Date.parse(date) / 1000) : NaN;
  const seconds = received >= 0 && received <= now ? received : now;
  const marks = /** @type {const} */ (['edited', 'flooded', 'deleted']).filter((mark) => past[mark] === true);
  return [seconds, ...marks].join(',');
}
