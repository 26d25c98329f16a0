/** What docs/hosting.md says of Content Security Policies, held to what Chromium and Firefox do with each word left out. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { becomes } from './support/becomes.js';
import { launchChromium } from './support/chromium.js';
import { ENGINES, pageOf } from './support/engines.js';
import { ROWS, documented, policyFor, tableOf } from './support/policies.js';
import { openSite, rss } from './support/sites.js';

/** @typedef {import('./support/policies.js').Outcome} Outcome */
/** @typedef {import('./support/policies.js').Row} Row */
/** @typedef {import('./support/policies.js').Way} Way */
/** @typedef {{ missing: string | false, launch: () => Promise<Driver> }} Browser */
/** @typedef {{ open: (url: string) => Promise<unknown>, evaluate: (read: any) => Promise<any>, close: () => Promise<unknown> }} Driver */

const [, script, style] =
  /script-src ('sha256-[^']*') .*style-src ('sha256-[^']*')/.exec(
    readFileSync(new URL('../../dist/planetarium.html', import.meta.url), 'utf8'),
  ) ?? [];

const face = readFileSync(new URL('../../web/icon.svg', import.meta.url), 'utf8');
const post = { title: 'Hello', date: 'Sat, 21 Jun 2008 10:00:00 GMT', body: '<p>Hello, <i>you</i></p>' };

const FILES = { page: 'dist/index.html', 'one file': 'dist/planetarium.html', element: 'host.html' };

/** @type {Record<string, Browser>} */
const BROWSERS = {
  Chromium: {
    missing: false,
    launch: async () => {
      const browser = await launchChromium();
      const page = await (await browser.newContext({ locale: 'en-US' })).newPage();
      return {
        open: (url) => page.goto(url),
        evaluate: (read) => page.evaluate(read),
        close: () => browser.close(),
      };
    },
  },
  ...Object.fromEntries(
    ENGINES.filter(({ name }) => name === 'Firefox').map(({ name, missing, launch }) => [
      name,
      {
        missing,
        launch: async () => {
          const engine = await launch();
          return {
            open: (url) => engine.open(url),
            evaluate: pageOf(engine).evaluate,
            close: () => engine.close(),
          };
        },
      },
    ]),
  ),
};

/** Runs in the page. @returns {Promise<string>}   an Outcome, or what there is while there is none */
async function seen() {
  if (document.readyState !== 'complete') return 'loading';
  const element = document.querySelector('planet-feed');
  const { told, planetarium } = /** @type {any} */ (globalThis);
  // What does not run now never will: nothing that only has not yet begun.
  const runs = element
    ? customElements.get('planet-feed')
    : planetarium || performance.getEntriesByName('planetarium:begun').length > 0;
  if (!runs) return 'nothing';
  if (told?.length) return told[0];
  const root = element?.shadowRoot ?? document;
  const text = document.body.innerText;
  if (root.querySelector('[aria-busy=true], .frame[aria-busy]')) return 'busy';
  const [entry] = root.querySelectorAll('.h-entry');
  if (!entry) {
    if (/could not be loaded/.test(text)) return 'no-core';
    if (/There is no planet|could not be read: the server/.test(text)) return 'no-planet';
    if (root.querySelector('.person.failed')) return 'no-posts';
    if (document.querySelector('input[type=file]')) return 'no-planet'; // the one file asks for a list
    return text.trim().slice(0, 60);
  }
  if (!entry.querySelector('.e-content')) return 'titles';
  const image = /** @type {HTMLImageElement | null} */ (root.querySelector('.p-author img'));
  await image?.decode().catch(() => {});
  if (image && !image.naturalWidth) return 'blind';
  const paper = getComputedStyle(element ?? document.documentElement).getPropertyValue('--rule');
  if (!element && !paper) return 'plain';
  return 'works';
}

for (const [name, { missing, launch }] of Object.entries(BROWSERS)) {
  /** @type {string | false} */
  let absent = missing;
  /** @type {Driver} */
  let driver;
  /** @type {Awaited<ReturnType<typeof openSite>>} */
  let weblog;

  before(async () => {
    if (absent) return;
    weblog = await openSite({ 'face.svg': face, 'cyd.xml': rss('cyd', [post]) });
    driver = await launch().catch((error) => {
      absent = `${name} does not start: ${error.message}`;
      return /** @type {any} */ (undefined);
    });
  });
  after(async () => {
    await driver?.close();
    weblog?.close();
  });

  /** An origin of its own, so that nothing is kept from the one before. @param {Way} way @param {Row} [left] @param {Outcome} [expected] */
  async function shows(way, left, expected = 'works') {
    const planet = {
      title: 'Planet',
      feeds: [{ url: `${weblog.url}cyd.xml`, name: 'Cyd', cors: true, face: `${weblog.url}face.svg` }],
    };
    const home = await openSite({
      'dist/planet.json': JSON.stringify(planet),
      'dist/planet.js': `planetarium(${JSON.stringify(planet)})`,
    });
    const host = way === 'element' ? await openSite() : home;
    const hosts = { home: home.url, weblog: weblog.url, script, style };
    const policy = policyFor(way, hosts, left, host === home ? '' : `${host.url}told.js`);
    host.files['told.js'] =
      `globalThis.told = []; addEventListener('planet-error', ({ detail }) => told.push(detail.reason));`;
    host.files['host.html'] = {
      body: `<!doctype html><html lang="en"><title>Host</title><script src="told.js"></script><script type="module" src="${home.url}dist/planetarium.js"></script><planet-feed density="full" src="${home.url}dist/planet.json">Blogs</planet-feed>`,
      headers: { 'Content-Security-Policy': policy },
    };
    for (const file of ['dist/index.html', 'dist/planetarium.html'])
      home.files[file] = {
        body: readFileSync(new URL(`../../${file}`, import.meta.url)),
        headers: { 'Content-Security-Policy': policy },
      };
    try {
      await driver.open(`${host.url}${FILES[way]}`);
      if (expected === 'online' || (way === 'page' && !left)) {
        await becomes(driver, seen, 'works');
        // The worker comes when the page is quiet.
        if (!left) await driver.evaluate(() => navigator.serviceWorker.ready.then(() => true));
        else
          await becomes(
            driver,
            () => performance.getEntriesByType('resource').some(({ name }) => /offline/.test(name)),
            true,
          );
        const kept = await driver.evaluate(() =>
          navigator.serviceWorker.getRegistrations().then(({ length }) => length),
        );
        assert.equal(kept, left ? 0 : 1);
      } else await becomes(driver, seen, /** @type {any} */ (expected));
    } finally {
      home.close();
      host.close();
    }
  }

  for (const way of /** @type {Way[]} */ (Object.keys(FILES)))
    test(`policies: ${name}: what the documentation names is enough for the ${way}`, async (context) =>
      absent ? context.skip(absent) : shows(way));

  for (const row of ROWS)
    test(`policies: ${name}: ${row.way} without ${row.needs} in ${row.directive}: ${row.without}`, async (context) =>
      absent ? context.skip(absent) : shows(row.way, row, row.without));
}

test('policies: the documentation has the table of these tests, and the policy of the page', () => {
  const read = (/** @type {string} */ file) =>
    readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
  const [, own] = /content="(default-src [^"]*)"/.exec(read('web/index.html')) ?? [];
  assert.ok(own && read('docs/hosting.md').includes(`\n${own}\n`));
  assert.equal(
    documented(),
    tableOf()
      .replace(/ *\| */g, ' | ')
      .replace(/^ | $/gm, ''),
  );
});
