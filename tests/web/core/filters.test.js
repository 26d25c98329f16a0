// Filters, patterns and search through the real module: what JavaScript adds to what the core does.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { readConfig } from '../../../web/config/planet-config.js';
import { loadCore } from '../../../web/core/core.js';

/** @import { PlanetConfig } from '../../../web/core/config-lines.js' */

const core = await loadCore(
  new Uint8Array(readFileSync(new URL('../../../dist/planetarium.wasm', import.meta.url))),
);
const FEED = new TextEncoder().encode(`<rss version="2.0"><channel><title>Ada</title>
  <item><guid>urn:a</guid><title>Release 2.0</title><description>Café &lt;b&gt;news&lt;/b&gt;</description></item>
  <item><guid>urn:b</guid><title>Release 3</title><category>Money</category><link>https://ada.example/sponsored/b</link></item>
  <item><guid>urn:c</guid><title>Diary</title><author>bot@ada.example (Bot)</author></item></channel></rss>`);
const NOW = 1_700_000_000;

/** @param {object} settings @param {object} [ofFeed] */
async function planetOf(settings, ofFeed) {
  const read = readConfig(
    { ...settings, feeds: [{ nick: 'ada', url: 'https://ada.example/feed', ...ofFeed }] },
    'https://planet.example/planet.json',
  );
  assert.equal(read.kind, 'ok', JSON.stringify(read));
  const planet = core.newPlanet(/** @type {PlanetConfig} */ (read.value));
  await planet.addFeed(FEED, { feed: 'ada', receivedAt: NOW });
  return planet;
}

/** @param {Awaited<ReturnType<typeof planetOf>>} planet @param {object} [query] */
function shown(planet, query) {
  const view = planet.query({ now: NOW, ...query });
  assert.equal(view.kind, 'ok', JSON.stringify(view));
  return view.value.entries.map(({ id }) => id);
}

test('filters: categories, words and patterns of a planet.json decide what is shown', async () => {
  const rows = [
    [{ include: { words: ['release'] } }, ['urn:a', 'urn:b']],
    [{ include: { pattern: '^release \\d+\\.\\d' } }, ['urn:a']],
    [{ exclude: [{ categories: ['MONEY'] }, { pattern: 'bot', in: ['author'] }] }, ['urn:a']],
    [{ exclude: { pattern: '/sponsored/', in: ['link'] } }, ['urn:a', 'urn:c']],
    [{ include: { words: ['cafe'], pattern: 'news', match: 'all' } }, ['urn:a']],
    // nowhere named: where readers look
    [{ include: { words: ['release'], pattern: '3', match: 'all', in: [] } }, ['urn:b']],
    [{ hide: ['urn:c', 'https://ada.example/sponsored/b'] }, ['urn:a']],
  ];
  for (const [settings, ids] of rows) {
    const planet = await planetOf(settings);
    assert.deepEqual(shown(planet), ids, JSON.stringify(settings));
    planet.delete();
  }
  const ofFeed = await planetOf({}, { include: { pattern: 'DIARY' }, ignoreInFeed: ['authors'] });
  const view = ofFeed.query({ now: NOW });
  assert.deepEqual(view.kind === 'ok' && view.value.entries.map(({ id, authors }) => [id, authors]), [
    ['urn:c', undefined],
  ]);
});

test('filters: what they hide is counted, and listed with the reason', async () => {
  const planet = await planetOf({ exclude: { pattern: 'release' } });
  const view = planet.query({ now: NOW });
  assert.deepEqual(view.kind === 'ok' && [view.value.total, view.value.hidden], [1, 2]);
  const hidden = planet.query({ now: NOW, hidden: true });
  assert.deepEqual(hidden.kind === 'ok' && hidden.value.entries.map((entry) => [entry.id, entry.hidden]), [
    ['urn:a', 'exclude'],
    ['urn:b', 'exclude'],
  ]);
});

test('filters: another config asks the patterns anew', async () => {
  const planet = await planetOf({ include: { pattern: 'diary' } });
  const configured = planet.configure({
    feeds: [{ nick: 'ada', url: 'https://ada.example/feed' }],
    include: [{ pattern: 'release 3', in: ['title'] }],
  });
  assert.equal(configured.kind, 'ok');
  assert.deepEqual(shown(planet), ['urn:b']);
});

test('filters: a config that cannot be used names the key, what stands there and what could', () => {
  const rows = [
    [{ include: { pattern: '(' } }, 'include.pattern', /a regular expression of JavaScript/],
    [{ exclude: [{ words: ['x'] }, {}] }, 'exclude[1]', /categories, words or a pattern/],
    [{ include: { words: [1] } }, 'include.words[0]', /a text/],
    [{ include: { words: ['x'], in: ['body'] } }, 'include.in[0]', /"title", "content", "author", "link"/],
    [{ include: { words: ['x'], match: 'some' } }, 'include.match', /"any", "all"/],
    [{ newFeedItems: 0 }, 'newFeedItems', /a whole number from 1/],
  ];
  for (const [settings, key, says] of /** @type {[object, string, RegExp][]} */ (rows)) {
    const read = readConfig({ ...settings, feeds: [] }, 'https://planet.example/');
    assert.equal(read.kind, 'failed');
    assert.equal(read.key, key);
    assert.match(read.detail, says);
  }
});

test('search: through the module, prepared in slices or not, with hits', async () => {
  const planet = await planetOf({});
  let rests = 0;
  await planet.prepareSearch(
    NOW,
    async () => {
      rests++;
    },
    0,
  );
  assert.equal(rests, 0); // three posts are less than a slice
  const stats = planet.stats();
  assert.ok(stats.kind === 'ok' && stats.value.searchBytes > 0);
  const view = planet.query({ now: NOW, search: 'CAFE' });
  assert.deepEqual(view.kind === 'ok' && view.value.entries.map(({ id, found }) => [id, found]), [
    ['urn:a', { text: 'Café news', hits: [[0, 4]] }],
  ]);
  planet.dropSearch();
  const dropped = planet.stats();
  assert.equal(dropped.kind === 'ok' && dropped.value.searchBytes, 0);
  assert.deepEqual(shown(planet, { search: 'release -"release 3"' }), ['urn:a']);
});

test('filters: posts whose bodies are lost are judged by what is left of them', async () => {
  const items = Array.from(
    { length: 60 },
    (_, i) =>
      `<item><guid>urn:${i}</guid><title>Post ${i}</title><description>${'x'.repeat(99)}</description></item>`,
  );
  const feeds = [{ nick: 'ada', url: 'https://ada.example/feed' }];
  const bytes = new TextEncoder().encode(
    `<rss version="2.0"><channel><title>Ada</title>${items.join('')}</channel></rss>`,
  );
  const config = { feeds, exclude: [{ pattern: 'post 5\\d|y' }] };
  const planet = core.newPlanet(config);
  await planet.addFeed(bytes, { feed: 'ada', receivedAt: NOW });
  const saved = planet.save({ now: NOW });
  if (saved.kind === 'failed') assert.fail(saved.detail);
  const loaded = core.newPlanet(config);
  loaded.load(saved.value.head);
  const [name] = saved.value.names;
  assert.equal(loaded.loadSegment(name).kind, 'failed');
  const view = loaded.query({ now: NOW, hidden: true });
  assert.deepEqual(view.kind === 'ok' && [view.value.total, view.value.entries[0].hidden], [10, 'exclude']);
  planet.delete();
  loaded.delete();
});
