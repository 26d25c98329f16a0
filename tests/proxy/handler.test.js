import assert from 'node:assert/strict';
import { test } from 'node:test';
import { feedRequest, feedText, verdictOf } from './support/origin.js';
import { feed, setUp, ok } from './support/world.js';

test('proxy: a feed is answered with headers of our own making alone', async () => {
  const hostile = {
    etag: 'W/"theirs"',
    'last-modified': 'Wed, 31 Dec 2025 00:00:00 GMT',
    'set-cookie': 'a=b',
    'clear-site-data': '"*"',
    refresh: '0; url=https://evil.example/',
    'access-control-allow-origin': 'https://evil.example',
    'access-control-allow-credentials': 'true',
    'strict-transport-security': 'max-age=1',
    link: '<https://evil.example/>; rel=preload',
    vary: '*',
    'content-disposition': 'attachment',
  };
  const world = setUp(() => ok(hostile));
  const response = await world.ask();
  assert.equal(await response.text(), feedText);
  assert.deepEqual(Object.fromEntries(response.headers), {
    'access-control-allow-origin': '*',
    'access-control-expose-headers':
      'Age, ETag, Last-Modified, Retry-After, X-Feed-Cache, X-Feed-Cors, X-Feed-Error, X-Feed-Fetched, X-Feed-Next, X-Feed-Permanent-Url, X-Feed-Upstream-Status, X-Feed-Url',
    age: '0',
    'cache-control': 'public, max-age=3600, stale-while-revalidate=3600, stale-if-error=604800',
    'content-length': '81',
    'content-security-policy': "sandbox; default-src 'none'",
    'content-type': 'application/rss+xml',
    'cross-origin-resource-policy': 'cross-origin',
    etag: '"d673ddcd0e7213b3521a953d25cf3955"',
    'last-modified': 'Wed, 31 Dec 2025 00:00:00 GMT',
    vary: 'Accept-Encoding',
    'x-content-type-options': 'nosniff',
    'x-feed-cache': 'miss',
    'x-feed-fetched': '2026-01-01T00:00:00.000Z',
    'x-feed-next': '2026-01-01T01:00:00.000Z',
    'x-feed-upstream-status': '200',
    'x-feed-url': feed,
  });
});

test('proxy: a publisher is told who asks and nothing of the reader', async () => {
  const world = setUp(() => ok(), { contact: 'https://planet.example/about' });
  await world.ask(feed, {
    headers: {
      authorization: 'Basic eA==',
      'accept-language': 'de',
      'x-forwarded-for': '192.0.2.1',
      range: 'bytes=0-1',
      'user-agent': 'Browser',
      'if-none-match': '"x"',
    },
  });
  assert.equal(world.sent.length, 1);
  const { accept, ...headers } = world.sent[0].headers;
  assert.match(accept, /^application\/atom\+xml, .*\*\/\*;q=0\.5$/);
  assert.deepEqual(headers, {
    'user-agent': 'Planetarium/1.2 (+https://planet.example/about)',
    via: '1.1 planetarium',
  });
});

/** @type {[string, Request, [number, string]][]} */
const requests = [
  ['no url', new Request('http://p/v1/feed'), [400, 'bad-url']],
  ['an empty url', new Request('http://p/v1/feed?url='), [400, 'bad-url']],
  ['two urls', new Request(`http://p/v1/feed?url=${feed}&url=${feed}`), [400, 'bad-url']],
  ['a url of another spelling', new Request(`http://p/v1/feed?URL=${feed}`), [400, 'bad-url']],
  ['a url that is not listed', feedRequest('https://b.example/'), [403, 'forbidden-target']],
  ['a url of 100 kB', feedRequest(`${feed}?${'x'.repeat(100_000)}`), [414, 'url-too-long']],
  ['POST', feedRequest(feed, { method: 'POST', body: 'x' }), [405, 'method']],
  ['PUT', feedRequest(feed, { method: 'PUT', body: 'x' }), [405, 'method']],
  ['DELETE', feedRequest(feed, { method: 'DELETE' }), [405, 'method']],
  ['path-style addresses', new Request(`http://p/${feed}`), [404, 'not-found']],
  ['another version', new Request(`http://p/v2/feed?url=${feed}`), [404, 'not-found']],
  ['a trailing slash', new Request(`http://p/v1/feed/?url=${feed}`), [404, 'not-found']],
  ['itself', feedRequest('http://proxy.example/v1/feed?url=x'), [508, 'loop']],
  ['its own kind', feedRequest(feed, { headers: { via: '1.0 a, 1.1 planetarium' } }), [508, 'loop']],
];

