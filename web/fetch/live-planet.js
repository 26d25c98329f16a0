/**
 * A planet's subscriptions → a core planet that fills: first from its archive, then from the network, feed by feed.
 *
 * @import { Config, FeedConfig } from '../config/planet-config.js'
 * @import { AddedView, Failure, FeedState, Query, View } from '../model.js'
 * @import { Fresh, NotFetched } from './fetch-feed.js'
 * @import { ArchiveStore, ArchivedPlanet } from './live-archive.js'
 *
 * @typedef {object} FeedPlanet      of web/core/core.js; a method that throws has crashed the core for good
 * @property {(bytes: Uint8Array, about: { feed: string, url?: string, contentType?: string, receivedAt: number, now: number }) => Promise<{ kind: 'ok', value: AddedView } | Failure>} addFeed
 * @property {(nick: string, state: FeedState) => unknown} setFeedState
 * @property {(query: Query) => { kind: 'ok', value: View } | Failure} query
 * @typedef {FeedPlanet & ArchivedPlanet} CorePlanet
 *
 * @typedef {object} Answer          bytes of a feed and what is known of them
 * @property {Uint8Array} bytes
 * @property {string} [contentType]
 * @property {string} baseUrl
 * @property {number} receivedAt     UTC seconds
 *
 * @typedef {object} LivePlanetEnv
 * @property {Config} config
 * @property {() => Promise<CorePlanet>} newPlanet   in a core of its own
 * @property {ArchiveStore} store
 * @property {(feed: FeedConfig & { direct?: boolean }) => Promise<Fresh | NotFetched>} fetchFeed
 * @property {() => number} now                UTC seconds
 * @property {() => Promise<unknown>} pause    lets the browser paint and listen
 * @property {() => void} onChange             there is something new to draw
 */
import { fingerprint } from './fingerprint.js';
import { createLiveArchive } from './live-archive.js';
import { refresh } from './refresh.js';

/** A refresh that takes long is saved on its way, this often: a page may be closed at any time. */
const SAVE_SECONDS = 5;
/** Or when so much has come: what is saved takes less memory, and bytes that are not are held twice. */
const SAVE_BYTES = 8 * 1024 * 1024;

/**
 * What is remembered of a feed between visits, beside its entries: in the archive, as its memo.
 * @typedef {object} Known
 * @property {string} url             that all this was learnt of
 * @property {string} [print]         fingerprint of its last answer
 * @property {string} [failingSince]  RFC 3339
 * @property {boolean} [direct]       known to allow, or not to allow, being asked by any page
 */

/** @type {Failure} */
const CRASHED = { kind: 'failed', reason: 'crashed' };

