// The loader: real modules from dist/, documents in, outcomes out.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { CoreCrash, loadCore } from '../../../web/core/core.js';
import { Module, toLines } from '../../../web/core/module.js';
import { parseFeed } from '../../../web/core/parse-feed.js';
import { loadParser } from '../../../web/core/parser.js';

const file = (/** @type {string} */ name) =>
  new Uint8Array(readFileSync(new URL(`../../../dist/${name}`, import.meta.url)));
const planetModule = file('planetarium.wasm');
const parserModule = file('planetarium-parser.wasm');
const bytes = (/** @type {string} */ text) => new TextEncoder().encode(text);
const rss = (/** @type {string} */ items) =>
  bytes(`<rss version="2.0"><channel><title>Ada</title>${items}</channel></rss>`);

const config = { feeds: [{ nick: 'ada', url: 'https://ada.example/feed' }] };
const about = { feed: 'ada', receivedAt: 1_700_000_000, now: 1_700_000_000 };

test('core: a feed goes in, a view comes out', async () => {
  const planet = (await loadCore(planetModule)).newPlanet(config);
  const added = await planet.addFeed(rss('<item><title>Über &amp; "quoted"</title></item>'), about);
  assert.deepEqual(added, {
    kind: 'ok',
    value: { feed: 'ada', format: 'rss', added: 1, updated: 0, deleted: 0, held: 1 },
  });
  const view = planet.query({ now: about.now });
  assert.equal(view.kind, 'ok');
  assert.equal(view.kind === 'ok' && view.value.entries[0].title?.value, 'Über & "quoted"');
  planet.delete();
});

test('core: what a planet holds is saved, and another planet answers the same from it', async () => {
  const core = await loadCore(planetModule);
  const query = { now: about.now, size: 100 };
  const planet = core.newPlanet(config);
  const body = '<p>äöü</p>'.repeat(200);
  const items = Array.from(
    { length: 100 },
    (_, i) => `<item><guid>urn:${i}</guid><description><![CDATA[${i}${body}]]></description></item>`,
  );
  await planet.addFeed(rss(items.join('')), about);
  planet.setFeedState('ada', { kind: 'ok', memo: '{"etag": "x"}' });
  const before = planet.query(query);
  const saved = planet.save({ now: about.now });
  if (saved.kind === 'failed') assert.fail(saved.detail);
  const { head, names, segments } = saved.value;
  assert.deepEqual([...segments.keys()], names);
  assert.deepEqual(planet.query(query), before);
  const again = planet.save({ now: about.now, stored: [...names, 'other'] });
  assert.deepEqual(again, { kind: 'ok', value: { head, names, segments: new Map(), obsolete: ['other'] } });
  planet.delete();

  const loaded = (await loadCore(planetModule)).newPlanet(config);
  assert.deepEqual(loaded.load(head), {
    kind: 'ok',
    value: { entries: 100, feeds: [{ feed: 'ada', held: 100, memo: '{"etag": "x"}' }], segments: names },
  });
  const early = loaded.query(query);
  assert.deepEqual(early.kind === 'ok' && early.value.missing, names);
  assert.deepEqual(
    early.kind === 'ok' && early.value.entries.map(({ content }) => content?.missing ?? false),
    [...Array(40).fill(false), ...Array(60).fill(true)],
  );
  for (const name of names) assert.equal(loaded.loadSegment(name, segments.get(name)).kind, 'ok');
  assert.deepEqual(loaded.query(query), before);
  const damaged = (await loadCore(planetModule)).newPlanet(config);
  assert.deepEqual(damaged.load(head.subarray(1)), {
    kind: 'failed',
    reason: 'damaged_archive',
    detail: "the archive's head: it does not begin as one",
  });
  damaged.load(head);
  assert.equal(damaged.loadSegment(names[0]).kind, 'failed');
  assert.equal(damaged.query(query).kind, 'ok');
});

test('core: a JSON Feed asks for the parser once, and goes in like any other', async () => {
  let loads = 0;
  const core = await loadCore(planetModule, () => {
    loads++;
    return parserModule;
  });
  const planet = core.newPlanet({
    feeds: [...config.feeds, { nick: 'bob', url: 'https://bob.example/feed.json' }],
  });
  const feed = (/** @type {string} */ id) =>
    bytes(
      `{"version": "https://jsonfeed.org/version/1.1", "title": "J", "items": [{"id": "${id}", "title": "${id}"}]}`,
    );
  const [first, second] = await Promise.all([
    planet.addFeed(feed('one'), about),
    planet.addFeed(feed('two'), { ...about, feed: 'bob' }),
  ]);
  assert.deepEqual([first.kind, second.kind, loads], ['ok', 'ok', 1]);
  const view = planet.query({ now: about.now });
  assert.deepEqual(view.kind === 'ok' && view.value.entries.map((entry) => entry.title?.value), [
    'one',
    'two',
  ]);
});

