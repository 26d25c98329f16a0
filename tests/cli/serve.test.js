import assert from 'node:assert/strict';
import fs from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { run, servePlanet } from '../../cli/serve.js';
import { feedText, startOrigin, verdictOf } from '../proxy/support/origin.js';

/** @typedef {import('node:test').TestContext} TestContext */

/**
 * A folder with these files in it.
 * @param {TestContext} t
 * @param {Record<string, string>} files
 */
function folder(t, files) {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'planetarium-'));
  t.after(() => fs.rmSync(dir, { recursive: true }));
  for (const [name, text] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(dir, name)), { recursive: true });
    fs.writeFileSync(path.join(dir, name), text);
  }
  return dir;
}

const parserFile = fileURLToPath(new URL('../../dist/planetarium-parser.wasm', import.meta.url));
const page = '<!doctype html><title>x</title>';

/**
 * @param {TestContext} t
 * @param {Record<string, string>} files
 * @param {Partial<import('../../cli/serve.js').ServeOptions>} [options]
 */
async function start(t, files, options = {}) {
  const dir = folder(t, { 'planet.json': '{"feeds": []}', ...files });
  const dist = folder(t, {
    'index.html': page,
    'planetarium.wasm': '\0asm',
    'planetarium.js': 'export {}',
    'planetarium.css': '',
  });
  const served = await servePlanet({ dir, dist, port: 0, ...options });
  if (served.kind === 'failed') throw new Error(served.detail);
  t.after(served.close);
  /** @param {string} address */
  const feed = (address) => fetch(`${served.url}proxy/v1/feed?url=${encodeURIComponent(address)}`);
  return { dir, url: served.url, feed };
}

/**
 * Sends a path as it is written, which fetch would tidy up first.
 * @param {string} url
 * @param {string} target
 * @param {string} [method]
 * @returns {Promise<number | undefined>}
 */
function rawStatus(url, target, method = 'GET') {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    const request = http.request({ hostname, port, path: target, method }, (response) => {
      response.resume().on('end', () => resolve(response.statusCode));
    });
    request.on('error', reject).end();
  });
}

test('serve: the page stands under the planet\u2019s own files, each with its type', async (t) => {
  const { url } = await start(t, {
    'faces/ada.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
    'feeds/a.rss': feedText,
    'feeds/b.atom': '<feed/>',
    'planetarium.css': 'body{}',
    strange: '?',
  });
  const rows = [];
  for (const name of [
    '',
    'index.html',
    'planet.json',
    'planetarium.js',
    'planetarium.wasm?v=1',
    'planetarium.css',
    'faces/ada.svg',
    'feeds/a.rss',
    'feeds/b.atom',
    'strange',
  ]) {
    const response = await fetch(url + name);
    rows.push([
      name,
      response.status,
      response.headers.get('content-type'),
      (await response.text()).slice(0, 6),
    ]);
  }
  assert.deepEqual(rows, [
    ['', 200, 'text/html; charset=utf-8', '<!doct'],
    ['index.html', 200, 'text/html; charset=utf-8', '<!doct'],
    ['planet.json', 200, 'application/json', '{"feed'],
    ['planetarium.js', 200, 'text/javascript; charset=utf-8', 'export'],
    ['planetarium.wasm?v=1', 200, 'application/wasm', '\0asm'],
    ['planetarium.css', 200, 'text/css; charset=utf-8', 'body{}'],
    ['faces/ada.svg', 200, 'image/svg+xml', '<svg x'],
    ['feeds/a.rss', 200, 'application/rss+xml', '<?xml '],
    ['feeds/b.atom', 200, 'application/atom+xml', '<feed/'],
    ['strange', 200, 'application/octet-stream', '?'],
  ]);
});

test('serve: every answer says what a page here may do', async (t) => {
  const { url } = await start(t, {});
  for (const name of ['', 'missing']) {
    const { headers } = await fetch(url + name);
    assert.deepEqual(
      [
        headers.get('content-security-policy'),
        headers.get('x-content-type-options'),
        headers.get('referrer-policy'),
        headers.get('cache-control'),
      ],
      [
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src * data:; media-src *; connect-src *; font-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
        'nosniff',
        'no-referrer',
        'no-cache',
      ],
    );
  }
});

test('serve: what has not changed is a 304, HEAD has no body, other methods are refused', async (t) => {
  const { dir, url } = await start(t, { 'a.txt': 'one' });
  const get = await fetch(`${url}a.txt`);
  const etag = get.headers.get('etag') ?? '';
  const again = await fetch(`${url}a.txt`, { headers: { 'if-none-match': etag } });
  const head = await fetch(`${url}a.txt`, { method: 'HEAD' });
  const post = await fetch(`${url}a.txt`, { method: 'POST', body: 'x' });
  assert.deepEqual(
    [again.status, await again.text(), head.status, head.headers.get('content-length'), await head.text()],
    [304, '', 200, '3', ''],
  );
  assert.deepEqual([post.status, post.headers.get('allow')], [405, 'GET, HEAD']);
  fs.writeFileSync(path.join(dir, 'a.txt'), 'other');
  const changed = await fetch(`${url}a.txt`, { headers: { 'if-none-match': etag } });
  assert.deepEqual([changed.status, await changed.text()], [200, 'other']);
});

