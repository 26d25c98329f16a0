import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { buildSite, run } from '../../cli/build.js';
import { publish } from '../../cli/site/publish.js';
import { unpackSnapshot } from '../../web/store/snapshot.js';

/** @typedef {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => void} Answer */

/** @type {Record<string, Answer>} */
let weblogs = {};
/** @type {string[]} */
let asked = [];
const server = createServer((request, response) => {
  asked.push(`${request.url} ${request.headers['if-none-match'] ?? ''}`.trim());
  (weblogs[request.url ?? ''] ?? (() => response.writeHead(404).end()))(request, response);
});
const dir = mkdtempSync(join(tmpdir(), 'build-'));
let at = '';

before(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  at = `http://127.0.0.1:${/** @type {import('node:net').AddressInfo} */ (server.address()).port}`;
});
beforeEach(() => {
  weblogs = {};
  asked = [];
});
after(() => {
  server.closeAllConnections();
  server.close();
  rmSync(dir, { recursive: true });
});

/** @param {string[]} posts @returns {Answer} */
const rss =
  (...posts) =>
  (request, response) => {
    const etag = `"${posts.length}"`;
    if (request.headers['if-none-match'] === etag) return void response.writeHead(304, { ETag: etag }).end();
    const items = posts.map(
      (title, i) =>
        `<item><guid>${title}</guid><link>https://ada.example/${title}</link><title>${title}</title><category>bread</category><pubDate>Sat, 2${i} Jun 2008 10:00:00 GMT</pubDate><description>&lt;p&gt;About ${title} &lt;script&gt;hack()&lt;/script&gt;&lt;/p&gt;</description></item>`,
    );
    response
      .writeHead(200, { 'Content-Type': 'application/rss+xml', ETag: etag })
      .end(
        `<rss version="2.0"><channel><title>Ada's</title><link>https://ada.example/</link>${items.join('')}</channel></rss>`,
      );
  };

let count = 0;
/** @param {object} planet */
function folderOf(planet) {
  const folder = join(dir, `planet-${count++}`);
  mkdirSync(folder);
  writeFileSync(
    join(folder, 'planet.json'),
    JSON.stringify({ title: 'Planet Quill', link: 'https://planet.example/', ...planet }),
  );
  return { folder, out: join(folder, 'site') };
}

/** @param {{ folder: string, out: string }} where */
async function build({ folder, out }) {
  const built = await buildSite({ path: folder, out, allowPrivate: true });
  if (built.kind === 'failed') assert.fail(built.detail);
  return built.value;
}

