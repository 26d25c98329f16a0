/**
 * A planet's subscriptions → a core planet that fills: first from what was stored, then from the network, feed by feed.
 *
 * @import { Config, FeedConfig } from '../config/planet-config.js'
 * @import { AddedView, Failure, FeedState, Query, View } from '../model.js'
 * @import { Fresh, NotFetched } from './fetch-feed.js'
 *
 * @typedef {object} CorePlanet      of web/core/core.js; a method that throws has crashed the core for good
 * @property {(bytes: Uint8Array, about: { feed: string, url?: string, contentType?: string, receivedAt: number, now: number }) => { kind: 'ok', value: AddedView } | Failure} addFeed
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
 * @property {(url: string, changes: Partial<Saved>) => Promise<void>} update
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
  /** @type {CorePlanet | undefined}   none while a crashed core is replaced */
  let planet;
  let filling = Promise.resolve();
  const progress = { done: 0, total: config.feeds.length };

  return {
    progress: () => ({ ...progress }),
    /** @param {Query} query @returns {{ kind: 'ok', value: View } | Failure | undefined}   undefined: ask again after the next change */
    query: (query) => planet?.query(query),
    /** Shows what the last visit left, then asks the network. Rejects when there is no core, or when fetchFeed does. */
    async start() {
      await fill();
      onChange();
      await refresh(config.feeds, {
        fetchOne: (feed) => fetchFeed({ ...feed, direct: known.get(feed.url)?.direct }),
        onOutcome: take,
      });
      await store.keepOnly(config.feeds.map(({ url }) => url));
    },
  };

  /** A new core with all that is stored; begins again when one of the stored feeds crashes it. @returns {Promise<void>} */
  async function fill() {
    planet = undefined;
    const filled = await newPlanet();
    const rows = await store.load();
    let turn = performance.now();
    for (const feed of config.feeds) {
      const { bytes, ...row } = rows.get(feed.url) ?? {};
      const print = bytes && fingerprint(bytes);
      known.set(feed.url, { ...row, ...(print && { print }) });
      if (bytes && print && !crashed.has(print) && !add(filled, feed, { ...row, bytes }, print))
        return fill();
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
   * @param {string} print
   * @returns {{ kind: 'ok', value: AddedView } | Failure | undefined}   undefined: the core has crashed
   */
  function add(into, feed, { bytes, contentType, baseUrl = feed.url, receivedAt = now() }, print) {
    try {
      return into.addFeed(bytes, {
        feed: feed.nick,
        url: baseUrl,
        ...(contentType && { contentType }),
        receivedAt,
        now: now(),
      });
    } catch {
      crashed.add(print);
      return undefined;
    }
  }

  /** @param {FeedConfig} feed @param {Fresh | NotFetched} outcome */
  async function take(feed, outcome) {
    while (!planet) await filling;
    const failure = outcome.kind === 'fresh' ? keep(feed, outcome) : outcome;
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
    else await (filling = fill());
    progress.done++;
    onChange();
  }

  /**
   * @param {FeedConfig} feed
   * @param {Fresh} fresh
   * @returns {Failure | undefined}   why the core could not read it: then what was stored stays
   */
  function keep(feed, { bytes, contentType, url }) {
    const print = fingerprint(bytes);
    if (crashed.has(print)) return CRASHED;
    // Already in the core. The time of its first receipt stays: it dates the posts that have no date of their own.
    if (known.get(feed.url)?.print === print) return undefined;
    const answer = { bytes, contentType, baseUrl: url, receivedAt: now() };
    const added = planet && add(planet, feed, answer, print);
    if (!added) {
      planet = undefined;
      return CRASHED;
    }
    if (added.kind === 'failed') return added;
    remember(feed, answer, print);
    return undefined;
  }

  /** @param {FeedConfig} feed @param {Saved} changes @param {string} [print] */
  function remember({ url }, { bytes, ...changes }, print) {
    known.set(url, { ...known.get(url), ...changes, ...(print && { print }) });
    void store.update(url, { ...changes, ...(bytes && { bytes }) });
  }
}

/** @param {number} seconds */
const rfc3339 = (seconds) => new Date(seconds * 1000).toISOString().replace(/\.\d+Z$/, 'Z');
