import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { becomes } from './support/becomes.js';
import { openStage } from './support/stage.js';
import { post, viewOf } from './support/views.js';

/** @type {import('./support/stage.js').Stage} */
let stage;
before(async () => void (stage = await openStage()));
after(() => stage.close());

const html = (/** @type {string} */ value) => ({ type: 'html', value });
const text = (/** @type {string} */ value) => ({ type: 'text', value });

/** @param {number} count @param {string} [day] @param {number} [from] */
const posts = (count, day = '2008-06-20', from = 0) =>
  Array.from({ length: count }, (_, index) =>
    post({
      key: (from + index).toString(16).padStart(16, '0'),
      date: `${day}T10:00:00Z`,
      title: text(`Post ${from + index}`),
      content: html(`<p>${'Words of a long post. '.repeat(60)}</p>`),
    }),
  );

test('reading: posts that arrive above do not move the one being read, and nothing is made anew', async () => {
  const { page, show, close } = await stage.open();
  await show(viewOf(posts(10)));
  await page.evaluate(() => {
    const read = /** @type {any} */ (document.querySelectorAll('.h-entry')[4]);
    read.kept = true;
    read.querySelector('.e-content').kept = true;
    window.scrollTo({ top: read.getBoundingClientRect().top + window.scrollY - 40, behavior: 'instant' });
  });
  const place = () =>
    page.evaluate(() => {
      const entry = /** @type {any} */ (
        [...document.querySelectorAll('.h-entry')].find(
          (each) => each.querySelector('.title')?.textContent?.trim() === '» Post 4',
        )
      );
      return [
        Math.round(entry.getBoundingClientRect().top),
        entry.kept,
        entry.querySelector('.e-content').kept,
      ];
    });
  const before = await place();
  assert.deepEqual(before, [40, true, true]);
  await show(
    viewOf([...posts(5, '2008-06-21', 100), ...posts(3, '2008-06-20', 200), ...posts(10)]),
    {},
    { done: 2, total: 3 },
  );
  assert.equal(await page.evaluate(() => document.querySelectorAll('.h-entry').length), 18);
  assert.deepEqual(await place(), before);
  await close();
});

test('reading: a view opens at its top, and the way back leads to where the reader was', async () => {
  const { page, show, close } = await stage.open();
  await show(viewOf(posts(10), { pages: 2, total: 20 }));
  await page.evaluate(() => window.scrollTo({ top: 1500, behavior: 'instant' }));
  await page.waitForTimeout(250);
  await page.evaluate(() => (location.hash = '#/page/2'));
  await page.waitForFunction(() => document.title.includes('page') || location.hash === '#/page/2');
  await becomes(page, () => document.activeElement?.id, 'shown');
  await becomes(
    page,
    () => Math.abs(document.getElementById('posts')?.getBoundingClientRect().top ?? 99) <= 1,
    true,
  );
  await page.goBack();
  await becomes(page, () => Math.round(window.scrollY), 1500);
  await close();
});

test('reading: a footnote is reached without leaving the address', async () => {
  const { page, show, close } = await stage.open({ hash: '#/tag/xen' });
  await show(
    viewOf([
      post({
        key: '00000000000000a1',
        date: '2008-06-21T10:00:00Z',
        content: html(`<p><a href="#fn">1</a></p>${'<p>x</p>'.repeat(80)}<p id="fn">Note</p>`),
      }),
    ]),
  );
  await page.click('.e-content a');
  await page.waitForFunction(() => window.scrollY > 100);
  assert.deepEqual(await page.evaluate(() => [location.hash, document.activeElement?.textContent]), [
    '#/tag/xen',
    'Note',
  ]);
  await close();
});
