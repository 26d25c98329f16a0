import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clientKey, createBuckets, createGate } from '../../proxy/admission.js';
import { verdictOf } from './support/origin.js';
import { feed, hour, setUp, ok } from './support/world.js';

const contact = 'https://proxy.example/about';
const open = { feeds: [], open: true, contact };

test('buckets: so many at once, then as they are refilled', () => {
  let now = 0;
  const buckets = createBuckets(3, () => now);
  const take = () => buckets.take('a');
  assert.deepEqual([take(), take(), take(), take(), buckets.take('b')], [0, 0, 0, 20, 0]);
  now += 19_000;
  assert.equal(take(), 1);
  now += 1000;
  assert.deepEqual([take(), take()], [0, 20]);
  now -= 3600_000; // the clock is set back
  assert.equal(take(), 20);
  now += 60_000 * 60;
  assert.deepEqual([take(), take(), take(), take() > 0], [0, 0, 0, true]);
});

test('buckets: a hundred thousand made-up clients take a bounded memory and nobody else\u2019s tokens', () => {
  const buckets = createBuckets(1, () => 0);
  for (let i = 0; i < 100_000; i++) assert.equal(buckets.take(`${i}`), 0);
  assert.ok(buckets.take('99999') > 0);
});

test('admission: one client is one IPv4 address, or one IPv6 network of 64 bits', () => {
  /** @type {[string, string][]} */
  const rows = [
    ['192.0.2.1', '192.0.2.1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:DB8:0001:2::9', '2001:db8:1:2'],
    ['2001:db8::9', '2001:db8:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['::1', '0:0:0:0'],
    ['', ''],
  ];
  for (const [address, key] of rows) assert.equal(clientKey(address), key, address);
});

test('gate: places are handed on in order, those who give up are skipped, a long line turns away', async () => {
  const gate = createGate(1, 2);
  const patient = new AbortController();
  const hasty = new AbortController();
  const first = await gate.enter('a', patient.signal);
  const second = gate.enter('a', hasty.signal);
  const third = gate.enter('a', patient.signal);
  assert.equal(await gate.enter('a', patient.signal), null);
  hasty.abort();
  assert.equal(await second, null);
  first?.();
  const leave = await third;
  leave?.();
  const again = await gate.enter('a', patient.signal);
  assert.equal(typeof again, 'function');
});

test('proxy: a client beyond its limit is told when to come back; what is known costs nothing', async () => {
  const world = setUp(() => ok(), { ...open, limits: { perClient: 2 } });
  const ask = (/** @type {string} */ client, /** @type {number} */ n) =>
    world.ask(`https://a${n}.example/`, {}, client);
  assert.deepEqual([(await ask('1', 1)).status, (await ask('1', 2)).status], [200, 200]);
  const refused = await ask('1', 3);
  assert.deepEqual(
    [refused.headers.get('retry-after'), refused.headers.get('cache-control'), ...(await verdictOf(refused))],
    ['30', 'no-store', 429, 'rate-limited'],
  );
  assert.equal((await ask('1', 1)).headers.get('x-feed-cache'), 'hit');
  assert.equal((await ask('2', 3)).status, 200);
  world.now += 30_000;
  assert.equal((await ask('1', 4)).status, 200);
  assert.equal(world.sent.length, 4);
});

test('proxy: a hundred spellings of one victim are a few fetches a minute, redirects to it included', async () => {
  const victim = (/** @type {number} */ n) => ['https://v.example/?r=', 'https://v.example./?r='][n % 2] + n;
  const world = setUp(
    (url) =>
      url.includes('v.example')
        ? ok()
        : new Response(null, { status: 302, headers: { location: victim(Number(/\d+/.exec(url))) } }),
    { ...open, limits: { perHost: 5, perClient: 1000 } },
  );
  const codes = [];
  for (let n = 0; n < 100; n++) {
    const target = n < 50 ? victim(n) : `https://evil${n}.example/`;
    codes.push((await world.ask(target)).status);
  }
  const reached = world.sent.filter(({ url }) => url.includes('v.example')).length;
  assert.deepEqual(
    [reached, codes.filter((status) => status === 200).length, new Set(codes)],
    [5, 5, new Set([200, 429])],
  );
});

test('proxy: a reader over the limit still gets the copy there is', async () => {
  const world = setUp(() => ok(), { ...open, limits: { perClient: 1 } });
  await world.ask('https://a.example/');
  world.now += 5 * hour;
  await world.ask('https://b.example/');
  const stale = await world.ask('https://a.example/');
  assert.deepEqual(
    [stale.status, stale.headers.get('x-feed-cache'), stale.headers.get('x-feed-error')],
    [200, 'stale-error', 'rate-limited'],
  );
});

test('proxy: a host that says 429 is left in peace for all its feeds, and for as long as it said', async () => {
  const feeds = ['https://a.example/1', 'https://a.example/2', 'https://b.example/'];
  let patience = true;
  const world = setUp(
    (url) =>
      url.endsWith('/1') && patience
        ? new Response('', { status: 429, headers: { 'retry-after': '7200' } })
        : ok(),
    { feeds },
  );
  await world.ask(feeds[0]);
  world.now += 100_000;
  const other = await world.ask(feeds[1]);
  assert.deepEqual(
    [
      other.headers.get('retry-after'),
      other.headers.get('x-feed-upstream-status'),
      ...(await verdictOf(other)),
    ],
    ['7100', '429', 502, 'upstream-status'],
  );
  assert.equal((await world.ask(feeds[2])).status, 200);
  patience = false;
  world.now += 7_100_000;
  assert.equal((await world.ask(feeds[1])).status, 200);
});

test('proxy: two feeds of a host at a time, and one slow host does not take every place', async () => {
  const feeds = Array.from({ length: 12 }, (_, i) => `https://slow.example/${i}`).concat(
    'https://quick.example/',
  );
  /** @type {((response: Response) => void)[]} */
  const waiting = [];
  const world = setUp(
    (url) => (url.includes('slow') ? new Promise((resolve) => waiting.push(resolve)) : ok()),
    {
      feeds,
      limits: { inFlight: 8 },
    },
  );
  const slow = feeds.slice(0, 12).map((url) => world.ask(url));
  await new Promise((resolve) => setImmediate(resolve));
  assert.equal(waiting.length, 2);
  assert.equal((await world.ask('https://quick.example/')).status, 200);
  for (let done = 0; done < 6; done++) {
    while (!waiting.length) await Promise.resolve();
    waiting.shift()?.(ok());
    await new Promise((resolve) => setImmediate(resolve));
    assert.ok(waiting.length <= 2);
  }
  const statuses = await Promise.all(slow.map(async (answer) => (await answer).status));
  assert.deepEqual(
    [statuses.filter((s) => s === 200).length, statuses.filter((s) => s === 503).length],
    [6, 6],
  );
});

test('proxy: the feed of one\u2019s own is asked for as often as one likes', async () => {
  const world = setUp(() => new Response('', { status: 429 }), { feeds: [{ url: feed, minIntervalS: 0 }] });
  for (let i = 0; i < 5; i++) await world.ask();
  assert.equal(world.sent.length, 5);
});
