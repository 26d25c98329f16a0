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
const weblog = createServer((_, response) => {
  if (!well) return void response.writeHead(500).end();
  const items = ['Loaf', 'Rye'].map(
    (title, i) =>
      `<item><guid>${title}</guid><link>https://ada.example/${title}</link><title>${title}</title><pubDate>Sat, 2${i} Jun 2008 10:00:00 GMT</pubDate><description>&lt;p&gt;About ${title}&lt;/p&gt;</description></item>`,
  );
  response
    .writeHead(200, { 'Content-Type': 'application/rss+xml', 'Access-Control-Allow-Origin': '*' })
    .end(`<rss version="2.0"><channel><title>Ada's</title>${items.join('')}</channel></rss>`);
});
/** @type {import('node:http').Server} */
let site;
let url = '';

before(async () => {
  weblog.listen(0, '127.0.0.1');
  await once(weblog, 'listening');
  const feed = `http://127.0.0.1:${/** @type {import('node:net').AddressInfo} */ (weblog.address()).port}/ada`;
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

/** @param {import('playwright-core').Page} page */
const textOf = async (page) => (await page.locator('.h-feed').innerText()).replace(/\s+/g, ' ');

test('built site: what it says without a script is what the page says', async () => {
  const [still, live] = [
    await browser.newContext({ javaScriptEnabled: false, locale: 'en-US' }),
    await browser.newContext({ locale: 'en-US' }),
  ];
  const before = await still.newPage();
  await before.goto(url);
  const page = await live.newPage();
  await page.goto(url);
  await page.locator('.densities').waitFor();
  assert.match(await textOf(before), /June 21, 2008 .*Rye About Rye/);
  assert.equal(await textOf(page), await textOf(before));
  await still.close();
  await live.close();
});

test('built site: a first visit begins with the snapshot, though the feed is down, and is never empty', async () => {
  well = false;
  const context = await browser.newContext({ locale: 'en-US' });
  const page = await context.newPage();
  await page.addInitScript(() => {
    const counts = /** @type {number[]} */ ([]);
    Object.assign(globalThis, { counts });
    new MutationObserver(() => counts.push(document.querySelectorAll('.h-entry').length)).observe(document, {
      childList: true,
      subtree: true,
    });
  });
  await page.goto(url);
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
  await context.close();
  well = true;
});

test('built site: the core is asked for when all that the page shows is there, or at the first act', async () => {
  const context = await browser.newContext({ locale: 'en-US' });
  for (const acts of [false, true]) {
    const page = await context.newPage();
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
    assert.equal(asked.includes('/page.js'), true);
    assert.equal(asked.includes('/planetarium.wasm'), false);
    if (acts) await page.keyboard.press('j');
    else {
      letGo();
      await page.waitForLoadState('load');
      await page.clock.resume();
    }
    await core;
    letGo();
    await page.close();
  }
  await context.close();
});
