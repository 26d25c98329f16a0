/**
 * The object of a planet.json → a checked Config with every default filled in and every URL absolute; Node and browsers.
 *
 * @typedef {object} FeedConfig
 * @property {string} url            absolute
 * @property {string} nick           unique in the planet, any case
 * @property {boolean} [ownNick]     the planet gave this nick; absent: made from the name or the host
 * @property {string} [name]
 * @property {string} [face]         absolute
 * @property {string} [link]
 * @property {string[]} [tags]
 * @property {boolean} [cors]        the feed's host is known to allow any origin
 * @property {'text' | 'html'} [titleType]
 * @property {string} [xmlBase]      absolute
 * @property {number} [maxEntries]   taken of one answer
 * @property {number} [keepEntries]  held, beside what the feed still carries
 * @property {string[]} [ignoreInFeed]   names of IGNORABLE
 * @property {EntryFilter[]} [include]
 * @property {EntryFilter[]} [exclude]
 *
 * @typedef {object} Config
 * @property {string} title
 * @property {string} [description]
 * @property {string} [link]
 * @property {string} [language]
 * @property {{ name?: string, email?: string }} [owner]
 * @property {string} [welcome]      html, sanitised where it is shown
 * @property {{ title: string, url: string }[]} [links]
 * @property {string[]} proxies      absolute templates that contain `{url}`, tried in order
 * @property {string} [snapshot]     absolute; what a build left for the page to begin with
 * @property {number} pageSize
 * @property {'published' | 'updated' | 'received' | 'received_day'} order
 * @property {string} timezone       published, viewer, or an IANA name
 * @property {'full' | 'excerpt' | 'titles'} content
 * @property {'merge' | 'keep'} duplicates
 * @property {'ignore_date' | 'keep' | 'ignore_entry'} futureDates
 * @property {'keep' | 'hide'} deletedPosts   posts that left their feed although older ones are still in it
 * @property {number} [newFeedItems]
 * @property {EntryFilter[]} [include]
 * @property {EntryFilter[]} [exclude]
 * @property {string[]} [hide]       keys, ids or links of posts
 * @property {number} maxBytes       decoded
 * @property {number} [keepDays]
 * @property {number} keepEntries    held; what a feed still carries never goes
 * @property {'system' | 'light' | 'dark'} theme
 * @property {Look} [look]           a theme beside the page's own
 * @property {string} [css]          absolute: the planet's own style sheet
 * @property {string} [template]     absolute: the planet's own template of a post
 * @property {{ name: string, query: string }[]} [views]   query: an address, with or without `#/`
 * @property {FeedConfig[]} feeds
 * @property {string[]} [lists]      absolute URLs of the lists that the planet names under feeds
 *
 * @typedef {{ kind: 'failed', reason: 'bad-config', key: string, detail: string }} BadConfig
 */
import { ConfigError, boolean, filled, http, listOf, object, oneOf, text, whole } from './config-values.js';
import { filters } from './filters.js';
import { giveNicks } from './nicks.js';
import { feedsOfList } from './feed-list.js';
import { entryTemplate, styleSheet, theme } from './theme.js';

/** @import { EntryFilter, Listed } from '../model.js' */
/** @import { Look } from './theme.js' */

/** What a subscription may ignore in its feed's posts (src/planet/overrides.hpp). */
export const IGNORABLE = /** @type {const} */ ([
  'id',
  'title',
  'link',
  'authors',
  'published',
  'updated',
  'language',
  'categories',
  'summary',
  'content',
  'enclosures',
  'rights',
  'image',
]);

/** @type {Record<string, string>}   as Planet Venus calls them */
const VENUS_FIELDS = { author: 'authors', 'xml:lang': 'language', category: 'categories' };

const MEGABYTE = 1024 * 1024;

/**
 * @param {unknown} planet    what JSON.parse made of planet.json; keys this version does not know are ignored
 * @param {string} baseUrl    the file's own URL: relative URLs resolve against it
 * @param {Map<string, Listed[]>} [lists]   feeds of the lists it names, by URL, once they are read: a list that is not among
 *                                          them stands for itself, as a feed that cannot be read
 * @returns {{ kind: 'ok', value: Config } | BadConfig}
 */
