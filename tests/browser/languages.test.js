// The page in other languages: its words, its direction, and the numbers and dates in it.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { openStage } from './support/stage.js';
import { post, viewOf } from './support/views.js';

const stage = await openStage();
after(() => stage.close());

const view = viewOf(
  [
    post({
      key: '00000000000000a1',
      date: '2008-06-21T10:00:00Z',
      title: { type: 'text', value: 'A post in English' },
      content: { type: 'html', value: '<p>With a list:</p><ul><li>one</li></ul>' },
    }),
  ],
  { pages: 2, total: 1234 },
);

test('languages: the planet’s language wins over the reader’s', async () => {
  const { page, show, close } = await stage.open();
  await show(view, { language: 'de' });
  assert.deepEqual(
    await page.evaluate(() => ({
      lang: document.documentElement.lang,
      dir: document.documentElement.dir,
      day: document.querySelector('.day h2')?.textContent?.trim(),
      pages: document.querySelector('.pager p')?.textContent?.trim(),
    })),
    { lang: 'de', dir: 'ltr', day: '21. Juni 2008', pages: 'Seite 1 von 2 (1.234 Beiträge)' },
  );
  await close();
});

test('languages: Arabic turns the page around, and a post keeps its own direction', async () => {
  const { page, show, close } = await stage.open();
  await show(view, { language: 'ar' });
  const seen = await page.evaluate(() => {
    const at = (/** @type {string} */ name) => /** @type {Element} */ (document.querySelector(name));
    const direction = (/** @type {string} */ name) => getComputedStyle(at(name)).direction;
    const { left: main } = at('main').getBoundingClientRect();
    return {
      page: direction('html'),
      post: direction('.e-content'),
      list: direction('.e-content ul'),
      asideIsLeft: at('aside').getBoundingClientRect().left < main,
      wider: document.documentElement.scrollWidth > innerWidth,
    };
  });
  assert.deepEqual(seen, { page: 'rtl', post: 'ltr', list: 'ltr', asideIsLeft: true, wider: false });
  await close();
});