test('build: a site that is whole without a script, and its feeds', async () => {
  weblogs = { '/ada': rss('Loaf', 'Rye') };
  const where = folderOf({
    feeds: [{ url: `${at}/ada`, name: 'Ada', nick: 'ada' }],
    build: { tags: true, feeds: true },
  });
  const { posts, feeds, broken } = await build(where);
  assert.deepEqual({ posts, feeds, broken }, { posts: 2, feeds: 1, broken: 0 });
  const read = (/** @type {string} */ name) => readFileSync(join(where.out, name), 'utf8');
  const page = read('index.html');
  assert.match(page, /<title>Planet Quill<\/title>/);
  assert.match(page, /<link rel="canonical" href="https:\/\/planet\.example\/" \/>/);
  assert.match(page, /<article class="h-entry heads-run ?">[^]*Rye[^]*About Rye[^]*<\/article>/);
  assert.doesNotMatch(page, /hack\(\)|<!--\?lit/);
  assert.match(page, /<a class="p-category" href="tag\/bread\/">/);
  assert.match(read('tag/bread/index.html'), /href="\.\.\/\.\.\/planetarium\.css"/);
  assert.doesNotMatch(read('tag/bread/index.html'), /<script/);
  assert.match(
    read('feed/ada/atom.xml'),
    /<link rel="self"[^>]*href="https:\/\/planet\.example\/feed\/ada\/atom\.xml"/,
  );
  assert.match(read('atom.xml'), /<title[^>]*>Rye<\/title>/);
  assert.match(read('rss.xml'), /Ada: Rye/);
  assert.equal(JSON.parse(read('feed.json')).items.length, 2);
  assert.match(read('opml.xml'), /xmlUrl="http:\/\/127/);
  assert.match(read('foaf.rdf'), /Ada/);
  assert.match(read('sitemap.xml'), /<loc>https:\/\/planet\.example\/tag\/bread\/<\/loc>/);
  assert.equal(JSON.parse(read('planet.json')).snapshot, 'snapshot.bin');
  assert.equal(JSON.parse(read('status.json')).feeds[0].state, 'ok');
  const snapshot = unpackSnapshot(gunzipSync(readFileSync(join(where.out, 'snapshot.bin'))));
  assert.ok(snapshot && snapshot.head.length > 100);
});

test('build: posts are drawn by the template of the planet, again when it changes, and its style comes along', async () => {
  weblogs = { '/ada': rss('Loaf') };
  const look = { template: 'look/post.html', css: 'look/own.css', theme: 'gazette dark' };
  const where = folderOf({
    feeds: [{ url: `${at}/ada`, name: 'Ada', nick: 'ada' }],
    build: { tags: true },
    ...look,
  });
  const write = (/** @type {string} */ name, /** @type {string} */ text) =>
    writeFileSync(join(where.folder, name), text);
  mkdirSync(join(where.folder, 'look'));
  const missing = await buildSite({ path: where.folder, out: where.out, allowPrivate: true });
  assert.deepEqual(missing, {
    kind: 'failed',
    detail: "template: there is no https://planet.example/look/post.html in the planet's folder.",
  });
  write('look/post.html', '<p>{{titel}}</p>');
  const wrong = await buildSite({ path: where.folder, out: where.out, allowPrivate: true });
  assert.match(wrong.kind === 'failed' ? wrong.detail : '', /^look\/post\.html: \{\{titel\}\} is no field; /);
  write('look/post.html', '<div class="card" id="{{key}}">{{name}}: {{title}}</div>');
  write('look/own.css', '.card { color: red }');
  await build(where);
  const page = () => readFileSync(join(where.out, 'index.html'), 'utf8');
  assert.match(
    page(),
    /<article class="h-entry own ?"><div class="card" id="\w{16}">Ada: <h3 class="title">/,
  );
  assert.equal(readFileSync(join(where.out, 'look/own.css'), 'utf8'), '.card { color: red }');
  assert.ok(readFileSync(join(where.out, 'look/post.html'), 'utf8'));
  const sheets = (/** @type {string} */ path) =>
    readFileSync(join(where.out, path), 'utf8').match(/<html[^>]*>|<link rel="stylesheet"[^>]*>/g);
  assert.deepEqual(sheets('tag/bread/index.html'), [
    '<html lang="en" data-theme="dark" data-look="gazette">',
    '<link rel="stylesheet" href="../../planetarium.css" />',
    '<link rel="stylesheet" href="../../themes/gazette.css" data-dress="theme" />',
    '<link rel="stylesheet" href="../../look/own.css" data-dress="own" />',
  ]);
  write('look/post.html', '<b>{{title}}</b>');
  await build(where);
  assert.match(page(), /<article class="h-entry own ?"><b><h3 class="title">/);
});

test('build: the next one asks whether anything changed, keeps what left the feeds, and writes only what is other', async () => {
  weblogs = { '/ada': rss('Loaf', 'Rye'), '/bob': rss('Bob') };
  const where = folderOf({ feeds: [`${at}/ada`, `${at}/bob`] });
  await build(where);
  asked = [];
  const again = await build(where);
  assert.deepEqual(asked.sort(), ['/ada "2"', '/bob "1"']);
  assert.equal(again.written, 0);
  weblogs = { '/ada': rss('Rye', 'Spelt', 'Barley'), '/bob': (_, response) => response.writeHead(500).end() };
  const third = await build(where);
  assert.deepEqual([third.posts, third.broken], [5, 1]);
  const page = readFileSync(join(where.out, 'index.html'), 'utf8');
  for (const title of ['Loaf', 'Rye', 'Spelt', 'Barley', 'Bob'])
    assert.ok(page.includes(`>${title}<`), title);
  assert.match(page, /its server has an error \(500\)[^<]*its last good posts are shown/);
});

test('build: killed at any moment, every file of the old site stands whole, and the next build goes on', async () => {
  weblogs = { '/ada': rss('Loaf') };
  const where = folderOf({ feeds: [`${at}/ada`], build: { tags: true, feeds: true } });
  await build(where);
  weblogs = { '/ada': rss('Loaf', 'Rye') };
  const program = fileURLToPath(new URL('../../cli/planetarium.js', import.meta.url));
  for (const patience of [300, 900, 1500, 2100]) {
    const child = spawn(process.execPath, [
      program,
      'build',
      where.folder,
      '--out',
      where.out,
      '--allow-private',
      '--quiet',
    ]);
    const exit = once(child, 'exit');
    const timer = setTimeout(() => child.kill('SIGKILL'), patience);
    await exit;
    clearTimeout(timer);
    assert.match(readFileSync(join(where.out, 'index.html'), 'utf8'), /Loaf[^]*<\/html>\s*$/);
    assert.match(readFileSync(join(where.out, 'atom.xml'), 'utf8'), /<\/feed>\s*$/);
  }
  await build(where);
  assert.match(readFileSync(join(where.out, 'index.html'), 'utf8'), /Rye/);
  assert.deepEqual(
    readdirSync(where.out).filter((name) => name.startsWith('.planetarium-new')),
    [],
  );
});

test('build: what the site no longer has goes, and nothing else of the folder', async () => {
  const folder = join(dir, 'publish');
  mkdirSync(folder);
  writeFileSync(join(folder, 'mine.txt'), 'mine');
  await publish(
    folder,
    new Map([
      ['index.html', 'a'],
      ['tag/bread/index.html', 'b'],
    ]),
  );
  assert.deepEqual(await publish(folder, new Map([['index.html', 'a']])), { written: 0, removed: 1 });
  assert.deepEqual(readdirSync(folder).sort(), ['.planetarium-files.json', 'index.html', 'mine.txt']);
});

test('build: what is wrong is said, and nothing is written', async () => {
  const where = folderOf({ feeds: [], build: { page: 3 } });
  let said = '';
  const stderr = { write: (/** @type {string} */ text) => (said += text) };
  assert.equal(await run([where.folder, '--out', where.out], { stderr }), 1);
  assert.match(said, /build\.page is no key of build; there are pages, feeds, tags and faces\.\n$/);
  assert.equal(await run([where.folder, '--out', where.folder], { stderr }), 1);
  assert.equal(await run([where.folder], { stderr }), 2);
  assert.deepEqual(readdirSync(where.folder), ['planet.json']);
});

test('build: a file that no build wrote is not overwritten, and the folder stays as it was', async () => {
  weblogs = { '/ada': rss('Loaf') };
  const where = folderOf({ feeds: [`${at}/ada`] });
  mkdirSync(where.out);
  writeFileSync(join(where.out, 'index.html'), 'mine');
  const refused = await buildSite({ path: where.folder, out: where.out, allowPrivate: true });
  assert.equal(refused.kind, 'failed');
  assert.match(
    refused.kind === 'failed' ? refused.detail : '',
    /index\.html is there already, and no build wrote it/,
  );
  assert.deepEqual(readdirSync(where.out), ['index.html']);
  assert.equal(readFileSync(join(where.out, 'index.html'), 'utf8'), 'mine');
});

test('build: whatever tags are called, their pages stay in the folder, each in its own', async () => {
  const tags = ['../../../up', '..', 'CON', 'Bread', 'bread!', '\u{1f600}'.repeat(3), '\u{20000}'.repeat(90)];
  const items = tags.map(
    (tag, i) =>
      `<item><guid>${i}</guid><title>${i}</title><category>${tag}</category><category>${tag}</category></item>`,
  );
  weblogs = {
    '/ada': (_, response) =>
      response.end(`<rss version="2.0"><channel><title>A</title>${items.join('')}</channel></rss>`),
  };
  const where = folderOf({
    feeds: [{ url: `${at}/ada`, nick: 'aux', face: 'faces/%zz.png' }],
    build: { tags: true, feeds: true },
  });
  await build(where);
  const made = readdirSync(join(where.out, 'tag')).sort();
  assert.deepEqual(
    made,
    ['bread', 'bread-2', 'con-2', 'other', 'other-2', 'up', '\u{20000}'.repeat(60)].sort(),
  );
  assert.deepEqual(readdirSync(join(where.out, 'feed')), ['aux-2']);
  assert.deepEqual(readdirSync(where.folder).sort(), ['.planetarium', 'planet.json', 'site']);
});

test('build: its head says what a page is to search engines, where pages follow each other too', async () => {
  weblogs = { '/ada': rss('Loaf', 'Rye', 'Spelt') };
  const where = folderOf({ feeds: [{ url: `${at}/ada`, name: 'Ada' }], pageSize: 1 });
  await build(where);
  const first = readFileSync(join(where.out, 'index.html'), 'utf8');
  assert.ok(first.includes('<link rel="next" href="page/2/" />') && !first.includes('rel="prev"'));
  const second = readFileSync(join(where.out, 'page/2/index.html'), 'utf8');
  for (const line of [
    '<meta name="description" content="Planet Quill: Ada" />',
    '<meta property="og:url" content="https://planet.example/page/2/" />',
    '<meta property="og:site_name" content="Planet Quill" />',
    '<link rel="canonical" href="https://planet.example/page/2/" />',
    '<link rel="prev" href="../../" />',
    '<link rel="next" href="../../page/3/" />',
  ])
    assert.ok(second.includes(line), line);
});
