/** `<planet-feed>` in pages of other sites, in Chromium: what they write → what their readers see. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { becomes } from './support/becomes.js';
import { openEmbedding, titles, told } from './support/embedding.js';
import { rss } from './support/sites.js';

/** @type {Awaited<ReturnType<typeof openEmbedding>>} */
let site;
/** @type {Awaited<ReturnType<typeof openEmbedding>>['open']} */
let open;
/** @type {Awaited<ReturnType<typeof openEmbedding>>['home']} */
let home;
const src = () => site.src;

before(async () => {
  site = await openEmbedding();
  ({ open, home } = site);
});
after(() => site.close());

test('element: a line of markup shows the newest posts of a planet elsewhere', async () => {
  const { page, problems, close } = await open(`<planet-feed ${src()} limit="2"></planet-feed>`);
  const [load, ...updates] = await told(page);
  assert.equal(load.type, 'planet-load');
  assert.deepEqual([load, ...updates].at(-1), {
    ...load,
    type: updates.length ? 'planet-update' : 'planet-load',
    posts: 3,
    feeds: 2,
    failed: 0,
  });
  assert.deepEqual(await titles(page), [['Engines', 'Bread']]);
  const links = await page.evaluate(() =>
    [...(document.querySelector('planet-feed')?.shadowRoot?.querySelectorAll('a') ?? [])].map((link) => [
      link.textContent?.trim(),
      link.getAttribute('href'),
    ]),
  );
  assert.deepEqual(links, [
    ['Ada', 'https://ada.example/'],
    ["ada's weblog", 'https://ada.example/'],
    ['Engines', 'https://ada.example/Engines'],
    ['Jun 21, 2008', 'https://ada.example/Engines'],
    ['Engines', null],
    ['Bob', 'https://bob.example/'],
    ["bob's weblog", 'https://bob.example/'],
    ['Bread', 'https://bob.example/Bread'],
    ['Jun 20, 2008', 'https://bob.example/Bread'],
    ['food', null],
  ]);
  assert.deepEqual(problems, []);
  await close();
});

const shownIn = () => {
  const root = document.querySelector('planet-feed')?.shadowRoot;
  const texts = (/** @type {string} */ selector) =>
    [...(root?.querySelectorAll(selector) ?? [])].map((found) => found.textContent?.trim());
  return [texts('.title .p-name').join(), texts('h2').join(' | '), texts('.meta time').join(' | ')];
};

/** How many excerpts, and how many whole posts. */
const textsIn = () => {
  const root = document.querySelector('planet-feed')?.shadowRoot;
  return ['.p-summary', '.e-content'].map((each) => root?.querySelectorAll(each).length);
};

test('element: each attribute says what is shown, and may change at any time', async () => {
  const { page, problems, close } = await open(`<planet-feed ${src()}></planet-feed>`);
  await told(page);
  /** Says what the element shows, as soon as that is it. @param {string} change @param {string[]} expected */
  const after = async (change, expected) => {
    await page.evaluate((code) => new Function('feed', code)(document.querySelector('planet-feed')), change);
    await becomes(page, shownIn, expected);
  };
  await after('feed.tag = "FOOD"', ['Bread', '', 'Jun 20, 2008']);
  await after('feed.tag = null; feed.feed = "ada"; feed.setAttribute("lang", "de")', [
    'Engines,Notes',
    '',
    '21.06.2008 | 19.06.2008',
  ]);
  await after('feed.removeAttribute("feed"); feed.lang = "en"; feed.limit = 2; feed.group = "day"', [
    'Engines,Bread',
    'June 21, 2008 | June 20, 2008',
    '10:00 AM | 8:00 AM',
  ]);
  await after('feed.limit = null; feed.group = "feed"', [
    'Engines,Notes,Bread',
    '',
    'Jun 21, 2008 | Jun 19, 2008 | Jun 20, 2008',
  ]);
  assert.equal(
    await page.evaluate(() => {
      const root = document.querySelector('planet-feed')?.shadowRoot;
      return [...(root?.querySelectorAll('.p-summary') ?? [])].map((text) => text.textContent)[1];
    }),
    'First.1 A note',
  );
  for (const [density, texts] of /** @type {[string, number[]][]} */ ([
    ['titles', [0, 0]],
    ['full', [0, 3]],
    ['nonsense', [3, 0]],
  ])) {
    await page.evaluate((wanted) => {
      /** @type {any} */ (document.querySelector('planet-feed')).density = wanted;
    }, density);
    await becomes(page, textsIn, texts);
  }
  assert.equal(
    await page.evaluate(() =>
      document.querySelector('planet-feed')?.outerHTML.includes('density="nonsense"'),
    ),
    true,
  );
  await page.evaluate(() => {
    /** @type {any} */ (document.querySelector('planet-feed')).target = '_blank';
  });
  await becomes(
    page,
    () =>
      /** @type {any} */ (document.querySelector('planet-feed'))?.shadowRoot.querySelector('.title a').target,
    '_blank',
  );
  assert.deepEqual(problems, []);
  await close();
});