export function readConfig(planet, baseUrl, lists = new Map()) {
  try {
    return { kind: 'ok', value: readPlanet(object(planet, 'planet'), baseUrl, lists) };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return { kind: 'failed', reason: 'bad-config', key: error.key, detail: error.message };
  }
}

/**
 * @param {Record<string, unknown>} planet
 * @param {string} base
 * @param {Map<string, Listed[]>} lists
 * @returns {Config}
 */
function readPlanet(planet, base, lists) {
  const entries = listOf(planet.feeds, 'feeds', (feed, key) => readEntry(feed, key, base));
  if (!entries) throw new ConfigError('feeds', planet.feeds, 'a list of feeds, each {"url": "https://…"}');
  const named = entries.flatMap((entry) => ('list' in entry ? [entry.list] : []));
  return filled({
    title: text(planet.title, 'title') ?? 'Planet',
    description: text(planet.description, 'description'),
    link: http(planet.link, 'link', base),
    language: language(planet.language),
    owner: owner(planet.owner),
    welcome: text(planet.welcome, 'welcome'),
    links: listOf(planet.links, 'links', (link, key) => readLink(link, key, base)),
    proxies: proxies(planet.proxy, base),
    snapshot: http(planet.snapshot, 'snapshot', base),
    pageSize: whole(planet.pageSize, 'pageSize', 1, 500) ?? 20,
    order: oneOf(planet.order, 'order', ['published', 'updated', 'received', 'received_day']) ?? 'published',
    timezone: timezone(planet.timezone),
    content: oneOf(planet.content, 'content', ['full', 'excerpt', 'titles']) ?? 'full',
    duplicates: oneOf(planet.duplicates, 'duplicates', ['merge', 'keep']) ?? 'merge',
    futureDates:
      oneOf(planet.futureDates, 'futureDates', ['ignore_date', 'keep', 'ignore_entry']) ?? 'ignore_date',
    deletedPosts: oneOf(planet.deletedPosts, 'deletedPosts', ['keep', 'hide']) ?? 'keep',
    newFeedItems: whole(planet.newFeedItems, 'newFeedItems', 1, 1_000_000),
    include: filters(planet.include, 'include'),
    exclude: filters(planet.exclude, 'exclude'),
    hide: listOf(planet.hide, 'hide', (entry, key) => text(entry, key) ?? ''),
    maxBytes: whole(planet.maxBytes, 'maxBytes', 1, 1024 * MEGABYTE) ?? 16 * MEGABYTE,
    keepDays: whole(planet.keepDays, 'keepDays', 1, 1_000_000),
    keepEntries: whole(planet.keepEntries, 'keepEntries', 1, 1_000_000) ?? 10_000,
    ...theme(planet.theme),
    css: styleSheet(planet.css, base),
    template: entryTemplate(planet.template, base),
    views: listOf(planet.views, 'views', readView),
    feeds: feeds(entries, lists),
    lists: named.length > 0 ? named : undefined,
  });
}

/**
 * @typedef {Omit<FeedConfig, 'nick'> & { nick?: string }} Feed
 * @typedef {Omit<Feed, 'url' | 'nick'> & { list: string }} FeedList   what it says goes for each feed of the list
 *
 * @param {(Feed | FeedList)[]} entries
 * @param {Map<string, Listed[]>} lists
 * @returns {FeedConfig[]}
 */
function feeds(entries, lists) {
  const all = entries.flatMap((entry) =>
    'list' in entry ? feedsOfList(entry, lists.get(entry.list)) : [entry],
  );
  // The same feed twice would be fetched twice and show every post as a copy of itself: the first one stands.
  const seen = new Set();
  return giveNicks(all.filter(({ url }) => !seen.has(url) && seen.add(url)));
}

/**
 * @param {unknown} value
 * @param {string} key
 * @param {string} base
 * @returns {Feed | FeedList}
 */
