// A reader's own planet on top of the shared one, through its settings: in the page with its core, over feeds of three hosts' making.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { becomes } from './support/becomes.js';
import { launchChromium } from './support/chromium.js';
import { WEBLOGS, openSite, rss } from './support/sites.js';

/** @type {import('playwright-core').Browser} */
let browser;
/** @type {Awaited<ReturnType<typeof openSite>>} */
let home;
before(async () => {
  [browser, home] = await Promise.all([launchChromium(), openSite({ ...WEBLOGS })]);
  home.files['eve.xml'] = rss('Eve', [
    {
      title: 'Aus dem Garten',
      date: 'Sun, 22 Jun 2008 10:00:00 GMT',
      body: 'Die Rosen sind noch nicht da, und der Regen ist es auch nicht.',
    },
  ]);
  home.files['dist/planet.json'] = JSON.stringify({
    title: 'Planet Home',
    feeds: [
      { url: `${home.url}ada.xml`, name: 'Ada', nick: 'ada' },
      { url: `${home.url}bob.xml`, name: 'Bob', nick: 'bob' },
    ],
  });
});
after(async () => {
  await browser.close();
  home.close();
});

const titles = () =>
  document.querySelector('.h-feed')?.getAttribute('aria-busy') === 'false'
    ? [...document.querySelectorAll('.h-entry .title .p-name')].map((name) => name.textContent)
    : undefined;

async function open() {
  const context = await browser.newContext({ locale: 'en-US', acceptDownloads: true });
  const page = await context.newPage();
  /** @type {string[]} */
  const problems = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  await page.goto(`${home.url}dist/index.html`);
  await becomes(page, titles, ['Engines', 'Bread', 'Notes']);
  const settings = page.getByRole('dialog', { name: 'Settings' });
  return {
    page,
    problems,
    settings,
    async open() {
      await page.getByRole('button', { name: 'Settings' }).click();
      await settings.waitFor();
    },
    async done() {
      const loaded = page.waitForEvent('load');
      await settings.getByRole('button', { name: 'Done' }).click();
      await loaded;
    },
    close: () => context.close(),
  };
}

test('settings: a weblog and a topic are muted where one reads them, counted, shown, and let speak again', async () => {
  const { page, problems, settings, open: openSettings, done, close } = await open();
  await page.goto(`${home.url}dist/index.html#/feed/ada`);
  await page.getByRole('button', { name: 'Mute' }).click();
  await page.getByRole('button', { name: 'Unmute' }).waitFor();
  await becomes(page, titles, []);
  await page.getByRole('link', { name: '2 posts are hidden' }).click();
  await becomes(page, titles, ['Engines', 'Notes']);
  assert.equal(await page.title(), 'Posts by Ada that are hidden · Planet Home');
  await page.evaluate(() => (location.hash = '#/tag/food'));
  await becomes(page, titles, ['Bread']);
  await page.getByRole('button', { name: 'Mute' }).click();
  await page.getByRole('button', { name: 'Unmute' }).waitFor();
  await becomes(page, titles, []);
  await openSettings();
  const muted = () =>
    [...document.querySelectorAll('.settings li p')].map((line) =>
      line.textContent?.trim().replace(/\s+/g, ' '),
    );
  await becomes(page, muted, ['Ada weblog · 2 posts', 'food topic · 1 post']);
  await settings.getByRole('button', { name: 'Unmute Ada' }).click();
  await becomes(page, muted, ['food topic · 1 post']);
  await done();
  await page.evaluate(() => (location.hash = '#/'));
  await becomes(page, titles, ['Engines', 'Notes']);
  assert.deepEqual(problems, []);
  await close();
});

test('settings: a word is muted, whatever its case', async () => {
  const { page, settings, open: openSettings, done, close } = await open();
  await openSettings();
  await settings.getByRole('textbox', { name: 'A word you do not want to read about' }).fill('ENGINE');
  await page.keyboard.press('Enter');
  await done();
  await becomes(page, titles, ['Bread', 'Notes']);
  await close();
});

test('settings: a feed of one’s own stands beside the planet’s, and one that cannot be read says why', async () => {
  const { page, settings, open: openSettings, done, close } = await open();
  await openSettings();
  const add = async (/** @type {string} */ address) => {
    await settings.getByRole('textbox', { name: 'Address of a feed' }).fill(address);
    await settings.getByRole('button', { name: 'Add' }).click();
  };
  await add('eve.xml');
  await settings.getByText('That is no address of a feed').waitFor();
  await add(`${home.url}eve.xml`);
  await add(`${home.url}nobody.xml`);
  await done();
  await becomes(page, titles, ['Aus dem Garten', 'Engines', 'Bread', 'Notes']);
  await openSettings();
  await settings.getByText('not found (404)').waitFor();
  await settings.getByRole('combobox', { name: 'Order of the people' }).selectOption('newest');
  await settings.getByRole('checkbox', { name: 'German' }).check();
  await done();
  await becomes(page, titles, ['Aus dem Garten']);
  assert.deepEqual((await page.locator('.people .who a').allTextContents()).slice(0, 3), [
    "Eve's weblog",
    'Ada',
    'Bob',
  ]);
  await close();
});

test('settings: all that is kept goes into a file, is forgotten, and comes back', async () => {
  const { page, settings, open: openSettings, done, close } = await open();
  await page.getByRole('button', { name: 'Star', exact: true }).first().click();
  await openSettings();
  await settings.getByRole('textbox', { name: 'A word you do not want to read about' }).fill('bread');
  await page.keyboard.press('Enter');
  const waiting = page.waitForEvent('download');
  await settings.getByRole('button', { name: 'Save as a file' }).click();
  const file = await (await waiting).path();
  const loaded = page.waitForEvent('load');
  await settings.getByRole('button', { name: 'Forget everything' }).click();
  await loaded;
  await becomes(page, titles, ['Engines', 'Bread', 'Notes']);
  assert.equal(await page.getByRole('link', { name: 'Starred' }).count(), 0);
  await openSettings();
  const give = (/** @type {string} */ name, /** @type {string | Buffer} */ contents) =>
    settings
      .locator('[type=file]')
      .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(contents) });
  await give('other.json', '{"feeds":[]}');
  await settings.getByText('other.json holds nothing of this kind.').waitFor();
  await give('mine.json', readFileSync(file));
  await settings.getByRole('button', { name: 'Unmute bread' }).waitFor();
  await done();
  await becomes(page, titles, ['Engines', 'Notes']);
  await page.getByRole('link', { name: 'Starred' }).waitFor();
  await close();
});