test('serve: nothing outside of the folder is reachable', async (t) => {
  const outside = folder(t, { secret: 'secret' });
  const { dir, url } = await start(t, { 'faces/a.png': '', '.git/config': 'x', 'faces/.hidden': 'x' });
  fs.symlinkSync(path.join(outside, 'secret'), path.join(dir, 'link'));
  fs.symlinkSync(outside, path.join(dir, 'folder'));
  fs.symlinkSync('faces/a.png', path.join(dir, 'inside.png'));
  const away = `${path.basename(outside)}/secret`;
  const rows = [
    `/../${away}`,
    `/%2e%2e/${away}`,
    `/..%2f${away.replace('/', '%2f')}`,
    `/faces/..%2f..%2f${away}`,
    `/..%5c${away}`,
    `//${outside}/secret`,
    '/link',
    '/folder/secret',
    '/folder',
    '/.git/config',
    '/%2egit/config',
    '/faces/.hidden',
    '/faces/a.png/',
    '/faces/a.png%00',
    '/faces//a.png',
    '/%',
    '/faces/',
    '/missing',
  ];
  for (const target of rows) assert.equal(await rawStatus(url, target), 404, target);
  assert.equal(await rawStatus(url, '/inside.png'), 200);
  assert.equal(await rawStatus(url, '/TRACE', 'TRACE'), 405);
  const moved = await fetch(`${url}faces`, { redirect: 'manual' });
  assert.deepEqual([moved.status, moved.headers.get('location')], [308, '/faces/']);
});

test('serve: the proxy fetches the planet\u2019s feeds and no others', async (t) => {
  const origin = await startOrigin(t);
  const feeds = [{ url: `${origin.url}/a` }, `${origin.url}/b`, 'own.rss'];
  const planet = JSON.stringify({ feeds });
  const { url, feed } = await start(
    t,
    { 'planet.json': planet, 'own.rss': feedText },
    { allowPrivate: true },
  );
  for (const address of [`${origin.url}/a`, `${origin.url}/b`, `${url}own.rss`]) {
    const response = await feed(address);
    assert.deepEqual([response.status, await response.text()], [200, feedText], address);
  }
  for (const address of [`${origin.url}/c`, `${url}planet.json`, 'own.rss', 'https://b.example/']) {
    assert.equal((await feed(address)).ok, false, address);
  }
  assert.equal((await fetch(`${url}proxy/v1/health`)).status, 200);
  assert.equal(origin.hits.length, 2);
});

test('serve: the feeds of the lists that planet.json names are fetched too, and no others', async (t) => {
  const opml = (/** @type {string} */ url) =>
    `<opml version="2.0"><body><outline xmlUrl="${url}"/></body></opml>`;
  /** @type {string[]} */
  const warnings = [];
  const origin = await startOrigin(t, ({ url }, response) =>
    response.end(url === '/list' ? opml('b') : feedText),
  );
  const lists = [{ list: 'own.opml' }, { list: `${origin.url}/list` }, { list: 'missing.opml' }];
  const { dir, feed, url } = await start(
    t,
    { 'planet.json': JSON.stringify({ feeds: lists }), 'own.opml': opml(`${origin.url}/a`) },
    { allowPrivate: true, wasm: parserFile, warn: (sentence) => warnings.push(sentence) },
  );
  const statuses = () =>
    Promise.all(['/a', '/b', '/c', '/list'].map(async (path) => (await feed(origin.url + path)).status));
  assert.deepEqual(await statuses(), [200, 200, 403, 200]);
  assert.deepEqual(warnings, [`The list ${url}missing.opml cannot be read: 404.`]);
  fs.writeFileSync(path.join(dir, 'own.opml'), opml(`${origin.url}/c?longer`).replace('?longer', ''));
  assert.deepEqual(await statuses(), [403, 200, 200, 200]);
});

test('serve: private addresses stay closed unless --allow-private is given', async (t) => {
  const origin = await startOrigin(t);
  const planet = JSON.stringify({ feeds: [`${origin.url}/a`] });
  const { feed } = await start(t, { 'planet.json': planet });
  assert.deepEqual(await verdictOf(await feed(`${origin.url}/a`)), [403, 'forbidden-target']);
  assert.equal(origin.hits.length, 0);
});

test('serve: a feed on this machine is looked at on every reload', async (t) => {
  let text = feedText;
  const origin = await startOrigin(t, (_, response) => response.end(text));
  const planet = JSON.stringify({ feeds: [`${origin.url}/a`] });
  const { feed } = await start(t, { 'planet.json': planet }, { allowPrivate: true });
  const first = await feed(`${origin.url}/a`);
  assert.equal(first.headers.get('cache-control'), 'no-cache');
  text = '<rss>changed</rss>';
  assert.equal(await (await feed(`${origin.url}/a`)).text(), text);
});

