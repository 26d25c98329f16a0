// The page's reading of a feed table against the core's own JSON, over every feed of the demo and of the fixtures.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { loadModule } from '../../../web/core/module.js';
import { parseFeed } from '../../../web/core/parse-feed.js';
import { Parser } from '../../../web/core/parser.js';

const module = await loadModule(
  new Uint8Array(readFileSync(new URL('../../../dist/planetarium-parser.wasm', import.meta.url))),
);
const parser = new Parser(module);

/** @param {string} folder @returns {string[]} */
const feedsIn = (folder) =>
  readdirSync(fileURLToPath(new URL(folder, import.meta.url)), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(xml|json|rss|atom|rdf)$/.test(name) && !name.endsWith('.expected.json'))
    .map((name) => fileURLToPath(new URL(`${folder}${name}`, import.meta.url)));

for (const file of [...feedsIn('../../../demo/feeds/'), ...feedsIn('../../feeds/')]) {
  test(`feed table: ${file.split('/').slice(-2).join('/')} reads as the core writes it`, () => {
    const bytes = new Uint8Array(readFileSync(file));
    const url = 'https://host.example/feed';
    assert.deepEqual(parseFeed(parser, bytes, { url }), module.ask('parse', [], bytes, `url=${url}\n`));
  });
}

test('feed table: characters beyond the first plane keep every string in its place', () => {
  const feed =
    '<rss version="2.0"><channel><title>🪐 é 漢</title><link>https://a.example/</link></channel></rss>';
  const parsed = parseFeed(parser, new TextEncoder().encode(feed));
  assert.deepEqual(parsed.kind === 'ok' && [parsed.value.title.value, parsed.value.link], [
    '🪐 é 漢',
    'https://a.example/',
  ]);
});
