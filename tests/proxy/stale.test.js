import assert from 'node:assert/strict';
import { test } from 'node:test';
import zlib from 'node:zlib';
import { createNodeProxy } from '../../proxy/node.js';
import { feedRequest, feedText, startOrigin } from './support/origin.js';
import { feed, hour, ok, setUp, start } from './support/world.js';

const day = 24 * hour;

test('proxy: within an hour after its time a copy is shown at once, and asked for anew meanwhile', async () => {
  let edition = 1;
  const world = setUp(() => ok({}, `${feedText}<!-- ${edition} -->`));
  /** @param {number} hours */
  const at = async (hours, headers = {}) => {
    world.now = start + hours * hour;
    const response = await world.ask(feed, { headers });
    const seen = /<!-- (\d) -->/.exec(await response.text())?.[1];
    await Promise.all(world.jobs);
    return [seen, response.headers.get('x-feed-cache'), response.headers.get('cache-control')?.slice(0, 20)];
  };
  assert.deepEqual(await at(0), ['1', 'miss', 'public, max-age=3600']);
  edition = 2;
  assert.deepEqual(await at(1.5), ['1', 'stale', 'public, max-age=60, ']);
  assert.deepEqual(await at(1.5), ['2', 'hit', 'public, max-age=3600']);
  edition = 3;
  assert.deepEqual(await at(4), ['3', 'miss', 'public, max-age=3600']); // back after a long while: wants news
  edition = 4;
  assert.deepEqual(await at(5.5, { 'cache-control': 'no-cache' }), ['4', 'miss', 'public, max-age=3600']);
  assert.equal(world.sent.length, 4);
});

test('proxy: a publisher who hangs keeps nobody waiting while there is a copy', async () => {
  let down = false;
  const world = setUp(() => (down ? new Promise(() => {}) : ok()), { timeoutMs: 20 });
  await world.ask();
  down = true;
  world.now += 1.5 * hour;
  assert.equal((await world.ask()).headers.get('x-feed-cache'), 'stale');
  await Promise.all(world.jobs);
  const after = await world.ask();
  assert.deepEqual(
    [after.headers.get('x-feed-cache'), after.headers.get('x-feed-error')],
    ['stale-error', 'timeout'],
  );
});

test('proxy: a job that its runtime forgot does not block the feed for good', async () => {
  let forgotten = true;
  const world = setUp(() => ok(), { timeoutMs: 20 });
  const { get } = world.cache;
  world.cache.get = (key) =>
    /** @type {any} */ (
      forgotten && world.sent.length === 0 && world.jobs.length
        ? new Promise(() => {})
        : get.call(world.cache, key)
    );
  void world.ask(); // looks twice: the second look never ends
  await new Promise((resolve) => setImmediate(resolve));
  forgotten = false;
  world.now += 3000;
  assert.equal((await world.ask()).status, 200);
});

test('proxy: a feed without validators that has not changed for a week is asked for once a day', async () => {
  /** @type {[Record<string, string>, number][]} */
  const rows = [
    [{}, 24],
    [{ etag: '"1"' }, 1],
    [{ 'last-modified': 'Wed, 31 Dec 2025 00:00:00 GMT' }, 1],
  ];
  for (const [headers, hours] of rows) {
    const world = setUp(() => ok(headers));
    const waits = [];
    for (const days of [0, 6, 8]) {
      world.now = start + days * day;
      const next = Date.parse((await world.ask()).headers.get('x-feed-next') ?? '');
      waits.push((next - world.now) / hour);
    }
    assert.deepEqual(waits, [1, 1, hours]);
  }
});

test('proxy: what publishers call a date is sent on as one, or not at all', async () => {
  /** @type {[string, string | null][]} */
  const rows = [
    ['Wed, 31 Dec 2025 00:00:00 GMT', 'Wed, 31 Dec 2025 00:00:00 GMT'],
    ['2025-12-31T00:00:00Z', 'Wed, 31 Dec 2025 00:00:00 GMT'],
    ['31 Dec 2025 00:00 GMT (<script>)', 'Wed, 31 Dec 2025 00:00:00 GMT'],
    ['yesterday', null],
  ];
  for (const [written, sent] of rows) {
    const world = setUp(() => ok({ 'last-modified': written }));
    assert.equal((await world.ask()).headers.get('last-modified'), sent);
  }
});

