import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openStage } from './support/stage.js';
import { person, post, viewOf } from './support/views.js';

/** @type {import('./support/stage.js').Stage} */
let stage;
before(async () => void (stage = await openStage()));
after(() => stage.close());

const html = (/** @type {string} */ value) => ({ type: 'html', value });
const text = (/** @type {string} */ value) => ({ type: 'text', value });

const ada = person({ nick: 'ada', name: 'Ada Lovelace', title: 'Notes' });
const bob = person({ nick: 'bob', name: 'Bob', title: 'Bob’s Corner' });
const view = viewOf(
  [
    post({
      key: '00000000000000a1',
      date: '2008-06-21T23:30:00-06:00',
      title: text('Late <b>'),
      content: html('<p>One</p>'),
    }),
    post({
      key: '00000000000000a2',
      date: '2008-06-21T09:05:00-06:00',
      title: html('An <em>early</em> post'),
      content: html('<p>Two</p>'),
    }),
    post({
      key: '00000000000000b1',
      date: '2008-06-21T08:00:00-06:00',
      feed: 'bob',
      content: text('Plain & simple'),
      tags: [{ tag: 'xen', label: 'Xen' }],
    }),
    post({
      key: '00000000000000a3',
      date: '2008-06-20T10:00:00Z',
      title: text('Older'),
      content: html('<p>Three</p>'),
    }),
  ],
  { feeds: [ada, bob], cloud: [{ tag: 'xen', label: 'Xen', count: 1, weight: 1 }] },
);

test('page: days, people, titles and posts read like a planet', async () => {
  const { page, show, problems, close } = await stage.open();
  await show(view);
  const lines = await page.evaluate(() =>
    /** @type {HTMLElement} */ (document.querySelector('.h-feed')).innerText
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
  );
  assert.deepEqual(
    lines.map((line) => line.replace(/\u202f/g, ' ')),
    [
      'June 21, 2008',
      'Ada Lovelace',
      'ada',
      'Notes',
      '» Late <b>',
      'One',
      '11:30 PM',
      '» An early post',
      'Two',
      '9:05 AM',
      'Bob',
      'bob',
      'Bob’s Corner',
      '» Bob',
      'Plain & simple',
      '8:00 AM',
      'under Xen',
      'June 20, 2008',
      'Ada Lovelace',
      'ada',
      'Notes',
      '» Older',
      'Three',
      '10:00 AM',
    ],
  );
  assert.deepEqual(problems, []);
  await close();
});

test('page: every post is an h-entry of an h-feed with name, url, author, date, content and tags', async () => {
  const { page, show, close } = await stage.open();
  await show(view);
  const entries = await page.evaluate(() =>
    [...document.querySelectorAll('.h-feed .h-entry')].map((entry) => {
      const author = /** @type {HTMLElement} */ (entry.querySelector('.p-author.h-card'));
      const own = [...entry.querySelectorAll('.p-name')].find((name) => !name.closest('.p-author'));
      return {
        name: own?.textContent?.trim(),
        url: entry.querySelector('.post .u-url')?.getAttribute('href'),
        author: [
          author.querySelector('.p-name')?.textContent,
          author.querySelector('.p-nickname')?.textContent,
          author.querySelector('.u-url')?.getAttribute('href'),
          author.hidden,
        ],
        published: entry.querySelector('time.dt-published')?.getAttribute('datetime'),
        content: entry.querySelector('.e-content')?.textContent,
        tags: [...entry.querySelectorAll('.p-category')].map((tag) => [
          tag.textContent,
          tag.getAttribute('href'),
        ]),
      };
    }),
  );
  const adaCard = (/** @type {boolean} */ hidden) => ['Ada Lovelace', 'ada', 'https://ada.example/', hidden];
  assert.deepEqual(entries, [
    {
      name: 'Late <b>',
      url: 'https://ada.example/00000000000000a1',
      author: adaCard(false),
      published: '2008-06-21T23:30:00-06:00',
      content: 'One',
      tags: [],
    },
    {
      name: 'An early post',
      url: 'https://ada.example/00000000000000a2',
      author: adaCard(true),
      published: '2008-06-21T09:05:00-06:00',
      content: 'Two',
      tags: [],
    },
    {
      name: 'Bob',
      url: 'https://ada.example/00000000000000b1',
      author: ['Bob', 'bob', 'https://bob.example/', false],
      published: '2008-06-21T08:00:00-06:00',
      content: 'Plain & simple',
      tags: [['Xen', '#/tag/xen']],
    },
    {
      name: 'Older',
      url: 'https://ada.example/00000000000000a3',
      author: adaCard(false),
      published: '2008-06-20T10:00:00Z',
      content: 'Three',
      tags: [],
    },
  ]);
  await close();
});

