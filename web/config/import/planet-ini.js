/** A Planet or Planet Venus config.ini, or a Pluto ini → planet.json, and what could not be taken over. */
import { readIni } from './ini.js';

/** @import { Section } from './ini.js' */

/**
 * @typedef {object} Imported
 * @property {Record<string, unknown>} planet    for planet.json
 * @property {string[]} notes                    what was left out, a sentence each
 */

/** Keys that have no meaning here, and why. */
const NOT_TAKEN = /** @type {Record<string, string>} */ ({
  activity_threshold: 'the list of people says when everybody last wrote',
  bill_of_materials: 'files beside planet.json need no list',
  blacklist_directory: 'posts are hidden with “hide”',
  cache_blacklist_directory: 'posts are hidden with “hide”',
  cache_directory: 'the archive has a place of its own',
  cache_lists_directory: 'the archive has a place of its own',
  cache_sources_directory: 'the archive has a place of its own',
  content_type: 'the kind of the content is the feed’s to say',
  date_format: 'dates follow the language of the page',
  days_per_page: 'pages are counted in posts',
  django_autoescape: 'there are no such templates',
  encoding: 'the page is always UTF-8',
  feed: 'feeds are written by build',
  feedtype: 'feeds are written by build',
  feed_timeout: 'a feed has as long as the proxy gives it',
  filter_directories: 'programs that filter are not run',
  filters: 'programs that filter are not run; include and exclude take words and patterns',
  generator: 'the page names itself',
  generator_uri: 'the page names itself',
  http_cache_directory: 'the archive has a place of its own',
  log_format: 'there is no such log',
  log_level: 'there is no such log',
  name_type: 'names are text',
  new_date_format: 'dates follow the language of the page',
  output_dir: 'build takes it as --out',
  output_theme: 'themes are other ones',
  pubsubhubbub_feeds: 'no hub is told',
  pubsubhubbub_hub: 'no hub is told',
  spider_threads: 'six feeds are fetched at a time',
  summary_type: 'the kind of the summary is the feed’s to say',
  template_directories: 'templates are other ones',
  template_files: 'templates are other ones',
});

/** Sections that are no feed. */
const PLANET = /^planet$/i;
const DEFAULT = /^default$/i;
const URL_LIKE = /^(?:https?|feed):/i;

/** @param {string} text @returns {Imported} */
export function fromIni(text) {
  const { top, sections, unread } = readIni(text);
  const isPluto = !sections.some(({ name }) => PLANET.test(name) || URL_LIKE.test(name));
  const imported = isPluto ? fromPluto(top, sections) : fromVenus(sections);
  imported.notes.push(...unread.map((line) => `Line ${line} is no setting.`));
  return imported;
}

/** @param {Section[]} sections @returns {Imported} */
function fromVenus(sections) {
  const notes = new Notes();
  const planet = sections.find(({ name }) => PLANET.test(name))?.values ?? new Map();
  const defaults = sections.find(({ name }) => DEFAULT.test(name))?.values ?? new Map();
  const settings = venusPlanet(planet, notes);
  const feeds = [];
  for (const { name, values } of sections) {
    if (PLANET.test(name) || DEFAULT.test(name)) continue;
    if (URL_LIKE.test(name)) feeds.push(venusFeed(name, new Map([...defaults, ...values]), notes));
    else notes.add(`[${name}] is no feed: a theme’s or a filter’s settings are not taken over.`);
  }
  return { planet: { ...settings, feeds }, notes: notes.all() };
}

/** @param {Map<string, string>} values @param {Notes} notes */
function venusPlanet(values, notes) {
  const take = taker(values);
  const owner = filled({ name: take('owner_name'), email: take('owner_email') });
  const locale = take('locale');
  const planet = filled({
    title: take('name'),
    link: take('link'),
    language: languageOf(locale),
    owner: Object.keys(owner).length ? owner : undefined,
    pageSize: number(take('items_per_page')),
    newFeedItems: number(take('new_feed_items')),
    futureDates: take('future_dates'),
    ...filters(take),
  });
  const keep = number(take('cache_keep_entries'));
  if (keep)
    notes.add(
      `cache_keep_entries = ${keep} of [Planet] is left out: keepEntries counts the posts of the whole planet.`,
    );
  notes.left(values, 'Planet');
  return planet;
}

/** @param {string} url @param {Map<string, string>} values @param {Notes} notes */
function venusFeed(url, values, notes) {
  const take = taker(values);
  const web = url.replace(/^feed:(?:\/\/)?(?=https?:)/i, '').replace(/^feed:/i, 'http:');
  const kind = values.get('content_type') ?? '';
  const isList = /opml|foaf|rdf|csv|config|ini|list/i.test(kind);
  if (isList) take('content_type');
  const common = filled({
    name: take('name'),
    face: face(take('face')),
    link: take('link'),
    tags: split(take('tags')),
    titleType: titleType(take('title_type')),
    xmlBase: xmlBase(take('xml_base'), url, notes),
    ignoreInFeed: split(take('ignore_in_feed')),
    keepEntries: number(take('cache_keep_entries')),
    ...filters(take),
  });
  if (common.face && !/[:/]/.test(values.get('face') ?? ''))
    notes.add('Pictures of faces are looked for in images/, beside planet.json.');
  if (take('future_dates')) notes.add(`future_dates of ${url} is left out: it is one for the whole planet.`);
  notes.left(values, url);
  return isList ? { list: web, ...common } : { url: web, ...common };
}

