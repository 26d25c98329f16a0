import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { buildSite } from '../../cli/build.js';
import { createHttpServer, listen } from '../../cli/http-server.js';
import { createStaticFiles } from '../../cli/static-files.js';
import { launchChromium } from './support/chromium.js';

const dir = mkdtempSync(join(tmpdir(), 'built-'));
/** @type {import('playwright-core').Browser} */
let browser;
let well = true;
/** What Ada wrote since the build. @type {string[]} */
let more = [];
const PICTURE = `&lt;img width="1" height="2" alt="" src="data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=">`;
const weblog = createServer((_, response) => {
  if (!well) return void response.writeHead(500).end();
  const items = ['Loaf', 'Rye', ...more].map(
    (title, i) =>
      `<item><guid>${title}</guid><link>https://ada.example/${title}</link><title>${title}</title><pubDate>Sat, 2${i} Jun 2008 10:00:00 GMT</pubDate><description>&lt;p&gt;About ${title} ${PICTURE}&lt;/p&gt;</description></item>`,
  );
  response
    .writeHead(200, { 'Content-Type': 'application/rss+xml', 'Access-Control-Allow-Origin': '*' })
    .end(`<rss version="2.0"><channel><title>Ada's</title>${items.join('')}</channel></rss>`);
});
/** @type {import('node:http').Server} */
let site;
let url = '';
let feed = '';

before(async () => {
  weblog.listen(0, '127.0.0.1');
  await once(weblog, 'listening');
  feed = `http://127.0.0.1:${/** @type {import('node:net').AddressInfo} */ (weblog.address()).port}/ada`;
  mkdirSync(join(dir, 'planet'));
  writeFileSync(
    join(dir, 'planet/planet.json'),
    JSON.stringify({ title: 'Planet Quill', feeds: [{ url: feed, name: 'Ada', cors: true }] }),
  );
  const built = await buildSite({ path: join(dir, 'planet'), out: join(dir, 'site'), allowPrivate: true });
  if (built.kind === 'failed') throw new Error(built.detail);
  site = createHttpServer(createStaticFiles([join(dir, 'site')]));
  const listening = await listen(site, '127.0.0.1', 0);
  if (listening.kind === 'failed') throw new Error(listening.detail);
  url = `http://127.0.0.1:${listening.port}/`;
  browser = await launchChromium();
});
after(async () => {
  await browser.close();
  site.close();
  weblog.close();
  rmSync(dir, { recursive: true });
});

/**
 * A page of a reader of its own, at no address yet.
 * @param {import('node:test').TestContext} t
 * @param {import('playwright-core').BrowserContextOptions} [options]
 */
async function visitor(t, options) {
  const context = await browser.newContext({ locale: 'en-US', ...options });
  t.after(() => context.close());
  return context.newPage();
}

/** What stands there is drawn anew for whoever does something. @param {import('playwright-core').Page} page */
async function wake(page) {
  await page.waitForFunction(() => performance.getEntriesByName('planetarium:posts').length > 0);
  await page.mouse.move(10, 10);
  await page.mouse.move(20, 20);
  await page.getByRole('searchbox').waitFor();
}

/** @param {import('playwright-core').Page} page */
const textOf = async (page) => (await page.locator('.h-feed').innerText()).replace(/\s+/g, ' ');

test('built site: what it says without a script is what the page says', async (t) => {
  const before = await visitor(t, { javaScriptEnabled: false });
  await before.goto(url);
  const page = await visitor(t);
  await page.goto(url);
  await wake(page);
  assert.match(await textOf(before), /June 21, 2008 .*Rye About Rye/);
  assert.equal(await textOf(page), await textOf(before));
});

test('built site: a first visit begins with the snapshot, though the feed is down, and is never empty', async (t) => {
  well = false;
  const page = await visitor(t);
  await page.addInitScript(() => {
    const counts = /** @type {number[]} */ ([]);
    Object.assign(globalThis, { counts });
    new MutationObserver(() => counts.push(document.querySelectorAll('.h-entry').length)).observe(document, {
      childList: true,
      subtree: true,
    });
  });
  await page.goto(url);
  await wake(page);
  await page.locator('.person.failed').waitFor();
  assert.match(await textOf(page), /Rye About Rye/);
  const counts = await page.evaluate(() => /** @type {any} */ (globalThis).counts);
  assert.equal(
    counts.slice(counts.indexOf(2)).every((/** @type {number} */ count) => count === 2),
    true,
  );
  await page.reload();
  await page.locator('.person.failed').waitFor();
  assert.match(await textOf(page), /Loaf About Loaf/);
  well = true;
});