test('serve: planet.json is read again when it changes, and stays what it was while it is broken', async (t) => {
  const origin = await startOrigin(t);
  /** @type {string[]} */
  const warnings = [];
  const { dir, feed } = await start(
    t,
    { 'planet.json': JSON.stringify({ feeds: [`${origin.url}/a`] }) },
    { allowPrivate: true, warn: (sentence) => warnings.push(sentence) },
  );
  const statuses = async () => [
    (await feed(`${origin.url}/a`)).status,
    (await feed(`${origin.url}/b`)).status,
  ];
  assert.deepEqual(await statuses(), [200, 403]);
  fs.writeFileSync(path.join(dir, 'planet.json'), JSON.stringify({ feeds: [`${origin.url}/b`] }));
  assert.deepEqual(await statuses(), [403, 200]);
  fs.writeFileSync(path.join(dir, 'planet.json'), '{"feeds": [');
  assert.deepEqual(await statuses(), [403, 200]);
  fs.rmSync(path.join(dir, 'planet.json'));
  assert.deepEqual(await statuses(), [403, 200]);
  assert.equal(warnings.length, 2);
  assert.match(warnings[0], /planet\.json is not JSON: .* The planet stays as it was\.$/);
  assert.match(warnings[1], /planet\.json cannot be read: there is no such file\. The planet/);
});

test('serve: what cannot be served is told in one sentence that names the file', async (t) => {
  const dist = folder(t, { 'index.html': page });
  const good = folder(t, { 'planet.json': '{"feeds": []}' });
  /** @type {[string, Partial<import('../../cli/serve.js').ServeOptions>, RegExp][]} */
  const rows = [
    ['a folder that is not there', { dir: path.join(good, 'no') }, /no is not there; serve takes/],
    ['a folder without a planet', { dir: dist }, / holds none of planet\.json, config\.ini, /],
    ['no JSON', { dir: folder(t, { 'planet.json': '{' }) }, /planet\.json is not JSON: /],
    ['no object', { dir: folder(t, { 'planet.json': '[]' }) }, /planet\.json: planet is/],
    ['no feeds', { dir: folder(t, { 'planet.json': '{}' }) }, /planet\.json: feeds is missing/],
    [
      'a bad feed',
      { dir: folder(t, { 'planet.json': '{"feeds": [{}]}' }) },
      /planet\.json: feeds\[0\]\.url is/,
    ],
    ['no page', { dir: good, dist: good }, /not built yet: .* run `npm run build` first\.$/],
    ['no such host', { dir: good, host: '192.0.2.1' }, /192\.0\.2\.1 port 0 cannot be used: /],
  ];
  for (const [name, options, sentence] of rows) {
    const served = await servePlanet({ dir: good, dist, port: 0, ...options });
    assert.equal(served.kind, 'failed', name);
    assert.match(served.kind === 'failed' ? served.detail : '', sentence, name);
  }
});

test('serve: a port that is taken is one sentence and exit code 1', async (t) => {
  const taken = net.createServer();
  await new Promise((resolve) => taken.listen(0, '127.0.0.1', () => resolve(undefined)));
  t.after(() => taken.close());
  const { port } = /** @type {net.AddressInfo} */ (taken.address());
  const served = await servePlanet({
    dir: folder(t, { 'planet.json': '{"feeds": []}' }),
    dist: folder(t, { 'index.html': page }),
    port,
  });
  assert.deepEqual(served, {
    kind: 'failed',
    detail: `Port ${port} is taken; choose another with --port N.`,
  });
});

test('serve: arguments that say nothing are one sentence and exit code 2', async () => {
  /** @type {[string[], Record<string, string>, RegExp][]} */
  const rows = [
    [[], {}, /^serve takes one planet: planetarium serve DIR\.\n$/],
    [['a', 'b'], {}, /^serve takes one planet/],
    [['a', '--port', 'x'], {}, /^The port must be a number from 0 to 65535, not "x"\.\n$/],
    [['a', '--port', '65536'], {}, /^The port must be/],
    [['a'], { PORT: '-1' }, /^The port must be/],
    [['a', '--colour'], {}, /--colour/],
  ];
  for (const [args, env, sentence] of rows) {
    let said = '';
    const stderr = { write: (/** @type {string} */ text) => (said += text) };
    assert.equal(await run(args, { stderr, env }), 2);
    assert.match(said, sentence);
  }
});

test('serve: stopping lets go of connections that are kept open', async (t) => {
  const served = await servePlanet({
    dir: folder(t, { 'planet.json': '{"feeds": []}' }),
    dist: folder(t, { 'index.html': page }),
    port: 0,
  });
  if (served.kind === 'failed') throw new Error(served.detail);
  await (await fetch(served.url)).text();
  await served.close();
  await assert.rejects(fetch(served.url));
});
