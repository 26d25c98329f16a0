import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { servePlanet } from '../../cli/serve.js';
import { launchChromium } from './support/chromium.js';

const dir = mkdtempSync(join(tmpdir(), 'planet-'));
/** @type {import('playwright-core').Browser} */
let browser;
/** @type {{ url: string, close: () => Promise<void> }} */
let served;

/** @param {string} title @param {number} day @param {string} text */
const item = (title, day, text) =>
  `<item><guid>${title}</guid><title>${title}</title><pubDate>${day} Jun 2008 10:00:00 GMT</pubDate><description>${text}</description></item>`;

before(async () => {
  writeFileSync(
    join(dir, 'feed.xml'),
    `<rss version="2.0"><channel><title>Ada’s weblog</title>${[
      item('Loaf', 3, '&lt;p&gt;Rye bread with &lt;em&gt;salt water&lt;/em&gt;, baked slowly.&lt;/p&gt;'),
      item('Tide', 2, 'The harbour at low water.'),
      item('Café', 1, 'Coffee beside the harbour.'),
    ].join('')}</channel></rss>`,
  );
  writeFileSync(join(dir, 'planet.json'), JSON.stringify({ title: 'Planet', feeds: [{ url: 'feed.xml' }] }));
  const answer = await servePlanet({ dir, port: 0 });
  if (answer.kind === 'failed') throw new Error(answer.detail);
  served = answer;
  browser = await launchChromium();
});
after(async () => {
  await browser.close();
  await served.close();
  rmSync(dir, { recursive: true });
});

/** @param {string} [hash] */
async function open(hash = '') {
  const page = await browser.newPage({ locale: 'en-US' });
  await page.goto(served.url + hash);
  await page.locator('.h-entry').first().waitFor();
  return page;
}

/** @param {import('playwright-core').Page} page */
const seen = (page) =>
  page.evaluate(() => ({
    hash: location.hash,
    posts: [...document.querySelectorAll('.h-entry .title .p-name')].map((name) => name.textContent),
    marked: [...document.querySelectorAll('mark')].map((mark) => mark.textContent),
    focus: document.activeElement?.id || document.activeElement?.tagName,
    field: /** @type {HTMLInputElement} */ (document.querySelector('[role=search] input')).value,
  }));

/** @param {import('playwright-core').Page} page @param {number} count */
const posts = (page, count) =>
  page.waitForFunction((n) => document.querySelectorAll('.h-entry').length === n, count);

test('search: posts follow what is typed, with the words marked, in one step of the history', async () => {
  const page = await open();
  const field = page.getByRole('searchbox', { name: 'Search the posts' });
  await field.pressSequentially('wat');
  await posts(page, 2);
  assert.deepEqual(await seen(page), {
    hash: '#/search/wat',
    posts: ['Loaf', 'Tide'],
    marked: ['wat', 'wat'],
    focus: 'INPUT',
    field: 'wat',
  });
  await field.pressSequentially('er salt');
  await posts(page, 1);
  assert.deepEqual((await seen(page)).marked, ['salt', 'water']);
  await field.press('Enter');
  assert.equal((await seen(page)).focus, 'shown');
  await page.goBack();
  await posts(page, 3);
  assert.deepEqual(await seen(page), {
    hash: '',
    posts: ['Loaf', 'Tide', 'Café'],
    marked: [],
    focus: 'shown',
    field: '',
  });
  await page.close();
});

test('search: an address that searches fills the field, and Escape leaves the search', async () => {
  const page = await open('#/search/cafe');
  assert.deepEqual(await seen(page), {
    hash: '#/search/cafe',
    posts: ['Café'],
    marked: [],
    focus: 'BODY',
    field: 'cafe',
  });
  await page.getByRole('searchbox').press('Escape');
  await posts(page, 3);
  assert.deepEqual(await seen(page).then(({ hash, field }) => ({ hash, field })), { hash: '#/', field: '' });
  await page.close();
});

test('search: what is not found is said', async () => {
  const page = await open();
  await page.getByRole('searchbox').fill('submarine');
  await posts(page, 0);
  assert.deepEqual(await page.locator('.notice').allTextContents(), ['No post here says submarine.']);
  await page.close();
});

test('search: filters of the view stay', async () => {
  const page = await open('#/until/2008-06-02');
  await page.getByRole('searchbox').fill('coffee');
  await posts(page, 1);
  const { hash } = await seen(page);
  assert.equal(hash, '#/search/coffee/until/2008-06-02');
  await page.close();
});

test('entry page: the posts beside it are a step away', async () => {
  const page = await open('#/search/harbour');
  await page.locator('.when').first().click();
  await page.waitForFunction(() => location.hash.includes('entry'));
  assert.deepEqual((await seen(page)).posts, ['Tide']);
  const beside = page.getByRole('navigation', { name: 'The posts beside this one' });
  assert.deepEqual(await beside.getByRole('link').allTextContents(), ['NewerLoaf', 'OlderCafé']);
  await beside.getByRole('link', { name: 'Café' }).click();
  await page.waitForFunction(() => document.querySelector('.h-entry .title .p-name')?.textContent === 'Café');
  assert.deepEqual(await beside.getByRole('link').allTextContents(), ['NewerTide']);
  assert.match(await page.title(), /^Café/);
  await page.close();
});
