import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readConfig } from '../../../web/config/planet-config.js';

const BASE = 'https://planet.example/p/planet.json';
const defaults = {
  title: 'Planet',
  proxies: [],
  pageSize: 20,
  order: 'published',
  timezone: 'published',
  content: 'full',
  duplicates: 'merge',
  futureDates: 'ignore_date',
  deletedPosts: 'keep',
  maxBytes: 16777216,
  keepEntries: 10000,
  theme: 'system',
};

/** @param {unknown} planet */
const valueOf = (planet) => {
  const read = readConfig(planet, BASE);
  assert.equal(read.kind, 'ok', JSON.stringify(read));
  return read.kind === 'ok' ? read.value : assert.fail();
};

/** @param {unknown} planet */
const failureOf = (planet) => {
  const read = readConfig(planet, BASE);
  return read.kind === 'failed' ? [read.key, read.detail] : assert.fail('it was taken');
};

test('config: feeds alone make a planet, all else has a default', () => {
  assert.deepEqual(valueOf({ feeds: ['https://a.example/feed'] }), {
    ...defaults,
    feeds: [{ url: 'https://a.example/feed', nick: 'a.example' }],
  });
});

test('config: relative URLs resolve against the file, and a proxy keeps its braces', () => {
  const planet = {
    proxy: ['proxy/v1/feed?url={url}', 'https://other.example/{url}/raw'],
    feeds: [{ url: 'feeds/a.xml', face: '../faces/a.png' }],
  };
  assert.deepEqual(valueOf(planet), {
    ...defaults,
    proxies: ['https://planet.example/p/proxy/v1/feed?url={url}', 'https://other.example/{url}/raw'],
    feeds: [
      {
        url: 'https://planet.example/p/feeds/a.xml',
        nick: 'planet.example',
        face: 'https://planet.example/faces/a.png',
      },
    ],
  });
});

test('config: every known key is read and an unknown one is left alone', () => {
  const planet = {
    title: ' Planet Example ',
    description: 'All of us',
    link: '/',
    language: 'en-gb',
    owner: { name: 'Ada', email: 'ada@example.org' },
    welcome: '<p>Hello</p>',
    links: [{ title: 'Home', url: '/home' }, { url: 'https://b.example/x' }],
    proxy: 'p?u={url}',
    pageSize: 5,
    order: 'updated',
    timezone: 'America/Denver',
    content: 'titles',
    duplicates: 'keep',
    futureDates: 'keep',
    deletedPosts: 'hide',
    newFeedItems: 10,
    include: { words: ['cats'] },
    exclude: [{ categories: ['x'], match: 'all' }],
    hide: ['urn:x'],
    maxBytes: 1000,
    keepDays: 30,
    keepEntries: 500,
    theme: 'dark',
    views: [{ name: 'Cats', query: 'tag/cats' }],
    somethingOfTheFuture: { a: 1 },
    feeds: [
      {
        url: 'https://a.example/feed',
        nick: 'Ada',
        name: 'Ada L',
        link: 'https://a.example/',
        tags: ['maths'],
        cors: true,
        titleType: 'text',
        xmlBase: 'https://a.example/blog/',
        maxEntries: 3,
        keepEntries: 9,
        ignoreInFeed: ['author', 'updated'],
        exclude: { pattern: 'sponsored', in: ['link'] },
      },
    ],
  };
  assert.deepEqual(valueOf(planet), {
    title: 'Planet Example',
    description: 'All of us',
    link: 'https://planet.example/',
    language: 'en-GB',
    owner: { name: 'Ada', email: 'ada@example.org' },
    welcome: '<p>Hello</p>',
    links: [
      { title: 'Home', url: 'https://planet.example/home' },
      { title: 'b.example', url: 'https://b.example/x' },
    ],
    proxies: ['https://planet.example/p/p?u={url}'],
    pageSize: 5,
    order: 'updated',
    timezone: 'America/Denver',
    content: 'titles',
    duplicates: 'keep',
    futureDates: 'keep',
    deletedPosts: 'hide',
    newFeedItems: 10,
    include: [{ words: ['cats'] }],
    exclude: [{ categories: ['x'], match: 'all' }],
    hide: ['urn:x'],
    maxBytes: 1000,
    keepDays: 30,
    keepEntries: 500,
    theme: 'dark',
    views: [{ name: 'Cats', query: 'tag/cats' }],
    feeds: [
      {
        url: 'https://a.example/feed',
        nick: 'Ada',
        ownNick: true,
        name: 'Ada L',
        link: 'https://a.example/',
        tags: ['maths'],
        cors: true,
        titleType: 'text',
        xmlBase: 'https://a.example/blog/',
        maxEntries: 3,
        keepEntries: 9,
        ignoreInFeed: ['authors', 'updated'],
        exclude: [{ pattern: 'sponsored', in: ['link'] }],
      },
    ],
  });
});

