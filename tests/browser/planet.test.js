import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import { servePlanet } from '../../cli/serve.js';
import { launchChromium } from './support/chromium.js';

/** @typedef {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => void} Answer */

/** What the weblogs answer, by path. @type {Record<string, Answer>} */
let weblogs = {};
/** @type {string[]} */
let asked = [];
const feeds = createServer((request, response) => {
  asked.push(`${request.headers.origin ? 'page' : 'proxy'} ${request.url}`);
  (weblogs[request.url ?? ''] ?? (() => response.writeHead(404).end()))(request, response);
});
/** @type {import('playwright-core').Browser} */
let browser;
/** @type {string} */
let weblogsAt;
const dir = mkdtempSync(join(tmpdir(), 'planet-'));
/** @type {{ url: string, close: () => Promise<void> }[]} */
const servers = [];

before(async () => {
  feeds.listen(0, '127.0.0.1');
  await once(feeds, 'listening');
  weblogsAt = `http://127.0.0.1:${/** @type {import('node:net').AddressInfo} */ (feeds.address()).port}`;
  browser = await launchChromium();
});
beforeEach(() => {
  weblogs = {};
  asked = [];
});
after(async () => {
  await browser.close();
  for (const server of servers) await server.close();
  feeds.closeAllConnections();
  feeds.close();
  rmSync(dir, { recursive: true });
});

/** @param {string} author @param {string} [date] @returns {Answer} */
const rss =
  (author, date = 'Sat, 21 Jun 2008 10:00:00 GMT') =>
  (_, response) =>
    response
      .writeHead(200, { 'Content-Type': 'application/rss+xml' })
      .end(
        `<rss version="2.0"><channel><title>${author}'s weblog</title><link>https://${author}.example/</link><item><guid>${author}-1</guid><title>By ${author}</title><pubDate>${date}</pubDate><description>Hello from ${author}</description></item></channel></rss>`,
      );

/** A planet with a server, and so a proxy with an empty cache, of its own. @param {object} planet */
async function serve(planet) {
  writeFileSync(join(dir, 'planet.json'), JSON.stringify({ proxy: 'proxy/v1/feed?url={url}', ...planet }));
  const served = await servePlanet({ dir, port: 0, allowPrivate: true });
  if (served.kind === 'failed') throw new Error(served.detail);
  servers.push(served);
  return served.url;
}

/** @param {string[]} names */
const listed = (names) => names.map((name) => ({ url: `${weblogsAt}/${name}`, name, nick: name }));

/** @param {import('playwright-core').Page} page */
const seen = (page) =>
  page.evaluate(() => ({
    posts: [...document.querySelectorAll('.h-entry .post .p-name')].map((name) => name.textContent).sort(),
    states: Object.fromEntries(
      [...document.querySelectorAll('.person')].map((person) => [
        person.querySelector('.who a')?.textContent,
        person.querySelector('.state')?.textContent?.replace(' · feed', '').trim(),
      ]),
    ),
  }));

/** @param {import('playwright-core').Page} page */
const allRead = (page) =>
  page.waitForFunction(() => /** @type {any} */ (document.querySelector('progress'))?.hidden);

test('planet: feeds that are no feeds leave the others on the page, and say what is wrong', async () => {
  weblogs = {
    '/good': rss('good'),
    '/html': (_, response) =>
      response
        .writeHead(200, { 'Content-Type': 'text/html' })
        .end('<!doctype html><title>Hi</title><p>Nothing here'),
    '/empty': (_, response) => response.writeHead(200, { 'Content-Type': 'application/rss+xml' }).end(),
    '/large': (_, response) => {
      response.writeHead(200, { 'Content-Type': 'application/rss+xml' });
      response.end(`<rss version="2.0"><channel><title>${'x'.repeat(300_000)}</title></channel></rss>`);
    },
    '/broken': (_, response) => response.writeHead(503).end(),
    '/cut': (_, response) =>
      response
        .writeHead(200, { 'Content-Type': 'application/rss+xml' })
        .end('<rss version="2.0"><channel><item><title>Before</title></item>\n<item><title>Aft'),
  };
  const url = await serve({
    feeds: listed(['good', 'html', 'empty', 'large', 'broken', 'cut', 'lost']),
    maxBytes: 100_000,
  });
  const page = await browser.newPage({ locale: 'en-US' });
  await page.goto(url);
  await allRead(page);
  const today = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeZone: 'UTC' }).format(Date.now());
  const { posts, states } = await seen(page);
  assert.deepEqual(posts, ['Aft', 'Before', 'By good']);
  assert.deepEqual(
    Object.fromEntries(
      Object.entries(states).map(([name, state]) => [name, state?.replace(`, since ${today}`, '')]),
    ),
    {
      good: 'last post Jun 21, 2008',
      html: 'not a feed',
      empty: states.empty?.startsWith('empty') ? 'empty' : 'not a feed',
      large: 'too large',
      broken: 'its server has an error (503)',
      cut: `last post ${today}; the feed has a fault in line 2: the document ends before </title>`,
      lost: 'not found (404)',
    },
  );
  await page.close();
});

