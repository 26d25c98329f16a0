// A planet out as a JSON Feed, and into another one.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { readConfig } from '../../../web/config/planet-config.js';
import { loadCore } from '../../../web/core/core.js';
import { exportPlanet } from '../../../web/core/export-planet.js';
import { importPlanet } from '../../../web/core/import-planet.js';

/** @import { PlanetConfig } from '../../../web/core/config-lines.js' */
/** @import { Planet } from '../../../web/core/core.js' */

const file = (/** @type {string} */ name) =>
  new Uint8Array(readFileSync(new URL(`../../../dist/${name}`, import.meta.url)));
const core = await loadCore(file('planetarium.wasm'), () => file('planetarium-parser.wasm'));
const bytes = (/** @type {string} */ text) => new TextEncoder().encode(text);
const day = (/** @type {string} */ date) => Date.parse(`${date}T12:00:00Z`) / 1000;
const now = day('2008-07-01');
const about = { title: 'Planet Example', link: 'https://planet.example/' };

/** @param {object} [settings] @param {string[]} [names] */
function configOf(settings, names = ['ada', 'ben', 'cy']) {
  const read = readConfig(
    {
      ...settings,
      feeds: names.map((name) => ({
        nick: name,
        name: name.toUpperCase(),
        url: `https://${name}.example/feed`,
        ...(name === 'ben' && { tags: ['page'] }),
      })),
    },
    'https://planet.example/planet.json',
  );
  return /** @type {PlanetConfig} */ (read.kind === 'ok' ? read.value : assert.fail(read.detail));
}

const ADA = (/** @type {string} */ items) =>
  bytes(
    `<rss version="2.0"><channel><title>Ada's weblog</title><link>https://ada.example/</link>${items}</channel></rss>`,
  );
const TIDES = `<item><title>Tides &amp; mud</title><guid isPermaLink="false">17</guid><link>https://ada.example/1</link>
  <category>Sea, Salt</category><pubDate>Sat, 21 Jun 2008 23:30:00 -0600</pubDate>
  <description>&lt;p&gt;Salt &amp;amp; mud&lt;/p&gt;</description></item>`;
const NEWS = `<item><title>News</title><link>https://ada.example/2</link><pubDate>Sun, 22 Jun 2008 10:00:00 GMT</pubDate>
  <description>&lt;p&gt;Sponsored&lt;/p&gt;</description></item>`;
const UNDATED = `<item><title>When?</title><description>Nobody knows</description></item>`;
const SHARED = (/** @type {string} */ text) =>
  `<entry><id>urn:shared</id><title>Shared</title><link href="https://cy.example/s"/>
    <updated>2008-06-20T10:00:00Z</updated><content type="html">&lt;a href="x"&gt;${text}&lt;/a&gt;</content></entry>`;
