/**
 * A planet's subscriptions → a core planet that fills: first from what was stored, then from the network, feed by feed.
 *
 * @import { Config, FeedConfig } from '../config/planet-config.js'
 * @import { AddedView, Failure, FeedState, Query, View } from '../model.js'
 * @import { Fresh, NotFetched } from './fetch-feed.js'
 *
 * @typedef {object} CorePlanet      of web/core/core.js
 * @property {(bytes: Uint8Array, about: { feed: string, url?: string, contentType?: string, receivedAt: number, now: number }) => { kind: 'ok', value: AddedView } | Failure} addFeed
 * @property {(nick: string, state: FeedState) => unknown} setFeedState
 * @property {(query: Query) => { kind: 'ok', value: View } | Failure} query
 *
 * @typedef {object} Saved           of web/store/feed-store.js
 * @property {string} url
 * @property {Uint8Array} [bytes]
 * @property {string} [contentType]
 * @property {string} [baseUrl]
 * @property {number} [receivedAt]
 * @property {string} [failingSince]
 * @property {boolean} [direct]
 *
 * @typedef {object} FeedStore
 * @property {() => Promise<Map<string, Saved>>} load
 * @property {(saved: Saved) => Promise<void>} save
 * @property {(urls: string[]) => Promise<void>} keepOnly
 *
 * @typedef {object} LivePlanetEnv
 * @property {Config} config
 * @property {CorePlanet} planet
 * @property {FeedStore} store
 * @property {(feed: FeedConfig & { direct?: boolean }) => Promise<Fresh | NotFetched>} fetchFeed
 * @property {() => number} now                UTC seconds
 * @property {() => Promise<unknown>} pause    lets the browser paint and listen
 * @property {() => void} onChange             there is something new to draw
 */
import { refresh } from './refresh.js';

/** Feeds are put into the core for this long before the page gets a turn. */
const TURN_MS = 20;

/** @param {LivePlanetEnv} env */
export function createLivePlanet({ config, planet, store, fetchFeed, now, pause, onChange }) {
  /** @type {Map<string, Saved>} */
  let saved = new Map();
  const progress = { done: 0, total: config.feeds.length };

  return {
    progress: () => ({ ...progress }),
    query: (/** @type {Query} */ query) => planet.query(query),
    /** Shows what the last visit left, then asks the network. Rejects only when fetchFeed does. */
    async start() {
      await warmUp();
      await refresh(config.feeds, {
        fetchOne: (feed) => fetchFeed({ ...feed, direct: saved.get(feed.url)?.direct }),
        onOutcome: take,
      });
      await store.keepOnly(config.feeds.map(({ url }) => url));
    },
  };

  async function warmUp() {
    saved = await store.load();
    let turn = performance.now();
    for (const feed of config.feeds) {
      const { bytes, contentType, baseUrl, receivedAt } = saved.get(feed.url) ?? {};
      if (!bytes) continue;
      add(feed, { bytes, contentType, url: baseUrl ?? feed.url, receivedAt: receivedAt ?? now() });
      if (performance.now() - turn < TURN_MS) continue;
      await pause();
      turn = performance.now();
    }
    onChange();
  }

  /**
   * @param {FeedConfig} feed
   * @param {{ bytes: Uint8Array, contentType?: string, url: string, receivedAt: number }} answer
   */
  function add(feed, { bytes, contentType, url, receivedAt }) {
    return planet.addFeed(bytes, {
      feed: feed.nick,
      url,
      ...(contentType && { contentType }),
      receivedAt,
      now: now(),
    });
  }

  /** @param {FeedConfig} feed @param {Fresh | NotFetched} outcome */
  function take(feed, outcome) {
    const before = saved.get(feed.url) ?? { url: feed.url };
    const direct = outcome.direct === undefined ? {} : { direct: outcome.direct };
    const checked = rfc3339(now());
    const failure = outcome.kind === 'fresh' ? keepFresh(feed, outcome, before) : outcome;
    if (failure) {
      const { reason, status, detail } = /** @type {NotFetched} */ (failure);
      const since = before.failingSince ?? checked;
      const kind = reason === 'gone' ? 'gone' : 'failed';
      planet.setFeedState(feed.nick, {
        kind,
        reason,
        ...(status !== undefined && { status }),
        ...(detail !== undefined && { detail }),
        since,
        checked,
        route: outcome.route,
      });
      remember({ ...before, ...direct, failingSince: since });
    } else {
      planet.setFeedState(feed.nick, { kind: 'ok', checked, route: outcome.route });
    }
    progress.done++;
    onChange();
  }

  /**
   * @param {FeedConfig} feed
   * @param {Fresh} fresh
   * @param {Saved} before
   * @returns {Failure | undefined}   why the core could not read it: then what was stored stays
   */
  function keepFresh(feed, { bytes, contentType, url, direct }, before) {
    const learnt = direct === undefined ? {} : { direct };
    const { failingSince: _, ...kept } = before;
    if (before.bytes && isSame(before.bytes, bytes)) {
      // Already in the core. The time of its first receipt stays: it dates the posts that have no date of their own.
      if (before.failingSince || direct !== undefined) remember({ ...kept, ...learnt });
      return undefined;
    }
    const receivedAt = now();
    const added = add(feed, { bytes, contentType, url, receivedAt });
    if (added.kind === 'failed') return added;
    remember({ ...kept, ...learnt, bytes, ...(contentType && { contentType }), baseUrl: url, receivedAt });
    return undefined;
  }

  /** @param {Saved} row */
  function remember(row) {
    saved.set(row.url, row);
    void store.save(row);
  }
}

/** @param {Uint8Array} a @param {Uint8Array} b */
const isSame = (a, b) => a.length === b.length && a.every((byte, index) => byte === b[index]);

/** @param {number} seconds */
const rfc3339 = (seconds) => new Date(seconds * 1000).toISOString().replace(/\.\d+Z$/, 'Z');
