import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createLiveSearch } from '../../../web/fetch/live-search.js';

const settled = () => new Promise((resolve) => setImmediate(resolve));

/** @param {() => Promise<void>} prepareSearch */
function searching(prepareSearch) {
  let calls = 0;
  let told = 0;
  const planet = { prepareSearch: () => (calls++, prepareSearch()) };
  const search = createLiveSearch({ now: () => 0, pause: async () => {}, onReady: () => void told++ });
  return { isReady: () => search.isReady(planet), calls: () => calls, told: () => told };
}

test('live search: a planet is made ready once, and says when it is', async () => {
  const { isReady, calls, told } = searching(async () => {});
  assert.deepEqual([isReady(), isReady(), told()], [false, false, 0]);
  await settled();
  assert.deepEqual([isReady(), calls(), told()], [true, 1, 1]);
});

test('live search: a planet that crashes meanwhile may be asked, for the query tells so', async () => {
  const { isReady, told } = searching(() => Promise.reject(new WebAssembly.RuntimeError('unreachable')));
  assert.equal(isReady(), false);
  await settled();
  assert.deepEqual([isReady(), told()], [true, 1]);
});

test('live search: each planet is made ready for itself', () => {
  const made = [];
  const search = createLiveSearch({ now: () => 0, pause: async () => {}, onReady: () => {} });
  const planet = () => ({ prepareSearch: async () => void made.push(1) });
  search.isReady(planet());
  search.isReady(planet());
  assert.equal(made.length, 2);
});
