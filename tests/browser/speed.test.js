// A planet of a hundred weblogs: how long the page keeps its reader waiting, and whether anything jumps.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { launchChromium } from './support/chromium.js';
import { openLargePlanet } from './support/large-planet.js';
import { traceTasks } from './support/tasks.js';

const [browser, site] = await Promise.all([launchChromium(), openLargePlanet()]);
after(async () => {
  await browser.close();
  site.close();
});

/**
 * Milliseconds of processor time, not of the clock: so a loaded machine changes little. Still its caches are shared, and it
 * may be slower than the desktop that the goals are meant for (50 and 150): hence half as much again for one task. The clock
 * is looked at by `npm run bench -- --page`.
 */
const LONGEST_TASK = 75;
const UNTIL_POSTS = 150;

/** Tells when all feeds are read, and what has moved. */
const WATCH = `
  globalThis.moved = [];
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput, sources } of list.getEntries())
      if (!hadRecentInput) moved.push([value, ...sources.map(({ node }) => node?.className ?? node?.nodeName)]);
  }).observe({ type: 'layout-shift', buffered: true });
  new MutationObserver((_, observer) => {
    if (!document.querySelector('progress[hidden]')) return;
    observer.disconnect();
    setTimeout(() => console.debug('all is read'), 500);
  }).observe(document, { childList: true, subtree: true, attributes: true });
`;

/** @param {import('playwright-core').BrowserContextOptions} [options] */
async function openPage(options) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  await context.addInitScript(WATCH);
  const page = await context.newPage();
  const allRead = () => page.waitForEvent('console', (message) => message.text() === 'all is read');
  const open = () => Promise.all([allRead(), page.goto(site.url, { waitUntil: 'commit' })]);
  const moved = () => page.evaluate(() => /** @type {any} */ (globalThis).moved);
  return { page, open, moved, close: () => context.close() };
}

test('speed: no task keeps the page from answering while a hundred feeds arrive', async () => {
  const { page, open, close } = await openPage();
  const { tasks } = await traceTasks(page, open);
  const long = tasks.filter(({ ms }) => ms > LONGEST_TASK);
  assert.deepEqual(long, []);
  await close();
});

test('speed: who comes again sees posts at once, before any feed has answered', async () => {
  const { page, open, close } = await openPage();
  await open();
  site.hold();
  /** @type {number[]} */
  const spent = [];
  for (let visit = 0; visit < 5; visit++) {
    await page.goto('about:blank');
    const { tasks, marks } = await traceTasks(page, async () => {
      await page.goto(site.url, { waitUntil: 'commit' });
      await page.locator('.h-entry').first().waitFor();
    });
    const posts = marks.get('planetarium:posts') ?? Infinity;
    spent.push(tasks.filter(({ at }) => at < posts).reduce((sum, { ms }) => sum + ms, 0));
  }
  site.letGo();
  const median = spent.sort((a, b) => a - b)[2];
  assert.ok(median <= UNTIL_POSTS, `${spent.map(Math.round)} ms`);
  await close();
});

for (const [what, options] of /** @type {[string, {}][]} */ ([
  ['a desk', {}],
  ['a phone', { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }],
]))
  test(`speed: nothing moves on ${what}, at the first visit and at the next`, async () => {
    const { open, moved, close } = await openPage(options);
    await open();
    assert.deepEqual(await moved(), []);
    await open();
    assert.deepEqual(await moved(), []);
    await close();
  });
