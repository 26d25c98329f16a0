// The looks of the page: those of planet.json, those that a reader chooses, and the planet's own style sheet.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { LOOKS } from '../../web/config/theme.js';
import { openStage } from './support/stage.js';
import { post, viewOf } from './support/views.js';

const stage = await openStage();
after(() => stage.close());

const view = viewOf([
  post({
    key: '00000000000000a1',
    date: '2008-06-21T10:00:00Z',
    title: { type: 'text', value: 'A post' },
    content: { type: 'html', value: '<p>Words.</p>' },
  }),
]);

const worn = () => {
  const { dataset } = document.documentElement;
  return {
    look: dataset.look,
    theme: dataset.theme,
    sheets: [...document.querySelectorAll('link[data-dress]')].map((link) => link.getAttribute('href')),
    paper: getComputedStyle(document.documentElement).backgroundColor,
    mark: getComputedStyle(document.documentElement).getPropertyValue('--mark').trim(),
  };
};

/** A style sheet that takes its time comes after the posts. @param {import('playwright-core').Page} page */
const dressed = (page) =>
  page.waitForFunction(() => {
    const { dataset } = document.documentElement;
    const own = document.querySelector('link[data-dress="own"]');
    return (
      dataset.look &&
      (!own || getComputedStyle(document.documentElement).getPropertyValue('--mark') === '#c00')
    );
  });

test('themes: a page without one asks for no file', async () => {
  const { page, show, close } = await stage.open();
  await show(view);
  const { look, theme, sheets } = await page.evaluate(worn);
  assert.deepEqual({ look, theme, sheets }, { look: undefined, theme: undefined, sheets: [] });
  await close();
});

for (const look of LOOKS)
  test(`themes: ${look} is worn, light and dark, and fits a phone`, async () => {
    const { page, show, problems, close } = await stage.open({ viewport: { width: 360, height: 700 } });
    await show(view, { theme: `${look} dark` });
    await dressed(page);
    const dark = await page.evaluate(worn);
    assert.equal(dark.look, look);
    await page.selectOption('.dress select >> nth=1', 'light');
    await page.waitForFunction(() => document.documentElement.dataset.theme === 'light');
    const light = await page.evaluate(worn);
    assert.notEqual(light.paper, dark.paper);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 360);
    assert.deepEqual(problems, []);
    await close();
  });

test('themes: the planet’s own style sheet wins over the theme', async () => {
  const { page, show, close } = await stage.open();
  await show(view, { theme: 'planet', css: 'own.css' });
  await dressed(page);
  const { sheets, mark } = await page.evaluate(worn);
  assert.deepEqual(
    sheets.map((href) => href?.split('/').pop()),
    ['planet.css', 'own.css'],
  );
  assert.equal(mark, '#c00');
  await close();
});

test('themes: what a reader chooses wins over the planet’s, and stays', async () => {
  const { page, show, close } = await stage.open();
  await show(view, { theme: 'planet' });
  await dressed(page);
  await page.selectOption('.dress select', 'page');
  await page.waitForFunction(() => !document.documentElement.dataset.look);
  assert.deepEqual((await page.evaluate(worn)).sheets, []);
  await page.reload();
  await page.waitForFunction(() => 'stage' in globalThis);
  await show(view, { theme: 'planet' });
  assert.equal((await page.evaluate(worn)).look, undefined);
  await close();
});
