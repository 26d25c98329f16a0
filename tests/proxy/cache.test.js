import assert from 'node:assert/strict';
import { test } from 'node:test';
import { verdictOf } from './support/origin.js';
import { feed, hour, start, setUp, ok } from './support/world.js';

test('proxy: a fresh copy is served without asking, a 304 for those who have it', async () => {
  const world = setUp(() => ok({ 'last-modified': 'Wed, 31 Dec 2025 00:00:00 GMT' }));
  const first = await world.ask();
  const etag = first.headers.get('etag') ?? '';
  world.now += hour - 1000;
  /** @type {[Record<string, string>, number][]} */
  const rows = [
    [{}, 200],
    [{ 'if-none-match': etag }, 304],
    [{ 'if-none-match': `W/${etag}` }, 304],
    [{ 'if-none-match': `"x" , ${etag}` }, 304],
    [{ 'if-none-match': '*' }, 304],
    [{ 'if-none-match': '"x"' }, 200],
    [{ 'if-modified-since': 'Wed, 31 Dec 2025 00:00:00 GMT' }, 304],
    [{ 'if-modified-since': 'Tue, 30 Dec 2025 00:00:00 GMT' }, 200],
    [{ 'if-modified-since': 'soon' }, 200],
    [{ 'if-none-match': '"x"', 'if-modified-since': 'Wed, 31 Dec 2025 00:00:00 GMT' }, 200],
    [{ 'cache-control': 'no-cache' }, 200],
  ];
  for (const [headers, status] of rows) {
    const response = await world.ask(feed, { headers });
    assert.equal(response.status, status, JSON.stringify(headers));
    assert.equal(response.headers.get('access-control-allow-origin'), '*');
    assert.equal(response.headers.get('x-feed-cache'), 'hit');
    assert.equal(response.headers.get('age'), '3599');
    if (status === 304) assert.equal(await response.text(), '');
  }
  assert.equal(world.sent.length, 1);
});

test('proxy: validators go back verbatim, a 304 renews the copy, new validators replace the old', async () => {
  const answers = [
    ok({ etag: 'W/"1 "', 'last-modified': 'yesterday', 'access-control-allow-origin': '*' }),
    new Response(null, { status: 304, headers: { etag: '"2"' } }),
    ok({ etag: '"3"' }),
    ok({}),
    ok({}),
  ];
  const world = setUp(() => /** @type {Response} */ (answers.shift()));
  const seen = [];
  for (let i = 0; i < 5; i++) {
    const { headers } = await world.ask();
    const sent = world.sent[i].headers;
    seen.push([
      sent['if-none-match'],
      sent['if-modified-since'],
      headers.get('x-feed-cache'),
      headers.get('x-feed-cors'),
    ]);
    assert.equal(headers.get('age'), '0');
    world.now += 3 * hour;
  }
  assert.deepEqual(seen, [
    [undefined, undefined, 'miss', '1'],
    ['W/"1 "', 'yesterday', 'revalidated', '1'],
    ['"2"', 'yesterday', 'miss', null],
    ['"3"', undefined, 'miss', null],
    [undefined, undefined, 'miss', null],
  ]);
});

test('proxy: max-age of the publisher holds, a reader who insists passes it but not the floor', async () => {
  const world = setUp(() => ok({ 'cache-control': 'max-age=7200' }));
  await world.ask();
  const counts = [];
  for (const [minutes, cacheControl] of /** @type {[number, string][]} */ ([
    [59, 'no-cache'],
    [61, 'max-age=3600'],
    [61, 'no-cache'],
    [62, 'max-age=0'],
    [122, 'max-age=0'],
  ])) {
    world.now = start + minutes * 60_000;
    await world.ask(feed, { headers: { 'cache-control': cacheControl } });
    counts.push(world.sent.length);
  }
  assert.deepEqual(counts, [1, 1, 2, 2, 3]);
});

test('proxy: a feed with an interval of its own is asked for at each request, and not kept by readers', async () => {
  const world = setUp(() => ok(), { feeds: [{ url: feed, minIntervalS: 0 }] });
  const controls = [
    (await world.ask()).headers.get('cache-control'),
    (await world.ask()).headers.get('cache-control'),
  ];
  assert.deepEqual([controls, world.sent.length], [['no-cache', 'no-cache'], 2]);
});

test('proxy: a copy outlives its publisher by a week, says why, and the publisher is left in peace meanwhile', async () => {
  let down = false;
  const world = setUp(() => (down ? new Response('secret', { status: 503 }) : ok()));
  await world.ask();
  down = true;
  const seen = [];
  for (const hours of [3, 3.5, 6 * 24, 8 * 24, 8 * 24 + 1]) {
    world.now = start + hours * hour;
    const response = await world.ask();
    const { headers } = response;
    seen.push([
      ...(await verdictOf(response)),
      headers.get('x-feed-cache'),
      headers.get('x-feed-upstream-status'),
      world.sent.length,
    ]);
  }
  assert.deepEqual(seen, [
    [200, 'upstream-status', 'stale-error', '503', 2],
    [200, 'upstream-status', 'stale-error', '503', 2],
    [200, 'upstream-status', 'stale-error', '503', 3],
    [502, 'upstream-status', null, '503', 4],
    [502, 'upstream-status', null, '503', 4],
  ]);
  down = false;
  world.now += 24 * hour;
  assert.equal((await world.ask()).headers.get('x-feed-cache'), 'miss');
});
