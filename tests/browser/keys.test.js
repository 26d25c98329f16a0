import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openStage } from './support/stage.js';
import { post, viewOf } from './support/views.js';

/** @type {import('./support/stage.js').Stage} */
let stage;
before(async () => {
  stage = await openStage();
});
after(() => stage.close());

const text = (/** @type {string} */ value) => ({ type: 'text', value });

const posts = (/** @type {number} */ count, from = 0) =>
  Array.from({ length: count }, (_, i) =>
    post({
      key: `00000000000000${String(90 - i - from)}`,
      date: `2008-06-${String(28 - i - from).padStart(2, '0')}T10:00:00Z`,
      title: text(`Post ${90 - i - from}`),
      content: text('word '.repeat(400)),
    }),
  );

test('keys: j and k go from post to post, ? lists them, / searches, and none works while one writes', async () => {
  const { page, show, close } = await stage.open();
  await show(viewOf(posts(3)));
  const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim());
  await page.keyboard.press('j');
  assert.equal(await focused(), 'Post 90');
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  assert.equal(await focused(), 'Post 88');
  await page.keyboard.press('k');
  assert.equal(await focused(), 'Post 89');
  await page.keyboard.press('?');
  const dialog = page.getByRole('dialog', { name: 'Keys' });
  await dialog.waitFor();
  assert.equal(await dialog.locator('kbd').count(), 16);
  await page.keyboard.press('j'); // the dialog has the keys
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  assert.equal(await focused(), 'Post 89');
  await page.keyboard.press('/');
  await page.keyboard.type('jk?');
  assert.equal(await page.getByRole('searchbox').inputValue(), 'jk?');
  await close();
});

test('keys: who dictates turns them off in the settings, and it stays so', async () => {
  const { page, show, close } = await stage.open();
  await show(viewOf(posts(3)));
  const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim());
  await page.keyboard.press(',');
  await page.getByRole('checkbox', { name: 'Keys of one letter' }).uncheck();
  await page.getByRole('button', { name: 'Done' }).click();
  for (const key of ['j', '?', ',']) await page.keyboard.press(key);
  assert.equal(await page.locator('dialog').count(), 0);
  assert.notEqual(await focused(), 'Post 90');
  await page.reload();
  await page.waitForFunction(() => 'stage' in globalThis);
  await show(viewOf(posts(3)));
  await page.keyboard.press('j');
  assert.notEqual(await focused(), 'Post 90');
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('checkbox', { name: 'Keys of one letter' }).check();
  await page.keyboard.press('Escape');
  await page.locator('dialog').waitFor({ state: 'detached' });
  await page.evaluate(() => window.scrollTo({ top: 0, behavior: 'instant' }));
  await page.keyboard.press('j');
  assert.equal(await focused(), 'Post 90');
  await close();
});

test('new posts: what comes in above what is being read moves nothing, and is announced', async () => {
  const { page, show, close } = await stage.open();
  await show(viewOf(posts(6, 2)));
  await page.evaluate(() => window.scrollTo({ top: 1500, behavior: 'instant' }));
  const place = () =>
    page.evaluate(
      () =>
        [...document.querySelectorAll('.h-entry')]
          .find((entry) => entry.textContent?.includes('Post 85'))
          ?.getBoundingClientRect().top,
    );
  const before = await place();
  await show(viewOf(posts(8)));
  assert.ok(Math.abs(Number(await place()) - Number(before)) < 2);
  const pill = page.getByRole('button', { name: '2 new posts' });
  await pill.click();
  await page.waitForFunction(() => window.scrollY === 0);
  assert.equal(await pill.count(), 0);
  await close();
});
