/** dist/ and a planet.json on a host that knows nothing, below a path, in Chromium. */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { launchChromium } from './support/chromium.js';
import { WEBLOGS, openSite } from './support/sites.js';

const dist = fileURLToPath(new URL('../../dist/', import.meta.url));

/** @type {import('playwright-core').Browser} */
let browser;
/** @type {Awaited<ReturnType<typeof openSite>>} */
let site;

before(async () => {
  [browser, site] = await Promise.all([launchChromium(), openSite()]);
  for (const entry of readdirSync(dist, { recursive: true, withFileTypes: true })) {
    const path = `${entry.parentPath ?? entry.path}/${entry.name}`.replaceAll('//', '/');
    // As hosts do that do not know the type.
    const type = path.endsWith('.wasm') ? 'application/octet-stream' : undefined;
    if (entry.isFile())
      site.files[`~ada/planet/${path.slice(dist.length)}`] = { body: readFileSync(path), type };
  }
});
after(async () => {
  await browser.close();
  site.close();
});

/** @param {Record<string, import('./support/sites.js').File | undefined>} files */
async function open(files) {
  for (const [name, file] of Object.entries(files))
    if (file === undefined) delete site.files[`~ada/planet/${name}`];
    else site.files[`~ada/planet/${name}`] = file;
  const page = await (await browser.newContext({ locale: 'en-US' })).newPage();
  await page.goto(`${site.url}~ada/planet/`);
  return page;
}

test('static host: files in a folder are a planet, without a word to the host', async () => {
  const page = await open(WEBLOGS);
  await page.waitForFunction(
    () => document.querySelectorAll('.h-feed[aria-busy=false] .h-entry').length === 3,
  );
  assert.equal(await page.title(), 'Planet Example');
  await page.goto(`${site.url}~ada/planet/index.html#/tag/food`);
  await page.waitForFunction(() => document.querySelectorAll('.h-entry').length === 1);
  await page.context().close();
});

test('static host: what is missing is named, with its address', async () => {
  const said = async (/** @type {Parameters<typeof open>[0]} */ files) => {
    const page = await open(files);
    await page.locator('[role=alert]').waitFor();
    const text = await page.textContent('[role=alert] p');
    await page.context().close();
    return text?.replaceAll(site.url, '…/').replace(/v=\w+/, 'v=…');
  };
  assert.equal(
    await said({ 'planet.json': undefined }),
    'There is no planet at …/~ada/planet/planet.json: the server answered 404. Put a planet.json there.',
  );
  assert.equal(
    await said({ 'planet.json': WEBLOGS['planet.json'], 'planetarium.wasm': undefined }),
    'The program that reads the feeds, planetarium.wasm, could not be loaded: …/~ada/planet/planetarium.wasm?v=…: the server answered 404.',
  );
});