for (const [name, request, expected] of requests) {
  test(`proxy: ${name} is answered with ${expected.join(' ')}, readable, unkept and unasked`, async () => {
    const world = setUp(() => ok());
    const response = await world.handle(request);
    assert.deepEqual(
      [
        response.headers.get('access-control-allow-origin'),
        response.headers.get('access-control-allow-credentials'),
        response.headers.get('cache-control'),
        response.headers.get('content-type'),
        response.headers.get('allow'),
        world.sent.length,
      ],
      [
        '*',
        null,
        'no-store',
        'application/problem+json',
        expected[0] === 405 ? 'GET, HEAD, OPTIONS' : null,
        0,
      ],
    );
    assert.deepEqual(await verdictOf(response), expected);
  });
}

test('proxy: a preflight is answered without a word to the publisher', async () => {
  const world = setUp(() => ok());
  const response = await world.ask(feed, { method: 'OPTIONS' });
  const headers = Object.fromEntries(response.headers);
  assert.deepEqual(
    [
      response.status,
      headers['access-control-allow-origin'],
      headers['access-control-allow-methods'],
      headers['access-control-allow-headers'],
      headers['access-control-max-age'],
      headers.vary,
      world.sent.length,
    ],
    [
      204,
      '*',
      'GET, HEAD, OPTIONS',
      'If-None-Match, If-Modified-Since, Cache-Control',
      '86400',
      'Access-Control-Request-Method, Access-Control-Request-Headers',
      0,
    ],
  );
});

test('proxy: HEAD has the headers of GET and no body', async () => {
  const world = setUp(() => ok());
  const get = await world.ask();
  const head = await world.ask(feed, { method: 'HEAD' });
  assert.equal(await head.text(), '');
  const strip = (/** @type {Response} */ { headers }) => ({
    ...Object.fromEntries(headers),
    'x-feed-cache': '',
  });
  assert.deepEqual(strip(head), strip(get));
  assert.equal(world.sent.length, 1);
});

test('proxy: origins restrict pages, not programs, and a refusal says so to the page', async () => {
  const world = setUp(() => ok(), { origins: ['https://planet.example'] });
  /** @param {string | null} origin */
  const answer = async (origin) => {
    const response = await world.ask(feed, { headers: origin === null ? {} : { origin } });
    const { headers } = response;
    return [...(await verdictOf(response)), headers.get('access-control-allow-origin'), headers.get('vary')];
  };
  const body = feedText.slice(0, 20);
  assert.deepEqual(
    [
      await answer('https://planet.example'),
      await answer(null),
      await answer('https://evil.example'),
      await answer('null'),
    ],
    [
      [200, body, 'https://planet.example', 'Origin, Accept-Encoding'],
      [200, body, null, 'Origin, Accept-Encoding'],
      [403, 'forbidden-origin', 'https://evil.example', 'Origin'],
      [403, 'forbidden-origin', 'null', 'Origin'],
    ],
  );
});

test('proxy: mounted at a path, it answers there and nowhere else', async () => {
  const world = setUp(() => ok(), {}, '/proxy');
  const statuses = [];
  for (const path of [
    '/proxy/v1/health',
    '/proxy/',
    '/proxy/v1/feed',
    '/v1/feed',
    '/proxyv1/health',
    '/proxy',
  ]) {
    statuses.push((await world.handle(new Request(`http://p${path}`))).status);
  }
  assert.deepEqual(statuses, [200, 200, 400, 404, 404, 404]);
  const health = await world.handle(new Request('http://p/proxy/v1/health'));
  assert.deepEqual(await health.json(), { ok: true, version: '1.2' });
});
