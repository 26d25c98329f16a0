import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readConfig } from '../../../web/config/planet-config.js';
import { createLivePlanet } from '../../../web/fetch/live-planet.js';

/** @import { ArchiveStore, SavedPlanet } from '../../../web/fetch/live-archive.js' */
/** @import { Fresh, NotFetched } from '../../../web/fetch/fetch-feed.js' */

const URLS = { a: 'https://a.example/feed', b: 'https://b.example/feed' };
/** @param {object} [settings]   of the first feed */
function configWith(settings) {
  const feeds = [
    { url: URLS.a, nick: 'a', ...settings },
    { url: URLS.b, nick: 'b' },
  ];
  const read = readConfig({ feeds }, 'https://planet.example/');
  return read.kind === 'ok' ? read.value : assert.fail();
}
const now = Date.UTC(2008, 5, 21) / 1000;
const NOW = '2008-06-21T00:00:00Z';
const good = new TextEncoder().encode('good');
const other = new TextEncoder().encode('other');
const bad = new TextEncoder().encode('bad');

/** @param {Uint8Array} bytes @returns {Fresh} */
const fresh = (bytes) => ({
  kind: 'fresh',
  bytes,
  contentType: 'text/xml',
  url: 'https://a.example/final',
  route: 'proxy',
});
/** @type {NotFetched} */
const notFound = { kind: 'failed', reason: 'upstream_status', status: 404, route: 'proxy' };

/** What a planet of the tests holds: its feeds' last bytes and memos. The real one writes other bytes. @typedef {Record<string, { text?: string, memo?: string }>} Held */

/** @param {Held} held */
const packed = (held) => new TextEncoder().encode(JSON.stringify(held));

/**
 * A core that writes down what it is asked. Its archive has one segment.
 * @param {unknown[]} calls
 */