test('planet: a feed that never answers keeps nobody waiting', async () => {
  weblogs = { '/good': rss('good'), '/silent': () => {} };
  const url = await serve({ feeds: listed(['silent', 'good']) });
  const page = await browser.newPage({ locale: 'en-US' });
  await page.goto(url);
  await page.waitForSelector('progress[aria-label="Reading the feeds: 1 of 2"]');
  await page.waitForSelector('.person'); // the people come after the posts
  assert.deepEqual(await seen(page), {
    posts: ['By good'],
    states: { silent: 'not read yet', good: 'last post Jun 21, 2008' },
  });
  await page.close();
});

/** The planet's archive is in the database. @param {import('playwright-core').Page} page @param {number} [timeout] */
const saved = (page, timeout = 30_000) =>
  page.waitForFunction(() => performance.getEntriesByName('planetarium:saved').length > 0, null, { timeout });

/** Works on what the database keeps of planets. @param {import('playwright-core').Page} page @param {'flip' | 'drop'} how */
const damage = (page, how) =>
  page.evaluate(async (way) => {
    const promise = (/** @type {any} */ request) =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    /** @type {IDBDatabase} */
    const db = await promise(indexedDB.open('planetarium'));
    const store = (/** @type {string} */ name) => db.transaction(name, 'readwrite').objectStore(name);
    for (const row of await promise(store('heads').getAll())) {
      const bytes = new Uint8Array(await row.head.arrayBuffer());
      bytes[bytes.length >> 1] ^= 1;
      if (way === 'flip')
        await promise(store('heads').put({ ...row, head: new Blob([bytes]), previous: undefined }));
      if (way === 'drop') await promise(store('segments').clear());
    }
    db.close();
  }, how);

test('planet: what was read once is on the page at once the next time, and stays when its feed fails', async () => {
  weblogs = { '/ada': rss('ada'), '/bob': rss('bob') };
  const context = await browser.newContext({ locale: 'en-US' });
  const page = await context.newPage();
  const planet = { feeds: listed(['ada', 'bob']), title: 'Remembered' };
  await page.goto(await serve(planet));
  await allRead(page);
  assert.deepEqual((await seen(page)).posts, ['By ada', 'By bob']);
  await saved(page);

  // Nothing answers: what is shown now comes from the store.
  await page.route('**/proxy/**', () => {});
  await page.reload();
  await page.waitForSelector('.h-entry');
  assert.deepEqual((await seen(page)).posts, ['By ada', 'By bob']);

  await page.unrouteAll();
  await page.route('**/proxy/**', (route) => route.abort());
  await page.reload();
  await allRead(page);
  const { posts, states } = await seen(page);
  assert.deepEqual(posts, ['By ada', 'By bob']);
  assert.match(states.ada ?? '', /^the proxy cannot be reached, since .*; its last good posts are shown$/);
  await context.close();
});

test('planet: a feed that lets any page read it is asked directly the next time', async () => {
  const open = rss('open');
  weblogs = {
    '/open': (request, response) => {
      response.setHeader('Access-Control-Allow-Origin', '*');
      open(request, response);
    },
    '/shut': rss('shut'),
  };
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(await serve({ feeds: listed(['open', 'shut']) }));
  await allRead(page);
  assert.deepEqual(asked.sort(), ['proxy /open', 'proxy /shut']);
  await saved(page);
  asked = [];
  await page.reload();
  await allRead(page);
  assert.deepEqual(
    asked.filter((request) => request.endsWith('/open')),
    ['page /open'],
  );
  await context.close();
});

/** A weblog of many long posts: most of their bodies lie in segments. @type {Answer} */
const long = (_, response) => {
  const day = (/** @type {number} */ number) => new Date(Date.UTC(2008, 0, 1 + number)).toUTCString();
  const items = Array.from(
    { length: 90 },
    (_item, i) =>
      `<item><guid>p${i}</guid><title>Post ${i}</title><pubDate>${day(i)}</pubDate><description>Body ${i} ${'x'.repeat(999)}</description></item>`,
  );
  response
    .writeHead(200, { 'Content-Type': 'application/rss+xml' })
    .end(`<rss version="2.0"><channel><title>Long</title>${items.join('')}</channel></rss>`);
};

