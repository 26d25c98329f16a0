import assert from 'node:assert/strict';
import { test } from 'node:test';
import { refresh } from '../../../web/fetch/refresh.js';

test('refresh: every feed once, in order, at most six at a time', async () => {
  const feeds = Array.from({ length: 20 }, (_, index) => index);
  /** @type {number[]} */
  const started = [];
  /** @type {number[]} */
  const told = [];
  let running = 0;
  let most = 0;
  await refresh(feeds, {
    fetchOne: async (feed) => {
      started.push(feed);
      most = Math.max(most, ++running);
      await new Promise((resolve) => setImmediate(resolve));
      running--;
      return feed * 2;
    },
    onOutcome: (feed, outcome) => void told.push(outcome - feed),
  });
  assert.deepEqual(started, feeds);
  assert.deepEqual(
    told.sort((a, b) => a - b),
    feeds,
  );
  assert.equal(most, 6);
});

test('refresh: no feeds are done at once', async () => {
  await refresh([], {
    fetchOne: () => assert.fail('nothing to fetch'),
    onOutcome: () => assert.fail('nothing to tell'),
  });
});