test('config: nicks are unique in any case, and a made one gives way to a chosen one', () => {
  const feeds = [
    { url: 'https://a.example/1', name: 'Ada Lovelace!' },
    { url: 'https://a.example/2', nick: 'ada-lovelace' },
    { url: 'https://a.example/3', nick: 'no nic' },
    { url: 'https://a.example/4', nick: 'No Nic' },
    { url: 'https://www.a.example/5' },
    { url: 'https://a.example/6' },
    { url: 'https://a.example/7', name: '汐見 灯' },
    { url: 'https://a.example/8', name: '!!!' },
  ];
  assert.deepEqual(
    valueOf({ feeds }).feeds.map(({ nick }) => nick),
    [
      'ada-lovelace-2',
      'ada-lovelace',
      'no nic',
      'No Nic-2',
      'a.example',
      'a.example-2',
      '汐見-灯',
      'a.example-3',
    ],
  );
});

test('config: a list is named, and its feeds stand in its place once it is read', () => {
  const planet = {
    feeds: [
      'https://a.example/feed',
      { list: 'lists/friends.opml', tags: ['friends'], titleType: 'text', nick: 'not for all' },
      { list: 'https://b.example/' },
    ],
  };
  const friends = 'https://planet.example/p/lists/friends.opml';
  const named = [friends, 'https://b.example/'];
  assert.deepEqual(valueOf(planet), {
    ...defaults,
    lists: named,
    feeds: [
      { url: 'https://a.example/feed', nick: 'a.example' },
      { url: friends, name: 'friends.opml', nick: 'friends-opml', tags: ['friends'], titleType: 'text' },
      { url: 'https://b.example/', name: 'b.example', nick: 'b-example' },
    ],
  });
  const read = readConfig(
    planet,
    BASE,
    new Map([
      [
        friends,
        [
          { url: 'https://c.example/rss', name: 'Céline', link: 'https://c.example', tags: ['sea'] },
          { url: 'https://a.example/feed', name: 'twice' },
          { url: 'ftp://d.example/' },
          { url: 'https://e.example/rss', link: 'javascript:alert(1)' },
        ],
      ],
      [named[1], []],
    ]),
  );
  assert.deepEqual(read, {
    kind: 'ok',
    value: {
      ...defaults,
      lists: named,
      feeds: [
        { url: 'https://a.example/feed', nick: 'a.example' },
        {
          url: 'https://c.example/rss',
          name: 'Céline',
          nick: 'céline',
          link: 'https://c.example/',
          tags: ['friends', 'sea'],
          titleType: 'text',
        },
        { url: 'https://e.example/rss', nick: 'e.example', tags: ['friends'], titleType: 'text' },
      ],
    },
  });
});

test('config: a feed that is listed twice is taken once', () => {
  const feeds = ['https://a.example/feed', { url: 'https://A.example/feed', name: 'Again' }];
  assert.deepEqual(valueOf({ feeds }).feeds, [{ url: 'https://a.example/feed', nick: 'a.example' }]);
});