test('built site: the program is asked for when all that the page shows is there, or at the first act', async (t) => {
  for (const acts of [false, true]) {
    const page = await visitor(t);
    /** @type {string[]} */
    const asked = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    const core = page.waitForRequest(/planetarium\.wasm/);
    // Nothing comes of waiting alone: the clock stands still, and one picture is on its way.
    await page.clock.install({ time: 0 });
    await page.clock.pauseAt(1000);
    let letGo = () => {};
    const held = new Promise((resolve) => (letGo = () => resolve(undefined)));
    await page.route('**/icon.svg', async (route) => (await held, route.continue()));
    await page.goto(url, { waitUntil: 'domcontentloaded' }); // its module has run by then
    assert.deepEqual(
      ['/built.js', '/page.js', '/planetarium.wasm'].filter((path) => asked.includes(path)),
      ['/built.js'],
    );
    if (acts) await page.keyboard.press('j');
    else {
      letGo();
      await page.waitForLoadState('load');
      await page.clock.resume();
    }
    await core;
    letGo();
  }
});

/**
 * A page whose changes are counted from its first moment.
 * @param {import('node:test').TestContext} t
 * @param {import('playwright-core').BrowserContextOptions} [options]
 */
async function watched(t, options) {
  const page = await visitor(t, options);
  await page.addInitScript(() => {
    Object.assign(globalThis, { changes: 0 });
    document.addEventListener('DOMContentLoaded', () => {
      const root = /** @type {HTMLElement} */ (document.getElementById('planet'));
      new MutationObserver(() => /** @type {any} */ (globalThis).changes++).observe(root, {
        childList: true,
        subtree: true,
      });
    });
  });
  return page;
}

const changesOf = (/** @type {import('playwright-core').Page} */ page) =>
  page.evaluate(() => /** @type {any} */ (globalThis).changes);

test('built site: posts that are all there stand as they are until somebody does something', async (t) => {
  const page = await watched(t);
  const answered = page.waitForResponse(feed);
  await page.goto(url);
  await (await answered).finished();
  await page.waitForFunction(() => performance.getEntriesByName('planetarium:saved').length > 0);
  assert.equal(await changesOf(page), 0);
  // A key is for what it draws: the first one is not lost.
  await page.keyboard.press('/');
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('type')), 'search');
});

test('built site: a press on a link is followed, though the page is drawn anew meanwhile', async (t) => {
  const page = await watched(t, { hasTouch: true });
  await page.goto(url);
  await page.waitForFunction(() => performance.getEntriesByName('planetarium:posts').length > 0);
  await page.dispatchEvent('body', 'pointerdown'); // a finger: no pointer moves before it
  await page.evaluate(() => window.dispatchEvent(new Event('scroll')));
  assert.equal(await changesOf(page), 0);
  await page.dispatchEvent('body', 'pointerup');
  await page.getByRole('searchbox').waitFor();

  const other = await watched(t, { hasTouch: true });
  await other.goto(url);
  await other.waitForFunction(() => performance.getEntriesByName('planetarium:posts').length > 0);
  const link = other.locator('.h-entry .p-author a').first();
  const href = await link.evaluate((one) => /** @type {HTMLAnchorElement} */ (one).href);
  assert.equal(await changesOf(other), 0);
  await link.tap();
  await other.waitForURL(href);
});

test('built site: other posts than a build drew are drawn without being asked for', async (t) => {
  more = ['Focaccia'];
  const page = await visitor(t);
  await page.goto(url);
  await page.getByText('About Focaccia').waitFor();
  more = [];
});

test('built site: a page that nobody touches becomes alive after a while', async (t) => {
  const page = await watched(t);
  await page.clock.install();
  const answered = page.waitForResponse(feed);
  await page.goto(url);
  await page.clock.runFor(1000);
  await (await answered).finished();
  assert.equal(await changesOf(page), 0);
  await page.clock.runFor(10_000);
  await page.getByRole('searchbox').waitFor();
});

test('built site: who was here before sees what they read at once', async (t) => {
  const page = await visitor(t);
  await page.goto(url);
  await wake(page);
  await page.reload();
  await page.getByRole('searchbox').waitFor();
});

test('built site: the first picture is asked for at once, the others when they are near', async (t) => {
  const page = await visitor(t, { javaScriptEnabled: false });
  await page.goto(url);
  const loading = await page
    .locator('.e-content img')
    .evaluateAll((all) => all.map((one) => one.getAttribute('loading')));
  assert.deepEqual(loading, [null, 'lazy']);
});

test('built site: who was here before reads without a network', async (t) => {
  const page = await visitor(t);
  await page.goto(url);
  await wake(page);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  await page.context().setOffline(true);
  await page.reload();
  await page.getByRole('searchbox').waitFor();
  assert.match(await textOf(page), /Rye About Rye/);
});
