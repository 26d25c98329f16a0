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

/** Of texts that nobody has read it is not said what is wrong in them. @param {any} outcome */
function unjudged(outcome) {
  if (outcome.kind !== 'ok') return outcome;
  const { wellFormed, error, ...said } = outcome.value;
  return said;
}

for (const file of [...feedsIn('../../../demo/feeds/'), ...feedsIn('../../feeds/')]) {
  test(`feed table: ${file.split('/').slice(-2).join('/')} reads as the core writes it`, () => {
    const bytes = new Uint8Array(readFileSync(file));
    const url = 'https://host.example/feed';
    const written = module.ask('parse', [], bytes, `url=${url}\n`);
    assert.deepEqual(parseFeed(parser, bytes, { url }), written);
    const lazy = JSON.parse(JSON.stringify(parseFeed(parser, bytes, { url }, { lazy: true })));
    assert.deepEqual(unjudged(lazy), unjudged(written));
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

const long = 'A long text, left in its bytes. '.repeat(10);
const rss = (/** @type {string} */ description, encoding = 'utf-8') =>
  Buffer.from(
    `<?xml version="1.0" encoding="${encoding}"?><rss version="2.0"><channel>` +
      `<item><description>${description}</description></item></channel></rss>`,
    encoding === 'utf-8' ? 'utf8' : 'latin1',
  );
const summaryOf = (/** @type {Uint8Array} */ bytes) => {
  const parsed = parseFeed(parser, bytes, {}, { lazy: true });
  return parsed.kind === 'ok' && parsed.value.entries[0].summary;
};

test('lazy: a long text is read when it is asked for, whatever was parsed since', () => {
  const summary = summaryOf(rss(`${long}&amp; &lt;b>\r\n &#x2014; end `));
  summaryOf(rss('another'));
  assert.equal(summary.value, `${long}& <b>\n \u2014 end`);
  assert.equal(summary.value, `${long}& <b>\n \u2014 end`);
});

test('lazy: a CDATA section is trimmed and its line ends and C1 controls are read as ever', () => {
  const summary = summaryOf(rss(`<![CDATA[ \n<p>${long}\u00a0\r\u0080</p>\u00a0\n]]>`));
  assert.equal(summary.value, `<p>${long}\u00a0\n\u20ac</p>\u00a0`);
});

test('lazy: all properties of a text are found by walking through it', () => {
  const found = [];
  for (const key in summaryOf(rss(long))) found.push(key);
  assert.deepEqual(found.sort(), ['type', 'value']);
});

test('lazy: a text in another charset is read at once', () => {
  const summary = summaryOf(rss(`${long}é`, 'iso-8859-1'));
  assert.deepEqual(summary, { type: 'html', value: `${long}é` });
});