test('core: without the parser a JSON Feed fails with the reason, and another try may succeed', async () => {
  const sources = [
    async () => Promise.reject(new Error('planetarium-parser.wasm is not there')),
    () => parserModule,
  ];
  const core = await loadCore(planetModule, () => /** @type {any} */ (sources.shift())());
  const planet = core.newPlanet(config);
  const feed = bytes('{"version": "https://jsonfeed.org/version/1", "items": [{"id": 1}]}');
  assert.deepEqual(await planet.addFeed(feed, about), {
    kind: 'failed',
    reason: 'needs_parser',
    detail: 'planetarium-parser.wasm is not there',
  });
  assert.equal((await planet.addFeed(feed, about)).kind, 'ok');
});

test('core: charsets that the core does not know are decoded by the platform', async () => {
  const parser = await loadParser(parserModule);
  const document = Uint8Array.from([
    ...bytes('<?xml version="1.0" encoding="koi8-r"?><rss version="2.0"><channel><title>'),
    ...[0xf0, 0xd2, 0xc9, 0xd7, 0xc5, 0xd4], // Привет
    ...bytes('</title></channel></rss>'),
  ]);
  const parsed = parseFeed(parser, document, { url: 'https://a.example/' });
  assert.deepEqual(parsed.kind === 'ok' && [parsed.value.title, parsed.value.encoding], [
    { type: 'text', value: 'Привет' },
    'koi8-r',
  ]);
});

test('core: an encoding that nobody knows is read as UTF-8', async () => {
  const parser = await loadParser(parserModule);
  const parsed = parseFeed(
    parser,
    bytes('<?xml version="1.0" encoding="ebcdic-x"?><rss version="2.0"><channel/></rss>'),
  );
  assert.equal(parsed.kind === 'ok' && parsed.value.encoding, 'utf-8');
});

test('core: what is no feed is a failure with reason and detail', async () => {
  const parser = await loadParser(parserModule);
  assert.deepEqual(parseFeed(parser, bytes('<!DOCTYPE html><html><body>hello</body></html>')), {
    kind: 'failed',
    reason: 'not_a_feed',
    detail: 'a web page, not a feed',
  });
  assert.deepEqual(parseFeed(parser, bytes(' \n')), {
    kind: 'failed',
    reason: 'empty_document',
    detail: 'an empty answer',
  });
});

test('core: a planet names the feeds of a web page that stands in place of one, where it can ask the parser', async () => {
  const page = bytes(
    '<html><head><link rel="alternate" type="application/rss+xml" href="/rss" title="R"/></head></html>',
  );
  const outcomes = [];
  for (const parser of [() => parserModule, undefined]) {
    const planet = (await loadCore(planetModule, parser)).newPlanet(config);
    outcomes.push(await planet.addFeed(page, { ...about, url: 'https://ada.example/' }));
    planet.delete();
  }
  assert.deepEqual(outcomes, [
    {
      kind: 'failed',
      reason: 'not_a_feed',
      detail: 'a web page, not a feed; it names its feed: https://ada.example/rss',
      alternates: [{ url: 'https://ada.example/rss', type: 'application/rss+xml', title: 'R' }],
    },
    { kind: 'failed', reason: 'not_a_feed', detail: 'its root element is <html>' },
  ]);
});

test('core: a list of subscriptions is read in the charset it is written in', async () => {
  const parser = await loadParser(parserModule);
  const list = Uint8Array.from(
    '<?xml version="1.0" encoding="koi8-r"?><opml><body><outline text="\xf0" xmlUrl="/rss"/></body></opml>',
    (char) => char.charCodeAt(0),
  );
  assert.deepEqual(parser.readOpml(list, { url: 'https://a.example/list' }), {
    kind: 'ok',
    value: { encoding: 'koi8-r', feeds: [{ url: 'https://a.example/rss', name: 'П' }], lists: [] },
  });
  assert.deepEqual(parser.readOpml(bytes('hello')), {
    kind: 'failed',
    reason: 'not_a_list',
    detail: 'plain text, not a list of subscriptions: "hello"',
  });
});