function readEntry(value, key, base) {
  const feed = typeof value === 'string' ? { url: value } : object(value, key);
  const list = http(feed.list, `${key}.list`, base);
  const url = http(feed.url, `${key}.url`, base);
  if (list && url) throw new ConfigError(`${key}.list`, feed.list, 'left out beside a "url"');
  if (!list && !url) throw new ConfigError(`${key}.url`, feed.url, 'the URL of a feed');
  return /** @type {Feed | FeedList} */ (
    filled({
      ...(list ? { list } : { url, nick: text(feed.nick, `${key}.nick`) }),
      name: text(feed.name, `${key}.name`),
      face: http(feed.face, `${key}.face`, base),
      link: http(feed.link, `${key}.link`, base),
      tags: listOf(feed.tags, `${key}.tags`, (tag, at) => text(tag, at) ?? ''),
      cors: boolean(feed.cors, `${key}.cors`),
      titleType: oneOf(feed.titleType, `${key}.titleType`, ['text', 'html']),
      xmlBase: http(feed.xmlBase, `${key}.xmlBase`, base),
      maxEntries: whole(feed.maxEntries, `${key}.maxEntries`, 1, 1_000_000),
      ignoreInFeed: listOf(
        feed.ignoreInFeed,
        `${key}.ignoreInFeed`,
        (field, at) =>
          oneOf(VENUS_FIELDS[/** @type {string} */ (field)] ?? field, at, [...IGNORABLE]) ?? 'id',
      ),
      include: filters(feed.include, `${key}.include`),
      exclude: filters(feed.exclude, `${key}.exclude`),
      keepEntries: whole(feed.keepEntries, `${key}.keepEntries`, 1, 1_000_000),
    })
  );
}

/** @param {unknown} value @param {string} base @returns {string[]} */
function proxies(value, base) {
  const templates = Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
  return templates.map((template, index) => {
    const key = Array.isArray(value) ? `proxy[${index}]` : 'proxy';
    const written = text(template, key);
    if (!written?.includes('{url}'))
      throw new ConfigError(key, template, 'a URL that contains {url}, as "proxy/v1/feed?url={url}"');
    // The URL parser escapes braces in a path, so a word stands in for them while it resolves.
    const stand = 'planetarium-feed-url';
    return /** @type {string} */ (http(written.replaceAll('{url}', stand), key, base)).replaceAll(
      stand,
      '{url}',
    );
  });
}

/** @param {unknown} value */
function owner(value) {
  if (value === undefined || value === null) return undefined;
  const { name, email } = object(value, 'owner');
  return filled({ name: text(name, 'owner.name'), email: text(email, 'owner.email') });
}

/** @param {unknown} value @param {string} key @param {string} base */
function readLink(value, key, base) {
  const link = object(value, key);
  const url = http(link.url, `${key}.url`, base);
  if (!url) throw new ConfigError(`${key}.url`, link.url, 'a URL');
  return { title: text(link.title, `${key}.title`) ?? new URL(url).host, url };
}

/** @param {unknown} value @param {string} key */
function readView(value, key) {
  const view = object(value, key);
  const name = text(view.name, `${key}.name`);
  const query = text(view.query, `${key}.query`);
  if (!name) throw new ConfigError(`${key}.name`, view.name, 'the name of the view');
  if (!query) throw new ConfigError(`${key}.query`, view.query, 'an address as "tag/cats/since/week"');
  return { name, query };
}

/** @param {unknown} value */
function timezone(value) {
  const zone = text(value, 'timezone') ?? 'published';
  if (zone === 'published' || zone === 'viewer') return zone;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone && zone;
  } catch {
    throw new ConfigError('timezone', value, '"published", "viewer" or a name such as "America/Denver"');
  }
}

/** @param {unknown} value */
function language(value) {
  const tag = text(value, 'language');
  try {
    return tag && Intl.getCanonicalLocales(tag)[0];
  } catch {
    throw new ConfigError('language', value, 'a language tag such as "en" or "pt-BR"');
  }
}
