/** planetarium.html opened from disk, in Chromium: where its planet may come from, and what it asks before. */
import assert from 'node:assert/strict';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { launchChromium } from './support/chromium.js';
import { WEBLOGS, openSite } from './support/sites.js';

const built = fileURLToPath(new URL('../../dist/planetarium.html', import.meta.url));

/** @type {import('playwright-core').Browser} */
let browser;
/** @type {Awaited<ReturnType<typeof openSite>>} */
let weblogs;
const disk = mkdtempSync(join(tmpdir(), 'one-file-'));

before(async () => {
  [browser, weblogs] = await Promise.all([launchChromium(), openSite({ ...WEBLOGS })]);
});
after(async () => {
  await browser.close();
  weblogs.close();
  rmSync(disk, { recursive: true });
});

let folders = 0;

/**
 * @param {{ files?: Record<string, string>, inline?: string, hash?: string }} [planet]   files beside the page
 */
async function open({ files = {}, inline, hash = '' } = {}) {
  const folder = mkdtempSync(join(disk, `${folders++}-`));
  const page = await (await browser.newContext({ locale: 'en-US' })).newPage();
  /** @type {string[]} */
  const problems = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => problems.push(message.text()));
  const file = join(folder, 'planetarium.html');
  if (inline === undefined) copyFileSync(built, file);
  else
    writeFileSync(
      file,
      readFileSync(built, 'utf8').replace(/(id="planet-json">)/, (_, start) => start + inline),
    );
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  weblogs.asked.length = 0;
  await page.goto(pathToFileURL(file).href + hash);
  return { page, problems, close: () => page.context().close() };
}

/** @param {import('playwright-core').Page} page @param {number} posts */
async function titles(page, posts) {
  await page.waitForFunction(
    (count) => document.querySelectorAll('.h-feed[aria-busy=false] .h-entry').length === count,
    posts,
  );
  return page.locator('.h-entry .title .p-name').allTextContents();
}

/** @param {import('playwright-core').Page} page */
const worn = (page) =>
  page.evaluate(() => {
    const { look, theme } = document.documentElement.dataset;
    return { look, theme, corner: getComputedStyle(document.documentElement).getPropertyValue('--corner') };
  });

const feeds = () => [
  { url: `${weblogs.url}ada.xml`, name: 'Ada', face: 'faces/ada.png' },
  `${weblogs.url}bob.xml`,
];

test('one file: planet.js beside it is the planet, again without a network, and what lies beside is left out', async () => {
  const planet = { title: 'Planet Disk', proxy: 'proxy/v1/feed?url={url}', feeds: feeds() };
  const { page, problems, close } = await open({
    files: { 'planet.js': `planetarium(${JSON.stringify(planet)})` },
  });
  assert.deepEqual(await titles(page, 3), ['Engines', 'Bread', 'Notes']);
  assert.deepEqual(problems, []);
  assert.equal(await page.title(), 'Planet Disk');
  await page.locator('.cloud a').first().click();
  await page.waitForFunction(() => document.querySelectorAll('.h-entry').length === 1);
  await page.context().setOffline(true);
  await page.reload();
  assert.deepEqual(await titles(page, 1), ['Engines']);
  await close();
});

test('one file: the planet may stand in it', async () => {
  const { page, problems, close } = await open({ inline: JSON.stringify({ feeds: feeds() }) });
  assert.deepEqual(await titles(page, 3), ['Engines', 'Bread', 'Notes']);
  assert.deepEqual(problems, []);
  await close();
});

test('one file: a fault in its planet is told with the key that has it', async () => {
  const { page, close } = await open({ inline: '{"feeds": [], "pageSize": 0}' });
  await page.locator('[role=alert]').waitFor();
  assert.match(String(await page.textContent('[role=alert]')), /pageSize is 0; it must be a whole number/);
  await close();
});

test('one file: addresses of a link are asked for once the reader agrees, and stay over a reload', async () => {
  const addresses = ['ada', 'bob'].map((name) => encodeURIComponent(`${weblogs.url}${name}.xml`)).join();
  const { page, problems, close } = await open({ hash: `#feeds=${addresses}` });
  await page.locator('.hosts').waitFor();
  assert.deepEqual(await page.locator('.hosts li').allTextContents(), [new URL(weblogs.url).host]);
  assert.deepEqual(weblogs.asked, []);
  await page.getByText('Read them').click();
  assert.deepEqual(await titles(page, 3), ['Engines', 'Bread', 'Notes']);
  assert.deepEqual(await page.evaluate(() => [location.hash, location.search.slice(0, 7)]), [
    '#/',
    '?feeds=',
  ]);
  await page.reload();
  assert.deepEqual(await titles(page, 3), ['Engines', 'Bread', 'Notes']);
  assert.deepEqual(problems, []);
  await close();
});

