/** A page's visits to a planet of two feeds: a core that writes down what it is asked, a store on a shelf. */
import assert from 'node:assert/strict';
import { readConfig } from '../../../../web/config/planet-config.js';
import { createLivePlanet } from '../../../../web/fetch/live-planet.js';

/** @import { ArchiveStore, SavedPlanet } from '../../../../web/fetch/live-archive.js' */
/** @import { Fresh, NotFetched } from '../../../../web/fetch/fetch-feed.js' */

export const URLS = { a: 'https://a.example/feed', b: 'https://b.example/feed' };
/** @param {object} [settings]   of the first feed */
export function configWith(settings) {
  const feeds = [
    { url: URLS.a, nick: 'a', ...settings },
    { url: URLS.b, nick: 'b' },
  ];
  const read = readConfig({ feeds }, 'https://planet.example/');
  return read.kind === 'ok' ? read.value : assert.fail();
}
export const now = Date.UTC(2008, 5, 21) / 1000;
export const NOW = '2008-06-21T00:00:00Z';
export const good = new TextEncoder().encode('good');
export const other = new TextEncoder().encode('other');
export const bad = new TextEncoder().encode('bad');

/** @param {Uint8Array} bytes @returns {Fresh} */
export const fresh = (bytes) => ({
  kind: 'fresh',
  bytes,
  contentType: 'text/xml',
  url: 'https://a.example/final',
  route: 'proxy',
});
/** @type {NotFetched} */
export const notFound = { kind: 'failed', reason: 'upstream_status', status: 404, route: 'proxy' };

/** What a planet of the tests holds: its feeds' last bytes and memos. The real one writes other bytes. @typedef {Record<string, { text?: string, memo?: string }>} Held */

/** @param {Held} held */
export const packed = (held) => new TextEncoder().encode(JSON.stringify(held));

/**
 * A core that writes down what it is asked. Its archive has one segment.
 * @param {unknown[]} calls
 */
export function makePlanet(calls) {
  /** @type {Held} */
  let held = {};
  calls.push(['new']);
  return {
    /** @param {Uint8Array} bytes @param {any} about @returns {Promise<any>} */
    addFeed: async (bytes, about) => {
      const text = new TextDecoder().decode(bytes);
      calls.push(['add', text, about]);
      if (text === 'trap') throw new WebAssembly.RuntimeError('unreachable');
      if (text === 'bad') return { kind: 'failed', reason: 'not_a_feed', detail: 'html' };
      held[about.feed] = { ...held[about.feed], text };
      return { kind: 'ok', value: { feed: about.feed, format: 'rss', added: 1, updated: 0, held: 1 } };
    },
    /** @param {string} nick @param {any} state */
    setFeedState(nick, { memo, ...state }) {
      calls.push(['state', nick, state]);
      if (state.detail === 'trap') throw new WebAssembly.RuntimeError('unreachable');
      held[nick] = { ...held[nick], memo };
    },
    async prepareSearch() {},
    /** @param {any} query @returns {any} */
    query({ tag }) {
      if (tag === 'trap') throw new WebAssembly.RuntimeError('unreachable');
      return { kind: 'ok', value: { held: Object.keys(held) } };
    },
    /** @param {{ stored: Iterable<string> }} what @returns {any} */
    save({ stored }) {
      calls.push(['save', ...stored]);
      const segments = new Map([...stored].includes('s1') ? [] : [['s1', good]]);
      return { kind: 'ok', value: { head: packed(held), names: ['s1'], segments } };
    },
    /** @param {Uint8Array} head @returns {any} */
    load(head) {
      const text = new TextDecoder().decode(head);
      calls.push(['load', text === 'trap' || text === 'damaged' ? text : 'whole']);
      if (text === 'trap') throw new WebAssembly.RuntimeError('unreachable');
      if (text === 'damaged') return { kind: 'failed', reason: 'damaged_archive', detail: 'its checksum' };
      held = JSON.parse(text);
      const feeds = Object.entries(held).map(([feed, { memo }]) => ({ feed, held: 1, memo }));
      return { kind: 'ok', value: { feeds, segments: ['s1'] } };
    },
    /** @param {string} name @param {Uint8Array} [bytes] @returns {any} */
    loadSegment(name, bytes) {
      calls.push(['segment', name, bytes !== undefined]);
      if (bytes && new TextDecoder().decode(bytes) === 'trap')
        throw new WebAssembly.RuntimeError('unreachable');
      return bytes ? { kind: 'ok', value: {} } : { kind: 'failed', reason: 'damaged_archive', detail: name };
    },
  };
}

