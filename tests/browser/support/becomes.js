/** What a page shows, as soon as it is what is expected: a loaded machine takes its time. */
import assert from 'node:assert/strict';

/**
 * @template T
 * @param {import('playwright-core').Page} page
 * @param {() => T} read        runs in the page
 * @param {T} expected          said in full when it does not come
 */
export async function becomes(page, read, expected) {
  const wanted = JSON.stringify(expected);
  await page
    .waitForFunction(`JSON.stringify((${read})()) === ${JSON.stringify(wanted)}`, undefined, {
      timeout: 15_000,
    })
    .catch(() => {});
  assert.deepEqual(await page.evaluate(read), expected);
}
