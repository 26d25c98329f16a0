import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { servePlanet } from '../../cli/serve.js';
import { launchChromium } from './support/chromium.js';

const demo = fileURLToPath(new URL('../../demo', import.meta.url));
/** @type {import('playwright-core').Browser} */
let browser;
/** @type {{ url: string, close: () => Promise<void> }} */
let served;
before(async () => {
  const answer = await servePlanet({ dir: demo, port: 0 });
  if (answer.kind === 'failed') throw new Error(answer.detail);
  served = answer;
  browser = await launchChromium();
});
after(async () => {
  await browser.close();
  await served.close();
});

/** @param {string} [hash] */
async function open(hash = '') {
  const page = await browser.newPage({ locale: 'en-US', timezoneId: 'UTC' });
  await page.goto(served.url + hash);
  await page.locator('#archive').waitFor();
  return page;
}

/** @param {import('playwright-core').Page} page */
const shown = (page) => page.locator('.h-entry').count();

test('overview: a month leads to as many posts as stand beside it', async () => {
  const page = await open();
  const month = page.locator('.archive li').first();
  const count = Number(await month.locator('.count').textContent());
  const newest = (await page.locator('.day time').first().getAttribute('datetime')) ?? '';
  await month.getByRole('link').click();
  await page.waitForFunction((wanted) => location.hash === `#/month/${wanted}`, newest.slice(0, 7));
  assert.equal(await shown(page), count);
  assert.match(
    await page.locator('.sparkline').first().getAttribute('aria-label').then(String),
    /^Posts per month from /,
  );
  await page.close();
});

test('overview: a day of the calendar shows its posts, and says so', async () => {
  const page = await open();
  await page.locator('.archive button').first().click();
  const day = page.locator('.calendar a').first();
  const [, date, count] = /^(.+): (\d+) posts?$/.exec(String(await day.getAttribute('aria-label'))) ?? [];
  await day.click();
  await page.waitForFunction(() => /since.*until/.test(location.hash));
  assert.equal(await shown(page), Number(count));
  assert.equal((await page.locator('.day h2').first().textContent())?.trim(), date);
  assert.match(String(await page.locator('.heading h2').textContent()), /Posts\s+of /);
  await page.close();
});

test('overview: languages of the posts, each a view', async () => {
  const page = await open();
  await page.locator('.counted a', { hasText: 'Japanese' }).click();
  await page.waitForFunction(() => location.hash === '#/lang/ja');
  assert.ok((await shown(page)) > 0);
  await page.close();
});

test('documents: each format is a file of what is shown', async () => {
  const page = await open('#/feed/otto');
  /** @type {Record<string, RegExp>} */
  const begins = {
    Atom: /^<\?xml.*\n<feed /,
    RSS: /<rss /,
    'JSON Feed': /^\{/,
    OPML: /<opml /,
    FOAF: /<rdf:RDF/,
  };
  for (const [name, beginning] of Object.entries(begins)) {
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name, exact: true }).click(),
    ]);
    assert.match(readFileSync(await file.path(), 'utf8'), beginning, name);
    assert.match(file.suggestedFilename(), /^planet-quillhaven-otto\./);
  }
  await page.close();
});

test('density: headlines and excerpts are remembered, an entry of its own is whole', async () => {
  const page = await open();
  assert.ok((await page.locator('.e-content').count()) > 0);
  await page.getByRole('button', { name: 'Headlines' }).click();
  assert.equal(await page.locator('.e-content, .p-summary').count(), 0);
  assert.ok((await page.locator('.titles h2').allTextContents()).length > 2);
  await page.reload();
  await page.locator('.titles').first().waitFor();
  await page.locator('.when').first().click();
  await page.locator('.e-content').waitFor();
  await page.goBack();
  await page.getByRole('button', { name: 'Excerpts' }).click();
  assert.ok((await page.locator('.p-summary').count()) > 0);
  assert.equal(await page.locator('.e-content').count(), 0);
  await page.close();
});

test("people: an author's page says who it is", async () => {
  const page = await open('#/feed/otto');
  assert.match(
    String(await page.locator('.card').textContent()),
    /Tideline\s+·\s+feed\s+\d+ posts · last post /,
  );
  await page.close();
});
