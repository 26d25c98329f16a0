import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readConfig } from '../../../web/config/planet-config.js';
import { createLivePlanet } from '../../../web/fetch/live-planet.js';

/** @import { Saved } from '../../../web/fetch/live-planet.js' */
/** @import { Fresh, NotFetched } from '../../../web/fetch/fetch-feed.js' */

const URLS = { a: 'https://a.example/feed', b: 'https://b.example/feed' };
const read = readConfig(
  {
    feeds: [
      { url: URLS.a, nick: 'a' },
      { url: URLS.b, nick: 'b' },
    ],
  },
  'https://planet.example/',
);
const config = read.kind === 'ok' ? read.value : assert.fail();
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

/** @typedef {Saved & { url: string }} Row */

/** @type {Row} */
const lastVisit = {
  url: URLS.a,
  bytes: good,
  contentType: 'text/xml',
  baseUrl: 'https://a.example/final',
  receivedAt: 5,
};

/** @param {Record<string, Fresh | NotFetched>} answers @param {Row[]} stored */
async function visit(answers, stored = []) {
  /** @type {unknown[]} */
  const core = [];
  /** @type {Map<string, Row>} */
  const store = new Map(stored.map((row) => [row.url, row]));
  /** @type {unknown[]} */
  const direct = [];
  /** What the page could draw, each time it is told to. @type {{ done: number, shown: number, stored: string[][] }[]} */
  const drawn = [];
  const live = createLivePlanet({
    config,
    newPlanet: async () => {
      core.push(['new']);
      return {
        addFeed: async (bytes, about) => {
          const text = new TextDecoder().decode(bytes);
          core.push(['add', text, about]);
          if (text === 'trap') throw new WebAssembly.RuntimeError('unreachable');
          if (text === 'bad') return { kind: 'failed', reason: 'not_a_feed', detail: 'html' };
          return {
            kind: 'ok',
            value: { feed: about.feed, format: 'rss', added: 1, updated: 0, deleted: 0, held: 1 },
          };
        },
        setFeedState: (nick, state) => void core.push(['state', nick, state]),
        query: () => ({ kind: 'failed', reason: 'unused' }),
      };
    },
    store: {
      load: async () => new Map(store),
      update: async (url, changes) => {
        await new Promise((resolve) => setImmediate(resolve)); // no store has it at once
        const row = Object.entries({ ...store.get(url), ...changes, url }).filter(
          ([, value]) => value !== undefined,
        );
        store.set(url, /** @type {Row} */ (Object.fromEntries(row)));
      },
      keepOnly: async (urls) => {
        for (const url of store.keys()) if (!urls.includes(url)) store.delete(url);
      },
    },
    fetchFeed: async (feed) => {
      direct.push(feed.direct);
      // One after the other, so that the calls have an order.
      const turn = feed.nick === 'a' ? 0 : 1;
      while (live.progress().done < turn) await new Promise((resolve) => setImmediate(resolve));
      return answers[feed.nick] ?? notFound;
    },
    now: () => now,
    pause: async () => {},
    onChange: () =>
      void drawn.push({
        done: live.progress().done,
        shown: core.filter((call) => Array.isArray(call) && call[0] === 'state').length,
        stored: [...store.values()].map(Object.keys),
      }),
  });
  await live.start();
  assert.deepEqual(live.progress(), { done: 2, total: 2 });
  return { core, store: [...store.values()], direct, drawn };
}

test('live planet: a fresh feed goes into the core and its bytes into the store', async () => {
  const { core, store } = await visit({ a: fresh(good), b: notFound });
  assert.deepEqual(core, [
    ['new'],
    [
      'add',
      'good',
      { feed: 'a', url: 'https://a.example/final', contentType: 'text/xml', receivedAt: now, now },
    ],
    ['state', 'a', { kind: 'ok', checked: NOW, route: 'proxy' }],
    [
      'state',
      'b',
      { kind: 'failed', reason: 'upstream_status', status: 404, since: NOW, checked: NOW, route: 'proxy' },
    ],
  ]);
  assert.deepEqual(store, [
    {
      url: URLS.a,
      bytes: good,
      contentType: 'text/xml',
      baseUrl: 'https://a.example/final',
      receivedAt: now,
    },
    { url: URLS.b, failingSince: NOW },
  ]);
});

test('live planet: what the last visit left is shown first, and stays when the feed fails', async () => {
  const { core, store } = await visit({ a: notFound }, [lastVisit]);
  assert.deepEqual(core.slice(1, 3), [
    [
      'add',
      'good',
      { feed: 'a', url: 'https://a.example/final', contentType: 'text/xml', receivedAt: 5, now },
    ],
    [
      'state',
      'a',
      { kind: 'failed', reason: 'upstream_status', status: 404, since: NOW, checked: NOW, route: 'proxy' },
    ],
  ]);
  assert.deepEqual(store[0], { ...lastVisit, failingSince: NOW });
});

