// Charsets: what Node's decoder and the core make of bytes is what Chromium's TextDecoder makes of them.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { textDecoder } from '#text-decoder';
import { parseFeed } from '../../web/core/parse-feed.js';
import { loadParser } from '../../web/core/parser.js';
import { charsetLabels } from './support/charset-labels.js';
import { launchChromium } from './support/chromium.js';
import { decodeEverySequence } from './support/every-sequence.js';

/** @type {import('playwright-core').Browser} */
let browser;
/** @type {import('playwright-core').Page} */
let page;
before(async () => {
  browser = await launchChromium();
  page = await browser.newPage();
});
after(() => browser.close());

/** `new` of a function that returns an object is that object. */
const NodeDecoder = /** @type {import('./support/every-sequence.js').Decoder} */ (
  /** @type {unknown} */ (
    function (/** @type {string} */ label, /** @type {TextDecoderOptions} */ options) {
      return textDecoder(label, options);
    }
  )
);

test('decoders: Node knows every label of the Encoding Standard, as Chromium does', async () => {
  const all = [...charsetLabels].flatMap(([name, labels]) => labels.map((label) => [label, name]));
  assert.equal(all.length, 228);
  assert.equal(charsetLabels.size, 40);
  const decodable = all.map(([label, name]) => [label, name === 'replacement' ? 'RangeError' : name]);
  const inChromium = await page.evaluate(
    (labels) =>
      labels.map((label) => {
        try {
          return [label, new TextDecoder(` ${label.toUpperCase()}\n`).encoding];
        } catch (error) {
          return [label, /** @type {Error} */ (error).name];
        }
      }),
    all.map(([label]) => label),
  );
  assert.deepEqual(inChromium, decodable);
  const inNode = all.map(([label]) => {
    try {
      const decoder = /** @type {TextDecoder} */ (textDecoder(` ${label.toUpperCase()}\n`));
      return [label, decoder.encoding];
    } catch (error) {
      return [label, /** @type {Error} */ (error).name];
    }
  });
  assert.deepEqual(inNode, decodable);
});

for (const charset of charsetLabels.keys()) {
  if (charset === 'replacement') continue;
  test(`decoders: every byte sequence of ${charset} is in Node what it is in Chromium`, async () => {
    const expected = await page.evaluate(decodeEverySequence, { charset });
    const found = decodeEverySequence({ charset }, NodeDecoder);
    const shown = expected.find(({ hash }, i) => hash !== found[i].hash)?.name;
    if (shown) {
      const texts = [await page.evaluate(decodeEverySequence, { charset, shown })];
      texts.push(decodeEverySequence({ charset, shown }, NodeDecoder));
      const [theirs, ours] = texts.map((groups) => groups.find(({ name }) => name === shown)?.text ?? '');
      const at = [...theirs].findIndex((c, i) => c !== ours[i]);
      const around = (/** @type {string} */ text) => text.slice(Math.max(0, at - 20), at + 20);
      assert.equal(around(ours), around(theirs), shown);
    }
    assert.equal(found.length, expected.length);
  });
}

const parser = await loadParser(
  new Uint8Array(readFileSync(new URL('../../dist/planetarium-parser.wasm', import.meta.url))),
);

/**
 * A feed whose titles are those bytes, in a charset that the core decodes by itself.
 * @param {string} charset
 * @param {(random: (below: number) => number) => number[]} makeUnit   a character or half of one, none of it markup
 * @param {(ascii: string) => Buffer} encode
 */
function feedOfRandomTitles(charset, makeUnit, encode) {
  let state = 7;
  const random = (/** @type {number} */ below) => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return (state >>> 8) % below;
  };
  const parts = [encode(`<?xml version="1.0" encoding="${charset}"?><rss version="2.0"><channel>`)];
  for (let i = 0; i < 2000; i++) {
    const units = Array.from({ length: 1 + random(9) }, () => makeUnit(random)).flat();
    parts.push(encode('<item><title>x'), Buffer.from(units), encode('y</title></item>'));
  }
  return new Uint8Array(Buffer.concat([...parts, encode('</channel></rss>')]));
}

const latin1 = (/** @type {string} */ text) => Buffer.from(text, 'latin1');
const utf16 = (/** @type {string} */ text) => Buffer.from(text, 'utf16le');
const highByte = (/** @type {(below: number) => number} */ random) => 0x80 + random(0x80);

/** @type {Record<string, Uint8Array>} */
const FEEDS = {
  'windows-1252': feedOfRandomTitles('windows-1252', (random) => [highByte(random)], latin1),
  // as many characters as strays, so that it stays UTF-8
  'utf-8': feedOfRandomTitles('utf-8', (random) => [0xc3, 0xa9, highByte(random), 0xc3, 0xa9], latin1),
  'utf-16le': feedOfRandomTitles(
    'utf-16',
    (random) => [random(256), random(2) ? 0xd8 + random(8) : 1 + random(255)],
    utf16,
  ),
};

for (const [charset, bytes] of Object.entries(FEEDS)) {
  test(`decoders: the core reads ${charset} as Chromium does`, async () => {
    const text = await page.evaluate(
      ([label, base64]) =>
        new TextDecoder(label).decode(Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))),
      [charset, Buffer.from(bytes).toString('base64')],
    );
    const titles = [...text.matchAll(/<title>(.*?)<\/title>/gs)].map(
      ([, title]) =>
        title
          .replace(/[\x80-\x9f]/g, (c) => textDecoder('windows-1252').decode(latin1(c))) // as HTML reads them
          .replace(/[\ufffe\uffff]/g, ''), // no characters of XML
    );
    const outcome = parseFeed(parser, bytes);
    assert.equal(outcome.kind, 'ok');
    const found = outcome.kind === 'ok' && outcome.value;
    assert.equal(found.encoding, charset);
    assert.deepEqual(
      found.entries.map((/** @type {any} */ entry) => entry.title.value),
      titles,
    );
  });
}
