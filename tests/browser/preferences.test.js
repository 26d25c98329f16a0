// What readers ask of their system: its own colours in place of the page's, and no motion.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { after, test } from 'node:test';
import { becomes } from './support/becomes.js';
import { DIALOGS, everything, openDialog, openPost, planet } from './support/full-planet.js';
import { openStage } from './support/stage.js';

const stage = await openStage();
after(() => stage.close());

/** A ring around what has the keyboard, in a colour that is not its ground's. @param {import('playwright-core').Page} page */
const ring = (page) =>
  page.evaluate(() => {
    const one = /** @type {Element} */ (document.activeElement);
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(one.closest('label.button') ?? one);
    const seen = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && outlineColor !== 'rgb(0, 0, 0)';
    return seen || one === document.body ? '' : one.outerHTML.slice(0, 90);
  });

for (const look of ['page', 'planet'])
  test(`forced colours: a ring stands around whatever has the keyboard in ${look}`, async () => {
    const options = { forcedColors: 'active', colorScheme: 'dark', reducedMotion: 'reduce' };
    const { page, close } = await openPost(stage, look === 'page' ? {} : { theme: look }, options);
    const stops = await page.locator('a[href], button, input, select, summary, [tabindex="0"]').count();
    for (let i = 0; i < stops; i++) {
      await page.keyboard.press('Tab');
      assert.equal(await ring(page), '');
    }
    for (const name of Object.keys(DIALOGS)) {
      const dialog = await openDialog(page, name);
      for (let i = 0; i < 4; i++) {
        await page.keyboard.press('Tab');
        assert.equal(await ring(page), '', name);
      }
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
    }
    await close();
  });

test('forced colours: what is read, starred, chosen, and how much there was on a day differ by more than a background', async () => {
  const { page, show, close } = await stage.open({ forcedColors: 'active', colorScheme: 'dark' });
  await show(everything, planet);
  await page.locator('.archive .quiet').first().click();
  await page.locator('.calendar').waitFor();
  const styles = (/** @type {string} */ selector, /** @type {string[]} */ ...names) =>
    page
      .locator(selector)
      .evaluateAll(
        (all, wanted) =>
          all.map((one) => wanted.map((name) => getComputedStyle(one).getPropertyValue(name)).join()),
        names,
      );
  await page.evaluate(() => window.scrollTo({ top: 0, behavior: 'instant' }));
  await page.keyboard.press('j');
  await page.keyboard.press('u');
  await page.keyboard.press('s');
  await becomes(page, () => document.querySelectorAll('.star[aria-pressed=true]').length, 1);
  assert.deepEqual(await styles('.title a', 'font-weight'), ['400', '600']);
  const stars = await page
    .locator('.star')
    .evaluateAll((all) => all.map((one) => getComputedStyle(one, '::before').content));
  assert.deepEqual(
    stars.map((content) => content[1]),
    ['★', '☆'],
  );
  assert.deepEqual(await styles('.densities button', 'text-decoration-line'), ['underline', 'none', 'none']);
  assert.equal(new Set(await styles('.calendar a', 'border-bottom-width')).size, 3);
  const [text] = await styles('body', 'color');
  assert.deepEqual(await styles('.sparkline polyline', 'stroke'), [text]);
  assert.deepEqual(
    [...new Set(await styles('button.quiet, .search input, .dress select', 'border-top-style'))],
    ['solid'],
  );
  await page.evaluate(() => (location.hash = '#/feed/ada/tag/maths'));
  await becomes(page, () => document.querySelectorAll('[aria-current]').length, 2);
  assert.deepEqual(await styles('[aria-current]', 'text-decoration-line'), ['underline', 'underline']);
  await close();
});

test('forced colours: how far the reading of feeds is can be seen', async () => {
  const { page, show, close } = await stage.open({ forcedColors: 'active', colorScheme: 'dark' });
  await show(everything, planet, { done: 10, total: 20 });
  const bar = await page.locator('progress').boundingBox();
  const shot = await page.screenshot({ clip: { x: 0, y: 0, width: 1100, height: 3 } });
  assert.ok(bar && bar.height >= 3);
  const colours = await page.evaluate(
    async (bytes) => {
      const picture = await createImageBitmap(new Blob([Uint8Array.from(bytes)]));
      const canvas = new OffscreenCanvas(picture.width, picture.height);
      const drawing = /** @type {OffscreenCanvasRenderingContext2D} */ (canvas.getContext('2d'));
      drawing.drawImage(picture, 0, 0);
      return [100, 1000].map((x) => [...drawing.getImageData(x, 1, 1, 1).data].join());
    },
    [...shot],
  );
  assert.notEqual(colours[0], colours[1]);
  await close();
});

/** Of a style sheet, what counts for who wants no motion. @param {string} css */
function withoutMotion(css) {
  for (;;) {
    const at = css.indexOf('@media (prefers-reduced-motion: no-preference)');
    if (at < 0) return css;
    let end = css.indexOf('{', at) + 1;
    for (let depth = 1; depth; end++) depth += css[end] === '{' ? 1 : css[end] === '}' ? -1 : 0;
    css = css.slice(0, at) + css.slice(end);
  }
}

test('motion: no style sheet moves anything for who wants none', () => {
  for (const folder of ['styles', 'themes']) {
    const url = new URL(`../../web/${folder}/`, import.meta.url);
    for (const name of readdirSync(url)) {
      const moves = withoutMotion(readFileSync(new URL(name, url), 'utf8')).match(
        /(?:transition|animation|scroll-behavior)[\w-]*:.*/g,
      );
      assert.deepEqual(moves, null, name);
    }
  }
});

for (const [wanted, moves] of /** @type {const} */ ([
  ['reduce', false],
  ['no-preference', true],
]))
  test(`motion: a way down the page is ${moves ? 'gone' : 'jumped'} where the reader’s system says ${wanted}`, async () => {
    const { page, close } = await openPost(stage, {}, { reducedMotion: wanted });
    const after = await page.evaluate(() => {
      /** @type {HTMLElement | null} */ (document.querySelector('.e-content sup a'))?.click();
      return document.getElementById('posts') && window.scrollY;
    });
    assert.equal(after === 0, moves);
    await becomes(page, () => window.scrollY > 0, true);
    for (const name of Object.keys(DIALOGS)) {
      const dialog = await openDialog(page, name);
      assert.equal(await page.evaluate(() => document.getAnimations().length), 0);
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
    }
    await close();
  });