test('core: a feed of twelve megabytes makes the memory grow and is read', async () => {
  const planet = (await loadCore(planetModule)).newPlanet(config);
  const item = `<item><title>x</title><description>${'lorem '.repeat(2000)}</description></item>`;
  const added = await planet.addFeed(
    rss(Array.from({ length: 1000 }, (_, i) => item.replace('>x<', `>${i}<`)).join('')),
    about,
  );
  assert.equal(added.kind === 'ok' && added.value.held, 1000);
});

test('core: a config that it refuses is an error that says what is wrong', async () => {
  const core = await loadCore(planetModule);
  assert.throws(() => core.newPlanet({ feeds: [...config.feeds, ...config.feeds] }), {
    message: 'the core refuses the planet: "feed" is "ada" twice',
  });
});

test('core: a query takes a zone as pairs', async () => {
  const planet = (await loadCore(planetModule)).newPlanet(config);
  await planet.addFeed(
    rss('<item><title>x</title><pubDate>Sat, 21 Jun 2008 23:30:00 -0600</pubDate></item>'),
    about,
  );
  const view = planet.query({
    now: about.now,
    zone: [
      [0, 60],
      [1206838800, 120],
    ],
  });
  assert.equal(view.kind === 'ok' && view.value.entries[0].local, '2008-06-22T07:30');
});

test('core: a file that is no core of this page is refused with a sentence', async () => {
  await assert.rejects(loadCore(new Uint8Array([0, 1, 2, 3])), WebAssembly.CompileError);
  const missing = new Response('nothing here', { status: 404 });
  await assert.rejects(loadCore(missing), /answers 404: the core's file is missing there/);
  assert.throws(() => new Module(/** @type {any} */ ({ planetarium_abi_version: () => 99 })), {
    message: "the core's file speaks version 99 of its interface, this page version 1",
  });
});

test('core: a trap is a CoreCrash, and so is every call after it', () => {
  // (module (memory (export "memory") 1) … planetarium_crash: unreachable)
  const trap = () => {
    throw new WebAssembly.RuntimeError('unreachable');
  };
  const memory = new WebAssembly.Memory({ initial: 1 });
  let calls = 0;
  const module = new Module(
    /** @type {any} */ ({
      memory,
      planetarium_abi_version: () => 1,
      planetarium_crash: trap,
      planetarium_fine: () => ++calls,
    }),
  );
  assert.equal(module.call('fine', []), 1);
  assert.throws(() => module.call('crash', []), CoreCrash);
  assert.ok(module.crashed);
  assert.throws(() => module.call('fine', []), CoreCrash);
  assert.equal(calls, 1);
});

test("core: a parser's module that crashed gives way to another", async () => {
  const core = await loadCore(planetModule, () => parserModule);
  const [first, again] = [await core.parser(), await core.parser()];
  if (first.kind === 'failed' || again.kind === 'failed') assert.fail();
  assert.equal(again.value, first.value);
  Object.defineProperty(first.value, 'crashed', { value: true });
  const [next, beside] = await Promise.all([core.parser(), core.parser()]);
  if (next.kind === 'failed' || beside.kind === 'failed') assert.fail();
  assert.notEqual(next.value, first.value);
  assert.equal(beside.value, next.value);
});

test('lines: strings, numbers, lists and true; nothing for what is absent', () => {
  assert.equal(
    toLines({ a: 'one\ntwo\\', n: 0, yes: true, no: false, list: ['x', 'y'], gone: undefined }),
    'a=one\\ntwo\\\\\nn=0\nyes=1\nlist=x\nlist=y\n',
  );
});

test('exports: both modules export what the header declares, and nothing of it is missing', async () => {
  const header = readFileSync(new URL('../../../include/planetarium/planetarium.h', import.meta.url), 'utf8');
  const declared = [...header.matchAll(/\b(planetarium_\w+)\(/g)].map((match) => match[1]);
  const exported = async (/** @type {Uint8Array} */ wasm) =>
    WebAssembly.Module.exports(await WebAssembly.compile(/** @type {any} */ (wasm)))
      .map(({ name }) => name)
      .filter((name) => name.startsWith('planetarium_'));
  const all = new Set([...(await exported(planetModule)), ...(await exported(parserModule))]);
  assert.deepEqual([...all].sort(), [...new Set(declared)].sort());
});

test('imports: the modules ask for one function and no more', async () => {
  for (const wasm of [planetModule, parserModule]) {
    const imports = WebAssembly.Module.imports(await WebAssembly.compile(/** @type {any} */ (wasm)));
    assert.deepEqual(imports.map(({ module, name }) => `${module}.${name}`).sort(), [
      'wasi_snapshot_preview1.proc_exit',
    ]);
  }
});
