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
 * @typedef {FeedPlanet & ArchivedPlanet & import('./live-search.js').Searchable} CorePlanet
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
 * @property {number} [atOnce]                 feeds under way; refresh.js says how many else
 * @property {() => number} now                UTC seconds
 * @property {() => Promise<unknown>} pause    lets the browser paint and listen
 * @property {(planet: CorePlanet, format: any, query: Query, about: any) => Promise<{ kind: 'ok', value: string } | Failure>} [emit]   of web/core/emit.js
 * @property {() => void} onChange             there is something new to draw
 */
import { fingerprint, withSettings } from '../config/fingerprint.js';
import { createLiveArchive } from './live-archive.js';
import { createLiveSearch } from './live-search.js';
import { refresh } from './refresh.js';

/** A refresh that takes long is saved on its way, this often: a page may be closed at any time. */
const SAVE_SECONDS = 5;
/** Or when so much has come: what is saved takes less memory, and bytes that are not are held twice. */
const SAVE_BYTES = 8 * 1024 * 1024;

/** A query may have met a core without memory: another core gets it once more. */
const TRIES = 2;

/**
 * What is remembered of a feed between visits, beside its entries: in the archive, as its memo.
 * @typedef {object} Known
 * @property {string} url             that all this was learnt of
 * @property {string} [print]         fingerprint of its last answer, as it was read
 * @property {string} [failingSince]  RFC 3339
 * @property {boolean} [direct]       known to allow, or not to allow, being asked by any page
 */

/** @type {Failure} */
const CRASHED = { kind: 'failed', reason: 'crashed' };

