// Faces on other hosts, fetched by a build: small pictures of the site, or the old one, or none; and why.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import sharp from 'sharp';
import { buildSite } from '../../cli/build.js';
import { fetchFaces } from '../../cli/site/faces.js';

/** @type {Record<string, [string, string | Uint8Array, number?]>} */
let files = {};
/** @type {string[]} */
let asked = [];
const server = createServer((request, response) => {
  asked.push(String(request.url));
  const [type, body, status = 200] = files[request.url ?? ''] ?? ['text/plain', 'nothing', 404];
  response
    .writeHead(status, { 'Content-Type': type, ...(status === 302 && { Location: String(body) }) })
    .end(body);
});
const dir = mkdtempSync(join(tmpdir(), 'faces-'));
let at = '';

before(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  at = `http://127.0.0.1:${/** @type {import('node:net').AddressInfo} */ (server.address()).port}`;
  const picture = sharp({ create: { width: 400, height: 200, channels: 3, background: '#27548a' } });
  const large = sharp({ create: { width: 9000, height: 9000, channels: 3, background: '#fff' } });
  files = {
    '/ada.png': ['image/png', await picture.clone().png().toBuffer()],
    '/moved.png': ['text/plain', '/ada.png', 302],
    '/bomb.png': ['image/png', await large.png().toBuffer()],
    '/svg': [
      'image/svg+xml',
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9" fill="red"/><image href="http://127.0.0.1:1/stolen"/></svg>',
    ],
    '/page.html': ['text/html', '<!doctype html><p>No face'],
    '/feed': [
      'application/rss+xml',
      '<rss version="2.0"><channel><title>Ada</title><item><title>Rye</title><link>https://ada.example/rye</link></item></channel></rss>',
    ],
  };
});
beforeEach(() => {
  asked = [];
});
after(() => {
  server.closeAllConnections();
  server.close();
  rmSync(dir, { recursive: true });
});

/** @param {string[]} paths @param {Partial<Parameters<typeof fetchFaces>[1]>} [env] */
async function fetched(paths, env = {}) {
  /** @type {string[]} */
  const said = [];
  const faces = await fetchFaces(
    paths.map((path) => at + path),
    { cache: dir, allowPrivate: true, warn: (sentence) => said.push(sentence.replaceAll(at, '')), ...env },
  );
  const shapes = await Promise.all(
    [...faces].map(async ([url, { path, bytes }]) => {
      const { format, width, height } = await sharp(bytes).metadata();
      return [url.slice(at.length), /^faces\/[0-9a-f]{16}\.webp$/.test(path), format, width, height];
    }),
  );
  return { shapes: shapes.sort(), said: said.sort() };
}

test('faces: whatever a picture is, it becomes a small square; what is none stays where it is', async () => {
  assert.deepEqual(
    await fetched(['/ada.png', '/moved.png', '/svg', '/page.html', '/none.png', '/bomb.png']),
    {
      shapes: [
        ['/ada.png', true, 'webp', 128, 128],
        ['/moved.png', true, 'webp', 128, 128],
        ['/svg', true, 'webp', 128, 128],
      ],
      said: [
        'The face /bomb.png stays where it is: Input image exceeds pixel limit.',
        'The face /none.png stays where it is: its server answered 404.',
        'The face /page.html stays where it is: Input buffer contains unsupported image format.',
      ],
    },
  );
});

test('faces: one is asked for once a week, and the old one stays when it is gone', async () => {
  const cache = join(dir, 'kept');
  const now = Date.now();
  files['/eve.png'] = files['/ada.png'];
  await fetched(['/eve.png'], { cache, now });
  await fetched(['/eve.png'], { cache, now: now + 6 * 86_400_000 });
  assert.deepEqual(asked, ['/eve.png']);
  delete files['/eve.png'];
  const { shapes, said } = await fetched(['/eve.png'], { cache, now: now + 8 * 86_400_000 });
  assert.deepEqual(shapes, [['/eve.png', true, 'webp', 128, 128]]);
  assert.deepEqual(said, ['The face /eve.png is the one of last time: its server answered 404.']);
});

test('faces: none is read from a private address, nor where a redirect leads to one', async () => {
  const { shapes, said } = await fetched(['/ada.png'], { allowPrivate: false, cache: join(dir, 'guarded') });
  assert.deepEqual([shapes, asked], [[], []]);
  assert.deepEqual(said, ['The face /ada.png stays where it is: 127.0.0.1 is not public.']);
});

test('faces: the site shows its own, in its pages and in its planet.json', async () => {
  const folder = join(dir, 'planet');
  mkdirSync(folder);
  const feeds = [
    { url: `${at}/feed`, name: 'Ada', face: `${at}/ada.png` },
    { url: `${at}/none`, name: 'Ben', face: `${at}/none.png` },
  ];
  const planet = { title: 'Planet', link: 'https://planet.example/', build: { faces: true }, feeds };
  writeFileSync(join(folder, 'planet.json'), JSON.stringify(planet));
  const out = join(folder, 'site');
  assert.equal((await buildSite({ path: folder, out, allowPrivate: true })).kind, 'ok');
  const [name, ...others] = readdirSync(join(out, 'faces'));
  assert.deepEqual(others, []);
  const written = JSON.parse(readFileSync(join(out, 'planet.json'), 'utf8'));
  assert.deepEqual(
    written.feeds.map((/** @type {any} */ { face }) => face),
    [`faces/${name}`, `${at}/none.png`],
  );
  assert.match(readFileSync(join(out, 'index.html'), 'utf8'), new RegExp(`<img\\s[^>]*src="faces/${name}"`));
});
