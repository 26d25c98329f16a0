// Charsets that the core leaves to others: which label counts, and what becomes of bytes that do not fit it.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parseFeed } from '../../../web/core/parse-feed.js';
import { loadParser } from '../../../web/core/parser.js';

const parser = await loadParser(
  new Uint8Array(readFileSync(new URL('../../../dist/planetarium-parser.wasm', import.meta.url))),
);

/** Characters of a string literal are bytes here; text that is none is written as UTF-8. @param {string} text */
const latin1 = (text) => Uint8Array.from(text, (c) => c.charCodeAt(0));
const utf8 = (/** @type {string} */ text) => Buffer.from(text).toString('latin1');

/**
 * @param {string} label   of the XML declaration
 * @param {string} title   its bytes
 * @param {string} [contentType]
 */
function read(label, title, contentType) {
  const declaration = label && `<?xml version="1.0" encoding="${label}"?>`;
  const document = `${declaration}<rss version="2.0"><channel><title>${title}</title></channel></rss>`;
  const outcome = parseFeed(parser, latin1(document), { contentType });
  if (outcome.kind === 'failed') return outcome;
  const { title: text, encoding, error } = outcome.value;
  return { title: text?.value, encoding, ...(error && { error }) };
}

const CHARSETS = /** @type {const} */ ([
  ['koi8-r', '\xf0\xd2\xc9\xd7\xc5\xd4', 'Привет'],
  ['Windows-1251', '\xcf\xf0\xe8\xe2\xe5\xf2', 'Привет'],
  ['iso-8859-2', '\xaf\xf3\xb3\xe6', 'Żółć'],
  ['iso-8859-15', '\xa4\xbd', '€œ'],
  ['iso-8859-16', '\xaa\xba', 'Șș'],
  ['windows-1253', '\xd9\xf1\xe1', 'Ωρα'],
  ['macintosh', '\x8e\xdb', 'é€'],
  ['Shift_JIS', '\x93\xfa\x96\x7b', '日本'],
  ['windows-31j', '\x87\x40', '①'],
  ['EUC-JP', '\xc6\xfc\xcb\xdc', '日本'],
  ['iso-2022-jp', '\x1b$BF|K\\\x1b(B!', '日本!'],
  ['gb2312', '\xc8\xd5\xb1\xbe', '日本'],
  ['gb2312', '\x80', '€'], // gb2312 is read as gbk
  ['gb18030', '\x81\x30\x81\x30', '€'], // U+0080, which means what windows-1252 has there
  ['gb18030', '\x94\x39\xda\x33', '💩'],
  ['big5', '\xa4\xe9\xa5\xbb', '日本'],
  ['big5-hkscs', '\x88\x62', 'Ê̄'],
  ['ks_c_5601-1987', '\xc7\xd1\xb1\xdb', '한글'],
  ['tis-620', '\xe4\xb7\xc2', 'ไทย'],
  ['x-user-defined', 'a\xff', 'a\uf7ff'],
]);

for (const [label, bytes, title] of CHARSETS) {
  test(`decoding: ${label} has ${title}`, () => {
    const encoding = label.toLowerCase();
    assert.deepEqual(read(label, bytes), { title, encoding });
    assert.deepEqual(read('utf-8', bytes, `text/xml; charset="${label}"`), { title, encoding });
  });
}

test('decoding: bytes that do not fit the charset are replaced, and the feed says so', () => {
  assert.deepEqual(read('Shift_JIS', '\x93\xfa\xff!'), {
    title: '日\ufffd!',
    encoding: 'shift_jis',
    error: 'malformed_bytes: bytes that are not shift_jis',
  });
  assert.deepEqual(read('iso-8859-7', '\xe1\xd2'), {
    title: 'α\ufffd',
    encoding: 'iso-8859-7',
    error: 'malformed_bytes: bytes that are not iso-8859-7',
  });
  // half a character does not swallow the tag behind it
  assert.equal(/** @type {any} */ (read('gbk', '\xc8\xd5\xb1')).title, '日\ufffd');
});

test('decoding: bytes that are UTF-8 are read as that', () => {
  assert.deepEqual(read('koi8-r', utf8('日本')), {
    title: '日本',
    encoding: 'utf-8',
    error: 'malformed_bytes: the encoding "koi8-r" does not fit the bytes',
  });
});

test('decoding: a label that nobody knows is named; UTF-8 takes its place, else windows-1252', () => {
  const error = 'malformed_bytes: the encoding "x-none" is unknown';
  assert.deepEqual(read('x-none', 'plain'), { title: 'plain', encoding: 'utf-8', error });
  assert.deepEqual(read('x-none', 'caf\xe9'), { title: 'café', encoding: 'windows-1252', error });
});

test('decoding: charsets that the WHATWG replaces by one U+FFFD are read by their ASCII', () => {
  for (const label of ['iso-2022-kr', 'hz-gb-2312', 'replacement']) {
    const error = `malformed_bytes: the encoding "${label}" is unknown`;
    assert.deepEqual(read(label, 'plain'), { title: 'plain', encoding: 'utf-8', error });
  }
});

test("decoding: where nobody knows the Content-Type's label, the declaration's counts", () => {
  const contentType = 'text/xml; charset=none';
  const error = 'malformed_bytes: the encoding "none" is unknown';
  assert.deepEqual(read('koi8-r', '\xf0', contentType), { title: 'П', encoding: 'koi8-r', error });
  assert.deepEqual(read('latin1', '\xe9', contentType), { title: 'é', encoding: 'latin1', error });
  assert.deepEqual(read('x-none', '\xe9', contentType), { title: 'é', encoding: 'windows-1252', error });
});

test('decoding: a charset that needs no decoder loads none', () => {
  const script = `
    import { withDecoding } from ${JSON.stringify(new URL('../../../web/core/decoding.js', import.meta.url))};
    import { createRequire } from 'node:module';
    withDecoding(new Uint8Array(), {}, () => ({ kind: 'ok', value: 1 }));
    const loaded = Object.keys(createRequire('/').cache ?? {});
    console.log(loaded.filter((file) => file.includes('@exodus')).length);
    withDecoding(new Uint8Array(1), {}, (_, { charset }) =>
      charset ? { kind: 'ok', value: 1 } : { kind: 'failed', reason: 'unsupported_encoding', detail: 'koi8-r' });
    console.log(Object.keys(createRequire('/').cache ?? {}).filter((file) => file.includes('@exodus')).length > 0);`;
  const output = execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
    encoding: 'utf8',
  });
  assert.equal(output, '0\ntrue\n');
});
