// Outputs: a planet in the core, documents out, and read back by the parser.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { loadCore } from '../../../web/core/core.js';
import { MEDIA_TYPES, emit } from '../../../web/core/emit.js';
import { parseFeed } from '../../../web/core/parse-feed.js';
import { loadParser } from '../../../web/core/parser.js';

/** @import { Format } from '../../../web/core/emit.js' */

const file = (/** @type {string} */ name) =>
  new Uint8Array(readFileSync(new URL(`../../../dist/${name}`, import.meta.url)));
const bytes = (/** @type {string} */ text) => new TextEncoder().encode(text);
const now = 1_700_000_000;
const about = {
  title: 'Planet Example',
  link: 'https://planet.example/',
  self: 'https://planet.example/output',
  owner: { name: 'Ada', email: 'ada@planet.example' },
};

async function twoFeeds() {
  const core = await loadCore(file('planetarium.wasm'), () => file('planetarium-parser.wasm'));
  const planet = core.newPlanet({
    feeds: [
      {
        nick: 'ada',
        url: 'https://ada.example/feed',
        name: 'Ada Example',
        face: 'https://planet.example/ada.png',
      },
      { nick: 'ben', url: 'https://ben.example/feed.json' },
      { nick: 'cy', url: 'https://cy.example/feed' },
    ],
  });
  await planet.addFeed(
    bytes(`<rss version="2.0"><channel><title>Ada's weblog</title><link>https://ada.example/</link>
      <item><title>Tides</title><link>https://ada.example/1</link><category>Sea</category><author>ada@ada.example (Ada)</author>
      <pubDate>Sat, 21 Jun 2008 23:30:00 -0600</pubDate><description>&lt;p&gt;Salt ]]&gt; &amp;amp; mud&lt;/p&gt;</description></item>
      </channel></rss>`),
    { feed: 'ada', now },
  );
  await planet.addFeed(
    bytes(
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'Ben',
        authors: [{ name: 'Ben' }],
        items: [
          { id: 'https://ben.example/2', content_text: 'a < b', date_published: '2008-06-20T10:00:00Z' },
        ],
      }),
    ),
    { feed: 'ben', now },
  );
  return { core, planet };
}

test('emit: every format of feeds is read back as what the view says', async () => {
  const { core, planet } = await twoFeeds();
  const parser = await loadParser(file('planetarium-parser.wasm'));
  for (const format of /** @type {Format[]} */ (['atom', 'rss', 'rss10', 'json'])) {
    const document = await emit(core, planet, format, { now }, about);
    assert.equal(document.kind, 'ok');
    const parsed = parseFeed(parser, bytes(document.kind === 'ok' ? document.value : ''), {
      url: about.self,
    });
    assert.equal(parsed.kind, 'ok');
    const feed = parsed.kind === 'ok' && parsed.value;
    assert.deepEqual([format, feed.wellFormed, feed.title.value], [format, true, 'Planet Example']);
    assert.deepEqual(
      feed.entries.map((/** @type {any} */ entry) => entry.authors[0].name),
      ['Ada', 'Ben'],
    );
    const text = feed.entries[0].content?.[0] ?? feed.entries[0].summary;
    assert.deepEqual([text.type, text.value], ['html', '<p>Salt ]]> &amp; mud</p>']);
  }
  planet.delete();
});

test('emit: a view of a tag is a document of that tag, and titles are as asked', async () => {
  const { core, planet } = await twoFeeds();
  const rss = await emit(core, planet, 'rss', { now, tag: 'sea' }, about);
  const titles = (/** @type {any} */ document) =>
    [...document.value.matchAll(/<title>(.*?)<\/title>/g)].map((match) => match[1]);
  assert.deepEqual(titles(rss), ['Planet Example', 'Ada Example: Tides']);
  const plain = await emit(core, planet, 'rss', { now, tag: 'sea' }, { ...about, titles: 'plain' });
  assert.deepEqual(titles(plain), ['Planet Example', 'Tides']);
  planet.delete();
});

test('emit: OPML and FOAF list the feeds of a view', async () => {
  const { core, planet } = await twoFeeds();
  /** @param {Format} format @param {object} query */
  const addresses = async (format, query) => {
    const document = await emit(core, planet, format, { now, ...query }, about);
    assert.equal(document.kind, 'ok');
    const found = /(?:xmlUrl|rss:channel rdf:about)="https:\/\/(\w+)/g;
    return [...(document.kind === 'ok' ? document.value : '').matchAll(found)].map((match) => match[1]);
  };
  for (const format of /** @type {Format[]} */ (['opml', 'foaf'])) {
    assert.deepEqual(await addresses(format, {}), ['ada', 'ben', 'cy']);
    assert.deepEqual(await addresses(format, { page: 2, size: 1, asc: true }), ['ada', 'ben', 'cy']);
    assert.deepEqual(await addresses(format, { tag: 'Sea' }), ['ada']);
    assert.deepEqual(await addresses(format, { feed: 'cy' }), ['cy']);
    assert.deepEqual(await addresses(format, { author: 'ben' }), ['ben']);
    assert.deepEqual(await addresses(format, { tag: 'nothing' }), []);
  }
  const parser = await loadParser(file('planetarium-parser.wasm'));
  const opml = await emit(core, planet, 'opml', { now }, about);
  const list = parser.readOpml(bytes(opml.kind === 'ok' ? opml.value : ''));
  assert.deepEqual(
    list.kind === 'ok' && [list.value.title, list.value.owner, list.value.feeds[0]],
    [
      'Planet Example',
      { name: 'Ada', email: 'ada@planet.example' },
      {
        url: 'https://ada.example/feed',
        name: 'Ada Example',
        link: 'https://ada.example/',
        version: undefined,
      },
    ].map((one) => JSON.parse(JSON.stringify(one))),
  );
  planet.delete();
});

test('emit: what is wrong is a failure that names it', async () => {
  const { core, planet } = await twoFeeds();
  const cases = /** @type {[Format, object, object, string][]} */ ([
    ['atom', {}, { link: 'page.html' }, '"link" is "page.html", not an absolute address'],
    ['atom', {}, { titles: 'short' }, '"titles" is "short"; it may be plain, name'],
    ['atom', {}, { language: 'en us' }, '"language" is "en us", no tag of a language'],
    ['atom', { feed: 'nobody' }, {}, 'nobody'],
    ['opml', { feed: 'nobody' }, {}, 'nobody'],
  ]);
  for (const [format, query, wrong, detail] of cases) {
    const outcome = await emit(
      core,
      planet,
      format,
      { now, ...query },
      /** @type {any} */ ({ ...about, ...wrong }),
    );
    assert.equal(outcome.kind === 'failed' && outcome.detail, detail);
  }
  planet.delete();
});

test('emit: without the second module it fails with the reason', async () => {
  const planet = (await loadCore(file('planetarium.wasm'))).newPlanet({ feeds: [] });
  const core = await loadCore(file('planetarium.wasm'));
  assert.deepEqual(await emit(core, planet, 'atom', { now }, about), {
    kind: 'failed',
    reason: 'needs_parser',
  });
});

test('emit: every format has a media type', () => {
  assert.deepEqual(Object.keys(MEDIA_TYPES), ['atom', 'rss', 'rss10', 'json', 'opml', 'foaf']);
});
