// The dialogs of the page: nothing for axe-core to complain about in any dress, and a keyboard that goes in, round and back.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { LOOKS } from '../../web/config/theme.js';
import { complaints } from './support/axe.js';
import { becomes } from './support/becomes.js';
import { DIALOGS, openDialog, openPost } from './support/full-planet.js';
import { openStage } from './support/stage.js';

const stage = await openStage();
after(() => stage.close());

for (const look of ['page', ...LOOKS])
  test(`dialogs: nothing is wrong with any of them in ${look}, light and dark`, async () => {
    const { page, close } = await openPost(stage, look === 'page' ? {} : { theme: look });
    for (const scheme of ['light', 'dark']) {
      await page.selectOption('.dress select >> nth=1', scheme);
      await page.waitForFunction((worn) => document.documentElement.dataset.theme === worn, scheme);
      for (const name of Object.keys(DIALOGS)) {
        const dialog = await openDialog(page, name);
        assert.deepEqual(await complaints(page, 'dialog'), [], `${name}, ${scheme}`);
        await page.keyboard.press('Escape');
        await dialog.waitFor({ state: 'detached' });
      }
    }
    await close();
  });

for (const question of ['hosts', 'choose'])
  test(`dialogs: nothing is wrong with the question that stands where there is no planet yet: ${question}`, async () => {
    const { page, close } = await stage.open();
    await page.evaluate((name) => /** @type {any} */ (globalThis).stage.ask(name), question);
    assert.deepEqual(await complaints(page), []);
    await close();
  });

test('dialogs: nothing is wrong with the page that says why there is no planet', async () => {
  const { page, fail, close } = await stage.open();
  await fail({ reason: 'no-planet', url: 'https://host.example/planet.json', status: 404 });
  assert.deepEqual(await complaints(page), []);
  await close();
});

/** What has the keyboard: a heading's text, else a name. @param {import('playwright-core').Page} page */
const focused = (page) =>
  page.evaluate(() => {
    const one = /** @type {HTMLElement} */ (document.activeElement);
    const label = one.getAttribute('aria-label') ?? one.closest('label')?.innerText ?? one.textContent;
    return one === document.body ? 'nothing' : label?.trim();
  });

for (const [name, title, close] of [
  ['settings', 'Settings', 'Done'],
  ['keys', 'Keys', 'Close'],
  ['how a feed does', 'How the feed of Ada Quill does', 'Close'],
  ['how a post came', 'How it came here', 'Close'],
])
  test(`dialogs: the keyboard begins at the heading, stays inside, and goes back to where it was: ${name}`, async () => {
    const { page, close: leave } = await openPost(stage);
    await page.locator('.out, .heading a').first().focus();
    const opener = DIALOGS[name](page);
    const before = typeof opener === 'string' ? await focused(page) : await opener.textContent();
    const dialog = await openDialog(page, name);
    assert.equal(await focused(page), title);
    const stops = await dialog.locator('a[href], button, input, select').count();
    for (const key of ['Tab', 'Shift+Tab'])
      for (let i = 0; i <= stops + 1; i++) {
        await page.keyboard.press(key);
        // What is no page's (the browser's own buttons) is the document's body here.
        const inside = () => document.activeElement?.closest('dialog, body')?.nodeName;
        assert.ok(['DIALOG', 'BODY'].includes(String(await page.evaluate(inside))));
        assert.equal(await page.evaluate(() => document.activeElement?.closest('#planet')), null);
      }
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    assert.equal((await focused(page))?.trim(), before?.trim());
    await openDialog(page, name);
    await dialog.getByRole('button', { name: close }).press('Enter');
    await dialog.waitFor({ state: 'detached' });
    assert.equal((await focused(page))?.trim(), before?.trim());
    await leave();
  });

test('dialogs: a key that is pressed twice opens one of them', async () => {
  const { page, close } = await openPost(stage);
  await page.evaluate(() => {
    for (const key of [',', ',', '?']) document.dispatchEvent(new KeyboardEvent('keydown', { key }));
  });
  await page.locator('dialog').first().waitFor();
  await page.waitForTimeout(100);
  assert.equal(await page.locator('dialog').count(), 1);
  await close();
});

test('dialogs: what is removed from the settings gives the keyboard to what stands next', async () => {
  const { page, close } = await openPost(stage);
  const dialog = await openDialog(page, 'settings');
  await dialog.getByRole('button', { name: 'Unmute bread' }).press('Enter');
  assert.match(String(await focused(page)), /^Unmute averylongword/);
  await page.keyboard.press('Enter');
  assert.equal(await focused(page), 'Unmute web');
  await page.keyboard.press('Enter');
  assert.equal(await focused(page), 'Unmute Ada Quill');
  await page.keyboard.press('Enter');
  assert.equal(await focused(page), 'A word you do not want to read about');
  await dialog.getByRole('button', { name: /^Remove https:\/\/own/ }).press('Enter');
  assert.equal(await focused(page), 'Address of a feed');
  await close();
});

test('dialogs: what has the keyboard is never below the button that closes them, in the smallest window', async () => {
  const { page, close } = await openPost(stage, {}, { viewport: { width: 320, height: 300 } });
  for (const name of ['settings', 'how a post came']) {
    const dialog = await openDialog(page, name);
    const stops = await dialog.locator('a[href], button, input, select').count();
    for (let i = 0; i < stops; i++) {
      await page.keyboard.press('Tab');
      const covered = await page.evaluate(() => {
        const one = /** @type {Element} */ (document.activeElement);
        if (!one.closest('dialog')) return false;
        const shown = one.closest('.button') ?? one;
        const { left, top, width, height } = shown.getClientRects()[0];
        const hit = document.elementFromPoint(left + Math.min(width, 20) / 2, top + height / 2);
        return hit && shown.contains(hit)
          ? false
          : `${one.outerHTML.slice(0, 80)} by ${hit?.outerHTML.slice(0, 60)}`;
      });
      assert.equal(covered, false);
    }
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  }
  await close();
});

test('focus: another view begins at its heading, and the way back keeps what had the keyboard', async () => {
  const { page, close } = await openPost(stage);
  await page.locator('.masthead h1 a').press('Enter');
  await becomes(page, () => document.activeElement?.textContent?.trim(), 'Posts');
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement?.closest('main')?.id), 'posts');
  await page.locator('.cloud a, .people .who a').first().press('Enter');
  await becomes(page, () => document.activeElement?.id, 'shown');
  assert.match(await page.locator('#shown').innerText(), /^Posts by Ada Quill/);
  await close();
});

test('focus: the first stop leads past the masthead to the posts', async () => {
  const { page, close } = await openPost(stage);
  await page.keyboard.press('Tab');
  assert.equal(await focused(page), 'Skip to the posts');
  const { y, height } = (await page.locator('.skip').boundingBox()) ?? { y: -1, height: 0 };
  assert.ok(y >= 0 && height >= 44);
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'posts');
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement?.closest('main')?.id), 'posts');
  await close();
});
