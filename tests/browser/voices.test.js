// What a page says aloud by itself: one short sentence when there is one, and nothing while feeds arrive.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { becomes } from './support/becomes.js';
import { openStage } from './support/stage.js';
import { person, post, viewOf } from './support/views.js';

const stage = await openStage();
after(() => stage.close());

const FEEDS = 20;

/** As many weblogs as have been read, each with one post. @param {number} read */
const viewAt = (read) =>
  viewOf(
    Array.from({ length: read }, (_, i) =>
      post({
        key: i.toString(16).padStart(16, '0'),
        feed: `w${i}`,
        date: `2008-06-${String(28 - i).padStart(2, '0')}T10:00:00Z`,
        title: { type: 'text', value: `Post ${i}` },
        content: { type: 'text', value: 'word '.repeat(100) },
      }),
    ),
    {
      feeds: Array.from({ length: FEEDS }, (_, i) =>
        person({ nick: `w${i}`, state: i < read ? { kind: 'ok' } : { kind: 'waiting' } }),
      ),
    },
  );

const LIVE = '[aria-live], [role=status], [role=alert], [role=log], output';

/** From now on, what a voice would say. @param {import('playwright-core').Page} page */
const listen = (page) =>
  page.evaluate((live) => {
    /** @type {string[]} */
    const spoken = [];
    Object.assign(globalThis, { spoken });
    new MutationObserver((changes) => {
      const places = changes.map(({ target }) =>
        (target instanceof Element ? target : target.parentElement)?.closest(live),
      );
      for (const place of new Set(places)) if (place) spoken.push(place.textContent?.trim() ?? '');
    }).observe(document.body, { childList: true, characterData: true, subtree: true });
  }, LIVE);

const spoken = () => /** @type {any} */ (globalThis).spoken.filter(Boolean);

test('voices: while twenty feeds arrive one sentence is said, at the end', async () => {
  const { page, show, close } = await stage.open();
  await show(viewAt(0), {}, { done: 0, total: FEEDS });
  await listen(page);
  for (let done = 1; done < FEEDS; done += 3) await show(viewAt(done), {}, { done, total: FEEDS });
  await show(viewAt(FEEDS));
  await becomes(page, spoken, ['20 posts.']);
  const regions = await page
    .locator(LIVE)
    .evaluateAll((all) =>
      all.map((one) => [one.querySelectorAll('.h-entry, h2, h3, li').length, one.textContent?.trim()]),
    );
  assert.deepEqual(regions, [
    [0, '20 posts.'],
    [0, ''],
  ]);
  await close();
});

test('voices: feeds that are read again and bring nothing new say nothing, and a new post is told of', async () => {
  const { page, show, close } = await stage.open();
  await show(viewAt(3));
  await listen(page);
  await show(viewAt(3), {}, { done: 1, total: FEEDS });
  await show(viewAt(3));
  assert.deepEqual(await page.evaluate(spoken), []);
  await show(viewAt(3), {}, { done: 1, total: FEEDS });
  await show(viewAt(4));
  await becomes(page, spoken, ['4 posts.']);
  await close();
});

test('voices: a search says how many posts it found, or that it found none', async () => {
  const { page, show, close } = await stage.open();
  await show(viewAt(3));
  await listen(page);
  await page.evaluate(() => (location.hash = '#/search/word'));
  await show(viewAt(2));
  await becomes(page, spoken, ['2 posts.']);
  await show(viewOf([], { feeds: viewAt(3).feeds, newest: '2008-06-28T10:00:00Z' }));
  await becomes(page, spoken, ['2 posts.', '0 posts.', 'No post here says word.']);
  await close();
});

test('voices: who listens is told which posts are read, and which are new', async () => {
  const { page, show, close } = await stage.open();
  await show(viewAt(2));
  await page.locator('.h-entry').first().waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('u');
  await becomes(
    page,
    () =>
      [...document.querySelectorAll('.h-entry')].map(
        (one) => one.querySelector('.meta .hushed')?.textContent,
      ),
    ['read', undefined],
  );
  await close();
});
