/** What a page shows, as soon as it is what is expected: a loaded machine takes its time. */
import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';

const PATIENCE_MS = 20_000;

/**
 * @template T
 * @param {import('playwright-core').Page} page
 * @param {() => T} read        runs in the page, again and again
 * @param {T} expected          said in full when it does not come
 */
export async function becomes(page, read, expected) {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const found = await page.evaluate(read);
    if (isDeepStrictEqual(found, expected)) return;
    if (Date.now() > end) assert.deepEqual(found, expected);
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
}
