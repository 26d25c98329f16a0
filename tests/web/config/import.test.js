import assert from 'node:assert/strict';
import { test } from 'node:test';
import { importPlanet } from '../../../web/config/import/import-planet.js';

/** @type {import('../../../web/config/import/import-planet.js').ImportEnv} */
const env = {
  readOpml: async () => ({ kind: 'failed', reason: 'not_asked' }),
  domParser: async () => {
    throw new Error('not asked');
  },
};
const read = (/** @type {string} */ text) => importPlanet(new TextEncoder().encode(text), {}, env);

/** @param {string} text */
async function imported(text) {
  const outcome = await read(text);
  if (outcome.kind === 'failed') assert.fail(outcome.detail);
  return outcome.value;
}

test('import: a config.ini of Venus, each key in its place or named', async () => {
  const { format, planet, notes } = await imported(`# Planet Quill
[Planet]
name = Planet Quill
link: https://planet.example/
owner_name = Ottoline Marsh
owner_email = otto@planet.example
items_per_page = 40
new_feed_items = 5
future_dates = ignore_entry
locale = de_DE.UTF-8
date_format = %B %d
filter = (?i)ferry|harbour
template_files = atom.xml.tmpl
  rss20.xml.tmpl
hue = teal

[DEFAULT]
title_type = text/html

[https://ada.example/feed.xml]
name = Ada Lovelace
face = ada.png
ignore_in_feed = updated xml:lang
exclude = sold out
irc = ada

[feed://bob.example/atom]
name = Bob
title_type = text
cache_keep_entries = 30
xml_base = entry_alternate

[https://lists.example/friends.opml]
content_type = opml

[index.html.tmpl]
date_format = %x
`);
  assert.equal(format, 'ini');
  assert.deepEqual(planet, {
    title: 'Planet Quill',
    link: 'https://planet.example/',
    language: 'de-DE',
    owner: { name: 'Ottoline Marsh', email: 'otto@planet.example' },
    pageSize: 40,
    newFeedItems: 5,
    futureDates: 'ignore_entry',
    include: { pattern: 'ferry|harbour', in: ['title', 'content', 'author', 'link'] },
    feeds: [
      {
        url: 'https://ada.example/feed.xml',
        name: 'Ada Lovelace',
        face: 'images/ada.png',
        titleType: 'html',
        ignoreInFeed: ['updated', 'xml:lang'],
        exclude: { pattern: 'sold out', in: ['title', 'content', 'author', 'link'] },
      },
      { url: 'http://bob.example/atom', name: 'Bob', titleType: 'text', keepEntries: 30 },
      { list: 'https://lists.example/friends.opml', titleType: 'html' },
    ],
  });
  assert.deepEqual(notes, [
    'date_format is left out: dates follow the language of the page.',
    'template_files is left out: templates are other ones.',
    'Pictures of faces are looked for in images/, beside planet.json.',
    'xml_base = entry_alternate of feed://bob.example/atom is left out: addresses resolve against the post’s link anyway.',
    '[index.html.tmpl] is no feed: a theme’s or a filter’s settings are not taken over.',
    'hue of Planet has no counterpart.',
    'irc of https://ada.example/feed.xml has no counterpart.',
  ]);
});

test('import: an ini of Pluto', async () => {
  const { planet, notes } = await imported(`title = Planet Ruby
link = https://planet.example/

[ada]
  title = Ada's weblog
  author = Ada Lovelace
  link = https://ada.example/
  feed = https://ada.example/feed
  excludes = sold | spam

[nobody]
  title = Nobody
`);
  assert.deepEqual(planet, {
    title: 'Planet Ruby',
    link: 'https://planet.example/',
    feeds: [
      {
        url: 'https://ada.example/feed',
        nick: 'ada',
        name: 'Ada Lovelace',
        link: 'https://ada.example/',
        exclude: { words: ['sold', 'spam'] },
      },
    ],
  });
  assert.deepEqual(notes, ['[nobody] names no feed.', 'title of ada has no counterpart.']);
});