test('page: an address becomes a heading with a way out of each filter, a title and a query', async () => {
  const { page, show, close } = await stage.open({ hash: '#/since/2008-06-01/tag/XEN/feed/ada/asc/page/2' });
  await show({ ...view, page: 2, pages: 3, total: 41 });
  const seen = await page.evaluate(() => ({
    hash: location.hash,
    title: document.title,
    heading: document.querySelector('.heading h2')?.textContent?.replace(/\s+/g, ' ').trim(),
    ways: [...document.querySelectorAll('.heading a')].map((link) => [
      link.getAttribute('aria-label') ?? link.textContent,
      link.getAttribute('href'),
    ]),
    pager: [...document.querySelectorAll('.pager:first-of-type > *')].map((part) => [
      part.textContent,
      part.getAttribute('href'),
    ]),
    cloud: document.querySelector('.cloud a')?.getAttribute('href'),
    query: /** @type {any} */ (globalThis).stage.queries.find(
      (/** @type {any} */ query) => query.people !== false,
    ),
  }));
  assert.deepEqual(seen, {
    hash: '#/feed/ada/tag/xen/since/2008-06-01/asc/page/2',
    title: 'Posts by Ada Lovelace about Xen since Jun 1, 2008 from the oldest on · Planet Example, page 2',
    heading: 'Posts by Ada Lovelace× about Xen× since Jun 1, 2008× from the oldest on×',
    ways: [
      ['Remove “by Ada Lovelace”', '#/tag/xen/since/2008-06-01/asc'],
      ['Remove “about Xen”', '#/feed/ada/since/2008-06-01/asc'],
      ['Remove “since Jun 1, 2008”', '#/feed/ada/tag/xen/asc'],
      ['Remove “from the oldest on”', '#/feed/ada/tag/xen/since/2008-06-01'],
      ['All posts', '#/'],
    ],
    pager: [
      ['Older posts', '#/feed/ada/tag/xen/since/2008-06-01/asc'],
      ['Page 2 of 3 (41 posts)', null],
      ['Newer posts', '#/feed/ada/tag/xen/since/2008-06-01/asc/page/3'],
    ],
    cloud: '#/feed/ada/tag/xen/since/2008-06-01/asc',
    query: {
      feed: 'ada',
      tag: 'xen',
      fromDay: '2008-06-01',
      asc: true,
      page: 2,
      order: 'published',
      size: 20,
      now: 1213000000,
    },
  });
  await close();
});

test('page: the people list says in plain words how each feed does', async () => {
  const { page, show, close } = await stage.open();
  const feeds = [
    person({ nick: 'ok', newest: '2008-06-21T10:00:00Z', total: 3 }),
    person({ nick: 'empty' }),
    person({
      nick: 'lost',
      state: { kind: 'failed', reason: 'upstream_status', status: 404, since: '2008-06-03T08:00:00Z' },
      total: 2,
    }),
    person({ nick: 'gone', state: { kind: 'gone', reason: 'gone', since: '2008-06-03T08:00:00Z' } }),
    person({ nick: 'later', state: { kind: 'waiting' } }),
    person({ nick: 'away', state: { kind: 'ok', reason: 'moved', detail: 'https://new.example/feed' } }),
  ];
  await show(
    viewOf([post({ key: '00000000000000a1', feed: 'ok', date: '2008-06-21T10:00:00Z' })], { feeds }),
  );
  assert.deepEqual(
    await page.evaluate(() =>
      [...document.querySelectorAll('.state')].map((state) => state.textContent?.trim()),
    ),
    [
      'last post Jun 21, 2008 · feed',
      'no posts · feed',
      'not found (404), since Jun 3, 2008; its last good posts are shown · feed',
      'gone for good (410), since Jun 3, 2008 · feed',
      'not read yet · feed',
      'no posts; the feed has moved for good, to https://new.example/feed · feed',
    ],
  );
  await close();
});

test('page: notices say what there is instead of posts', async () => {
  const notices = async (
    /** @type {string} */ hash,
    /** @type {any} */ empty,
    /** @type {any} */ progress = undefined,
  ) => {
    const { page, show, close } = await stage.open({ hash });
    await show(empty, undefined, progress);
    const found = await page.evaluate(() =>
      [...document.querySelectorAll('.notice')].map((notice) => notice.textContent),
    );
    await close();
    return found;
  };
  const failed = person({ nick: 'ada', state: { kind: 'failed', reason: 'timeout' } });
  assert.deepEqual(await notices('', viewOf([], { feeds: [ada] }), { done: 0, total: 1 }), [
    'Reading the feeds…',
  ]);
  assert.deepEqual(await notices('', viewOf([], { feeds: [ada] })), ['There are no posts yet.']);
  assert.deepEqual(await notices('#/tag/x', viewOf([], { feeds: [ada], newest: '2008-06-21T10:00:00Z' })), [
    'There are no posts here.',
  ]);
  assert.deepEqual(await notices('#/feed/bob', viewOf([], { feeds: [ada] })), [
    'Nobody on this planet is called “bob”.',
  ]);
  assert.deepEqual(await notices('#/wat/search/x', viewOf([], { feeds: [failed] })), [
    '“wat” in the address means nothing here, so it is left out.',
    'None of the feeds could be read. The list of people says what is wrong with each.',
  ]);
  assert.deepEqual(await notices('', viewOf([])), [
    'This planet has no feeds yet: planet.json lists none under “feeds”.',
  ]);
});