test('live planet: the same bytes again keep the time of their first receipt', async () => {
  const row = { ...lastVisit, failingSince: '2008-06-01T00:00:00Z' };
  const { core, store } = await visit({ a: fresh(new TextEncoder().encode('good')) }, [row]);
  assert.equal(core.filter((call) => Array.isArray(call) && call[0] === 'add').length, 1);
  assert.deepEqual(store[0], lastVisit);
});

test('live planet: an answer that is no feed does not replace the last good one', async () => {
  const row = { url: URLS.a, bytes: good, receivedAt: 5, failingSince: '2008-06-01T00:00:00Z' };
  const { core, store } = await visit({ a: fresh(bad) }, [row]);
  assert.deepEqual(core.at(-2), [
    'state',
    'a',
    {
      kind: 'failed',
      reason: 'not_a_feed',
      detail: 'html',
      since: '2008-06-01T00:00:00Z',
      checked: NOW,
      route: 'proxy',
    },
  ]);
  assert.deepEqual(store[0], row);
});

test('live planet: what was learnt of a feed is used on the next visit', async () => {
  const first = await visit({ a: { ...fresh(other), direct: true } });
  assert.deepEqual(first.direct, [undefined, undefined]);
  const second = await visit({ a: fresh(other) }, first.store);
  assert.deepEqual(second.direct, [true, undefined]);
  assert.equal(second.store[0].direct, true);
});

test('live planet: a feed is shown at once, and done when all that was learnt of it is stored', async () => {
  const { drawn } = await visit({ a: { ...fresh(good), direct: true } });
  const a = ['bytes', 'contentType', 'baseUrl', 'receivedAt', 'url', 'direct'].sort();
  const b = ['failingSince', 'url'];
  assert.deepEqual(
    drawn.map(({ stored, ...picture }) => ({ ...picture, stored: stored.map((keys) => keys.sort()) })),
    [
      { done: 0, shown: 0, stored: [] },
      { done: 0, shown: 1, stored: [] },
      { done: 1, shown: 1, stored: [a] },
      { done: 1, shown: 2, stored: [a] },
      { done: 2, shown: 2, stored: [a, b] },
    ],
  );
});

test('live planet: a feed that is gone says so, and the store forgets feeds that the planet dropped', async () => {
  const gone = { url: 'https://dropped.example/', bytes: good };
  const { core, store } = await visit(
    { a: { kind: 'failed', reason: 'gone', status: 410, route: 'proxy' }, b: fresh(good) },
    [gone],
  );
  assert.deepEqual(core[1], [
    'state',
    'a',
    { kind: 'gone', reason: 'gone', status: 410, since: NOW, checked: NOW, route: 'proxy' },
  ]);
  assert.deepEqual(
    store.map(({ url }) => url),
    [URLS.a, URLS.b],
  );
});

test('live planet: bytes that crash the core cost their own feed and no other', async () => {
  const trap = new TextEncoder().encode('trap');
  const row = { url: URLS.b, bytes: good, receivedAt: 5 };
  const { core, store } = await visit({ a: fresh(other), b: fresh(trap) }, [row]);
  const failed = { kind: 'failed', reason: 'crashed', since: NOW, checked: NOW, route: 'proxy' };
  const ok = { kind: 'ok', checked: NOW, route: 'proxy' };
  const a = { feed: 'a', url: 'https://a.example/final', contentType: 'text/xml', receivedAt: now, now };
  assert.deepEqual(core, [
    ['new'],
    ['add', 'good', { feed: 'b', url: URLS.b, receivedAt: 5, now }],
    ['add', 'other', a],
    ['state', 'a', ok],
    ['add', 'trap', { ...a, feed: 'b' }],
    ['new'],
    ['add', 'other', a],
    ['add', 'good', { feed: 'b', url: URLS.b, receivedAt: 5, now }],
    ['state', 'a', ok],
    ['state', 'b', failed],
  ]);
  assert.deepEqual(
    store.find(({ url }) => url === URLS.b),
    { ...row, failingSince: NOW },
  );
});

test('live planet: stored bytes that crash the core are left out of the next one', async () => {
  const trap = new TextEncoder().encode('trap');
  const { core } = await visit({ a: fresh(trap), b: notFound }, [
    { url: URLS.a, bytes: trap, receivedAt: 5 },
    { url: URLS.b, bytes: good, receivedAt: 5 },
  ]);
  const calls = core.map((call) => (Array.isArray(call) ? call.slice(0, 2).join(' ') : ''));
  assert.deepEqual(calls, ['new', 'add trap', 'new', 'add good', 'state a', 'state b']);
});
