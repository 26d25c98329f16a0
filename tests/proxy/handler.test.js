import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createProxy } from '../../proxy/handler.js';
import { feedRequest, feedText, verdictOf } from './support/origin.js';

const feed = 'https://a.example/feed';
const hour = 3600_000;
const start = Date.parse('2026-01-01T00:00:00Z');

/**
 * A proxy whose publisher is a function and whose clock is a number.
 * @param {(url: string, headers: Record<string, string>) => Response | Promise<Response>} answer
 * @param {import('../../proxy/settings.js').ProxyPolicy} [policy]
 */
function setUp(answer, policy = {}, mount = '') {
  const world = {
    now: start,
    /** @type {{ url: string, headers: Record<string, string> }[]} */
    sent: [],
    /** @type {any[]} */
    logged: [],
    cache: new Map(),
    ask: (target = feed, /** @type {RequestInit} */ init = {}) => handle(feedRequest(target, init)),
    handle: (/** @type {Request} */ request) => handle(request),
  };
  const handle = createProxy(
    { feeds: [feed], ...policy },
    {
      fetch: async (url, { headers }) => {
        world.sent.push({ url, headers });
        return answer(url, headers);
      },
      cache: world.cache,
      now: () => world.now,
      log: (event) => world.logged.push(event),
      version: '1.2',
      mount,
    },
  );
  return world;
}

const ok = (/** @type {Record<string, string>} */ headers = {}, body = feedText) =>
  new Response(body, { headers: { 'content-type': 'application/rss+xml', ...headers } });

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
    world.now += hour;
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
  for (const hours of [1, 1.5, 6 * 24, 8 * 24, 8 * 24 + 1]) {
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

/** @type {[string, () => Response, any, string][]} */
const failures = [
  [
    '404',
    () => new Response('secret', { status: 404 }),
    { code: 'upstream-status', upstreamStatus: 404 },
    'public, max-age=300',
  ],
  [
    '410',
    () => new Response('', { status: 410 }),
    { code: 'gone', upstreamStatus: 410 },
    'public, max-age=86400',
  ],
  [
    '204',
    () => new Response(null, { status: 204 }),
    { code: 'upstream-status', upstreamStatus: 204 },
    'public, max-age=300',
  ],
  [
    'a 304 nobody asked for',
    () => new Response(null, { status: 304 }),
    { code: 'upstream-status', upstreamStatus: 304 },
    'public, max-age=300',
  ],
  [
    '429 with Retry-After',
    () => new Response('', { status: 429, headers: { 'retry-after': '7200' } }),
    { code: 'upstream-status', upstreamStatus: 429, retryAfter: 7200 },
    'public, max-age=300',
  ],
  ['nothing', () => ok({}, ''), { code: 'not-a-feed' }, 'public, max-age=3600'],
  ['a script', () => ok({}, 'alert(1)'), { code: 'not-a-feed' }, 'public, max-age=3600'],
  ['an API', () => ok({}, '{"a": 1}'), { code: 'not-a-feed' }, 'public, max-age=3600'],
  [
    'a page',
    () => ok({}, '<!doctype html><link rel=alternate type=text/xml href=f>secret'),
    { code: 'not-a-feed', alternates: [{ url: 'https://a.example/f', type: 'text/xml' }] },
    'public, max-age=3600',
  ],
  ['too much', () => ok({}, feedText.padEnd(4001)), { code: 'too-large' }, 'public, max-age=3600'],
  [
    'a loop',
    () => new Response('', { status: 508, headers: { 'x-feed-error': 'loop' } }),
    { code: 'loop' },
    'no-store',
  ],
];

for (const [name, answer, expected, cacheControl] of failures) {
  test(`proxy: ${name} from the publisher is ${expected.code}, remembered`, async () => {
    const world = setUp(answer, { maxBytes: 4000 });
    for (let i = 0; i < 2; i++) {
      const response = await world.ask();
      const { title, status, ...body } = await response.json();
      assert.deepEqual(body, expected);
      assert.equal(status, response.status);
      assert.ok(title.length > 10);
      assert.deepEqual(
        [response.headers.get('cache-control'), response.headers.get('retry-after')],
        [cacheControl, expected.retryAfter ? String(expected.retryAfter) : null],
      );
      assert.equal(response.headers.get('x-feed-error'), expected.code);
    }
    assert.equal(world.sent.length, 1);
  });
}

test('proxy: a feed that is gone is never asked for again', async () => {
  const world = setUp(() => new Response('', { status: 410 }));
  await world.ask();
  world.now += 365 * 24 * hour;
  assert.deepEqual(await verdictOf(await world.ask()), [502, 'gone']);
  assert.equal(world.sent.length, 1);
});

test('proxy: what failed on the way is one code, without the resolver\u2019s or the stack\u2019s words', async () => {
  for (const error of [
    Object.assign(new TypeError('fetch failed'), {
      cause: Object.assign(new Error('connect 127.0.0.1:1'), { code: 'ECONNREFUSED' }),
    }),
    new Error('Network connection lost.'),
    'a string',
  ]) {
    const world = setUp(() => Promise.reject(error));
    const response = await world.ask();
    assert.deepEqual(await response.clone().json(), {
      code: 'unreachable',
      title: 'The server of the feed could not be reached.',
      status: 502,
    });
    assert.equal(response.headers.get('cache-control'), 'public, max-age=60');
  }
});

test('proxy: an error of our own is a 500 with CORS, and its words stay in the log', async () => {
  const world = setUp(() => ok());
  world.cache.get = () => {
    throw new Error('secret');
  };
  const response = await world.ask();
  assert.equal(response.headers.get('access-control-allow-origin'), '*');
  assert.deepEqual(await response.json(), { code: 'internal', title: 'The proxy failed.', status: 500 });
  assert.equal(world.logged[0].error.message, 'secret');
});

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
  world.now += hour;
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
    world.now += hour;
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
  world.now += hour;
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
  assert.deepEqual(world.logged, [{ event: 'fetch', url: feed, outcome: 'fresh', ms: 0 }]);
});