test('one file: a list of a link is asked for, and then its feeds, each time after the reader agrees', async () => {
  weblogs.files['list.opml'] =
    `<opml version="2.0"><head><title>Friends</title></head><body><outline type="rss" xmlUrl="bob.xml"/></body></opml>`;
  const { page, close } = await open({ hash: `#opml=${weblogs.url}list.opml` });
  await page.getByText('Read them').click();
  await page.waitForFunction(() => document.querySelectorAll('.h-entry').length > 0);
  assert.deepEqual(await titles(page, 1), ['Bread']);
  assert.equal(await page.title(), 'Friends');
  assert.deepEqual(weblogs.asked, ['list.opml', 'bob.xml']);
  await close();
});

test('one file: whoever does not agree asks nobody', async () => {
  const { page, close } = await open({ hash: `#feeds=${weblogs.url}ada.xml` });
  await page.getByText('Not now').click();
  await page.locator('.choose').waitFor();
  assert.deepEqual(weblogs.asked, []);
  await close();
});

test('one file: without a planet it takes a file, keeps it, and gives it back', async () => {
  const { page, close } = await open();
  await page.locator('.choose').waitFor();
  const choose = async (/** @type {string} */ name, /** @type {string} */ text) =>
    page.setInputFiles('.choose input', { name, mimeType: 'text/plain', buffer: Buffer.from(text) });
  await choose('empty.txt', 'nothing');
  await page.getByText('There are no feeds in empty.txt.').waitFor();
  assert.deepEqual(weblogs.asked, []);
  await choose(
    'friends.opml',
    `<opml version="1.0"><body><outline text="Bob" xmlUrl="${weblogs.url}bob.xml"/></body></opml>`,
  );
  assert.deepEqual(await titles(page, 1), ['Bread']);
  await page.reload();
  assert.deepEqual(await titles(page, 1), ['Bread']);
  await page.getByText('Close it').click();
  await page.locator('.choose').waitFor();
  await choose('config.ini', `[Planet]\nname = Old planet\n[${weblogs.url}bob.xml]\nname = Bob`);
  assert.deepEqual(await titles(page, 1), ['Bread']);
  assert.equal(await page.title(), 'Old planet');
  await page.getByText('Close it').click();
  await page.fill('textarea', `${weblogs.url}ada.xml\n${weblogs.url}bob.xml`);
  await page.getByRole('button', { name: 'Read them' }).click();
  assert.deepEqual(await titles(page, 3), ['Engines', 'Bread', 'Notes']);
  await close();
});

test('one file: a file that is dropped takes the place of what is shown', async () => {
  const { page, close } = await open({ inline: JSON.stringify({ feeds: [`${weblogs.url}ada.xml`] }) });
  assert.deepEqual(await titles(page, 2), ['Engines', 'Notes']);
  await page.evaluate((url) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([JSON.stringify({ feeds: [url] })], 'planet.json'));
    for (const type of ['dragover', 'drop'])
      window.dispatchEvent(new DragEvent(type, { dataTransfer, cancelable: true }));
  }, `${weblogs.url}bob.xml`);
  assert.deepEqual(await titles(page, 1), ['Bread']);
  await close();
});

test('one file: every theme stands in it, for the planet to wear and for the reader to choose', async () => {
  const planet = JSON.stringify({ theme: 'planet dark', feeds: feeds() });
  const { page, problems, close } = await open({ inline: planet });
  await titles(page, 3);
  assert.deepEqual(await worn(page), { look: 'planet', theme: 'dark', corner: '6px' });
  await page.selectOption('.dress select >> nth=0', 'gazette');
  await page.waitForFunction(() => document.documentElement.dataset.look === 'gazette');
  assert.deepEqual(await worn(page), { look: 'gazette', theme: 'dark', corner: '0' });
  assert.deepEqual(problems, []);
  await close();
});