function makePlanet(calls) {
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
    /** @param {any} query @returns {any} */
    query({ search }) {
      if (search === 'trap') throw new WebAssembly.RuntimeError('unreachable');
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
const storeOn = (shelf) => ({
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
const emptyShelf = () => ({ segments: new Map() });

/** @param {Held} held @returns {Shelf} */
const shelfOf = (held) => ({ head: packed(held), segments: new Map([['s1', good]]) });

/** @param {object} memo */
const memoOf = (memo) => JSON.stringify({ url: URLS.a, ...memo });

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
async function visit(answers, shelf = emptyShelf(), { store, settings, onChange, between } = {}) {
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
const callsOf = (core, what) => core.filter((call) => Array.isArray(call) && call[0] === what);
const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

const a = { feed: 'a', url: 'https://a.example/final', contentType: 'text/xml', receivedAt: now, now };
const ok = { kind: 'ok', checked: NOW, route: 'proxy' };
const failed404 = {
  kind: 'failed',
  reason: 'upstream_status',
  status: 404,
  since: NOW,
  checked: NOW,
  route: 'proxy',
};

test('live planet: a fresh feed goes into the core, and the whole planet into the store, once', async () => {
  const { core, held, shelf } = await visit({ a: fresh(good), b: notFound });
  assert.deepEqual(core, [
    ['new'],
    ['add', 'good', a],
    ['state', 'a', ok],
    ['state', 'b', failed404],
    ['save'],
  ]);
  assert.equal(held.a.text, 'good');
  assert.deepEqual([...shelf.segments.keys()], ['s1']);
});

test('live planet: what the last visit left is shown before anything comes from the network', async () => {
  const shelf = shelfOf({ a: { text: 'good', memo: memoOf({ failingSince: '2008-06-01T00:00:00Z' }) } });
  const { core } = await visit({ a: notFound }, shelf);
  assert.deepEqual(core.slice(0, 4), [
    ['new'],
    ['load', 'whole'],
    ['segment', 's1', true],
    ['state', 'a', { ...failed404, since: '2008-06-01T00:00:00Z' }],
  ]);
  assert.deepEqual(core.at(-1), ['save', 's1']);
});

test('live planet: the same bytes again are not read again, and the feed has recovered', async () => {
  const first = await visit({ a: fresh(good) });
  const second = await visit({ a: notFound }, first.shelf);
  assert.equal(second.memo('a').failingSince, NOW);
  const third = await visit({ a: fresh(new TextEncoder().encode('good')) }, second.shelf);
  assert.deepEqual(callsOf(third.core, 'add'), []);
  assert.equal(third.memo('a').failingSince, undefined);
  assert.equal(third.memo('a').print, first.memo('a').print);
});

test('live planet: an answer that is no feed does not replace the last good one', async () => {
  const first = await visit({ a: fresh(good) });
  const { core, held, memo } = await visit({ a: fresh(bad) }, first.shelf);
  assert.deepEqual(core.at(-3), [
    'state',
    'a',
    { kind: 'failed', reason: 'not_a_feed', detail: 'html', since: NOW, checked: NOW, route: 'proxy' },
  ]);
  assert.equal(held.a.text, 'good');
  assert.equal(memo('a').print, first.memo('a').print);
});

test('live planet: what was learnt of a feed is used on the next visit, unless its URL is another', async () => {
  const first = await visit({ a: { ...fresh(other), direct: true } });
  assert.deepEqual(first.direct, [undefined, undefined]);
  const second = await visit({ a: fresh(other) }, first.shelf);
  assert.deepEqual(second.direct, [true, undefined]);
  assert.equal(second.memo('a').direct, true);
  const moved = await visit({}, shelfOf({ a: { memo: '{"url":"https://old.example/","direct":true}' } }));
  assert.deepEqual(moved.direct, [undefined, undefined]);
});

test('live planet: a feed that is gone says so', async () => {
  const { core } = await visit({ a: { kind: 'failed', reason: 'gone', status: 410, route: 'proxy' } });
  assert.deepEqual(core[1], [
    'state',
    'a',
    { kind: 'gone', reason: 'gone', status: 410, since: NOW, checked: NOW, route: 'proxy' },
  ]);
});

test('live planet: a damaged head gives way to the one before it, and that is said', async () => {
  const shelf = { ...shelfOf({ a: { text: 'good' } }), head: new TextEncoder().encode('damaged') };
  const none = await visit({ a: fresh(good) }, { ...shelf, segments: new Map() });
  assert.deepEqual(none.core.slice(1, 3), [
    ['load', 'damaged'],
    ['add', 'good', a],
  ]);
  assert.equal(none.trouble?.reason, 'damaged_archive');
  assert.equal(none.held.a.text, 'good');
  const previous = await visit({}, { ...shelf, previous: packed({ a: { text: 'before' } }) });
  assert.deepEqual(previous.core.slice(1, 4), [
    ['load', 'damaged'],
    ['load', 'whole'],
    ['segment', 's1', true],
  ]);
  assert.equal(previous.held.a.text, 'before');
});

test('live planet: a segment that is lost is not taken for stored, and its feeds are read again', async () => {
  const { shelf } = await visit({ a: fresh(good) });
  shelf.segments.clear();
  const { core, trouble } = await visit({ a: fresh(good) }, shelf);
  assert.deepEqual(core.slice(2, 4), [
    ['segment', 's1', false],
    ['add', 'good', a],
  ]);
  assert.deepEqual(core.at(-1), ['save']);
  assert.equal(trouble?.reason, 'damaged_archive');
});

test('live planet: a segment that another page deleted is written again', async () => {
  const shelf = shelfOf({ a: { text: 'good' } });
  const store = storeOn(shelf);
  const { core } = await visit({}, shelf, {
    store: {
      save(what) {
        if (what.segments.size === 0) shelf.segments.clear();
        return store.save(what);
      },
    },
  });
  assert.deepEqual(core.slice(-2), [['save', 's1'], ['save']]);
  assert.deepEqual([...shelf.segments.keys()], ['s1']);
});

test('live planet: where nothing can be stored the planet is there all the same, and says so', async () => {
  const failed = /** @type {const} */ ({ kind: 'failed', reason: 'store_full', detail: 'quota' });
  const { core, trouble } = await visit({ a: fresh(good) }, emptyShelf(), {
    store: { save: async () => failed },
  });
  assert.deepEqual(core[2], ['state', 'a', ok]);
  assert.deepEqual(trouble, failed);
});

test('live planet: bytes that crash the core cost their own feed and no other', async () => {
  const trap = new TextEncoder().encode('trap');
  const shelf = shelfOf({ b: { text: 'good' } });
  const { core, held } = await visit({ a: fresh(other), b: fresh(trap) }, shelf);
  const crashed = { kind: 'failed', reason: 'crashed', since: NOW, checked: NOW, route: 'proxy' };
  assert.deepEqual(core, [
    ['new'],
    ['load', 'whole'],
    ['segment', 's1', true],
    ['add', 'other', a],
    ['state', 'a', ok],
    ['add', 'trap', { ...a, feed: 'b' }],
    ['new'],
    ['load', 'whole'],
    ['segment', 's1', true],
    ['add', 'other', a],
    ['state', 'a', ok],
    ['state', 'b', crashed],
    ['save', 's1'],
  ]);
  assert.equal(held.b.text, 'good');
});

test('live planet: an archive that crashes the core is left out of the next one', async () => {
  const shelf = { ...shelfOf({}), head: new TextEncoder().encode('trap') };
  const { core, held } = await visit({ a: fresh(good) }, shelf);
  assert.deepEqual(core.slice(0, 4), [['new'], ['load', 'trap'], ['new'], ['add', 'good', a]]);
  assert.equal(held.a.text, 'good');
});

test('live planet: the same bytes are read again when the feed is to be read in another way', async () => {
  const first = await visit({ a: fresh(good) });
  for (const settings of [
    { tags: ['sea'] },
    { tags: ['sea', 'salt'] },
    { titleType: 'html' },
    { ignoreInFeed: ['author'] },
    { maxEntries: 3 },
    { xmlBase: 'https://base.example/' },
    { exclude: { words: ['ads'] } },
    {},
  ]) {
    const changed = await visit({ a: fresh(good) }, first.shelf, { settings });
    assert.deepEqual(callsOf(changed.core, 'add'), [['add', 'good', a]], JSON.stringify(settings));
    const again = await visit({ a: fresh(good) }, first.shelf, { settings });
    assert.deepEqual(callsOf(again.core, 'add'), [], JSON.stringify(settings));
  }
});

test('live planet: an archive that crashes the core behind its head empties nothing for good', async () => {
  const { shelf } = await visit({ a: fresh(good) });
  shelf.segments.set('s1', new TextEncoder().encode('trap'));
  const { core, held } = await visit({ a: fresh(good) }, shelf);
  assert.deepEqual(core.slice(0, 5), [
    ['new'],
    ['load', 'whole'],
    ['segment', 's1', true],
    ['new'],
    ['add', 'good', a],
  ]);
  assert.equal(held.a.text, 'good');

  // Whose server does not answer today is read when it does.
  shelf.segments.set('s1', new TextEncoder().encode('trap'));
  const down = await visit({}, shelf);
  assert.equal(down.memo('a').print, undefined);
});

test('live planet: a query that crashes the core costs that query, and no feed', async () => {
  const shelf = shelfOf({ b: { text: 'good' } });
  const { core, live, held } = await visit({ a: fresh(good) }, shelf);
  const fatal = { search: 'trap', now };
  const before = core.length;
  assert.equal(live.query(fatal), undefined);
  assert.equal(live.query({ now }), undefined); // being filled
  await settled();
  assert.deepEqual(core.slice(before, before + 3), [['new'], ['load', 'whole'], ['segment', 's1', true]]);
  assert.deepEqual(live.query({ now }), { kind: 'ok', value: { held: ['b', 'a'] } });
  assert.equal(live.query({ ...fatal, now: now + 1 }), undefined);
  await settled();
  assert.deepEqual(live.query(fatal), { kind: 'failed', reason: 'crashed' });
  assert.deepEqual(live.query({ now }), { kind: 'ok', value: { held: ['b', 'a'] } });
  assert.equal(held.a.text, 'good');
  assert.equal(live.trouble(), undefined);
});

test("live planet: a query that crashes the core while the archive loads is not the archive's fault", async () => {
  let asked = 0;
  const { core, held } = await visit({}, shelfOf({ b: { text: 'good' } }), {
    onChange: (live) => void (asked++ === 0 && live.query({ search: 'trap', now })),
  });
  assert.deepEqual(callsOf(core, 'load'), [
    ['load', 'whole'],
    ['load', 'whole'],
  ]);
  assert.equal(held.b.text, 'good');
});

test('live planet: an archive that does not open again costs no feed its posts', async () => {
  const shelf = (await visit({ a: fresh(good) })).shelf;
  const busy = /** @type {const} */ ({ kind: 'failed', reason: 'store_busy', detail: 'it does not answer' });
  let loads = 0;
  const { core, live } = await visit({ a: fresh(good) }, shelf, {
    store: { load: async () => (loads++ === 0 ? storeOn(shelf).load() : busy) },
    onChange: (planet) => void (loads === 1 && planet.query({ search: 'trap', now })),
  });
  assert.deepEqual(callsOf(core, 'add'), [['add', 'good', a]]);
  assert.deepEqual(live.trouble(), busy);
});

test('live planet: a state that crashes the core is not told again', async () => {
  const trap = { ...notFound, detail: 'trap' };
  const { core, held } = await visit({ a: fresh(good), b: trap });
  assert.equal(held.a.text, 'good');
  assert.deepEqual(callsOf(core, 'new').length, 3);
  assert.deepEqual(core.slice(-4), [['new'], ['add', 'good', a], ['state', 'a', ok], ['save']]);
});

test('live planet: who leaves in the middle finds what had come', async () => {
  const { core } = await visit({ a: fresh(good), b: fresh(other) }, emptyShelf(), {
    between: async (live) => {
      live.leave();
      live.leave();
      await settled();
    },
  });
  assert.deepEqual(core, [
    ['new'],
    ['add', 'good', a],
    ['state', 'a', ok],
    ['save'],
    ['add', 'other', { ...a, feed: 'b' }],
    ['state', 'b', ok],
    ['save', 's1'],
  ]);
});

test('live planet: where a crashed core cannot be replaced, it is start that says so', async () => {
  /** @type {unknown[]} */
  const calls = [];
  let seconds = now;
  const live = createLivePlanet({
    config: configWith(),
    newPlanet: async () => {
      if (calls.length > 0) throw new Error('no core');
      const crash = () => {
        throw new WebAssembly.RuntimeError('unreachable');
      };
      return { ...makePlanet(calls), save: crash };
    },
    store: storeOn(emptyShelf()),
    fetchFeed: async (feed) => {
      if (feed.nick === 'b') await settled();
      return fresh(good);
    },
    now: () => (seconds += 10), // each feed is saved on its way
    pause: async () => {},
    onChange: () => {},
  });
  await assert.rejects(live.start(), /no core/);
});
