/** What a page shows, as soon as it is what is expected: a loaded machine takes its time. */
import assert from 'node:assert/strict';
import { setTimeout as after } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';

const PATIENCE_MS = 20_000;

/**
 * @template T
 * @param {{ evaluate: <V>(read: () => V | Promise<V>) => Promise<V> }} page
 * @param {() => T | Promise<T>} read        runs in the page, again and again
 * @param {T} expected          said in full when it does not come
 */
export async function becomes(page, read, expected) {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    // A page that is on its way to another has nothing to say for a moment.
    const found = await page
      .evaluate(read)
      .catch((error) => (Date.now() > end ? Promise.reject(error) : error));
    if (isDeepStrictEqual(found, expected)) return;
    if (Date.now() > end) assert.deepEqual(found, expected);
    await after(30);
  }
}
