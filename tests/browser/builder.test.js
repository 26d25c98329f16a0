/** builder.html in Chromium: what people have → a planet that they can take away. */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { readZip } from '../support/read-zip.js';
import { launchChromium } from './support/chromium.js';
import { WEBLOGS, openSite } from './support/sites.js';

/** @type {import('playwright-core').Browser} */
let browser;
/** @type {Awaited<ReturnType<typeof openSite>>} */
let home;
/** @type {Awaited<ReturnType<typeof openSite>>} */
let weblogs;
const disk = mkdtempSync(join(tmpdir(), 'builder-'));

before(async () => {
  [browser, home, weblogs] = await Promise.all([
    launchChromium(),
    openSite(),
    openSite({
      ...WEBLOGS,
      'blog/': '',
      'blog/index.html': `<!doctype html><title>Bob</title><link rel="alternate" type="application/rss+xml" title="Bob’s bread" href="../bob.xml">`,
      'bare.html': '<!doctype html><title>No feed</title>',
    }),
  ]);
});
after(async () => {
  await browser.close();
  home.close();
  weblogs.close();
  rmSync(disk, { recursive: true });
});

async function open(locale = 'en-US') {
  const page = await (await browser.newContext({ locale, acceptDownloads: true })).newPage();
  /** @type {string[]} */
  const problems = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => problems.push(message.text()));
  await page.goto(`${home.url}dist/builder.html`);
  await page.locator('.bench').waitFor();
  return {
    page,
    problems,
    /** @param {string} name @param {string} text */
    give: (name, text) =>
      page.setInputFiles('[type=file]', { name, mimeType: 'text/plain', buffer: Buffer.from(text) }),
    /** @param {string} text */
    async download(text) {
      const waiting = page.waitForEvent('download');
      await page.getByRole('button', { name: text }).click();
      const file = join(disk, `${Math.random()}-${(await waiting).suggestedFilename()}`);
      await (await waiting).saveAs(file);
      return file;
    },
    close: () => page.context().close(),
  };
}

const opml = () =>
  `<opml version="2.0"><head><title>Friends</title></head><body><outline text="Ada" xmlUrl="${weblogs.url}ada.xml"/><outline text="Gone" xmlUrl="${weblogs.url}gone.xml"/></body></opml>`;

/** @param {import('playwright-core').Page} page */
const rows = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('.draft li')].map((row) => [
      /** @type {HTMLInputElement} */ (row.querySelector('input')).value,
      row.querySelector('span')?.textContent,
    ]),
  );

test('builder: a list becomes a planet at once, each feed with how it does', async () => {
  const { page, problems, give, close } = await open();
  await give('friends.opml', opml());
  await page.getByText('not found (404)').waitFor();
  await page.locator('planet-feed .title').first().waitFor();
  assert.deepEqual(await rows(page), [
    ['Ada', '2 posts'],
    ['Gone', 'not found (404)'],
  ]);
  assert.equal(await page.locator('planet-feed .title').count(), 2);
  assert.equal(await page.textContent('.said'), '2 feeds from friends.opml.');
  await page.getByRole('button', { name: 'Remove Gone' }).click();
  assert.equal((await rows(page)).length, 1);
  assert.deepEqual(
    problems.filter((text) => !text.includes('404')),
    [],
  );
  await page.reload();
  await page.locator('planet-feed .title').first().waitFor();
  assert.deepEqual(await rows(page), [['Ada', '2 posts']]);
  await close();
});

test('builder: a weblog’s address leads to its feed, and a page without one says so', async () => {
  const { page, close } = await open();
  const add = async (/** @type {string} */ address) => {
    await page.fill('[name=address]', address);
    await page.getByRole('button', { name: 'Add' }).click();
  };
  await add(`${weblogs.url}blog/`);
  await page.locator('planet-feed .title').first().waitFor();
  assert.deepEqual(await rows(page), [['Bob’s bread', '1 post']]);
  await add(`${weblogs.url}bob.xml`);
  await page.getByText('That feed is in the list.').waitFor();
  await add(`${weblogs.url}bare.html`);
  await page.getByText(`${weblogs.url}bare.html names no feed.`).waitFor();
  await add('http://127.0.0.1:1/feed');
  await page.getByText('http://127.0.0.1:1/feed cannot be read from here.').waitFor();
  await close();
});

