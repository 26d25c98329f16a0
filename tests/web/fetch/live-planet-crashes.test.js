import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createLivePlanet } from '../../../web/fetch/live-planet.js';
import {
  a,
  callsOf,
  configWith,
  emptyShelf,
  fresh,
  good,
  makePlanet,
  notFound,
  now,
  NOW,
  ok,
  other,
  settled,
  shelfOf,
  storeOn,
  visit,
} from './support/visits.js';

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
  const fatal = { tag: 'trap', now };
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
    onChange: (live) => void (asked++ === 0 && live.query({ tag: 'trap', now })),
  });
  assert.deepEqual(callsOf(core, 'load'), [
    ['load', 'whole'],
    ['load', 'whole'],
  ]);
  assert.equal(held.b.text, 'good');
});

test('live planet: a state that crashes the core is not told again', async () => {
  const trap = { ...notFound, detail: 'trap' };
  const { core, held } = await visit({ a: fresh(good), b: trap });
  assert.equal(held.a.text, 'good');
  assert.deepEqual(callsOf(core, 'new').length, 3);
  assert.deepEqual(core.slice(-4), [['new'], ['add', 'good', a], ['state', 'a', ok], ['save']]);
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
