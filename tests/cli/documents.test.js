// Every document of a built site, read back: by the project's own parser, which judges what is not as its format wants it, and by a DOM.
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { JSDOM } from 'jsdom';
import { buildSite } from '../../cli/build.js';
import { openParser, parseFeed } from '../../npm/core-node.js';

const demo = fileURLToPath(new URL('../../demo', import.meta.url));
const dir = mkdtempSync(join(tmpdir(), 'documents-'));
const out = join(dir, 'site');
/** @type {string[]} */
let files = [];
/** @type {Awaited<ReturnType<typeof openParser>>} */
let parser;

before(async () => {
  // The demo's weblogs have one of each format, encoding and fault.
  cpSync(demo, join(dir, 'demo'), { recursive: true });
  const file = join(dir, 'demo/planet.json');
  const planet = JSON.parse(readFileSync(file, 'utf8'));
  const build = { feeds: true, tags: true };
  writeFileSync(file, JSON.stringify({ ...planet, link: 'https://planet.example/', build }));
  const built = await buildSite({ path: join(dir, 'demo'), out, allowPrivate: true });
  if (built.kind === 'failed') assert.fail(built.detail);
  files = readdirSync(out, { recursive: true }).map(String).sort();
  parser = await openParser();
});
after(() => rmSync(dir, { recursive: true }));

const read = (/** @type {string} */ name) => readFileSync(join(out, name));

test('documents: each feed of the site is a whole one, with posts that have an id, a title or text, and a date', () => {
  const feeds = files.filter(
    (name) => /(?:^|\/)(?:atom\.xml|rss\.xml|feed\.json)$/.test(name) && !name.startsWith('feeds/'),
  );
  assert.ok(feeds.length > 90, `${feeds.length} documents`);
  for (const name of feeds) {
    const parsed = parseFeed(parser, read(name), {});
    assert.ok(parsed.kind === 'ok', name);
    const { wellFormed, entries, title } = /** @type {any} */ (parsed.value);
    assert.equal(wellFormed, true, name);
    assert.ok(title?.value, name);
    for (const entry of entries) {
      assert.ok(entry.id && (entry.title?.value || entry.content), `${name}: ${entry.id}`);
      assert.ok(entry.published ?? entry.updated, `${name}: ${entry.id}`);
    }
    assert.equal(
      new Set(entries.map((/** @type {any} */ { id }) => id)).size,
      entries.length,
      `${name}: an id stands twice`,
    );
  }
});

test('documents: lists, map and pages are well-formed, and every page of the map is there', () => {
  const { window } = new JSDOM('');
  const xml = (/** @type {string} */ name) => {
    const document = new window.DOMParser().parseFromString(read(name).toString(), 'application/xml');
    assert.equal(document.querySelector('parsererror'), null, name);
    return document;
  };
  assert.equal(xml('opml.xml').documentElement.nodeName, 'opml');
  assert.equal(xml('foaf.rdf').documentElement.localName, 'RDF');
  const map = xml('sitemap.xml').documentElement;
  assert.equal(map.namespaceURI, 'http://www.sitemaps.org/schemas/sitemap/0.9');
  const places = [...map.querySelectorAll('url > loc')].map((loc) =>
    decodeURI(new URL(String(loc.textContent)).pathname),
  );
  assert.ok(places.length > 30);
  for (const place of places) assert.ok(files.includes(`${place.slice(1)}index.html`), place);
  window.close();
});

test('documents: no link of a page leads to a file that is not there', () => {
  const pages = files.filter((name) => name.endsWith('index.html'));
  for (const name of pages) {
    const { window } = new JSDOM(read(name).toString(), { url: `https://planet.example/${name}` });
    for (const link of window.document.querySelectorAll('a[href], link[href], img.face[src]')) {
      const url = new URL(
        link.getAttribute('href') ?? link.getAttribute('src') ?? '',
        window.document.baseURI,
      );
      if (url.origin !== 'https://planet.example' || link.closest('.e-content, .title')) continue;
      const path = decodeURIComponent(url.pathname.slice(1)).replace(/(^|\/)$/, '$1index.html');
      // The demo has a feed that is gone, and its page says so.
      if (!path.startsWith('feeds/')) assert.ok(files.includes(path), `${name}: ${link.outerHTML}`);
    }
    window.close();
  }
});
