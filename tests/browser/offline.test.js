import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { servePlanet } from '../../cli/serve.js';
import { launchChromium } from './support/chromium.js';

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
  await page.waitForFunction(async () => (await caches.keys()).length === 1);
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