test('element: another planet takes the place of the first, and one without an address shows what stands in it', async () => {
  const { page, close } = await open(`<planet-feed id="a">Nothing yet</planet-feed>`);
  /** @param {string} change */
  const set = (change) =>
    page.evaluate((code) => new Function('feed', code)(document.querySelector('planet-feed')), change);
  await page.waitForFunction(() => document.querySelector('planet-feed')?.shadowRoot?.querySelector('slot'));
  await set(`feed.feeds = ['${home.url}bob.xml']`);
  assert.deepEqual((await told(page))[0].type, 'planet-load');
  assert.deepEqual(await titles(page), [['Bread']]);
  await set(`feed.planet = { feeds: [{ url: '${home.url}ada.xml' }] }`);
  await told(page);
  assert.deepEqual(await titles(page), [['Engines', 'Notes']]);
  await set(`feed.planet = undefined; feed.feeds = null; feed.src = '${home.url}planet.json'`);
  await told(page);
  assert.deepEqual(await titles(page), [['Engines', 'Bread', 'Notes']]);
  await close();
});

test('element: a planet may stand in the page as JSON, or be a list of subscriptions', async () => {
  home.files['list.opml'] =
    `<opml version="2.0"><body><outline type="rss" xmlUrl="${home.url}bob.xml"/></body></opml>`;
  const { page, problems, close } = await open(
    `<planet-feed id="a"><script type="application/json">{"feeds": ["${home.url}ada.xml"]}</script></planet-feed>
     <planet-feed id="b" src="${home.url}list.opml"></planet-feed>`,
  );
  await told(page, 2);
  assert.deepEqual(await titles(page), [['Engines', 'Notes'], ['Bread']]);
  assert.deepEqual(problems, []);
  await close();
});

test('element: three of a page load everything once', async () => {
  const { page, close } = await open(
    `<planet-feed ${src()}></planet-feed><planet-feed ${src()} tag="food"></planet-feed>
     <planet-feed ${src()} density="titles"></planet-feed>
     <script type="module" src="${home.url}dist/planetarium.js?again"></script>`,
  );
  await told(page, 3);
  assert.deepEqual(home.asked.filter((path) => path !== 'dist/planetarium.js').sort(), [
    'ada.xml',
    'bob.xml',
    'dist/planetarium.wasm',
    'planet.json',
  ]);
  assert.deepEqual(await titles(page), [
    ['Engines', 'Bread', 'Notes'],
    ['Bread'],
    ['Engines', 'Bread', 'Notes'],
  ]);
  await close();
});