test('planet: posts that their feed no longer carries are there the next time, with their bodies', async () => {
  weblogs = { '/long': long };
  const context = await browser.newContext({ locale: 'en-US' });
  const page = await context.newPage();
  const url = await serve({ feeds: listed(['long']), pageSize: 100 });
  await page.goto(url);
  await allRead(page);
  await saved(page);
  await page.route('**/proxy/**', () => {});
  await page.reload();
  await page.waitForFunction(() => document.querySelectorAll('.e-content').length === 90);
  assert.match((await page.textContent('.h-entry:last-of-type .e-content')) ?? '', /^Body \d+ xxx/);
  assert.equal(await page.locator('.notice').count(), 0);
  await context.close();
});

test('planet: an archive that was damaged is read anew from the feeds, and that is said', async () => {
  weblogs = { '/long': long };
  const context = await browser.newContext({ locale: 'en-US' });
  const page = await context.newPage();
  await page.goto(await serve({ feeds: listed(['long']), pageSize: 100 }));
  await allRead(page);
  await saved(page);
  for (const how of /** @type {const} */ (['drop', 'flip'])) {
    await damage(page, how);
    await page.reload();
    await allRead(page);
    await saved(page);
    assert.equal(await page.locator('.e-content').count(), 90);
    assert.match((await page.textContent('.notice')) ?? '', /was damaged/);
  }
  await page.reload();
  await allRead(page);
  assert.equal(await page.locator('.notice').count(), 0);
  await context.close();
});

test('planet: two pages that save at once leave a whole archive', async () => {
  weblogs = { '/long': long, '/ada': rss('ada') };
  const context = await browser.newContext({ locale: 'en-US' });
  const url = await serve({ feeds: listed(['long', 'ada']), pageSize: 100 });
  const pages = await Promise.all([context.newPage(), context.newPage(), context.newPage()]);
  await Promise.all(pages.map((page) => page.goto(url)));
  await Promise.all(pages.map((page) => saved(page)));
  await Promise.all(pages.map((page) => page.reload()));
  await Promise.all(pages.map((page) => saved(page)));
  const [page] = pages;
  await page.route('**/proxy/**', () => {});
  await page.reload();
  await page.waitForFunction(() => document.querySelectorAll('.e-content').length === 91);
  assert.equal(await page.locator('.notice').count(), 0);
  await context.close();
});

test('planet: a browser without a database shows the planet, and says that it keeps nothing', async () => {
  weblogs = { '/ada': rss('ada') };
  const context = await browser.newContext({ locale: 'en-US' });
  await context.addInitScript('indexedDB.open = () => { throw new Error("none here"); }');
  const page = await context.newPage();
  await page.goto(await serve({ feeds: listed(['ada']) }));
  await allRead(page);
  await saved(page);
  await page.waitForSelector('.notice');
  assert.deepEqual((await seen(page)).posts, ['By ada']);
  assert.match((await page.textContent('.notice')) ?? '', /keeps nothing/);
  await context.close();
});

test('planet: a database that another page holds keeps nobody in front of an empty page', async () => {
  weblogs = { '/ada': rss('ada') };
  const context = await browser.newContext({ locale: 'en-US' });
  const url = await serve({ feeds: listed(['ada']) });
  const old = await context.newPage();
  await old.goto(`${url}icon.svg`);
  // As a page of an older version would, which does not hear that a newer one is there.
  await old.evaluate(() => new Promise((resolve) => (indexedDB.open('planetarium', 1).onsuccess = resolve)));
  const page = await context.newPage();
  await page.goto(url);
  await page.waitForSelector('.h-entry');
  await page.waitForSelector('.notice');
  assert.deepEqual((await seen(page)).posts, ['By ada']);
  assert.match((await page.textContent('.notice')) ?? '', /does not open now/);
  await context.close();
});

test('planet: a page that is hidden has saved what had come', async () => {
  weblogs = { '/ada': rss('ada'), '/silent': () => {} };
  const context = await browser.newContext({ locale: 'en-US' });
  const page = await context.newPage();
  await page.goto(await serve({ feeds: listed(['ada', 'silent']) }));
  await page.waitForSelector('.h-entry');
  await page.evaluate(() => {
    Object.defineProperty(document, 'hidden', { value: true });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await saved(page, 3000); // the silent one is given up later
  await page.route('**/proxy/**', () => {});
  await page.reload();
  await page.waitForSelector('.h-entry');
  assert.deepEqual((await seen(page)).posts, ['By ada']);
  await context.close();
});

test('planet: a broken planet.json is one sentence with the place', async () => {
  const url = await serve({ feeds: [] });
  writeFileSync(join(dir, 'planet.json'), '{\n  "feeds": [ "https://a.example/feed", ]\n}');
  const page = await browser.newPage();
  await page.goto(url);
  assert.equal(
    await page.textContent('[role=alert] p'),
    `${url}planet.json is not valid JSON: look at line 2, column 40.`,
  );
  await page.close();
});

test('planet: without script the page says what it is', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(await serve({ feeds: [] }));
  assert.match((await page.textContent('main')) ?? '', /reads the feeds of many weblogs/);
  await context.close();
});