test('import: addresses a line, with names before, behind and around them', async () => {
  const { format, planet, notes } = await imported(`# friends
https://a.example/feed
Ada Lovelace: https://ada.example/feed
- [Bob](https://bob.example/atom.xml)
https://c.example/rss, Crumb
what is this
`);
  assert.equal(format, 'list');
  assert.deepEqual(planet.feeds, [
    'https://a.example/feed',
    { url: 'https://ada.example/feed', name: 'Ada Lovelace' },
    { url: 'https://bob.example/atom.xml', name: 'Bob' },
    { url: 'https://c.example/rss', name: 'Crumb' },
  ]);
  assert.deepEqual(notes, ['Line 6 holds no address: what is this']);
});

test('import: a table whose first row names its columns', async () => {
  const { format, planet, notes } = await imported(
    'Author,Feed URL,Web site,Tags,Since\r\n"Lovelace, Ada",https://ada.example/feed,https://ada.example/,"code, ""engines""",1843\r\nBob,,,,\r\n',
  );
  assert.equal(format, 'CSV');
  assert.deepEqual(planet.feeds, [
    {
      url: 'https://ada.example/feed',
      name: 'Lovelace, Ada',
      link: 'https://ada.example/',
      tags: ['code', '"engines"'],
    },
  ]);
  assert.deepEqual(notes, ['The column Since has no counterpart.', 'Row 3 holds no address.']);
});

test("import: a dump of Feedjack's tables", async () => {
  const { format, planet, notes } = await imported(
    JSON.stringify([
      {
        model: 'feedjack.site',
        pk: 1,
        fields: {
          name: 'planet',
          title: 'Planet Quill',
          url: 'https://planet.example/',
          description: '',
          welcome: '<p>Hello</p>',
          greets: 'To all',
          posts_per_page: 25,
          order_posts_by: 2,
          template: 'fern',
          links: [7],
        },
      },
      { model: 'feedjack.link', pk: 7, fields: { name: 'Elsewhere', link: 'https://else.example/' } },
      {
        model: 'feedjack.feed',
        pk: 3,
        fields: { feed_url: 'https://ada.example/feed', name: "Ada's", is_active: true },
      },
      {
        model: 'feedjack.feed',
        pk: 4,
        fields: { feed_url: 'https://bob.example/feed', name: 'Bob', is_active: false },
      },
      {
        model: 'feedjack.subscriber',
        pk: 1,
        fields: { site: 1, feed: 3, name: 'Ada', shortname: 'ada', is_active: true },
      },
      {
        model: 'feedjack.subscriber',
        pk: 2,
        fields: { site: 1, feed: 4, name: '', shortname: 'nobody', is_active: true },
      },
      { model: 'feedjack.post', pk: 1, fields: {} },
    ]),
  );
  assert.equal(format, 'Feedjack');
  assert.deepEqual(planet, {
    title: 'Planet Quill',
    link: 'https://planet.example/',
    welcome: '<p>Hello</p>',
    pageSize: 25,
    order: 'received',
    links: [{ title: 'Elsewhere', url: 'https://else.example/' }],
    feeds: [{ url: 'https://ada.example/feed', name: 'Ada', nick: 'ada' }],
  });
  assert.deepEqual(notes, [
    'Bob is not active, and left out: https://bob.example/feed',
    '“Greetings” has no place of its own: put it into welcome.',
    'The theme fern is not taken over.',
    '1 posts are not taken over: the feeds bring those they still carry.',
  ]);
});

test('import: a list of JSON, a planet.json, and what is neither', async () => {
  assert.deepEqual((await imported('["https://a.example/feed"]')).planet, {
    feeds: ['https://a.example/feed'],
  });
  assert.deepEqual((await imported('{"title": "P", "feeds": []}')).planet, { title: 'P', feeds: [] });
  for (const [text, detail] of [
    ['{"a": 1}', 'is JSON, and no planet.json, list of feeds or dump of Feedjack'],
    ['', 'holds no address of a feed'],
    ['nothing here', 'holds no address of a feed'],
  ]) {
    const outcome = await read(text);
    assert.deepEqual(outcome.kind === 'failed' && outcome.detail, detail);
  }
});
