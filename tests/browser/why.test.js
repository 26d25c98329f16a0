import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { servePlanet } from '../../cli/serve.js';
import { launchChromium } from './support/chromium.js';

const demo = fileURLToPath(new URL('../../demo', import.meta.url));
const dir = mkdtempSync(join(tmpdir(), 'planet-'));
/** @type {import('playwright-core').Browser} */
let browser;
/** @type {{ url: string, close: () => Promise<void> }} */
let served;
before(async () => {
  cpSync(demo, dir, { recursive: true });
  const planet = JSON.parse(readFileSync(join(dir, 'planet.json'), 'utf8'));
  writeFileSync(join(dir, 'planet.json'), JSON.stringify({ ...planet, exclude: { words: ['gloves'] } }));
  const answer = await servePlanet({ dir, port: 0 });
  if (answer.kind === 'failed') throw new Error(answer.detail);
  served = answer;
  browser = await launchChromium();
});
after(async () => {
  await browser.close();
  await served.close();
  rmSync(dir, { recursive: true });
});

/** @param {string} [hash] */
async function open(hash = '') {
  const context = await browser.newContext({ locale: 'en-US', timezoneId: 'UTC' });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const page = await context.newPage();
  await page.goto(served.url + hash);
  await page.locator('#archive').waitFor();
  return page;
}

/** @param {import('playwright-core').Page} page @param {string} name */
const personOf = (page, name) => page.locator('.person', { hasText: name }).getByRole('button');

/** Label → what stands beside it. @param {import('playwright-core').Page} page */
const toldOf = (page) =>
  page.locator('dialog').evaluate((dialog) => {
    /** @type {Record<string, string>} */
    const told = {};
    let name = '';
    for (const { localName, textContent } of dialog.querySelectorAll('dt, dd')) {
      if (localName === 'dt') name = String(textContent);
      else told[name] = [told[name], textContent].filter(Boolean).join('\n');
    }
    return told;
  });

test('why: a feed that is gone says what its server answered and since when', async () => {
  const page = await open();
  await personOf(page, 'Lemuel Crane').click();
  const told = await toldOf(page);
  assert.match(told.State, /^not found \(404\), since /);
  assert.equal(told.Address, `${served.url}feeds/closed-for-the-season.xml`);
  assert.equal(told.Way, 'directly from its server: not found (404)');
  assert.match(told['Failing since'], /^\d{4}-\d\d-\d\dT/);
  await page.context().close();
});

test('why: a broken feed says in which line and column', async () => {
  const page = await open();
  await personOf(page, 'Augusta Finch').click();
  const told = await toldOf(page);
  assert.equal(told.Way, 'directly from its server: answered 200');
  assert.match(told.Faults, /^line \d+, column \d+: the document ends before <\/description>/);
  await page.context().close();
});

test('why: the keyboard opens the panel, closes it, and goes on where it was', async () => {
  const page = await open();
  await personOf(page, 'Lemuel Crane').focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'How the feed of Lemuel Crane does' }).waitFor();
  await page.keyboard.press('Escape');
  await page.locator('dialog').waitFor({ state: 'detached' });
  assert.match(
    String(await page.evaluate(() => document.activeElement?.closest('.person')?.textContent)),
    /Lemuel Crane/,
  );
  await page.context().close();
});

test('why: what a filter hides is named with the filter, and all of it is copied as text', async () => {
  const page = await open('#/feed/otto');
  await page.locator('.card .why').click();
  const hidden = 'Photograph: the harbour at six minutes past seven: matches “exclude” of the planet';
  assert.equal((await toldOf(page))['Not shown'], hidden);
  await page.getByRole('button', { name: 'Copy as text' }).click();
  await page.getByText('Copied.').waitFor();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  assert.ok(text.startsWith('How the feed of Ottoline Marsh does\nState: last post '));
  assert.ok(text.includes(`\nNot shown: ${hidden}`));
  await page.context().close();
});

test('why: a post on its own says where its date is from', async () => {
  const page = await open();
  assert.equal(await page.locator('.post .why').count(), 0, 'in a list it would be in the way');
  await page.locator('.when').first().click();
  await page.getByRole('button', { name: 'How it came here' }).click();
  const told = await toldOf(page);
  assert.match(told['Ordered by'], /^\d{4}-.*: when it was published$/);
  assert.match(told.Address, /\/feeds\/.*\.xml$/);
  await page.context().close();
});

test('why: the address of a post that a filter hides says that it is hidden', async () => {
  const before = await browser.newPage();
  const whole = readFileSync(join(demo, 'planet.json'), 'utf8');
  await before.route('**/planet.json', (route) => route.fulfill({ body: whole }));
  await before.goto(`${served.url}#/feed/otto`);
  const gloves = before.locator('.h-entry', { hasText: 'gloves' });
  const address = await gloves.locator('.when').getAttribute('href');
  await before.close();
  const page = await open(String(address));
  assert.deepEqual(await page.locator('.notice').allTextContents(), [
    'This planet holds that post, and one of its filters hides it.',
  ]);
  await page.context().close();
});
