// The looks of the page: those of planet.json, those that a reader chooses, and the planet's own style sheet.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { readFileSync } from 'node:fs';
import { LOOKS } from '../../web/config/theme.js';
import { launchChromium } from './support/chromium.js';
import { openSite, WEBLOGS } from './support/sites.js';
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

test('themes: posts are drawn by the template of the planet, and what a reader may do with them is there', async () => {
  const [, template] =
    /```html\n(<!-- post\.html -->[^]*?)```/.exec(
      readFileSync(new URL('../../docs/themes.md', import.meta.url), 'utf8'),
    ) ?? [];
  const planet = { ...JSON.parse(WEBLOGS['planet.json']), template: 'post.html' };
  const feeds = planet.feeds.map((/** @type {{ url: string }} */ feed) => ({
    ...feed,
    url: `../${feed.url}`,
  }));
  const site = await openSite({
    ...WEBLOGS,
    'dist/planet.json': JSON.stringify({ ...planet, feeds }),
    'dist/post.html': template,
  });
  const browser = await launchChromium();
  const page = await browser.newPage({ locale: 'en-US' });
  /** @type {string[]} */
  const problems = [];
  page.on('console', (message) => problems.push(message.text()));
  await page.goto(`${site.url}dist/index.html`);
  await page.locator('.h-entry.own').nth(2).waitFor();
  const first = page.locator('.h-entry').first();
  assert.equal(await first.locator('.letter').getAttribute('data-weblog'), 'ada');
  assert.equal(await first.locator('.letter > header > a').first().innerText(), 'Ada');
  assert.equal(await first.locator('.title .p-name').innerText(), 'Engines');
  // A footer of a post is not the page's.
  const style = await first
    .locator('.letter > footer')
    .evaluate((element) => [getComputedStyle(element).marginTop, getComputedStyle(element).borderTopWidth]);
  assert.deepEqual(style, ['0px', '0px']);
  assert.equal(await page.locator('.e-content sup a').count(), 1);
  assert.equal(await page.evaluate(() => 'evil' in globalThis), false);
  await page.keyboard.press('j');
  await page.keyboard.press('s');
  await page.locator('.h-entry.own button[aria-pressed="true"]').waitFor();
  assert.deepEqual(problems, []);
  site.files['dist/post.html'] = '<p onclick="{{name}}">x</p>';
  await page.reload();
  await page.locator('.h-entry:not(.own)').first().waitFor();
  assert.match(problems.join(), /post\.html: \{\{name\}\} cannot stand in the attribute onclick/);
  await browser.close();
  site.close();
});
