// What a reader does with posts, and finds again at the next visit: stars, read posts, folded days, the line of the last visit.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { becomes } from './support/becomes.js';
import { openStage } from './support/stage.js';
import { post, viewOf } from './support/views.js';

/** @type {import('./support/stage.js').Stage} */
let stage;
before(async () => {
  stage = await openStage();
});
after(() => stage.close());

const entry = (/** @type {number} */ number, /** @type {string} */ date) =>
  post({
    key: `00000000000000${number}`,
    date,
    title: { type: 'text', value: `Post ${number}` },
    content: { type: 'html', value: '<p>Words.</p>' },
  });

/** Two days with two posts each. */
const POSTS = [
  entry(14, '2008-06-08T12:00:00Z'),
  entry(13, '2008-06-08T10:00:00Z'),
  entry(12, '2008-06-07T12:00:00Z'),
  entry(11, '2008-06-07T10:00:00Z'),
];

const shown = () =>
  [...document.querySelectorAll('.h-feed :is(h2, .h-entry, .last-visit)')].map((found) =>
    (found.querySelector('.title .p-name') ?? found).textContent?.trim().replace(/\s+/g, ' '),
  );

/** @param {import('playwright-core').Page} page */
async function again(page) {
  await page.reload();
  await page.waitForFunction(() => 'stage' in globalThis);
}

test('reading: a day folds up to its newest post, and a newer one opens it', async () => {
  const { page, show, problems, close } = await stage.open();
  await show(viewOf(POSTS));
  const day = page.getByRole('button', { name: 'Posts of June 8, 2008' });
  assert.equal(await day.getAttribute('aria-expanded'), 'true');
  await day.click();
  const folded = ['June 8, 2008 2 posts', 'June 7, 2008', 'Post 12', 'Post 11'];
  await becomes(page, shown, folded);
  assert.equal(await day.getAttribute('aria-expanded'), 'false');
  assert.equal(await page.evaluate(() => document.activeElement?.className), 'fold');
  await again(page);
  await show(viewOf(POSTS));
  assert.deepEqual(await page.evaluate(shown), folded);
  await show(viewOf([entry(15, '2008-06-08T15:00:00Z'), ...POSTS]));
  await becomes(page, shown, ['June 8, 2008 2 read posts', 'Post 15', 'June 7, 2008', 'Post 12', 'Post 11']);
  await page.getByRole('button', { name: '2 read posts' }).click();
  await becomes(page, shown, [
    'June 8, 2008',
    'Post 15',
    'Post 14',
    'Post 13',
    'June 7, 2008',
    'Post 12',
    'Post 11',
  ]);
  assert.deepEqual(
    await page.locator('.read .p-name').allTextContents(),
    ['Post 14', 'Post 13'].flatMap((name) => ['ada', name]),
  );
  assert.deepEqual(problems, []);
  await close();
});

test('reading: a filtered view shows folded days', async () => {
  const { page, show, close } = await stage.open({ hash: '#/tag/sea' });
  await page.evaluate(() =>
    localStorage.setItem(
      `planetarium folds ${location.href.split('#')[0]}`,
      '{"2008-06-08":9e15,"2008-06-07":9e15}',
    ),
  );
  await show(viewOf(POSTS));
  assert.equal(await page.locator('.h-entry').count(), 4);
  assert.equal(await page.locator('.fold').count(), 0);
  await close();
});

test('reading: what is starred stays, with an address of its own', async () => {
  const { page, show, problems, close } = await stage.open();
  await show(viewOf(POSTS));
  assert.equal(await page.getByRole('link', { name: 'Starred' }).count(), 0);
  const star = page.getByRole('button', { name: 'Star', exact: true });
  await star.nth(2).click();
  await page.getByRole('link', { name: 'Starred' }).click();
  await becomes(page, shown, ['June 9, 2008', 'Post 12']);
  assert.equal(await page.evaluate(() => location.hash), '#/starred');
  assert.equal(await page.title(), 'Posts that you starred · Planet Example');
  await again(page);
  await page.evaluate(() => (location.hash = '#/'));
  await show(viewOf(POSTS));
  assert.deepEqual(await star.evaluateAll((all) => all.map((one) => one.getAttribute('aria-pressed'))), [
    'false',
    'false',
    'true',
    'false',
  ]);
  assert.deepEqual(problems, []);
  await close();
});

