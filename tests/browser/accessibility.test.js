// What axe-core finds to complain about: nothing, in any view, theme, colours, and in a language that runs from right to left.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { LOOKS } from '../../web/config/theme.js';
import { complaints } from './support/axe.js';
import { becomes } from './support/becomes.js';
import { everything, onePost, planet } from './support/full-planet.js';
import { WEBLOGS, openSite } from './support/sites.js';
import { openStage } from './support/stage.js';
import { viewOf } from './support/views.js';

const [stage, home] = await Promise.all([openStage(), openSite({ ...WEBLOGS })]);
after(async () => {
  await stage.close();
  home.close();
});

const none = viewOf([], { feeds: everything.feeds });

/** @type {[string, { hash?: string } & import('playwright-core').BrowserContextOptions, object, object?][]} */
const CASES = [
  ['the front page', {}, {}],
  ['the front page on a phone', { viewport: { width: 390, height: 844 } }, {}],
  ['a person’s page', { hash: '#/feed/ada' }, {}],
  ['a post’s page', { hash: '#/entry/00000000000000a1' }, {}, onePost],
  ['a search without an answer', { hash: '#/search/nothing' }, {}, none],
  ['headlines', {}, { content: 'titles' }],
  ['excerpts', {}, { content: 'excerpt' }],
  [
    'headlines under a finger',
    { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
    { content: 'titles' },
  ],
  ...['de', 'es', 'sr', 'fr', 'pt', 'ja', 'zh', 'ar'].map(
    (language) => /** @type {[string, {}, object]} */ ([`the language ${language}`, {}, { language }]),
  ),
  ...['page', ...LOOKS].flatMap((look) =>
    ['light', 'dark'].map(
      (scheme) =>
        /** @type {[string, {}, object]} */ ([
          `${look}, ${scheme}`,
          {},
          { theme: look === 'page' ? scheme : `${look} ${scheme}` },
        ]),
    ),
  ),
  ['forced colours', { forcedColors: 'active' }, {}],
];

for (const [name, options, more, other] of CASES)
  test(`accessibility: ${name}`, async () => {
    const { page, show, close } = await stage.open({ reducedMotion: 'reduce', ...options });
    await show({ ...everything, ...other }, { ...planet, ...more });
    await page.locator('.archive .quiet').first().click();
    await page.locator('.calendar').waitFor();
    // A post that is read and starred, if there is one.
    for (const key of ['j', 'u', 's']) await page.keyboard.press(key);
    assert.deepEqual(await complaints(page), []);
    await close();
  });

for (const colorScheme of /** @type {const} */ (['light', 'dark']))
  test(`accessibility: the element in another site’s page, in each of its looks, ${colorScheme}`, async () => {
    const elements = ['full', 'excerpt', 'titles'].flatMap((density) =>
      ['light', 'dark', 'system'].map(
        (theme) =>
          `<planet-feed feeds="ada.xml bob.xml" group="day" density="${density}" theme="${theme}"></planet-feed>`,
      ),
    );
    home.files['host.html'] = `<!doctype html><html lang="en"><title>Host</title>
      <script type="module" src="dist/planetarium.js"></script>
      <main><h1>Host</h1>${elements.join('')}<planet-feed feeds="nobody.xml"></planet-feed></main>`;
    const page = await stage.browser.newPage({ locale: 'en-US', colorScheme });
    await page.goto(`${home.url}host.html`);
    await becomes(
      page,
      () =>
        [...document.querySelectorAll('planet-feed')].filter((one) =>
          one.shadowRoot?.querySelector('.h-entry'),
        ).length,
      elements.length,
    );
    assert.deepEqual(await complaints(page), []);
    await page.close();
  });

test('accessibility: the builder, with a feed and an address that is none, on a desktop and under a finger', async () => {
  for (const options of [{}, { viewport: { width: 320, height: 600 }, hasTouch: true, isMobile: true }]) {
    const page = await stage.browser.newPage({ locale: 'en-US', ...options });
    await page.goto(`${home.url}dist/builder.html`);
    await page.locator('.bench').waitFor();
    assert.deepEqual(await complaints(page), []);
    await page.locator('[name=address]').fill(`${home.url}ada.xml`);
    await page.keyboard.press('Enter');
    await page.locator('.draft li').waitFor();
    await page.locator('[name=address]').fill('nonsense');
    await page.keyboard.press('Enter');
    await becomes(page, () => Boolean(document.querySelector('.said')?.textContent), true);
    assert.deepEqual(await complaints(page), []);
    assert.equal(
      await page.evaluate(() => document.documentElement.scrollWidth),
      (await page.viewportSize())?.width,
    );
    await page.close();
  }
});
