import assert from 'node:assert/strict';
import { test } from 'node:test';
import { feedText, verdictOf } from './support/origin.js';
import { feed, hour, setUp, ok } from './support/world.js';

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