test('reading: a starred post that the planet let go is named all the same', async () => {
  const { page, show, close } = await stage.open();
  await page.evaluate(() => {
    const star = {
      at: '2008-06-01T10:00:00Z',
      feed: 'ada',
      title: 'Long ago',
      link: 'https://ada.example/old',
    };
    localStorage.setItem(
      `planetarium stars ${location.href.split('#')[0]}`,
      JSON.stringify({ '00000000000000ff': star, bad: 1 }),
    );
  });
  await show(viewOf(POSTS));
  await page.getByRole('link', { name: 'Starred' }).click();
  await becomes(page, shown, ['June 1, 2008', 'Long ago']);
  await page.getByRole('button', { name: 'Star', exact: true }).click();
  await becomes(page, () => document.querySelector('.notice')?.textContent, 'You have starred no post yet.');
  await close();
});

test('reading: a line stands above what was there at the last visit', async () => {
  const { page, show, close } = await stage.open();
  await show(viewOf(POSTS.slice(1)));
  await page.locator('.h-entry').first().waitFor();
  assert.deepEqual(await page.locator('.last-visit, .new').count(), 0, 'a first visit has no last one');
  // Once, before the next page begins: this one writes its visit down whenever it draws.
  await page.addInitScript(() => {
    const name = `planetarium visit ${location.href.split('#')[0]}`;
    const visit = JSON.parse(localStorage.getItem(name) ?? '{}');
    if (!sessionStorage.getItem('later'))
      localStorage.setItem(name, JSON.stringify({ ...visit, at: visit.at - 7200 }));
    sessionStorage.setItem('later', 'yes');
  });
  await again(page);
  // One came in late, below what was there already.
  await show(viewOf([...POSTS.slice(0, 3), entry(10, '2008-06-07T11:00:00Z'), POSTS[3]]));
  await becomes(page, shown, [
    'June 8, 2008',
    'Post 14',
    'Your last visit: Jun 9, 2008, 12:26 AM',
    'Post 13',
    'June 7, 2008',
    'Post 12',
    'Post 10',
    'Post 11',
  ]);
  assert.deepEqual(await page.locator('.new .title .p-name').allTextContents(), ['Post 14', 'Post 10']);
  await again(page);
  await show(viewOf(POSTS));
  assert.equal(await page.locator('.last-visit').count(), 1, 'looking again is the same visit');
  await close();
});

test('reading: keys star a post, mark it as read and fold its day; a followed link is read', async () => {
  const { page, show, close } = await stage.open();
  await show(viewOf(POSTS));
  const classes = () =>
    [...document.querySelectorAll('.h-entry')].map((found) => found.classList.contains('read'));
  await page.keyboard.press('j');
  await page.keyboard.press('u');
  await becomes(page, classes, [true, false, false, false]);
  await page.keyboard.press('u');
  await becomes(page, classes, [false, false, false, false]);
  await page.keyboard.press('s');
  await becomes(page, () => document.querySelectorAll('.star[aria-pressed=true]').length, 1);
  await page.locator('.title a').nth(1).click({ button: 'middle' });
  await becomes(page, classes, [false, true, false, false]);
  await page.keyboard.press('f');
  await becomes(page, () => document.querySelectorAll('.h-entry').length, 2);
  await close();
});

test('reading: two tabs of a planet agree', async () => {
  const { page, show, close } = await stage.open();
  await show(viewOf(POSTS));
  const other = await page.context().newPage();
  await other.goto(page.url());
  await other.waitForFunction(() => 'stage' in globalThis);
  await other.evaluate((view) => /** @type {any} */ (globalThis).stage.show(view), viewOf(POSTS));
  await other.getByRole('button', { name: 'Star', exact: true }).first().click();
  await becomes(page, () => document.querySelectorAll('.star[aria-pressed=true]').length, 1);
  await close();
});
