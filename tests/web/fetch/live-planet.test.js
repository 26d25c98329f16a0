import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  a,
  bad,
  callsOf,
  emptyShelf,
  failed404,
  fresh,
  good,
  memoOf,
  notFound,
  now,
  NOW,
  ok,
  other,
  packed,
  settled,
  shelfOf,
  storeOn,
  visit,
} from './support/visits.js';

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

test('live planet: what a proxy says of a feed beside its bytes is the state of that feed', async () => {
  const trouble = /** @type {const} */ ({ kind: 'failed', reason: 'upstream_status', status: 503 });
  const { core, held } = await visit({
    a: { ...fresh(good), trouble },
    b: { ...fresh(new TextEncoder().encode('other')), moved: 'https://b.example/new' },
  });
  assert.deepEqual(
    callsOf(core, 'state').map((call) => /** @type {any[]} */ (call).slice(1)),
    [
      ['a', { ...trouble, since: NOW, checked: NOW, route: 'proxy' }],
      ['b', { ...ok, reason: 'moved', detail: 'https://b.example/new' }],
    ],
  );
  assert.equal(held.a.text, 'good');
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

test('live planet: an archive that does not open again costs no feed its posts', async () => {
  const shelf = (await visit({ a: fresh(good) })).shelf;
  const busy = /** @type {const} */ ({ kind: 'failed', reason: 'store_busy', detail: 'it does not answer' });
  let loads = 0;
  const { core, live } = await visit({ a: fresh(good) }, shelf, {
    store: { load: async () => (loads++ === 0 ? storeOn(shelf).load() : busy) },
    onChange: (planet) => void (loads === 1 && planet.query({ tag: 'trap', now })),
  });
  assert.deepEqual(callsOf(core, 'add'), [['add', 'good', a]]);
  assert.deepEqual(live.trouble(), busy);
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
