import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fetchFeed } from '../../../web/fetch/fetch-feed.js';

const FEED = 'https://a.example/feed';
const ONE = 'https://planet.example/proxy/v1/feed?url={url}';
const TWO = 'https://two.example/?u={url}';
const through = (/** @type {string} */ proxy, url = FEED) => proxy.replace('{url}', encodeURIComponent(url));

/**
 * @param {Record<string, () => Response | Promise<Response>>} answers    by URL; any other fails as a network does
 * @param {Partial<import('../../../web/fetch/fetch-feed.js').FetchEnv>} [more]
 */
function network(answers, more = {}) {
  /** @type {string[]} */
  const asked = [];
  /** @type {typeof globalThis.fetch} */
  const fetch = async (input, init) => {
    asked.push(String(input));
    assert.deepEqual(
      Object.keys(init ?? {}).sort(),
      ['referrerPolicy', 'signal'],
      'nothing that needs a preflight',
    );
    if (init?.signal?.aborted) throw init.signal.reason;
    const answer = answers[String(input)];
    if (!answer) throw new TypeError('Failed to fetch');
    return answer();
  };
  return {
    asked,
    env: { fetch, proxies: [ONE], page: 'https://planet.example/', maxBytes: 100, timeoutMs: 1000, ...more },
  };
}

const feed =
  (body = '<rss/>', headers = {}) =>
  () =>
    new Response(body, { headers: { 'Content-Type': 'application/rss+xml', ...headers } });
const problem =
  (/** @type {string} */ code, /** @type {number} */ status, more = {}) =>
  () =>
    Response.json(
      { code, title: `Says ${code}.`, status, ...more },
      { status, headers: { 'X-Feed-Error': code } },
    );
const bytes = new TextEncoder().encode('<rss/>');
const fresh = { kind: 'fresh', bytes, contentType: 'application/rss+xml', url: FEED };

test('fetch: a feed of which nothing is known goes through the proxy and is not asked directly', async () => {
  const { asked, env } = network({ [through(ONE)]: feed() });
  assert.deepEqual(await fetchFeed({ url: FEED }, env), { ...fresh, route: 'proxy' });
  assert.deepEqual(asked, [through(ONE)]);
});

test('fetch: the proxy tells where the feed came from and that it may be asked directly', async () => {
  const { env } = network({
    [through(ONE)]: feed('<rss/>', { 'X-Feed-Url': 'https://b.example/new', 'X-Feed-Cors': '1' }),
  });
  assert.deepEqual(await fetchFeed({ url: FEED }, env), {
    ...fresh,
    url: 'https://b.example/new',
    route: 'proxy',
    direct: true,
  });
});

for (const known of [{ cors: true }, { direct: true }]) {
  test(`fetch: a feed with ${JSON.stringify(known)} is asked directly`, async () => {
    const { asked, env } = network({ [FEED]: feed() });
    assert.deepEqual(await fetchFeed({ url: FEED, ...known }, env), {
      ...fresh,
      route: 'direct',
      direct: true,
    });
    assert.deepEqual(asked, [FEED]);
  });
}

test('fetch: a feed of the page’s own server is asked directly and never through a proxy', async () => {
  const url = 'https://planet.example/feeds/a.xml';
  const { asked, env } = network({});
  assert.deepEqual(await fetchFeed({ url }, env), {
    kind: 'failed',
    reason: 'blocked',
    route: 'direct',
    direct: false,
  });
  assert.deepEqual(asked, [url]);
});

test('fetch: without a proxy a feed is asked directly', async () => {
  const { asked, env } = network({ [FEED]: feed() }, { proxies: [] });
  assert.deepEqual(await fetchFeed({ url: FEED }, env), { ...fresh, route: 'direct', direct: true });
  assert.deepEqual(asked, [FEED]);
});

test('fetch: a feed that no longer allows it falls back to the proxy and is remembered as such', async () => {
  const { asked, env } = network({ [through(ONE)]: feed() });
  assert.deepEqual(await fetchFeed({ url: FEED, direct: true }, env), {
    ...fresh,
    route: 'proxy',
    direct: false,
  });
  assert.deepEqual(asked, [FEED, through(ONE)]);
});

test('fetch: proxies are tried in order', async () => {
  const { asked, env } = network({ [through(TWO)]: feed() }, { proxies: [ONE, TWO] });
  assert.deepEqual(await fetchFeed({ url: FEED }, env), { ...fresh, route: 'proxy' });
  assert.deepEqual(asked, [through(ONE), through(TWO)]);
});

test('fetch: what a proxy says of the feed outweighs what another says of itself', async () => {
  const { env } = network(
    {
      [through(ONE)]: problem('forbidden-target', 403),
      [through(TWO)]: problem('upstream-status', 502, { upstreamStatus: 404 }),
    },
    { proxies: [ONE, TWO] },
  );
  assert.deepEqual(await fetchFeed({ url: FEED }, env), {
    kind: 'failed',
    reason: 'upstream_status',
    status: 404,
    detail: 'Says upstream-status.',
    route: 'proxy',
  });
});

test('fetch: a feed that is gone is not asked for again elsewhere', async () => {
  const { asked, env } = network(
    { [through(ONE)]: problem('gone', 502, { upstreamStatus: 410 }) },
    { proxies: [ONE, TWO] },
  );
  assert.deepEqual(await fetchFeed({ url: FEED }, env), {
    kind: 'failed',
    reason: 'gone',
    status: 410,
    detail: 'Says gone.',
    route: 'proxy',
  });
  assert.deepEqual(asked, [through(ONE)]);
});

