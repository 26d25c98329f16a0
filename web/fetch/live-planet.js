/**
 * A planet's subscriptions → a core planet that fills: first from what was stored, then from the network, feed by feed.
 *
 * @import { Config, FeedConfig } from '../config/planet-config.js'
 * @import { AddedView, Failure, FeedState, Query, View } from '../model.js'
 * @import { Fresh, NotFetched } from './fetch-feed.js'
 *
 * @typedef {object} CorePlanet      of web/core/core.js; a method that throws has crashed the core for good
 * @property {(bytes: Uint8Array, about: { feed: string, url?: string, contentType?: string, receivedAt: number, now: number }) => Promise<{ kind: 'ok', value: AddedView } | Failure>} addFeed
 * @property {(nick: string, state: FeedState) => unknown} setFeedState
 * @property {(query: Query) => { kind: 'ok', value: View } | Failure} query
 *
 * @typedef {object} Answer          bytes of a feed and what is known of them
 * @property {Uint8Array} [bytes]
 * @property {string} [contentType]
 * @property {string} [baseUrl]
 * @property {number} [receivedAt]   UTC seconds
 *
 * @typedef {Answer & { failingSince?: string, direct?: boolean }} Saved    of web/store/feed-store.js
 *
 * @typedef {object} FeedStore
 * @property {() => Promise<Map<string, Saved>>} load
 * @property {(url: string, changes: Partial<Saved>) => Promise<void>} update    never rejects
 * @property {(urls: string[]) => Promise<void>} keepOnly
 *
 * @typedef {object} LivePlanetEnv
 * @property {Config} config
 * @property {() => Promise<CorePlanet>} newPlanet   in a core of its own
 * @property {FeedStore} store
 * @property {(feed: FeedConfig & { direct?: boolean }) => Promise<Fresh | NotFetched>} fetchFeed
 * @property {() => number} now                UTC seconds
 * @property {() => Promise<unknown>} pause    lets the browser paint and listen
 * @property {() => void} onChange             there is something new to draw
 */
import { fingerprint } from './fingerprint.js';
import { refresh } from './refresh.js';

/** Feeds are put into the core for this long before the page gets a turn. */
const TURN_MS = 20;

/** What a feed's row keeps in memory: all but the bytes, of which a fingerprint tells whether they are new. @typedef {Omit<Saved, 'bytes'> & { print?: string }} Known */

/** @type {Failure} */
const CRASHED = { kind: 'failed', reason: 'crashed' };

