/**
 * The lists of a policy, planet.json or OPML, come in; the feeds they hold just now become those that may be fetched. A list
 * is read like a feed: within the same rules, conditionally, and its last good state stays while it cannot be read.
 *
 * @typedef {import('./settings.js').Settings} Settings
 * @typedef {import('./feeds.js').Asking} Asking
 * @typedef {{ bytes: Uint8Array, contentType: string, url: string, state: string }} Read   state: another one, another list
 *
 * @typedef {object} ListsEnv
 * @property {Settings} settings
 * @property {(url: URL, asking: Asking) => import('./feeds.js').Lookup | Promise<import('./feeds.js').Lookup>} lookUp
 * @property {() => number} now
 * @property {(event: object) => void} log
 * @property {(url: URL) => Promise<Read>} [readFile]   where there are files
 */
import { isUsable } from './freshness.js';
import { tags } from './markup.js';
import { checkHost } from './policy.js';
import { relist } from './settings.js';

/** A list that never could be read is tried again after this; files may be looked at any time. */
const retryMs = 10_000;
const fileMs = 1000;
const mostLists = 50;
const mostFeeds = 20_000;
const mostDepth = 3;

/** @param {ListsEnv} env */
export function createLists({ settings, lookUp, now, log, readFile }) {
  const lists = settings.lists.map((list) => ({
    ...list,
    isFile: list.url.startsWith('file:'),
    /** @type {string[] | null} */
    feeds: null,
    state: '',
    next: 0,
  }));
  if (!readFile && lists.some(({ isFile }) => isFile)) {
    throw new Error('proxy policy: feeds names a file, and there are none here; name a URL');
  }
  /** @type {Promise<void> | undefined} */
  let reading;

  return {
    /** Is there one of which nothing is known yet? */
    isIncomplete: () => lists.some(({ feeds }) => feeds === null),
    /**
     * @param {URL} self
     * @param {import('./handler.js').Caller} caller
     * @returns {Promise<void> | undefined}   what must be awaited before anything is judged by the lists
     */
    refresh(self, { waitUntil = () => {} }) {
      if (lists.length === 0) return undefined;
      if (!reading && lists.some(({ next }) => now() >= next)) {
        reading = readAll({ self, client: 'lists', waitUntil }).finally(() => (reading = undefined));
        waitUntil(reading);
      }
      return lists.some(({ feeds, next }) => feeds === null && now() >= next) ? reading : undefined;
    },
  };

  /** @param {Omit<Asking, 'insist' | 'isList' | 'minIntervalS'>} asking */
  async function readAll(asking) {
    let changed = false;
    for (const list of lists.filter(({ next }) => now() >= next)) {
      try {
        const budget = { lists: mostLists };
        const { feeds, state } = await read(list.url, list.minIntervalS, asking, budget, mostDepth);
        changed ||= state !== list.state || list.feeds === null;
        Object.assign(list, {
          feeds,
          state,
          next: now() + (list.isFile ? fileMs : list.minIntervalS * 1000),
        });
      } catch (error) {
        log({
          event: 'list',
          url: bare(list.url),
          outcome: error instanceof Error ? error.message : String(error),
        });
        list.next = now() + retryMs;
      }
    }
    if (!changed) return;
    const found = lists.flatMap(({ feeds }) => feeds ?? []).slice(0, mostFeeds);
    relist(settings, found);
    log({ event: 'list', outcome: 'read', feeds: settings.listed.size });
  }

  /**
   * @param {string} url
   * @param {number} minIntervalS
   * @param {Omit<Asking, 'insist' | 'isList' | 'minIntervalS'>} asking
   * @param {{ lists: number }} budget
   * @param {number} depth
   * @returns {Promise<{ feeds: string[], state: string }>}   rejects with an Error whose message is for the log
   */
  async function read(url, minIntervalS, asking, budget, depth) {
    const answer = await readOne(new URL(url), minIntervalS, asking);
    const held = namesOf(answer.bytes, answer.contentType, answer.url);
    if (!held) throw new Error(`neither planet.json nor OPML`);
    const feeds = [...held.feeds];
    let { state } = answer;
    for (const list of held.lists) {
      // A list from elsewhere names nothing on this machine, and no list goes in circles for long.
      if (depth <= 1 || budget.lists-- <= 0 || (list.startsWith('file:') && !url.startsWith('file:')))
        continue;
      try {
        const inner = await read(list, minIntervalS, asking, budget, depth - 1);
        feeds.push(list, ...inner.feeds);
        state += ` ${inner.state}`;
      } catch (error) {
        log({
          event: 'list',
          url: bare(list),
          outcome: error instanceof Error ? error.message : String(error),
        });
      }
    }
    return { feeds, state };
  }

  /**
   * @param {URL} url
   * @param {number} minIntervalS
   * @param {Omit<Asking, 'insist' | 'isList' | 'minIntervalS'>} asking
   * @returns {Promise<Read>}
   */
  async function readOne(url, minIntervalS, asking) {
    if (url.protocol === 'file:' && readFile) return readFile(url);
    const verdict = checkHost(url, settings);
    if (verdict.kind === 'failed') throw new Error(verdict.code);
    const lookup = await lookUp(url, {
      ...asking,
      insist: true,
      isList: true,
      minIntervalS,
    });
    const copy = lookup.entry?.copy;
    if (!copy || !isUsable(copy.fetched, now())) {
      throw new Error(
        lookup.kind === 'refused' ? lookup.failure.code : (lookup.entry?.failure?.code ?? 'unreachable'),
      );
    }
    return { bytes: copy.bytes, contentType: copy.contentType, url: copy.finalUrl, state: copy.etag };
  }
}