/** @typedef {{ head?: Uint8Array, previous?: Uint8Array, segments: Map<string, Uint8Array> }} Shelf */

/** @param {Shelf} shelf @returns {ArchiveStore} */
export const storeOn = (shelf) => ({
  load: async () =>
    shelf.head
      ? {
          head: shelf.head,
          ...(shelf.previous && { previous: shelf.previous }),
          segment: async (name) => shelf.segments.get(name),
        }
      : null,
  /** @param {SavedPlanet} saved */
  save: async ({ head, names, segments }) => {
    const missing = names.filter((name) => !segments.has(name) && !shelf.segments.has(name));
    if (missing.length > 0) return { kind: 'missing', names: missing };
    for (const [name, bytes] of segments) shelf.segments.set(name, bytes);
    shelf.head = head;
    return { kind: 'ok' };
  },
});

/** @returns {Shelf} */
export const emptyShelf = () => ({ segments: new Map() });

/** @param {Held} held @returns {Shelf} */
export const shelfOf = (held) => ({ head: packed(held), segments: new Map([['s1', good]]) });

/** @param {object} memo */
export const memoOf = (memo) => JSON.stringify({ url: URLS.a, ...memo });

/** @typedef {ReturnType<typeof createLivePlanet>} Live */

/**
 * @typedef {object} Circumstances
 * @property {Partial<ArchiveStore>} [store]
 * @property {object} [settings]                  of the first feed
 * @property {(live: Live) => void} [onChange]
 * @property {(live: Live) => Promise<void>} [between]   the two feeds, when the first was taken
 */

/**
 * @param {Record<string, Fresh | NotFetched>} answers
 * @param {Shelf} [shelf]
 * @param {Circumstances} [circumstances]
 */
export async function visit(answers, shelf = emptyShelf(), { store, settings, onChange, between } = {}) {
  /** @type {unknown[]} */
  const core = [];
  /** @type {unknown[]} */
  const direct = [];
  const live = createLivePlanet({
    config: configWith(settings),
    newPlanet: async () => makePlanet(core),
    store: { ...storeOn(shelf), ...store },
    fetchFeed: async (feed) => {
      direct.push(feed.direct);
      // One after the other, so that the calls have an order.
      const turn = feed.nick === 'a' ? 0 : 1;
      while (live.progress().done < turn) await new Promise((resolve) => setImmediate(resolve));
      if (turn === 1) await between?.(live);
      return answers[feed.nick] ?? notFound;
    },
    now: () => now,
    pause: async () => {},
    onChange: () => onChange?.(live),
  });
  await live.start();
  assert.deepEqual(live.progress(), { done: 2, total: 2 });
  const held = /** @type {Held} */ (shelf.head ? JSON.parse(new TextDecoder().decode(shelf.head)) : {});
  const memo = (/** @type {string} */ nick) => JSON.parse(held[nick]?.memo ?? '{}');
  return { core, live, shelf, held, memo, direct, trouble: live.trouble() };
}

/** @param {unknown[]} core @param {string} what */
export const callsOf = (core, what) => core.filter((call) => Array.isArray(call) && call[0] === what);
export const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

export const a = { feed: 'a', url: 'https://a.example/final', contentType: 'text/xml', receivedAt: now, now };
export const ok = { kind: 'ok', checked: NOW, route: 'proxy' };
export const failed404 = {
  kind: 'failed',
  reason: 'upstream_status',
  status: 404,
  since: NOW,
  checked: NOW,
  route: 'proxy',
};
