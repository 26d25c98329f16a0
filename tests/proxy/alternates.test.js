import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { feedLinks } from '../../proxy/alternates.js';

const page = new URL('https://a.example/blog/');

/** @param {string} html */
const links = (html, type = 'text/html') => feedLinks(new TextEncoder().encode(html), type, page);

/** The table that the core is held to as well. @type {{ name: string, url: string, html: string, alternates: object[] }[]} */
const rows = JSON.parse(readFileSync(new URL('../alternates.json', import.meta.url), 'utf8'));

for (const { name, url, html, alternates } of rows) {
  test(`alternates: ${name}`, () => {
    assert.deepEqual(feedLinks(new TextEncoder().encode(html), 'text/html', new URL(url)), alternates);
  });
}

test('alternates: an address that cannot be parsed names no feed', () => {
  assert.deepEqual(links('<link rel="alternate" type="text/xml" href="http://a b/">'), []);
});

test('alternates: at most ten, with titles of a bearable length', () => {
  const html = Array.from(
    { length: 50 },
    (_, i) => `<link rel="alternate" type="text/xml" href="${i}" title="${'t'.repeat(999)}">`,
  ).join('');
  const found = links(html);
  assert.equal(found.length, 10);
  assert.equal(found[0].title?.length, 200);
});

test('alternates: a page in another charset is read in it, an unknown one as UTF-8', () => {
  const html = '<link rel="alternate" type="text/xml" href="f" title="\u00e9">';
  const latin = Uint8Array.from(html, (char) => char.charCodeAt(0));
  assert.equal(feedLinks(latin, 'text/html; charset=ISO-8859-1', page)[0].title, '\u00e9');
  assert.equal(links(html, 'text/html; charset=klingon')[0].title, '\u00e9');
});

test('alternates: hostile markup takes no time', () => {
  for (const piece of [
    '<!--',
    '<link ',
    '<link a="',
    "<link a='",
    '<link a =',
    '<script ',
    '<base href',
    '<link\n',
    '<title>',
    '<a b="',
    '<a b=\'<c d="',
    '<base href="http://a/',
  ]) {
    const started = performance.now();
    links(piece.repeat(2 ** 18 / piece.length));
    assert.ok(performance.now() - started < 500, piece);
  }
});