const ATOM = (/** @type {string} */ name, /** @type {string} */ entries) =>
  bytes(
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://${name}.example/base/"><title>${name}</title>
      <author><name>${name}</name></author><link href="https://${name}.example/"/>${entries}</feed>`,
  );

/** Of three feeds, over a month: posts edited, taken back, undated, without ids, hidden, shared. @param {PlanetConfig} config */
async function livedPlanet(config) {
  const planet = core.newPlanet(config);
  /** @param {string} feed @param {Uint8Array} document @param {string} date */
  const add = async (feed, document, date) => {
    const added = await planet.addFeed(document, { feed, receivedAt: day(date), now: day(date) });
    assert.equal(added.kind, 'ok', JSON.stringify(added));
  };
  await add('ada', ADA(UNDATED + TIDES.replace('Salt &amp;amp;', 'Water and')), '2008-06-22');
  await add('ada', ADA(NEWS + TIDES), '2008-06-23');
  await add('cy', ATOM('cy', SHARED('original')), '2008-06-24');
  await add('ben', ATOM('ben', SHARED('copy')), '2008-06-25');
  planet.setFeedState('cy', { kind: 'ok' });
  return planet;
}

/** @param {Planet} planet @param {object} [query] */
function shown(planet, query) {
  const view = planet.query({ now, size: 100, ...query });
  if (view.kind === 'failed') assert.fail(view.detail);
  return { entries: view.value.entries, days: view.value.days, cloud: view.value.cloud };
}

/** @param {Planet} planet @param {PlanetConfig} config */
async function exported(planet, config) {
  const written = await exportPlanet(core, planet, { config, about, now });
  return written.kind === 'ok' ? written.value : assert.fail(JSON.stringify(written));
}

/** @param {Planet} planet @param {string} text */
async function imported(planet, text) {
  const read = await importPlanet(planet, text, { now });
  return read.kind === 'ok' ? read.value : assert.fail(JSON.stringify(read));
}

const settings = { exclude: { words: ['sponsored'] }, hide: [] };

test('export: a planet that reads what another wrote shows what that one showed', async () => {
  const config = configOf(settings);
  const planet = await livedPlanet(config);
  const text = await exported(planet, config);
  const other = core.newPlanet(config);
  assert.deepEqual(await imported(other, text), { added: 5, updated: 0, items: 5, unknown: [], nameless: 0 });
  for (const query of [{}, { order: 'received' }, { hidden: true }, { feed: 'ben' }, { search: 'mud' }])
    assert.deepEqual(shown(other, query), shown(planet, query), JSON.stringify(query));
  assert.equal(await exported(other, config), text);

  // And again: it holds all of that.
  assert.deepEqual(await imported(other, text), { added: 0, updated: 0, items: 5, unknown: [], nameless: 0 });
  assert.deepEqual(shown(other), shown(planet));
  planet.delete();
  other.delete();
});

test('export: is a JSON Feed whose items say where they come from, and nothing of the page', async () => {
  const config = configOf(settings);
  const planet = await livedPlanet(config);
  const feed = JSON.parse(await exported(planet, config));
  assert.deepEqual(
    [feed.version, feed.title, feed.home_page_url],
    ['https://jsonfeed.org/version/1.1', 'Planet Example', 'https://planet.example/'],
  );
  assert.deepEqual(feed._planetarium.feeds[0], {
    url: 'https://ada.example/feed',
    nick: 'ada',
    name: "Ada's weblog",
    title: "Ada's weblog",
    link: 'https://ada.example/',
  });
  const past = Object.fromEntries(
    feed.items.map((/** @type {any} */ item) => [item.title, item._planetarium]),
  );
  const ada = 'https://ada.example/feed';
  assert.deepEqual(past['When?'], {
    feed: ada,
    received: '2008-06-22T12:00:00Z',
    made: ['id', 'date_published', 'date_modified', 'authors'],
    base: 'https://ada.example/',
  });
  assert.deepEqual(past['Tides & mud'], {
    feed: ada,
    received: '2008-06-22T12:00:00Z',
    id: '17',
    made: ['authors'],
    edited: true,
  });
  assert.equal(past.News.hidden, 'exclude');
  assert.deepEqual(
    feed.items.map((/** @type {any} */ { title, tags, _planetarium: { feed: from } }) => [title, tags, from]),
    [
      ['Tides & mud', ['Sea', 'Salt'], ada],
      ['When?', undefined, ada],
      ['News', undefined, ada],
      ['Shared', undefined, 'https://cy.example/feed'],
      ['Shared', undefined, 'https://ben.example/feed'],
    ],
  );
  planet.delete();
});

test('export: what a planet has newer stays, and what was received earlier elsewhere was received then', async () => {
  const config = configOf();
  const text = await exported(await livedPlanet(config), config);
  const planet = core.newPlanet(config);
  const renewed = SHARED('renewed').replace('2008-06-20', '2008-06-30');
  const fresh = '<entry><id>urn:new</id><title>New</title><updated>2008-06-29T10:00:00Z</updated></entry>';
  await planet.addFeed(ATOM('cy', renewed + fresh), { feed: 'cy', receivedAt: day('2008-06-30'), now });
  const { added, updated } = await imported(planet, text);
  assert.deepEqual([added, updated], [4, 0]);
  const { entries } = shown(planet, { feed: 'cy', order: 'received' });
  assert.deepEqual(
    entries.map((entry) => [entry.title?.value, entry.content?.value, entry.date, entry.deleted]),
    [
      ['New', undefined, '2008-06-30T12:00:00Z', undefined],
      ['Shared', '<a href="x">renewed</a>', '2008-06-24T12:00:00Z', undefined],
    ],
  );
  // The feed itself has not changed by it: its next answer finds what it knows.
  const again = await planet.addFeed(ATOM('cy', renewed + fresh), { feed: 'cy', receivedAt: now, now });
  assert.deepEqual(again.kind === 'ok' && [again.value.added, again.value.updated], [0, 0]);
  const live = await planet.addFeed(ADA(NEWS + TIDES), { feed: 'ada', receivedAt: now, now });
  assert.deepEqual(live.kind === 'ok' && live.value.added, 0);
});

test('export: items of feeds that the planet does not know are left out and named', async () => {
  const config = configOf();
  const text = await exported(await livedPlanet(config), config);
  const planet = core.newPlanet(configOf({}, ['ada']));
  assert.deepEqual(await imported(planet, text), {
    added: 3,
    updated: 0,
    items: 3,
    unknown: [
      { url: 'https://cy.example/feed', name: 'cy', items: 1 },
      { url: 'https://ben.example/feed', name: 'ben', items: 1 },
    ],
    nameless: 0,
  });
});

test('export: more entries than a page of it are all there, with the bodies of every segment', async () => {
  const config = configOf({ keepEntries: 5000 }, ['ada']);
  const planet = core.newPlanet(config);
  const items = Array.from(
    { length: 2100 },
    (_, i) => `<item><guid>urn:${i}</guid><description>${i} ${'x'.repeat(60)}</description></item>`,
  );
  await planet.addFeed(ADA(items.join('')), { feed: 'ada', receivedAt: now, now });
  const text = await exported(planet, config);
  const other = core.newPlanet(config);
  assert.equal((await imported(other, text)).added, 2100);
  assert.deepEqual(shown(other, { page: 21 }), shown(planet, { page: 21 }));

  const saved = planet.save({ now });
  if (saved.kind === 'failed') assert.fail(saved.detail);
  const waiting = core.newPlanet(config);
  waiting.load(saved.value.head);
  const early = await exportPlanet(core, waiting, { config, about, now });
  const { names } = saved.value;
  assert.ok(names.length > 0);
  assert.deepEqual(early, { kind: 'failed', reason: 'missing_segments', detail: names.join(' ') });
});

test('import: any file is answered for', async () => {
  const planet = core.newPlanet(configOf());
  const url = 'https://ada.example/feed';
  for (const text of ['', 'null', '[]', '{"items": 3}', '<rss/>']) {
    const failed = await importPlanet(planet, text, { now });
    assert.deepEqual(failed, { kind: 'failed', reason: 'not_a_feed', detail: 'no "items"' }, text);
  }
  const odd = {
    _planetarium: { feeds: [3, { url: 4 }, { url, title: ['x'] }] },
    items: [
      null,
      3,
      { id: 'nowhere' },
      { id: 1, title: 5, _source: { feed_url: url } },
      {
        id: 'a',
        content_text: 'a',
        _planetarium: { feed: url, received: '9999-12-31T00:00:00Z', made: 'id' },
      },
      {
        id: 'b',
        content_text: 'b',
        _planetarium: { feed: url, received: 12, made: [7], base: {}, edited: 'yes' },
      },
      { id: 'c', _planetarium: { feed: 'https://other.example/' } },
    ],
  };
  assert.deepEqual(await imported(planet, JSON.stringify(odd)), {
    added: 3,
    updated: 0,
    items: 3,
    unknown: [{ url: 'https://other.example/', items: 1 }],
    nameless: 1,
  });
  assert.deepEqual(
    shown(planet, { order: 'received' }).entries.map(({ date }) => date),
    Array(3).fill('2008-07-01T12:00:00Z'),
  );
});
