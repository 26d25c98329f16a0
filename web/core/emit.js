// A view of a planet → a document for other programs: Atom, RSS, JSON Feed, OPML, FOAF. Apart from core.js: a planet page
// never needs it.
import { toLines } from './module.js';

/** @import { FeedView, Query } from '../model.js' */
/** @import { Core, Planet } from './core.js' */
/** @import { Outcome } from './module.js' */

/**
 * @typedef {'atom' | 'rss' | 'rss10' | 'json' | 'opml' | 'foaf'} Format
 *
 * @typedef {object} AboutOutput   what a document says of itself; every URL is absolute
 * @property {string} link         the view as a page
 * @property {string} [title]      "Planet"
 * @property {string} [subtitle]
 * @property {string} [self]       the document's own address: whoever subscribes needs it
 * @property {string} [first]      those of the other pages
 * @property {string} [previous]
 * @property {string} [next]
 * @property {string} [last]
 * @property {string} [id]         `self`, else `link`
 * @property {string} [language]
 * @property {string} [rights]     plain text
 * @property {string} [icon]       small and square
 * @property {string} [logo]
 * @property {string} [generator]  "Planetarium"
 * @property {{ name?: string, email?: string }} [owner]
 * @property {number} [updated]    UTC seconds; by default the date of the newest entry
 * @property {'name' | 'plain'} [titles]   "NAME: TITLE" or the title alone; by default "name" in RSS, else "plain"
 */

/** What a document of each format is served as. */
export const MEDIA_TYPES = Object.freeze({
  atom: 'application/atom+xml',
  rss: 'application/rss+xml',
  rss10: 'application/rdf+xml',
  json: 'application/feed+json',
  opml: 'text/x-opml',
  foaf: 'application/rdf+xml',
});

/**
 * Formats that list the feeds of a view and hold nothing of what they say.
 * @type {Set<Format>}
 */
const LISTS = new Set(['opml', 'foaf']);

/** Keys of a query that choose no entries. */
const ARRANGING = new Set([
  'asc',
  'order',
  'page',
  'cursor',
  'size',
  'zone',
  'now',
  'people',
  'months',
  'days',
  'languages',
  'links',
]);

const MOST_ENTRIES = 1000;

/**
 * @param {Core} core
 * @param {Planet} planet
 * @param {Format} format
 * @param {Query} query          the page of the view; OPML and FOAF list its feeds, whatever the page
 * @param {AboutOutput} about
 * @returns {Promise<Outcome<string>>}   rejects with CoreCrash where the core stopped
 */
export async function emit(core, planet, format, query, about) {
  const emitter = await core.parser();
  if (emitter.kind === 'failed') return emitter;
  const isList = LISTS.has(format);
  const people = planet.query(isList ? listQuery(query) : { now: query.now, order: query.order, size: 1 });
  if (people.kind === 'failed') return people;
  const feeds = isList ? feedsOf(people.value, query) : people.value.feeds;
  const { owner, ...rest } = about;
  const lines = toLines({ generator: 'Planetarium', ...rest, format }) + toLines(owner ?? {}, 'owner.');
  const table = isList ? NOTHING : planet.queryTable(query);
  if (table.kind === 'failed') return table;
  const document = emitter.value.emit(lines + feeds.map(feedLines).join(''), table.value);
  if (document.kind === 'failed') return document;
  return { kind: 'ok', value: new TextDecoder().decode(document.value) };
}

/** @type {{ kind: 'ok', value: Uint8Array }} */
const NOTHING = { kind: 'ok', value: new Uint8Array() };

/** Counts of feeds leave the author aside: whose feeds those are, the entries say. @param {Query} query @returns {Query} */
function listQuery(query) {
  return { ...query, page: 1, size: query.author ? MOST_ENTRIES : 1 };
}

/**
 * @param {import('../model.js').View} view
 * @param {Query} query
 * @returns {FeedView[]}   all of the planet, or those with entries in a view that chooses
 */
function feedsOf({ feeds, entries }, query) {
  const choosing = Object.entries(query).filter(([key, value]) => value && !ARRANGING.has(key));
  if (choosing.length === 0) return feeds;
  if (query.feed) return feeds.filter(({ nick }) => nick === query.feed);
  if (!query.author) return feeds.filter(({ count }) => count > 0);
  const nicks = new Set(entries.flatMap(({ feed, alsoAt = [] }) => [feed, ...alsoAt.map((one) => one.feed)]));
  return feeds.filter(({ nick }) => nicks.has(nick));
}

/** @param {FeedView} feed */
function feedLines({ nick, url, name, link, face }) {
  return toLines({ feed: nick }) + toLines({ url, name, link, face }, 'feed.');
}