test('proxy: a validator of kilobytes is not kept, one of bytes that are no ASCII comes back as it was', async () => {
  const world = setUp(() => ok({ etag: world.sent.length === 1 ? `"${'x'.repeat(5000)}"` : '"\u00e9"' }));
  for (let i = 0; i < 3; i++) {
    await world.ask();
    world.now += 3 * hour;
  }
  assert.deepEqual(
    world.sent.map(({ headers }) => headers['if-none-match']),
    [undefined, undefined, '"\u00e9"'],
  );
});

test('proxy: a feed goes out compressed to those who take it, under a tag of its own', async (t) => {
  const body = feedText.replace('<title>A', `<title>${'planet '.repeat(1000)}`);
  const origin = await startOrigin(t, (_, response) => response.end(body));
  const url = `${origin.url}/feed`;
  const proxy = createNodeProxy({ feeds: [url], allowPrivate: true });
  t.after(() => proxy.close());
  const ask = async (/** @type {Record<string, string>} */ headers) =>
    proxy.fetch(feedRequest(url, { headers }));
  const plain = await ask({});
  const etag = plain.headers.get('etag') ?? '';
  assert.deepEqual([plain.headers.get('content-encoding'), await plain.text()], [null, body]);
  /** @type {[string, boolean][]} */
  const rows = [
    ['gzip', true],
    ['br;q=1, gzip;q=0.5', true],
    ['*', true],
    ['deflate, x-gzip', true],
    ['gzip;q=0', false],
    ['gzip;q=0.0, br', false],
    ['br', false],
    ['identity', false],
    ['gzippy', false],
  ];
  for (const [accepted, compressed] of rows) {
    const { headers, ...response } = await ask({ 'accept-encoding': accepted }).then(async (answer) => ({
      headers: answer.headers,
      bytes: Buffer.from(await answer.arrayBuffer()),
    }));
    assert.equal(headers.get('content-encoding'), compressed ? 'gzip' : null, accepted);
    assert.equal(headers.get('etag'), compressed ? etag.replace(/"$/, '-gzip"') : etag, accepted);
    assert.equal(headers.get('content-length'), String(response.bytes.byteLength));
    assert.equal((compressed ? zlib.gunzipSync(response.bytes) : response.bytes).toString(), body);
  }
  for (const tag of [etag, etag.replace(/"$/, '-gzip"'), `W/${etag}`]) {
    const response = await ask({ 'if-none-match': tag, 'accept-encoding': 'gzip' });
    assert.deepEqual([response.status, response.headers.get('vary')], [304, 'Accept-Encoding']);
  }
  assert.equal(origin.hits.length, 1);
});

test('proxy: metrics tell answers and fetches by outcome, and nothing that a stranger wrote', async () => {
  let status = 200;
  const world = setUp(() => (status === 200 ? ok() : new Response('', { status })));
  await world.ask();
  await world.ask();
  await world.ask('https://b.example/secret');
  status = 500;
  world.now += 3 * hour;
  await world.ask();
  const response = await world.handle(new Request('http://p/metrics'));
  assert.equal(response.headers.get('content-type'), 'text/plain; version=0.0.4; charset=utf-8');
  const text = await response.text();
  assert.doesNotMatch(text, /example|secret/);
  assert.deepEqual(
    text.split('\n').filter((line) => /_total\{|_count|in_flight \d|listed_feeds \d|le="0.05"/.test(line)),
    [
      'planetarium_proxy_requests_total{outcome="forbidden-target"} 1',
      'planetarium_proxy_requests_total{outcome="hit"} 1',
      'planetarium_proxy_requests_total{outcome="miss"} 1',
      'planetarium_proxy_requests_total{outcome="stale-error"} 1',
      'planetarium_proxy_upstream_requests_total{outcome="fresh"} 1',
      'planetarium_proxy_upstream_requests_total{outcome="upstream-status"} 1',
      'planetarium_proxy_upstream_seconds_bucket{le="0.05"} 2',
      'planetarium_proxy_upstream_seconds_count 2',
      'planetarium_proxy_upstream_in_flight 0',
      'planetarium_proxy_listed_feeds 1',
    ],
  );
  for (const line of text.trimEnd().split('\n')) {
    assert.match(line, /^(# (HELP|TYPE) [a-z_]+ .+|[a-z_]+(\{[a-z]+="[^"]*"\})? [\d.e+-]+)$/);
  }
});