test('builder: an open proxy finds feeds where pages may not', async () => {
  weblogs.files['proxy'] = {
    status: 502,
    type: 'application/problem+json',
    body: JSON.stringify({
      code: 'not-a-feed',
      alternates: [{ url: `${weblogs.url}ada.xml`, title: 'Ada' }],
    }),
  };
  const { page, close } = await open();
  await page.getByLabel('Proxy').fill(`${weblogs.url}proxy?url={url}`);
  await page.getByLabel('Proxy').blur();
  await page.fill('[name=address]', 'ada.example');
  await page.getByRole('button', { name: 'Add' }).click();
  await page.waitForFunction(() => document.querySelector('.draft li'));
  assert.equal((await rows(page))[0][0], 'Ada');
  await close();
});

test('builder: what is taken away is the planet that was built', async () => {
  const { page, give, download, close } = await open();
  await give('list.txt', `Ada ${weblogs.url}ada.xml\n${weblogs.url}bob.xml`);
  await page.getByRole('textbox', { name: 'Title' }).fill('Planet </script> Friends');
  await page.getByRole('textbox', { name: 'Title' }).blur();
  await page.getByRole('combobox', { name: 'Look' }).selectOption('planet');
  await page.getByRole('combobox', { name: 'Colours' }).selectOption('dark');
  await page.getByRole('combobox', { name: 'How much of each post' }).selectOption('excerpt');
  const planet = {
    title: 'Planet </script> Friends',
    theme: 'planet dark',
    content: 'excerpt',
    feeds: [{ url: `${weblogs.url}ada.xml`, name: 'Ada' }, `${weblogs.url}bob.xml`],
  };
  assert.deepEqual(JSON.parse(readFileSync(await download('planet.json'), 'utf8')), planet);

  const files = readZip(readFileSync(await download('A folder for any host')));
  assert.deepEqual(JSON.parse(String(files.get('planet.json'))), planet);
  const dist = fileURLToPath(new URL('../../dist/', import.meta.url));
  for (const name of [
    'index.html',
    'page.js',
    'planetarium.wasm',
    'planetarium-parser.wasm',
    'planetarium.css',
  ])
    assert.ok(files.get(name)?.equals(readFileSync(dist + name)), name);
  assert.deepEqual(
    [...files.keys()].filter((name) => /builder|\.map$/.test(name)),
    [],
  );

  const file = await download('One page, in one file');
  const other = await page.context().newPage();
  await other.goto(pathToFileURL(file).href);
  await other.waitForFunction(
    () => document.querySelectorAll('.h-feed[aria-busy=false] .h-entry').length === 3,
  );
  assert.equal(await other.title(), 'Planet </script> Friends');
  assert.match(
    await page.getByLabel('For a page of yours').inputValue(),
    /<planet-feed src="http.*planet\.json"/,
  );
  await close();
});

test('builder: speaks the reader’s language, from the right where that is its way', async () => {
  const { page, problems, give, close } = await open('ar');
  await give('list.txt', `${weblogs.url}ada.xml`);
  await page.locator('planet-feed .title').first().waitFor();
  const shown = await page.evaluate(() => ({
    language: document.documentElement.lang,
    direction: getComputedStyle(document.body).direction,
    title: document.title,
    heading: document.querySelector('h1')?.textContent,
    said: document.querySelector('.said')?.textContent,
    looks: document.querySelector('.settings label:nth-of-type(2)')?.firstChild?.nextSibling?.textContent,
  }));
  assert.deepEqual(shown, {
    language: 'ar',
    direction: 'rtl',
    title: 'ابنِ كوكبًا',
    heading: 'ابنِ كوكبًا',
    said: 'خلاصة واحدة من list.txt.',
    looks: 'المظهر',
  });
  assert.deepEqual(problems, []);
  await close();
});

test('builder: a planet that wears a theme keeps it', async () => {
  const { page, give, download, close } = await open();
  const planet = { theme: 'gazette light', feeds: [`${weblogs.url}ada.xml`] };
  await give('planet.json', JSON.stringify(planet));
  await page.locator('.draft li').waitFor();
  assert.deepEqual(JSON.parse(readFileSync(await download('planet.json'), 'utf8')), planet);
  await close();
});