/** @param {LivePlanetEnv} env */
export function createLivePlanet({ config, newPlanet, store, fetchFeed, now, pause, onChange }) {
  const archive = createLiveArchive(store, now);
  /** By nick. @type {Map<string, Known>} */
  const known = new Map();
  /** @type {Map<string, FeedState>} */
  const states = new Map();
  /** Fingerprints of bytes that crashed the core: they are not put into another one. @type {Set<string>} */
  const crashed = new Set();
  /** What came since the archive was last saved: a new core needs it. @type {Map<FeedConfig, Answer>} */
  const unsaved = new Map();
  /** Whether what the store has has crashed a core. */
  let distrusted = false;
  /** @type {CorePlanet | undefined}   none while a crashed core is replaced */
  let planet;
  /** @type {Promise<void> | undefined} */
  let filling;
  /** Segments that the last view waits for. @type {Set<string>} */
  let missing = new Set();
  /** @type {() => void} */
  let show = () => {};
  /** The archive's head is in the planet: its posts can be drawn. @type {Promise<void>} */
  const shown = new Promise((resolve) => (show = resolve));
  let savedAt = now();
  let unsavedBytes = 0;
  const progress = { done: 0, total: config.feeds.length };
  let finished = false;

  return {
    /** The last feed counts once the store has it: who leaves then finds it at the next visit. */
    progress: () => ({
      ...progress,
      done: finished ? progress.total : Math.max(0, Math.min(progress.done, progress.total - 1)),
    }),
    /** @returns {Failure | undefined}   why posts are not kept for the next visit, or some were lost */
    trouble: archive.trouble,
    /** @param {Query} query @returns {{ kind: 'ok', value: View } | Failure | undefined}   undefined: ask again after the next change */
    query(query) {
      const answer = planet?.query(query);
      if (answer?.kind === 'ok') missing = new Set(answer.value.missing);
      return answer;
    },
    /** Shows what the last visit left, then asks the network. Rejects when there is no core, or when fetchFeed does. */
    async start() {
      const filled = ready().then(onChange);
      await Promise.race([filled, shown]);
      const fetched = refresh(config.feeds, {
        fetchOne: (feed) => fetchFeed({ ...feed, direct: known.get(feed.nick)?.direct }),
        onOutcome: take,
      });
      await Promise.all([filled, fetched]);
      await save();
      finished = true;
      onChange();
    },
  };

  /** One filling serves all who wait for it: until it is done, the planet may be drawn and must not be changed. */
  async function ready() {
    while (!planet || filling) await (filling ??= fill().finally(() => (filling = undefined)));
  }

  /** A new core with all that is stored and all that came since; begins again when any of it crashes the core. @returns {Promise<void>} */
  async function fill() {
    const filled = await newPlanet();
    try {
      if (!distrusted) await unpack(filled);
    } catch {
      distrusted = true;
      planet = undefined;
      // An empty core has none of what these say is already in it.
      for (const memo of known.values()) delete memo.print;
      return fill();
    }
    for (const [feed, answer] of unsaved) {
      const print = fingerprint(answer.bytes);
      if (crashed.has(print) || (await add(filled, feed, answer))) continue;
      crashed.add(print);
      return fill();
    }
    for (const [nick, state] of states) filled.setFeedState(nick, state);
    planet = filled;
  }

  /** @param {CorePlanet} filled   throws when the core crashes */
  async function unpack(filled) {
    const loaded = await archive.load(filled);
    if (!loaded) return;
    const memos = new Map(loaded.feeds.map(({ feed, memo }) => [feed, memo]));
    for (const { nick, url } of config.feeds) {
      const memo = JSON.parse(memos.get(nick) ?? '{}');
      if (memo.url === url && !known.has(nick)) known.set(nick, memo);
    }
    // The first picture needs the head alone. A core that replaces a crashed one is not in such a hurry.
    if (states.size === 0) {
      planet = filled;
      show();
      onChange();
      await pause();
      performance.mark('planetarium:archive-shown');
    }
    for await (const { name, kind } of loaded.segments()) {
      // What is lost comes back with the next answer of its feed, though that may be no new one.
      if (kind === 'failed') for (const memo of known.values()) delete memo.print;
      if (missing.has(name)) onChange();
      await pause();
    }
  }

  /**
   * @param {CorePlanet} into
   * @param {FeedConfig} feed
   * @param {Answer} answer
   * @returns {Promise<{ kind: 'ok', value: AddedView } | Failure | undefined>}   undefined: the core has crashed
   */
  async function add(into, feed, { bytes, contentType, baseUrl, receivedAt }) {
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
    const { failingSince, ...before } = known.get(feed.nick) ?? {};
    const checked = rfc3339(now());
    const since = failure && (failingSince ?? checked);
    const memo = {
      ...before,
      url: feed.url,
      ...(outcome.direct !== undefined && { direct: outcome.direct }),
      ...(since && { failingSince: since }),
    };
    known.set(feed.nick, memo);
    states.set(feed.nick, {
      kind: !failure ? 'ok' : reason === 'gone' ? 'gone' : 'failed',
      ...(reason && { reason }),
      ...(status !== undefined && { status }),
      ...(detail !== undefined && { detail }),
      ...(since && { since }),
      checked,
      route: outcome.route,
      memo: JSON.stringify(memo),
    });
    if (planet) planet.setFeedState(feed.nick, /** @type {FeedState} */ (states.get(feed.nick)));
    else await ready();
    progress.done++;
    onChange();
    if (progress.done < progress.total && (now() - savedAt >= SAVE_SECONDS || unsavedBytes >= SAVE_BYTES))
      void save();
  }

  /**
   * @param {FeedConfig} feed
   * @param {Fresh} fresh
   * @returns {Promise<Failure | undefined>}   why the core could not read it: then what was stored stays
   */
  async function keep(feed, { bytes, contentType, url }) {
    const print = fingerprint(bytes);
    if (crashed.has(print)) return CRASHED;
    await ready();
    // Already in the core.
    if (known.get(feed.nick)?.print === print) return undefined;
    const answer = { bytes, contentType, baseUrl: url, receivedAt: now() };
    const added = await addNow(feed, answer);
    if (!added) {
      crashed.add(print);
      return CRASHED;
    }
    if (added.kind === 'failed') return added;
    known.set(feed.nick, { ...known.get(feed.nick), url: feed.url, print });
    unsaved.set(feed, answer);
    unsavedBytes += bytes.length;
    return undefined;
  }

  /**
   * @param {FeedConfig} feed
   * @param {Answer} answer
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

  async function save() {
    savedAt = now();
    unsavedBytes = 0;
    await ready();
    const saved = /** @type {CorePlanet} */ (planet);
    const held = [...unsaved];
    try {
      const kept = await archive.save(saved);
      performance.mark('planetarium:saved');
      // What no store takes is asked for again at the next visit: it need not be held twice until then.
      if (kept || progress.done === progress.total)
        for (const [feed, answer] of held) if (unsaved.get(feed) === answer) unsaved.delete(feed);
      if (archive.trouble()) onChange();
    } catch {
      if (planet === saved) planet = undefined;
      await ready();
      onChange();
    }
  }
}

/** @param {number} seconds */
const rfc3339 = (seconds) => new Date(seconds * 1000).toISOString().replace(/\.\d+Z$/, 'Z');