/** @param {Section} top @param {Section[]} sections @returns {Imported} */
function fromPluto(top, sections) {
  const notes = new Notes();
  const ofPlanet = taker(top.values);
  const owner = filled({ name: ofPlanet('owner') ?? ofPlanet('author'), email: ofPlanet('email') });
  const planet = filled({
    title: ofPlanet('title') ?? ofPlanet('name'),
    description: ofPlanet('description'),
    link: ofPlanet('link') ?? ofPlanet('url'),
    owner: Object.keys(owner).length ? owner : undefined,
  });
  notes.left(top.values, 'the planet');
  const feeds = sections.flatMap(({ name, values }) => {
    const take = taker(values);
    const url = take('feed') ?? take('feed_url');
    if (!url) {
      notes.add(`[${name}] names no feed.`);
      return [];
    }
    const common = filled({
      nick: name,
      name: take('author') ?? take('title') ?? take('name'),
      link: take('link') ?? take('url'),
      face: take('avatar') ?? take('face'),
      tags: split(take('tags')),
      ...wordFilters(take),
    });
    notes.left(values, name);
    return [{ url, ...common }];
  });
  return { planet: { ...planet, feeds }, notes: notes.all() };
}

/** Pluto's includes and excludes are words, parted by |. @param {(key: string) => string | undefined} take */
function wordFilters(take) {
  const words = (/** @type {string | undefined} */ written) =>
    written
      ?.split('|')
      .map((word) => word.trim())
      .filter(Boolean);
  const include = words(take('includes'));
  const exclude = words(take('excludes'));
  return { include: include && { words: include }, exclude: exclude && { words: exclude } };
}

/** Venus holds its patterns against what the whole entry says. @param {(key: string) => string | undefined} take */
function filters(take) {
  const fields = ['title', 'content', 'author', 'link'];
  const filter = (/** @type {string | undefined} */ pattern) =>
    pattern && { pattern: pattern.replace(/^\(\?[ims]+\)/, ''), in: fields };
  return { include: filter(take('filter')), exclude: filter(take('exclude')) };
}

/** @param {string | undefined} written @returns {string[] | undefined} */
const split = (written) => written?.split(/[\s,]+/).filter(Boolean);

/** @param {string | undefined} written */
const number = (written) => (/^[1-9]\d*$/.test(written ?? '') ? Number(written) : undefined);

/** "de_DE.UTF-8" → "de-DE". @param {string | undefined} locale */
function languageOf(locale) {
  const tag = locale?.replace(/[.@].*/, '').replace('_', '-');
  return tag && /^[a-z]{2,3}(?:-[A-Za-z]{2,4})?$/.test(tag) ? tag : undefined;
}

/** @param {string | undefined} written */
const titleType = (written) => (written === undefined ? undefined : /html/.test(written) ? 'html' : 'text');

/** Venus' own: pictures lie in images/. @param {string | undefined} written */
const face = (written) => (written && !/[:/]/.test(written) ? `images/${written}` : written);

/** @param {string | undefined} written @param {string} url @param {Notes} notes */
function xmlBase(written, url, notes) {
  if (!written || /^https?:/.test(written)) return written;
  notes.add(`xml_base = ${written} of ${url} is left out: addresses resolve against the post’s link anyway.`);
  return undefined;
}

/**
 * Takes settings out, so that what is left was not understood.
 * @param {Map<string, string>} values
 * @returns {(key: string) => string | undefined}
 */
const taker = (values) => (key) => {
  const value = values.get(key);
  values.delete(key);
  return value || undefined;
};

/** @param {Record<string, unknown>} object @returns {Record<string, unknown>} */
const filled = (object) =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));

class Notes {
  /** @type {Set<string>} */
  #sentences = new Set();
  /** Keys that were not understood, and where. @type {Map<string, string[]>} */
  #unknown = new Map();

  /** @param {string} sentence */
  add(sentence) {
    this.#sentences.add(sentence);
  }

  /** @param {Map<string, string>} values   what nobody took @param {string} where */
  left(values, where) {
    for (const [key, value] of values) {
      if (!value) continue;
      const why = Object.hasOwn(NOT_TAKEN, key) ? NOT_TAKEN[key] : undefined;
      if (why) this.add(`${key} is left out: ${why}.`);
      else this.#unknown.set(key, [...(this.#unknown.get(key) ?? []), where]);
    }
  }

  all() {
    const unknown = [...this.#unknown].map(
      ([key, places]) =>
        `${key} of ${places[0]}${places.length > 1 ? ` and ${places.length - 1} more` : ''} has no counterpart.`,
    );
    return [...this.#sentences, ...unknown];
  }
}