test('page: what keeps a planet from being shown is one sentence', async () => {
  const { page, fail, close } = await stage.open();
  const said = async (/** @type {object} */ failure) => {
    await fail(failure);
    return page.evaluate(() => document.querySelector('[role=alert] p')?.textContent);
  };
  const url = 'https://a.example/planet.json';
  assert.deepEqual(
    [
      await said({ reason: 'no-planet', url, status: 404 }),
      await said({ reason: 'bad-json', url, line: 3, column: 7 }),
      await said({
        reason: 'bad-config',
        url,
        detail: 'pageSize is "20"; it must be a whole number from 1 to 500',
      }),
      await said({
        reason: 'no-core',
        detail: 'https://a.example/planetarium.wasm: the server answered 404.',
      }),
    ],
    [
      'There is no planet at https://a.example/planet.json: the server answered 404. Put a planet.json there.',
      'https://a.example/planet.json is not valid JSON: look at line 3, column 7.',
      'In https://a.example/planet.json, pageSize is "20"; it must be a whole number from 1 to 500.',
      'The program that reads the feeds, planetarium.wasm, could not be loaded: https://a.example/planetarium.wasm: the server answered 404.',
    ],
  );
  await close();
});

test('page: nothing is wider than a phone, whatever the posts hold', async () => {
  const { page, show, close } = await stage.open({ viewport: { width: 360, height: 700 } });
  const long = 'x'.repeat(300);
  const entry = post({
    key: '00000000000000a1',
    date: '2008-06-21T10:00:00Z',
    title: text(long),
    tags: [{ tag: long, label: long }],
    authors: [{ name: long }],
    enclosures: [{ url: `https://a.example/${long}.mp3`, type: 'audio/mpeg' }],
    content: html(
      `<p>${long}</p><pre>${long}</pre><table><tr><td>${long}</td><td>${long}</td></tr></table><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" width="3000" height="20"><p><code>${long}</code></p><ul><li><ul><li><ul><li>${long}</li></ul></li></ul></li></ul><math><mi>${long}</mi></math>`,
    ),
  });
  const feeds = [
    person({ nick: 'ada', name: long, title: long, state: { kind: 'failed', reason: 'x', detail: long } }),
  ];
  await show(viewOf([entry], { feeds, cloud: [{ tag: long, label: long, count: 1, weight: 5 }], pages: 2 }), {
    title: long,
    description: long,
    welcome: long,
  });
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 360);
  await close();
});

test('page: it is dark where the reader’s system is, and where the planet says so', async () => {
  const colour = async (/** @type {any} */ options, planet = {}) => {
    const { page, show, close } = await stage.open(options);
    await show(view, planet);
    const found = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    await close();
    return found;
  };
  const light = 'rgb(251, 249, 244)';
  const dark = 'rgb(23, 24, 28)';
  assert.equal(await colour({ colorScheme: 'light' }), light);
  assert.equal(await colour({ colorScheme: 'dark' }), dark);
  assert.equal(await colour({ colorScheme: 'light' }, { theme: 'dark' }), dark);
  assert.equal(await colour({ colorScheme: 'dark' }, { theme: 'light' }), light);
});

test('page: headings go down one level at a time, and landmarks have names', async () => {
  const { page, show, close } = await stage.open();
  await show(
    viewOf(
      [
        post({
          key: '00000000000000a1',
          date: '2008-06-21T10:00:00Z',
          title: text('T'),
          content: html('<h2>a</h2><h4>b</h4>'),
        }),
      ],
      { pages: 2, cloud: [{ tag: 'a', label: 'a', count: 1, weight: 1 }] },
    ),
  );
  const seen = await page.evaluate(() => ({
    lang: document.documentElement.lang,
    levels: [...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(({ nodeName }) => Number(nodeName[1])),
    navs: [...document.querySelectorAll('nav')].map((nav) => nav.getAttribute('aria-label')),
    skip: document.querySelector('.skip')?.getAttribute('href'),
    busy: document.querySelector('.h-feed')?.getAttribute('aria-busy'),
    status: document.querySelector('[role=status]')?.textContent,
  }));
  assert.deepEqual(seen, {
    lang: 'en-US',
    levels: [1, 2, 2, 3, 4, 5, 2, 2, 2],
    navs: ['Pages, above the posts', 'Pages'],
    skip: '#posts',
    busy: 'false',
    status: '1 post.',
  });
  await close();
});