test('element: what stands in it is shown until there are posts, and when there are none to be had', async () => {
  home.files['broken.json'] = '{"feeds": [';
  home.files['gone.json'] = '{"feeds": ["gone.xml"]}';
  const { page, close } = await open(
    ['missing.json', 'broken.json', 'gone.json']
      .map(
        (name) =>
          `<planet-feed id="${name}" src="${home.url}${name}"><a href="/blogs">Blogs</a></planet-feed>`,
      )
      .join('') + `<planet-feed id="bare" src="${home.url}missing.json"></planet-feed>`,
  );
  const errors = await told(page, 4);
  assert.deepEqual(errors.map((/** @type {any} */ { type, id, reason }) => [type, id, reason]).sort(), [
    ['planet-error', 'bare', 'no-planet'],
    ['planet-error', 'broken.json', 'bad-json'],
    ['planet-error', 'gone.json', 'no-posts'],
    ['planet-error', 'missing.json', 'no-planet'],
  ]);
  assert.deepEqual(
    await page.evaluate(() =>
      [...document.querySelectorAll('planet-feed')].map((feed) => [
        feed.shadowRoot?.querySelectorAll('slot').length,
        feed.shadowRoot?.querySelector('.notice')?.textContent?.replace(/http\S+\//, ''),
      ]),
    ),
    [
      [1, undefined],
      [1, undefined],
      [1, undefined],
      [1, 'There is no planet at missing.json: the server answered 404. Put a planet.json there.'],
    ],
  );
  await close();
});

test('element: a missing core is told with its address, and the page keeps what it wrote', async () => {
  const { page, close } = await open(
    `<planet-feed ${src()}>Blogs</planet-feed><script type="module">
      import { PlanetFeed } from '${home.url}dist/element.js';
      PlanetFeed.files = '${home.url}elsewhere';
      PlanetFeed.define();
    </script>`,
    { script: false },
  );
  const [error] = await told(page);
  assert.equal(error.reason, 'no-core');
  assert.match(error.message, /\/elsewhere\/planetarium\.wasm\?v=\w{12}: the server answered 404\.$/);
  await close();
});

test('element: posts that are written into the page are shown as posts at once', async () => {
  const { page, close } = await open(
    `<planet-feed src="${home.url}missing.json"><div class="h-feed"><article class="h-entry"><h3 class="title"><a class="p-name u-url" href="https://a.example/">Written</a></h3></article></div></planet-feed>`,
  );
  await told(page);
  assert.deepEqual(await titles(page), [['Written']]);
  assert.equal(await page.evaluate(() => document.querySelector('planet-feed')?.children.length), 1);
  await close();
});

test('element: far below the window nothing is asked for until it comes near', async () => {
  const { page, close } = await open(
    `<div style="height: 5000px"></div><planet-feed ${src()}></planet-feed>`,
  );
  await page.waitForFunction(() => customElements.get('planet-feed'));
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 100))));
  assert.deepEqual(home.asked, ['dist/planetarium.js']);
  await page.evaluate(() => window.scrollTo(0, 4500));
  await told(page);
  assert.deepEqual(await titles(page), [['Engines', 'Bread', 'Notes']]);
  await close();
});

test('element: one that is moved stays as it is, one that is removed lets go', async () => {
  const { page, problems, close } = await open(`<div id="to"></div><planet-feed ${src()}></planet-feed>`);
  await told(page);
  const before = home.asked.length;
  await page.evaluate(async () => {
    const feed = /** @type {HTMLElement} */ (document.querySelector('planet-feed'));
    document.getElementById('to')?.append(feed);
    await new Promise((resolve) => setTimeout(resolve, 200));
    feed.remove();
    await new Promise((resolve) => setTimeout(resolve, 200));
  });
  assert.equal(home.asked.length, before);
  await page.evaluate(() => document.body.append(document.createElement('planet-feed')));
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)));
  assert.deepEqual(await page.evaluate(() => /** @type {any} */ (globalThis).told), []);
  assert.deepEqual(problems, []);
  await close();
});

test('element: a footnote of a post leads to its note, and the address of the page stays', async () => {
  const { page, close } = await open(`<planet-feed ${src()} density="full"></planet-feed>`);
  await told(page);
  await page.locator('sup a').click();
  assert.deepEqual(
    await page.evaluate(() => [
      location.hash,
      document.querySelector('planet-feed')?.shadowRoot?.activeElement?.textContent,
      'evil' in globalThis,
    ]),
    ['', 'A note', false],
  );
  await close();
});

test('element: new posts are told of when the feeds are read again', async () => {
  const { page, close } = await open(
    `<script>const set = globalThis.setInterval; globalThis.setInterval = (work, ms) => set(work, Math.min(ms, 100));
     const now = Date.now; globalThis.later = 0; Date.now = () => now() + globalThis.later;</script>
     <planet-feed feeds="${home.url}cyd.xml" refresh="5"></planet-feed>`,
  );
  const posts = [{ title: 'One', date: 'Sat, 21 Jun 2008 10:00:00 GMT' }];
  home.files['cyd.xml'] = rss('cyd', posts);
  await told(page);
  home.files['cyd.xml'] = rss('cyd', [{ title: 'Two', date: 'Sun, 22 Jun 2008 10:00:00 GMT' }, ...posts]);
  await page.evaluate(() => Object.assign(globalThis, { later: 6 * 60_000 }));
  assert.equal((await told(page)).at(-1).type, 'planet-update');
  assert.deepEqual(await titles(page), [['Two', 'One']]);
  await close();
});