/**
 * @param {Uint8Array} bytes
 * @param {string} contentType
 * @param {string} base
 * @returns {{ feeds: string[], lists: string[] } | null}   absolute URLs; null: it is no list
 */
export function namesOf(bytes, contentType, base) {
  const text = decode(bytes, contentType);
  const names = /^\s*\{/.test(text) ? namesOfPlanet(text) : namesOfOpml(text);
  if (!names) return null;
  const absolute = (/** @type {string[]} */ urls) =>
    urls.filter((url) => URL.canParse(url, base)).map((url) => new URL(url, base).href);
  return { feeds: absolute(names.feeds), lists: absolute(names.lists) };
}

/**
 * What a page reads of planet.json besides is none of the proxy's business.
 * @param {string} text
 */
function namesOfPlanet(text) {
  let planet;
  try {
    planet = JSON.parse(text);
  } catch {
    return null;
  }
  if (!Array.isArray(planet.feeds)) return null;
  /** @type {{ feeds: string[], lists: string[] }} */
  const names = { feeds: [], lists: [] };
  for (const feed of planet.feeds) {
    const url = typeof feed === 'string' ? feed : feed?.url;
    if (typeof url === 'string') names.feeds.push(url);
    else if (typeof feed?.list === 'string') names.lists.push(feed.list);
  }
  return names;
}

/**
 * Outlines with xmlUrl are feeds, those of type include name another list (OPML 2.0). http://opml.org/spec2.opml
 * @param {string} text
 */
function namesOfOpml(text) {
  /** @type {{ feeds: string[], lists: string[] }} */
  const names = { feeds: [], lists: [] };
  let isOpml = false;
  for (const { name, attributes } of tags(text)) {
    isOpml ||= name === 'opml';
    if (name !== 'outline') continue;
    const feed = attributes.get('xmlurl')?.trim();
    const list = attributes.get('type')?.toLowerCase() === 'include' ? attributes.get('url')?.trim() : '';
    if (feed) names.feeds.push(feed);
    else if (list) names.lists.push(list);
  }
  return isOpml ? names : null;
}

/**
 * @param {Uint8Array} bytes
 * @param {string} contentType
 */
function decode(bytes, contentType) {
  const [a, b] = bytes;
  const marked = a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : undefined;
  const label = marked ?? /charset\s*=\s*"?([\w.:-]+)/i.exec(contentType)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(label).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}

/** @param {string} url */
function bare(url) {
  const { protocol, host, pathname } = new URL(url);
  return `${protocol}//${host}${pathname}`;
}