const feeds = ['https://a.example/'];
for (const [planet, key, detail] of /** @type {[unknown, string, string][]} */ ([
  [[], 'planet', 'planet is []; it must be an object'],
  [{}, 'feeds', 'feeds is missing; it must be a list of feeds, each {"url": "https://…"}'],
  [{ feeds: 'a' }, 'feeds', 'feeds is "a"; it must be a list'],
  [{ feeds: [{ url: 7 }] }, 'feeds[0].url', 'feeds[0].url is 7; it must be a text'],
  [{ feeds: [{}] }, 'feeds[0].url', 'feeds[0].url is missing; it must be the URL of a feed'],
  [
    { feeds: ['javascript:alert(1)'] },
    'feeds[0].url',
    'feeds[0].url is "javascript:alert(1)"; it must be an http or https URL',
  ],
  [{ feeds: ['http://'] }, 'feeds[0].url', 'feeds[0].url is "http://"; it must be an http or https URL'],
  [
    { feeds: [{ url: 'https://a.example/', list: 'x.opml' }] },
    'feeds[0].list',
    'feeds[0].list is "x.opml"; it must be left out beside a "url"',
  ],
  [{ feeds, title: 3 }, 'title', 'title is 3; it must be a text'],
  [{ feeds, pageSize: '20' }, 'pageSize', 'pageSize is "20"; it must be a whole number from 1 to 500'],
  [{ feeds, pageSize: 0 }, 'pageSize', 'pageSize is 0; it must be a whole number from 1 to 500'],
  [
    { feeds, order: 'newest' },
    'order',
    'order is "newest"; it must be one of "published", "updated", "received", "received_day"',
  ],
  [
    { feeds, timezone: 'Mars/Olympus' },
    'timezone',
    'timezone is "Mars/Olympus"; it must be "published", "viewer" or a name such as "America/Denver"',
  ],
  [
    { feeds, language: 'e n' },
    'language',
    'language is "e n"; it must be a language tag such as "en" or "pt-BR"',
  ],
  [
    { feeds, proxy: 'https://p.example/' },
    'proxy',
    'proxy is "https://p.example/"; it must be a URL that contains {url}, as "proxy/v1/feed?url={url}"',
  ],
  [{ feeds, proxy: ['/p/{url}', 4] }, 'proxy[1]', 'proxy[1] is 4; it must be a text'],
  [{ feeds, owner: 'me' }, 'owner', 'owner is "me"; it must be an object'],
  [
    { feeds, links: [{ url: 'mailto:a' }] },
    'links[0].url',
    'links[0].url is "mailto:a"; it must be an http or https URL',
  ],
  [
    { feeds, views: [{ name: 'x' }] },
    'views[0].query',
    'views[0].query is missing; it must be an address as "tag/cats/since/week"',
  ],
  ...['fern', 'planet gazette', 'light dark', 'system planet x'].map((theme) => [
    { feeds, theme },
    'theme',
    `theme is "${theme}"; it must be one of "system", "light", "dark", "planet", "plain", "gazette", "terminal", or two of them as "planet dark"`,
  ]),
  [
    { feeds, css: 'https://b.example/x.css' },
    'css',
    'css is "https://b.example/x.css"; it must be a style sheet on the planet’s own host, as "my-planet.css"',
  ],
  [{ feeds: [{ url: 'a', cors: 1 }] }, 'feeds[0].cors', 'feeds[0].cors is 1; it must be true or false'],
  [{ feeds: [{ url: 'a', tags: ['x', 2] }] }, 'feeds[0].tags[1]', 'feeds[0].tags[1] is 2; it must be a text'],
])) {
  test(`config: ${detail}`, () => assert.deepEqual(failureOf(planet), [key, detail]));
}

for (const [theme, worn] of /** @type {[string, object][]} */ ([
  ['planet', { theme: 'system', look: 'planet' }],
  ['dark', { theme: 'dark', look: undefined }],
  ['gazette light', { theme: 'light', look: 'gazette' }],
  ['system plain', { theme: 'system', look: 'plain' }],
])) {
  test(`config: the theme ${theme} is a look, colours or both`, () => {
    const read = readConfig({ feeds: [], theme, css: 'x.css' }, 'https://a.example/p/planet.json');
    assert.ok(read.kind === 'ok');
    const { look, css } = read.value;
    assert.deepEqual({ theme: read.value.theme, look, css }, { ...worn, css: 'https://a.example/p/x.css' });
  });
}
