import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { namesOf } from '../../proxy/lists.js';
import { createNodeProxy } from '../../proxy/node.js';
import { feedRequest, startOrigin, verdictOf } from './support/origin.js';
import { hour, ok, setUp } from './support/world.js';

const bytes = (/** @type {string} */ text) => new TextEncoder().encode(text);
const base = 'https://planet.example/dir/planet.json';

/** @type {[string, string, { feeds: string[], lists: string[] } | null][]} */
const documents = [
  [
    'a planet.json',
    '{"feeds": ["https://a.example/", {"url": "b.xml", "name": "B"}, {"list": "blogroll.opml"}, 7, null, {"name": "C"}]}',
    {
      feeds: ['https://a.example/', 'https://planet.example/dir/b.xml'],
      lists: ['https://planet.example/dir/blogroll.opml'],
    },
  ],
  [
    'an OPML',
    `<?xml version="1.0"?><opml version="2.0"><head><title><![CDATA[<outline xmlUrl="no">]]></title></head><body>
     <!-- <outline xmlUrl="https://no.example/"/> -->
     <outline text="Group"><outline type="rss" xmlUrl="https://a.example/?x=1&amp;y=2"/></outline>
     <outline xmlURL=' https://b.example/ '/><outline type="include" url="more.opml"/><outline text="none"/></body></opml>`,
    {
      feeds: ['https://a.example/?x=1&y=2', 'https://b.example/'],
      lists: ['https://planet.example/dir/more.opml'],
    },
  ],
  ['a page', '<!doctype html><outline xmlUrl="https://a.example/">', null],
  ['other JSON', '{"feeds": "https://a.example/"}', null],
  ['broken JSON', '{"feeds": [', null],
  ['nothing', '', null],
];

for (const [name, text, expected] of documents) {
  test(`lists: what ${name} names`, () => {
    assert.deepEqual(namesOf(bytes(text), '', base), expected);
  });
}

const list = 'https://planet.example/planet.json';
const planet = (/** @type {unknown[]} */ ...feeds) =>
  ok({ 'content-type': 'application/json' }, JSON.stringify({ feeds }));

test('lists: the feeds of a planet.json elsewhere may be fetched, nothing else, and changes count within minutes', async () => {
  /** @type {Response[]} */
  const editions = [
    planet('https://a.example/', { url: 'https://b.example/' }),
    planet('https://b.example/', 'https://c.example/'),
  ];
  const world = setUp((url) => (url === list ? /** @type {Response} */ (editions.shift()) : ok()), {
    feeds: list,
  });
  const statuses = async () => {
    const seen = [];
    for (const host of ['a', 'b', 'c', 'planet'])
      seen.push((await world.ask(`https://${host}.example/`)).status);
    await Promise.all(world.jobs);
    return seen.join(' ');
  };
  assert.equal(await statuses(), '200 200 403 403');
  world.now += 299_000;
  assert.equal(await statuses(), '200 200 403 403');
  world.now += 1000;
  await statuses(); // the one that notices is answered by what is known
  assert.equal(await statuses(), '403 200 200 403');
  assert.equal(world.sent.filter(({ url }) => url === list).length, 2);
});

test('lists: a list that is down stays what it was; one that never was is no reason to refuse', async () => {
  let up = false;
  const world = setUp(
    (url) =>
      url !== list || up
        ? url === list
          ? planet('https://a.example/')
          : ok()
        : new Response('', { status: 500 }),
    {
      feeds: [list, { list, minIntervalS: 60 }],
    },
  );
  const early = await world.ask('https://a.example/');
  assert.deepEqual([early.headers.get('retry-after'), ...(await verdictOf(early))], ['10', 503, 'busy']);
  up = true;
  world.now += 3 * hour;
  assert.equal((await world.ask('https://a.example/')).status, 200);
  up = false;
  world.now += 24 * hour;
  await world.ask('https://a.example/');
  await Promise.all(world.jobs);
  assert.equal((await world.ask('https://a.example/')).status, 200);
  assert.equal((await world.ask('https://b.example/')).status, 403);
  assert.ok(world.logged.some(({ event, outcome }) => event === 'list' && outcome === 'upstream-status'));
});

test('lists: a list may name lists, not in circles, and not on this machine', async () => {
  /** @type {Record<string, () => Response>} */
  const there = {
    [list]: () =>
      planet({ list: 'a.opml' }, { list: 'file:///etc/passwd' }, { list: 'http://127.0.0.1/' }, { list }),
    'https://planet.example/a.opml': () => ok({}, '<opml><outline xmlUrl="https://a.example/"/></opml>'),
  };
  const world = setUp((url) => there[url]?.() ?? ok(), { feeds: list });
  assert.deepEqual(
    [
      (await world.ask('https://a.example/')).status,
      (await world.ask('https://planet.example/a.opml')).status,
    ],
    [200, 200],
  );
  assert.deepEqual(
    new Set(world.sent.map(({ url }) => new URL(url).hostname)),
    new Set(['planet.example', 'a.example']),
  );
  assert.ok(world.sent.length < 8);
});

test('lists: a planet.json is a list for the proxy and no feed for readers', async () => {
  const world = setUp(() => planet(list), { feeds: list });
  assert.deepEqual(await verdictOf(await world.ask(list)), [502, 'not-a-feed']);
});

test('lists: a file is read anew when it has changed, and where there are no files it cannot be named', async (t) => {
  const dir = mkdtempSync(join(tmpdir(), 'proxy-list-'));
  t.after(() => rmSync(dir, { recursive: true }));
  const file = join(dir, 'planet.json');
  const origin = await startOrigin(t);
  writeFileSync(file, JSON.stringify({ feeds: [{ list: 'more.opml' }] }));
  writeFileSync(join(dir, 'more.opml'), `<opml><outline xmlUrl="${origin.url}/a"/></opml>`);
  let now = Date.now();
  const feeds = pathToFileURL(file).href;
  const proxy = createNodeProxy({ feeds, allowPrivate: true }, { now: () => now });
  t.after(() => proxy.close());
  const status = async (/** @type {string} */ path) =>
    (await proxy.fetch(feedRequest(origin.url + path))).status;
  assert.deepEqual([await status('/a'), await status('/b')], [200, 403]);
  writeFileSync(file, JSON.stringify({ feeds: [`${origin.url}/b`] }));
  now += 1000;
  while ((await status('/b')) !== 200) await new Promise((resolve) => setImmediate(resolve));
  assert.equal(await status('/a'), 403);
  assert.throws(() => setUp(() => ok(), { feeds }), /feeds names a file, and there are none here/);
});