/** @param {LivePlanetEnv} env */
export function createLivePlanet({
  config,
  newPlanet,
  store,
  fetchFeed,
  atOnce,
  now,
  pause,
  emit,
  onChange,
}) {
  const archive = createLiveArchive(store, now);
  const search = createLiveSearch({ now, pause, onReady: onChange });
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
  /** Crashed: what they did afterwards says nothing of what they were given. @type {WeakSet<CorePlanet>} */
  const dead = new WeakSet();
  /** Queries that crashed a core, and how often. @type {Map<string, number>} */
  const fatal = new Map();
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
  /** Something was learnt since the last save. */
  let changed = false;
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
    query,
    /** Somebody is about to search. */
    prepareSearch() {
      if (planet) search.isReady(planet);
    },
    /** @param {string} format @param {Query} query @param {object} about @returns {Promise<{ kind: 'ok', value: string } | Failure>} */
    async emit(format, query, about) {
      await ready();
      const core = /** @type {CorePlanet} */ (planet);
      try {
        return (await emit?.(core, format, query, about)) ?? CRASHED;
      } catch {
        bury(core);
        return CRASHED;
      }
    },
    /** Saves what is not saved yet, when the page may be about to go: nobody waits for it. */
    leave() {
      if (changed && planet && !filling) save().catch(() => {});
    },
    /** Shows what the last visit left, then asks the network. Rejects when there is no core, or when fetchFeed does. */
    async start() {
      const filled = ready().then(onChange);
      await Promise.race([filled, shown]);
      await Promise.all([filled, fetchAll()]);
      await finish();
    },
    /** Asks the network again, when the last time is over. */
    async refresh() {
      if (!finished) return;
      finished = false;
      progress.done = 0;
      await fetchAll();
      await finish();
    },
  };

  function fetchAll() {
    return refresh(config.feeds, {
      fetchOne: (feed) => fetchFeed({ ...feed, direct: known.get(feed.nick)?.direct }),
      onOutcome: take,
      ...(atOnce && { atOnce }),
    });
  }

  async function finish() {
    await save();
    finished = true;
    onChange();
  }

  /** @param {Query} query */
  function query(query) {
    const asked = JSON.stringify({ ...query, now: 0 });
    if ((fatal.get(asked) ?? 0) >= TRIES) return CRASHED;
    const core = planet;
    if (query.search && core && !search.isReady(core)) return undefined;
    try {
      const answer = core?.query(query);
      // Counts beside the posts are no view that waits for its bodies.
      if (answer?.kind === 'ok' && query.people !== false) missing = new Set(answer.value.missing);
      if (answer || filling) return answer;
    } catch {
      fatal.set(asked, (fatal.get(asked) ?? 0) + 1);
      bury(/** @type {CorePlanet} */ (core));
    }
    // Without a core to be had there is nothing to draw either; the next query tries again.
    ready().then(onChange, () => {});
    return undefined;
  }

  /** Nobody asks a crashed core again. @param {CorePlanet} core */
  function bury(core) {
    dead.add(core);
    if (planet === core) planet = undefined;
  }

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
      // An empty core has none of what prints say is in it; one that a query crashed says nothing of the archive.
      if (!dead.has(filled)) {
        distrusted = true;
        forgetPrints();
      }
      bury(filled);
      return fill();
    }
    for (const [feed, answer] of unsaved) {
      const print = fingerprint(answer.bytes);
      if (crashed.has(print) || (await add(filled, feed, answer))) continue;
      if (!dead.has(filled)) crashed.add(print);
      return fill();
    }
    if (dead.has(filled)) return fill();
    for (const nick of states.keys()) {
      if (tell(filled, nick)) continue;
      states.delete(nick);
      return fill();
    }
    planet = filled;
  }

  function forgetPrints() {
    for (const memo of known.values()) delete memo.print;
  }

  /** @param {CorePlanet} core @param {string} nick @returns {boolean}   false: the core has crashed */
  function tell(core, nick) {
    const state = /** @type {FeedState} */ (states.get(nick));
    try {
      core.setFeedState(nick, { ...state, memo: JSON.stringify(known.get(nick)) });
      return true;
    } catch {
      bury(core);
      return false;
    }
  }

  /** @param {CorePlanet} filled   throws when the core crashes */
  async function unpack(filled) {
    const loaded = await archive.load(filled);
    if (!loaded) return forgetPrints();
    const memos = new Map(loaded.feeds.map(({ feed, memo }) => [feed, memo]));
    for (const { nick, url } of config.feeds) {
      const memo = JSON.parse(memos.get(nick) || '{}');
      if (memo.url === url && !known.has(nick)) known.set(nick, memo);
    }
    // The first picture needs the head alone. A core that replaces a crashed one is not in such a hurry.
    if (states.size === 0) {
      planet = filled;
      onChange();
      // Timers come in their order: the picture is drawn between these two. Asking the network would keep it waiting.
      await pause();
      await pause();
      performance.mark('planetarium:archive-shown');
      show();
    }
    for await (const { name, kind } of loaded.segments()) {
      // What is lost comes back with the next answer of its feed, though that may be no new one.
      if (kind === 'failed') forgetPrints();
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
    const read = outcome.kind === 'fresh' ? await keep(feed, outcome) : undefined;
    const failure = outcome.kind === 'fresh' ? (read ?? outcome.trouble) : outcome;
    const moved = outcome.kind === 'fresh' && outcome.moved;
    const news = failure ?? (moved ? { reason: 'moved', detail: moved } : {});
    const { reason, status, detail } = /** @type {Partial<NotFetched>} */ (news);
    const { failingSince, ...before } = known.get(feed.nick) ?? {};
    const checked = rfc3339(now());
    const since = failure && (failingSince ?? checked);
    known.set(feed.nick, {
      ...before,
      url: feed.url,
      ...(outcome.direct !== undefined && { direct: outcome.direct }),
      ...(since && { failingSince: since }),
    });
    states.set(feed.nick, {
      kind: !failure ? 'ok' : reason === 'gone' ? 'gone' : 'failed',
      ...(reason && { reason }),
      ...(status !== undefined && { status }),
      ...(detail !== undefined && { detail }),
      ...(since && { since }),
      checked,
      route: outcome.route,
    });
    changed = true;
    if (!planet || !tell(planet, feed.nick)) await ready();
    progress.done++;
    onChange();
    if (progress.done < progress.total && (now() - savedAt >= SAVE_SECONDS || unsavedBytes >= SAVE_BYTES))
      save().catch(() => {}); // without a core, start() fails as well
  }

  /**
   * @param {FeedConfig} feed
   * @param {Fresh} fresh
   * @returns {Promise<Failure | undefined>}   why the core could not read it: then what was stored stays
   */
  async function keep(feed, { bytes, contentType, url }) {
    const content = fingerprint(bytes);
    if (crashed.has(content)) return CRASHED;
    await ready();
    const print = withSettings(content, feed);
    // Already in the core.
    if (known.get(feed.nick)?.print === print) return undefined;
    const answer = { bytes, contentType, baseUrl: url, receivedAt: now() };
    const added = await addNow(feed, answer);
    if (!added) {
      crashed.add(content);
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
      if (planet !== into) continue; // crashed by something else meanwhile
      if (!added) bury(into);
      return added;
    }
  }

  async function save() {
    savedAt = now();
    unsavedBytes = 0;
    changed = false;
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
      bury(saved);
      await ready();
      onChange();
    }
  }
}

/** @param {number} seconds */
const rfc3339 = (seconds) => new Date(seconds * 1000).toISOString().replace(/\.\d+Z$/, 'Z');
