import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { servePlanet } from '../../cli/serve.js';
import { becomes } from './support/becomes.js';
import { launchChromium } from './support/chromium.js';
import { openSite, WEBLOGS } from './support/sites.js';

const demo = fileURLToPath(new URL('../../demo', import.meta.url));
/** @type {import('playwright-core').Browser} */
let browser;
before(async () => {
  browser = await launchChromium();
});
after(() => browser.close());

test('offline: a page that was read once opens without a server, with its posts, search and documents', async () => {
  const served = await servePlanet({ dir: demo, port: 0 });
  if (served.kind === 'failed') throw new Error(served.detail);
  const context = await browser.newContext({ locale: 'en-US' });
  const page = await context.newPage();
  await page.goto(served.url);
  await page.locator('#archive').waitFor(); // all is read and kept
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await becomes(page, keptCaches, [true]);
  await served.close();

  await page.reload();
  await page.locator('.h-entry').first().waitFor();
  assert.ok((await page.locator('.h-entry').count()) > 10);
  await page.getByRole('searchbox').fill('ferry');
  await page.locator('.found').first().waitFor();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Atom', exact: true }).click(),
  ]);
  assert.match(file.suggestedFilename(), /\.atom\.xml$/);
  await context.close();
});

test('offline: the page is installable: it names its manifest, and that its icon', async () => {
  const served = await servePlanet({ dir: demo, port: 0 });
  if (served.kind === 'failed') throw new Error(served.detail);
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(served.url);
  const session = await context.newCDPSession(page);
  const { errors, url } = await session.send('Page.getAppManifest');
  assert.deepEqual({ errors, url }, { errors: [], url: `${served.url}manifest.webmanifest` });
  await context.close();
  await served.close();
});

const fileOf = (/** @type {string} */ name) =>
  readFileSync(new URL(`../../dist/${name}`, import.meta.url), 'utf8');

/** @param {string} title */
const planetOf = (title) => JSON.stringify({ title, feeds: [{ url: '../ada.xml' }, { url: '../bob.xml' }] });

/** A host whose page was read once, and is kept. @param {Record<string, import('./support/sites.js').File>} files */
async function readOnce(files) {
  const site = await openSite({ ...WEBLOGS, 'dist/index.html': fileOf('index.html'), ...files });
  const context = await browser.newContext({ locale: 'en-US' });
  const page = await context.newPage();
  await page.goto(`${site.url}dist/`);
  await page.locator('.h-entry').first().waitFor();
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await becomes(page, keptCaches, [true]);
  await page.reload(); // from now on by way of the worker
  await page.locator('.h-entry').first().waitFor();
  return { site, context, page, close: async () => (await context.close(), site.close()) };
}

/** Of each version that is kept, whether its planet and page are; none while one is on its way. */
async function keptCaches() {
  const { installing, waiting } = await navigator.serviceWorker.ready;
  if (installing || waiting) return [];
  const names = await caches.keys();
  return Promise.all(
    names.map(async (name) => {
      const cache = await caches.open(name);
      const found = [await cache.match('planet.json'), await cache.match('./')];
      return found.every(Boolean);
    }),
  );
}

const heading = 'header h1';

test('offline: the next visit waits for no answer: the server keeps silent, and the posts are there', async () => {
  const { site, page, close } = await readOnce({
    'dist/planet.json': JSON.stringify({
      ...JSON.parse(planetOf('Silent')),
      css: 'own.css',
      template: 'post.html',
    }),
    'dist/own.css': '.own b { color: rgb(1, 2, 3) }',
    'dist/post.html': '<b>{{title}}</b>',
  });
  const never = new Promise(() => {});
  const silent = { body: '', until: /** @type {Promise<void>} */ (never) };
  for (const path of Object.keys(site.files)) site.files[path] = silent;
  await page.reload();
  await page.locator('.h-entry').first().waitFor();
  assert.equal(await page.locator(heading).innerText(), 'Silent');
  const title = page.locator('.h-entry.own b').first();
  assert.equal(await title.evaluate((element) => getComputedStyle(element).color), 'rgb(1, 2, 3)');
  await close();
});

test('offline: a planet that has changed is shown at once to who has not begun to read', async () => {
  const { site, page, close } = await readOnce({ 'dist/planet.json': planetOf('Before') });
  site.files['dist/planet.json'] = planetOf('After');
  await page.reload();
  await page.locator(heading, { hasText: 'After' }).waitFor();
  assert.ok((await page.locator('.h-entry').count()) > 1);
  await close();
});

test('offline: a host that says something else each time opens the page anew once', async () => {
  const { site, page, close } = await readOnce({ 'dist/planet.json': planetOf('Before') });
  let turn = 0;
  site.files['dist/planet.json'] = {
    get body() {
      return planetOf(`Turn ${++turn}`);
    },
  };
  let loads = 0;
  page.on('load', () => loads++);
  await page.reload();
  await page.locator(heading, { hasText: 'Turn 1' }).waitFor();
  await becomes(page, () => performance.now() > 1000, true);
  assert.equal(await page.locator(heading).innerText(), 'Turn 1');
  assert.deepEqual({ loads, turn }, { loads: 2, turn: 2 });
  await close();
});

test('offline: who reads already sees the changed planet at the next visit', async () => {
  /** @type {() => void} */
  let answer = () => {};
  const { site, page, close } = await readOnce({ 'dist/planet.json': planetOf('Before') });
  const until = new Promise((resolve) => (answer = () => resolve(undefined)));
  site.files['dist/planet.json'] = { body: planetOf('After'), until };
  await page.goto(`${site.url}dist/#/feed/ada`);
  await page.reload();
  await page.locator('.h-entry').first().waitFor();
  await page.evaluate(() => {
    Object.assign(window, {
      told: new Promise((resolve) => navigator.serviceWorker.addEventListener('message', resolve)),
    });
  });
  answer();
  await page.evaluate(async () => void (await /** @type {any} */ (window).told));
  assert.match(await page.title(), /Before/);
  await page.reload();
  await page.waitForFunction(() => document.title.includes('After'));
  await close();
});

test('offline: a new version comes whole, at the visit after the one that fetched it', async () => {
  const { site, page, close } = await readOnce({ 'dist/planet.json': planetOf('Versions') });
  const [, version] = /content="Planetarium (\w+)"/.exec(fileOf('index.html')) ?? [];
  const renamed = (/** @type {string} */ name) => fileOf(name).replaceAll(version, '0123456789ab');
  site.files['dist/index.html'] = renamed('index.html');
  site.files['dist/service-worker.js'] = renamed('service-worker.js');
  site.files['dist/page.js'] = `document.documentElement.dataset.script = 'new';\n${fileOf('page.js')}`;
  const seen = () =>
    page.evaluate(() => [
      document.querySelector('meta[name="generator"]')?.getAttribute('content'),
      document.documentElement.dataset.script,
    ]);
  await page.reload();
  await page.locator('.h-entry').first().waitFor();
  assert.deepEqual(await seen(), [`Planetarium ${version}`, undefined]);
  await becomes(page, keptCaches, [true, true]);
  await page.reload();
  await page.locator('.h-entry').first().waitFor();
  assert.deepEqual(await seen(), ['Planetarium 0123456789ab', 'new']);
  await close();
});
