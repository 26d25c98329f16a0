// index.html of a host, opened at an address that names another planet.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { launchChromium } from './support/chromium.js';
import { WEBLOGS, openSite } from './support/sites.js';

const [browser, host, weblogs] = await Promise.all([
  launchChromium(),
  openSite({ 'dist/planet.json': JSON.stringify({ title: 'The host’s own', feeds: [] }) }),
  openSite({
    ...WEBLOGS,
    'list.opml': `<opml version="2.0"><body><outline type="rss" text="Ada" xmlUrl="ada.xml"/></body></opml>`,
  }),
]);
after(async () => {
  await browser.close();
  host.close();
  weblogs.close();
});

for (const [what, fragment, titles] of /** @type {[string, string, string[]][]} */ ([
  ['feeds', `#feeds=${weblogs.url}ada.xml,${weblogs.url}bob.xml`, ['Engines', 'Bread', 'Notes']],
  ['a list', `#opml=${weblogs.url}list.opml`, ['Engines', 'Notes']],
]))
  test(`linked page: ${what} of the address, once the reader agrees, and again after a reload`, async () => {
    const page = await browser.newPage({ locale: 'en-US' });
    weblogs.asked.length = 0;
    await page.goto(`${host.url}dist/index.html${fragment}`);
    const yes = page.locator('main button').first();
    await yes.waitFor();
    assert.deepEqual(weblogs.asked, [], 'nothing is asked before');
    for (let asks = what === 'feeds' ? 1 : 2; asks > 0; asks--) {
      await yes.click();
      if (asks > 1) await page.waitForFunction(() => document.querySelector('main button'));
    }
    const shown = () => page.locator('.title .p-name').allTextContents();
    await page.locator('aside').waitFor();
    assert.deepEqual(await shown(), titles);
    await page.reload();
    await page.locator('aside').waitFor();
    assert.deepEqual(await shown(), titles);
    await page.close();
  });
