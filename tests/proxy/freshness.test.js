import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  afterAnswer,
  afterFailure,
  cacheControlFor,
  patienceFor,
  retryAfterS,
} from '../../proxy/freshness.js';

const now = Date.parse('2026-01-01T00:00:00Z');
const date = 'Thu, 01 Jan 2026 00:00:00 GMT';

/** @param {Record<string, string>} headers */
const answer = (headers, unchangedMs = 0, conditional = true) => ({
  headers: new Headers(headers),
  unchangedMs,
  conditional,
});

/** @type {[string, Record<string, string>, number][]} */
const lifetimes = [
  ['nothing is said', {}, 3600],
  ['max-age is short', { 'cache-control': 'max-age=60' }, 3600],
  ['max-age is two hours', { 'cache-control': 'public, max-age=7200' }, 7200],
  ['max-age is quoted', { 'cache-control': 'max-age="7200"' }, 7200],
  ['s-maxage stands beside max-age', { 'cache-control': 'max-age=60, s-maxage=9000' }, 9000],
  ['some of it has passed already', { 'cache-control': 'max-age=9000', age: '1000' }, 8000],
  ['max-age is a month', { 'cache-control': 'max-age=2592000' }, 86400],
  ['max-age is no number', { 'cache-control': 'max-age=soon' }, 3600],
  ['no-cache stands beside max-age', { 'cache-control': 'no-cache, max-age=9000' }, 3600],
  ['Expires is in two hours', { expires: 'Thu, 01 Jan 2026 02:00:00 GMT', date }, 7200],
  ['Expires is past', { expires: '0', date }, 3600],
  ['Expires has no Date beside it', { expires: 'Thu, 01 Jan 2026 02:00:00 GMT' }, 3600],
  ['max-age contradicts Expires', { 'cache-control': 'max-age=7200', expires: date, date }, 7200],
];

for (const [name, headers, expected] of lifetimes) {
  test(`freshness: when ${name}, a feed is asked for again after ${expected} s`, () => {
    const { earliest, next } = afterAnswer(answer(headers), now, 3600);
    assert.deepEqual([(earliest - now) / 1000, (next - now) / 1000], [3600, expected]);
  });
}

test('freshness: Retry-After is seconds or a date, at most two days', () => {
  /** @type {[string | null, number | undefined][]} */
  const rows = [
    [null, undefined],
    ['120', 120],
    [' 120 ', 120],
    ['Thu, 01 Jan 2026 00:10:00 GMT', 600],
    ['Wed, 31 Dec 2025 00:00:00 GMT', 0],
    ['99999999', 172800],
    ['x', undefined],
  ];
  for (const [value, expected] of rows) assert.equal(retryAfterS(value, now), expected, `${value}`);
});

test('freshness: a publisher who answers with errors is asked half as often each time, up to once a day', () => {
  const waits = [1, 2, 3, 5, 6, 50].map(
    (failures) => (afterFailure({ code: 'upstream-status' }, failures, now, 3600).next - now) / 1000,
  );
  assert.deepEqual(waits, [3600, 7200, 14400, 57600, 86400, 86400]);
});

test('freshness: a publisher who is not reached is tried again after a minute, then less and less', () => {
  const waits = [1, 2, 7, 50].map(
    (failures) => (afterFailure({ code: 'unreachable' }, failures, now, 3600).next - now) / 1000,
  );
  assert.deepEqual(waits, [60, 120, 3600, 3600]);
});

test('freshness: Retry-After is honoured where it is longer, also for feeds of one\u2019s own', () => {
  const wait = (/** @type {number} */ retryAfter, /** @type {number} */ minIntervalS) =>
    (afterFailure({ code: 'upstream-status', retryAfter }, 1, now, minIntervalS).next - now) / 1000;
  assert.deepEqual([wait(60, 3600), wait(7200, 3600), wait(30, 0), wait(0, 0)], [3600, 7200, 30, 0]);
});

test('freshness: a reader keeps a feed for a minute to an hour, one that may be asked for at once not at all', () => {
  const stale = ', stale-while-revalidate=3600, stale-if-error=604800';
  assert.deepEqual(
    [
      [0, 3600],
      [100, 3600],
      [86400, 3600],
      [0, 0],
      [0, 10],
    ].map(([waitS, minIntervalS]) => cacheControlFor(waitS, minIntervalS)),
    [
      `public, max-age=60${stale}`,
      `public, max-age=100${stale}`,
      `public, max-age=3600${stale}`,
      'no-cache',
      `public, max-age=10${stale}`,
    ],
  );
});

test('freshness: a feed of one’s own that hangs is left alone for a minute, one that is down is not', () => {
  const wait = (/** @type {string} */ code) => (afterFailure({ code }, 1, now, 0).next - now) / 1000;
  assert.deepEqual([wait('timeout'), wait('unreachable'), wait('upstream-status')], [60, 0, 0]);
});

test('freshness: who kept us waiting in vain gets half the time, and all of it every third time', () => {
  const after = (/** @type {number} */ failures, code = 'timeout') =>
    patienceFor({ failures, failure: { code } }, 8000);
  assert.deepEqual(
    [1, 2, 3, 4, 5, 6].map((failures) => after(failures)),
    [4000, 4000, 8000, 4000, 4000, 8000],
  );
  assert.equal(after(1, 'unreachable'), 8000);
  assert.equal(patienceFor({ failures: 0 }, 8000), 8000);
  assert.equal(patienceFor(undefined, 8000), 8000);
});
