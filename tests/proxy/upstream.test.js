import assert from 'node:assert/strict';
import { test } from 'node:test';
import { feedText, verdictOf } from './support/origin.js';
import { feed, hour, setUp, ok } from './support/world.js';

test('proxy: redirects are followed five times, not six, and their kind is told', async () => {
  const to = (/** @type {string} */ location, status = 301) =>
    new Response(null, { status, headers: { location } });
  /** @type {[string, (n: number) => Response, [number, string], string | null][]} */
  const rows = [
    [
      'permanent',
      (n) => (n < 5 ? to(`/${n}`, n % 2 ? 301 : 308) : ok()),
      [200, feedText.slice(0, 20)],
      'https://a.example/4',
    ],
    ['one temporary', (n) => (n < 2 ? to(`/${n}`, n ? 302 : 301) : ok()), [200, feedText.slice(0, 20)], null],
    ['six', (n) => (n < 6 ? to(`/${n}`) : ok()), [502, 'bad-redirect'], null],
    ['a circle', () => to(feed), [502, 'bad-redirect'], null],
    ['nowhere', () => new Response(null, { status: 302 }), [502, 'bad-redirect'], null],
    ['a bad address', () => to('http://a b/'), [502, 'bad-redirect'], null],
    ['down to http', () => to('http://a.example/feed'), [502, 'bad-redirect'], null],
    ['a file', () => to('file:///etc/passwd'), [403, 'forbidden-target'], null],
    ['an address', () => to('https://169.254.169.254/'), [403, 'forbidden-target'], null],
    ['another port', () => to('https://b.example:22/'), [403, 'forbidden-target'], null],
  ];
  for (const [name, answer, expected, permanent] of rows) {
    let n = 0;
    const world = setUp(() => answer(n++));
    const response = await world.ask();
    assert.equal(response.headers.get('x-feed-permanent-url'), permanent, name);
    assert.deepEqual(await verdictOf(response), expected, name);
    assert.ok(world.sent.length <= 6, name);
  }
});

test('proxy: a fragment is no part of a feed\u2019s URL', async () => {
  const world = setUp(() => ok({ etag: '"1"' }), { feeds: [`${feed}#list`] });
  for (const fragment of ['#a', '#', '']) {
    const response = await world.ask(feed + fragment);
    assert.equal(response.headers.get('x-feed-url'), feed);
  }
  world.now += 3 * hour;
  await world.ask(`${feed}#b`);
  assert.deepEqual(
    world.sent.map(({ url, headers }) => [url, headers['if-none-match']]),
    [
      [feed, undefined],
      [feed, '"1"'],
    ],
  );
});

test('proxy: validators go to the URL that issued them and to no other hop', async () => {
  let target = 'https://b.example/one';
  const world = setUp((url) =>
    url === feed
      ? new Response(null, { status: 302, headers: { location: target } })
      : ok({ etag: `"${url}"` }),
  );
  for (const next of ['https://b.example/one', 'https://b.example/one', 'https://b.example/two']) {
    target = next;
    await world.ask();
    world.now += 3 * hour;
  }
  assert.deepEqual(
    world.sent.map(({ url, headers }) => [url, headers['if-none-match']]),
    [
      [feed, undefined],
      ['https://b.example/one', undefined],
      [feed, undefined],
      ['https://b.example/one', '"https://b.example/one"'],
      [feed, undefined],
      ['https://b.example/two', undefined],
    ],
  );
});

test('proxy: a feed may be read directly only when every hop allows it', async () => {
  const open = { 'access-control-allow-origin': '*' };
  /** @type {[Record<string, string>, Record<string, string>, string | null][]} */
  const rows = [
    [open, open, '1'],
    [{}, open, null],
    [open, {}, null],
    [open, { 'access-control-allow-origin': 'https://b.example' }, null],
  ];
  for (const [first, second, expected] of rows) {
    const world = setUp((url) =>
      url === feed ? new Response(null, { status: 302, headers: { ...first, location: '/x' } }) : ok(second),
    );
    assert.equal((await world.ask()).headers.get('x-feed-cors'), expected);
  }
});

test('proxy: a type that a browser would run becomes XML, the charset stays', async () => {
  /** @type {[string, string][]} */
  const rows = [
    ['application/rss+xml', 'application/rss+xml'],
    ['Text/XML; charset="ISO-8859-1"', 'text/xml; charset=ISO-8859-1'],
    ['text/plain', 'text/plain'],
    ['text/html; charset=utf-8', 'application/xml; charset=utf-8'],
    ['image/svg+xml', 'application/xml'],
    ['application/xhtml+xml', 'application/xml'],
    ['text/javascript', 'application/xml'],
    ['application/x, text/html', 'application/xml'],
    ['', 'application/xml'],
  ];
  for (const [type, expected] of rows) {
    assert.equal(
      (await setUp(() => ok({ 'content-type': type })).ask()).headers.get('content-type'),
      expected,
    );
  }
  const json = '{"version": "https://jsonfeed.org/version/1.1"}';
  const response = await setUp(() => ok({ 'content-type': 'text/html' }, json)).ask();
  assert.equal(response.headers.get('content-type'), 'application/feed+json');
});

test('proxy: a thousand readers at once are one request to the publisher, also when the first leaves', async () => {
  /** @type {(response: Response) => void} */
  let release = () => {};
  const world = setUp(() => new Promise((resolve) => (release = resolve)));
  const leaving = new AbortController();
  const answers = Array.from({ length: 1000 }, (_, i) =>
    world.ask(feed, i === 0 ? { signal: leaving.signal } : {}),
  );
  while (world.sent.length === 0) await Promise.resolve();
  leaving.abort();
  release(ok());
  const responses = await Promise.all(answers);
  const how = responses.map(({ headers }) => headers.get('x-feed-cache'));
  assert.deepEqual(
    [world.sent.length, how[0], new Set(how.slice(1)), new Set(responses.map(({ status }) => status))],
    [1, 'miss', new Set(['coalesced']), new Set([200])],
  );
});

test('proxy: more feeds at once than there is room for are told to wait, or get what there is', async () => {
  const other = 'https://b.example/feed';
  /** @type {(response: Response) => void} */
  let release = () => {};
  let slow = false;
  const world = setUp(
    (url) => (slow && url === feed ? new Promise((resolve) => (release = resolve)) : ok()),
    {
      feeds: [feed, other],
      limits: { inFlight: 1 },
    },
  );
  slow = true;
  const first = world.ask();
  while (world.sent.length === 0) await Promise.resolve();
  const refused = await world.ask(other);
  assert.deepEqual([refused.headers.get('retry-after'), ...(await verdictOf(refused))], ['1', 503, 'busy']);
  release(ok());
  assert.equal((await first).status, 200);
  assert.equal((await world.ask(other)).status, 200);
  world.now += 3 * hour;
  const again = world.ask();
  while (world.sent.length < 3) await Promise.resolve();
  const stale = await world.ask(other);
  assert.deepEqual(
    [stale.status, stale.headers.get('x-feed-cache'), stale.headers.get('x-feed-error')],
    [200, 'stale-error', 'busy'],
  );
  release(ok());
  await again;
});

test('proxy: the log has one line a fetch, and no query', async () => {
  const secret = `${feed}?key=secret`;
  const world = setUp(() => ok(), { feeds: [secret] });
  await world.ask(secret);
  await world.ask(secret);
  assert.deepEqual(world.logged, [{ event: 'fetch', url: feed, outcome: 'fresh', bytes: 81, ms: 0 }]);
});