/** @param {LivePlanetEnv} env */
export function createLivePlanet({ config, newPlanet, store, fetchFeed, now, pause, onChange }) {
  /** @type {Map<string, Known>} */
  const known = new Map();
  /** @type {Map<string, FeedState>} */
  const states = new Map();
  /** Fingerprints of bytes that crashed the core: they are not put into another one. @type {Set<string>} */
  const crashed = new Set();
  /** What is being stored, by URL of the feed. @type {Map<string, Promise<unknown>>} */
  const writes = new Map();
  /** @type {CorePlanet | undefined}   none while a crashed core is replaced */
  let planet;
  /** @type {Promise<void> | undefined} */
  let filling;
  const progress = { done: 0, total: config.feeds.length };

  return {
    /** A feed is done when what was learnt of it is stored: whoever leaves then finds it on the next visit. */
    progress: () => ({ ...progress }),
    /** @param {Query} query @returns {{ kind: 'ok', value: View } | Failure | undefined}   undefined: ask again after the next change */
    query: (query) => planet?.query(query),
    /** Shows what the last visit left, then asks the network. Rejects when there is no core, or when fetchFeed does. */
    async start() {
      await ready();
      onChange();
      /** @type {Promise<void>[]} */
      const done = [];
      await refresh(config.feeds, {
        fetchOne: (feed) => fetchFeed({ ...feed, direct: known.get(feed.url)?.direct }),
        // The next feed does not wait for the store: a slow disk must not keep anybody from reading.
        onOutcome: async (feed, outcome) => {
          await take(feed, outcome);
          done.push(count(feed));
        },
      });
      await Promise.all(done);
      await store.keepOnly([...config.feeds.map(({ url }) => url), ...(config.lists ?? [])]);
    },
  };

  /** One filling serves all who wait for it. */
  async function ready() {
    while (!planet) await (filling ??= fill().finally(() => (filling = undefined)));
  }

  /** A new core with all that is stored; begins again when one of the stored feeds crashes it. @returns {Promise<void>} */
  async function fill() {
    const filled = await newPlanet();
    const rows = await store.load();
    let turn = performance.now();
    for (const feed of config.feeds) {
      const { bytes, ...row } = rows.get(feed.url) ?? {};
      const print = bytes && fingerprint(bytes);
      known.set(feed.url, { ...row, ...(print && { print }) });
      if (bytes && print && !crashed.has(print) && !(await add(filled, feed, { ...row, bytes }))) {
        crashed.add(print);
        return fill();
      }
      if (performance.now() - turn < TURN_MS) continue;
      await pause();
      turn = performance.now();
    }
    for (const [nick, state] of states) filled.setFeedState(nick, state);
    planet = filled;
  }

  /**
   * @param {CorePlanet} into
   * @param {FeedConfig} feed
   * @param {Answer & { bytes: Uint8Array }} answer
   * @returns {Promise<{ kind: 'ok', value: AddedView } | Failure | undefined>}   undefined: the core has crashed
   */
  async function add(into, feed, { bytes, contentType, baseUrl = feed.url, receivedAt = now() }) {
    try {
      return await into.addFeed(bytes, {
        feed: feed.nick,
        url: baseUrl,
        ...(contentType && { contentType }),
        receivedAt,
        now: now(),
      });
    } catch {
      return undefined;
    }
  }

  /** @param {FeedConfig} feed @param {Fresh | NotFetched} outcome */
  async function take(feed, outcome) {
    const failure = outcome.kind === 'fresh' ? await keep(feed, outcome) : outcome;
    const { reason, status, detail } = /** @type {Partial<NotFetched>} */ (failure ?? {});
    const before = known.get(feed.url)?.failingSince;
    const checked = rfc3339(now());
    const since = failure && (before ?? checked);
    const direct = outcome.direct === undefined ? {} : { direct: outcome.direct };
    if (since !== before || outcome.direct !== undefined) remember(feed, { ...direct, failingSince: since });
    states.set(feed.nick, {
      kind: !failure ? 'ok' : reason === 'gone' ? 'gone' : 'failed',
      ...(reason && { reason }),
      ...(status !== undefined && { status }),
      ...(detail !== undefined && { detail }),
      ...(since && { since }),
      checked,
      route: outcome.route,
    });
    if (planet) planet.setFeedState(feed.nick, /** @type {FeedState} */ (states.get(feed.nick)));
    else await ready();
    onChange();
  }

  /** @param {FeedConfig} feed */
  async function count({ url }) {
    await writes.get(url);
    progress.done++;
    onChange();
  }

  /**
   * @param {FeedConfig} feed
   * @param {Fresh} fresh
   * @returns {Promise<Failure | undefined>}   why the core could not read it: then what was stored stays
   */
  async function keep(feed, { bytes, contentType, url }) {
    const print = fingerprint(bytes);
    if (crashed.has(print)) return CRASHED;
    // Already in the core. The time of its first receipt stays: it dates the posts that have no date of their own.
    if (known.get(feed.url)?.print === print) return undefined;
    const answer = { bytes, contentType, baseUrl: url, receivedAt: now() };
    const added = await addNow(feed, answer);
    if (!added) {
      crashed.add(print);
      return CRASHED;
    }
    if (added.kind === 'failed') return added;
    remember(feed, answer, print);
    return undefined;
  }

  /**
   * @param {FeedConfig} feed
   * @param {Answer & { bytes: Uint8Array }} answer
   * @returns {ReturnType<typeof add>}   undefined: these bytes crashed the core, and no others that were being read meanwhile
   */
  async function addNow(feed, answer) {
    for (;;) {
      await ready();
      const into = /** @type {CorePlanet} */ (planet);
      const added = await add(into, feed, answer);
      if (added) return added;
      if (planet !== into) continue;
      planet = undefined;
      return undefined;
    }
  }

  /** @param {FeedConfig} feed @param {Saved} changes @param {string} [print] */
  function remember({ url }, { bytes, ...changes }, print) {
    known.set(url, { ...known.get(url), ...changes, ...(print && { print }) });
    const write = store.update(url, { ...changes, ...(bytes && { bytes }) });
    writes.set(url, Promise.all([writes.get(url), write]));
  }
}

/** @param {number} seconds */
const rfc3339 = (seconds) => new Date(seconds * 1000).toISOString().replace(/\.\d+Z$/, 'Z');