for (const [status, reason] of /** @type {[number, string][]} */ ([
  [404, 'upstream_status'],
  [500, 'upstream_status'],
  [410, 'gone'],
])) {
  test(`fetch: ${status} of the feed's own server is ${reason}`, async () => {
    const { env } = network({ [FEED]: () => new Response('no', { status }) }, { proxies: [] });
    assert.deepEqual(await fetchFeed({ url: FEED }, env), {
      kind: 'failed',
      reason,
      status,
      route: 'direct',
    });
  });
}

test('fetch: an answer of a proxy that is no problem document still says something', async () => {
  const { env } = network({ [through(ONE)]: () => new Response('<h1>Bad gateway</h1>', { status: 502 }) });
  assert.deepEqual(await fetchFeed({ url: FEED }, env), {
    kind: 'failed',
    reason: 'proxy_status',
    detail: '502',
    route: 'proxy',
  });
  const { env: other } = network({ [through(ONE)]: () => Response.json(null, { status: 500 }) });
  assert.deepEqual(await fetchFeed({ url: FEED }, other), {
    kind: 'failed',
    reason: 'proxy_status',
    detail: '500',
    route: 'proxy',
  });
});

test('fetch: a body over the limit is not read to its end', async () => {
  let chunks = 0;
  let cancelled = false;
  const endless = new ReadableStream({
    pull: (controller) => {
      chunks++;
      controller.enqueue(new Uint8Array(40));
    },
    cancel: () => void (cancelled = true),
  });
  const { env } = network({ [through(ONE)]: () => new Response(endless) });
  assert.deepEqual(await fetchFeed({ url: FEED }, env), {
    kind: 'failed',
    reason: 'too_large',
    detail: '100',
    route: 'proxy',
  });
  assert.ok(cancelled && chunks < 6);
});

test('fetch: a body of exactly the limit is read, in one piece', async () => {
  const parts = new ReadableStream({
    start: (controller) => {
      controller.enqueue(new Uint8Array(60).fill(1));
      controller.enqueue(new Uint8Array(40).fill(2));
      controller.close();
    },
  });
  const { env } = network({ [through(ONE)]: () => new Response(parts) });
  const outcome = await fetchFeed({ url: FEED }, env);
  assert.deepEqual(outcome.kind === 'fresh' && [...outcome.bytes], [
    ...Array(60).fill(1),
    ...Array(40).fill(2),
  ]);
});

test('fetch: a server that never answers, or never ends its answer, is given up', async () => {
  /** @type {typeof fetch} */
  const silent = (_, init) =>
    new Promise((_, reject) => init?.signal?.addEventListener('abort', () => reject(init.signal?.reason)));
  const { env } = network({}, { fetch: silent, timeoutMs: 5 });
  assert.deepEqual(await fetchFeed({ url: FEED }, env), {
    kind: 'failed',
    reason: 'timeout',
    route: 'proxy',
  });

  /** @type {typeof fetch} */
  const slow = async (_, init) =>
    new Response(
      new ReadableStream({
        start: (controller) =>
          init?.signal?.addEventListener('abort', () => controller.error(init.signal?.reason)),
      }),
    );
  const { env: other } = network({}, { fetch: slow, timeoutMs: 5 });
  assert.deepEqual(await fetchFeed({ url: FEED }, other), {
    kind: 'failed',
    reason: 'timeout',
    route: 'proxy',
  });
});

test('fetch: giving up the whole refresh rejects', async () => {
  const controller = new AbortController();
  controller.abort(new Error('enough'));
  const { env } = network({ [through(ONE)]: feed() }, { signal: controller.signal });
  await assert.rejects(fetchFeed({ url: FEED }, env), /enough/);
});

test('fetch: a secure page does not try what browsers refuse it', async () => {
  const { asked, env } = network({}, { proxies: [] });
  assert.deepEqual(await fetchFeed({ url: 'http://a.example/feed' }, env), {
    kind: 'failed',
    reason: 'mixed_content',
    route: 'direct',
  });
  assert.deepEqual(asked, []);
});

test('fetch: the proxy tells that a feed has moved, or why what it has is old', async () => {
  /** @type {[Record<string, string>, object][]} */
  const rows = [
    [{ 'X-Feed-Permanent-Url': 'https://a.example/new' }, { moved: 'https://a.example/new' }],
    [{ 'X-Feed-Permanent-Url': FEED }, {}],
    [{ 'X-Feed-Permanent-Url': 'javascript:alert(1)' }, {}],
    [
      { 'X-Feed-Cache': 'stale-error', 'X-Feed-Error': 'upstream-status', 'X-Feed-Upstream-Status': '503' },
      { trouble: { kind: 'failed', reason: 'upstream_status', status: 503 } },
    ],
    [
      { 'X-Feed-Error': 'gone', 'X-Feed-Upstream-Status': '410' },
      { trouble: { kind: 'failed', reason: 'gone' } },
    ],
    [
      { 'X-Feed-Error': 'timeout', 'X-Feed-Upstream-Status': '200' },
      { trouble: { kind: 'failed', reason: 'timeout' } },
    ],
    [{ 'X-Feed-Error': 'busy' }, {}],
    [{ 'X-Feed-Error': 'rate-limited' }, {}],
  ];
  for (const [headers, told] of rows) {
    const { env } = network({ [through(ONE)]: feed('<rss/>', headers) });
    assert.deepEqual(await fetchFeed({ url: FEED }, env), { ...fresh, route: 'proxy', ...told });
  }
});

test('fetch: a feed that is asked directly has no proxy to speak for it', async () => {
  const { env } = network({
    [FEED]: feed('<rss/>', { 'X-Feed-Error': 'gone', 'X-Feed-Permanent-Url': 'https://b.example/' }),
  });
  assert.deepEqual(await fetchFeed({ url: FEED, cors: true }, env), {
    ...fresh,
    route: 'direct',
    direct: true,
  });
});
