import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sniff } from '../../proxy/sniff.js';

const utf8 = (/** @type {string} */ text) => new TextEncoder().encode(text);

/**
 * @param {string} text
 * @param {number} width
 * @param {boolean} bigEndian
 */
function encoded(text, width, bigEndian) {
  const view = new DataView(new ArrayBuffer(text.length * width));
  for (let i = 0; i < text.length; i++) {
    if (width === 2) view.setUint16(i * 2, text.charCodeAt(i), !bigEndian);
    else view.setUint32(i * 4, text.charCodeAt(i), !bigEndian);
  }
  return new Uint8Array(view.buffer);
}

/** @type {[string, string, ReturnType<typeof sniff>][]} */
const rows = [
  ['RSS 2.0', '<?xml version="1.0"?><rss version="2.0">', 'rss'],
  ['RSS without a declaration', '<rss version="0.91"/>', 'rss'],
  [
    'RSS 0.91 with a document type',
    '<!DOCTYPE rss PUBLIC "-//Netscape//DTD" "http://x/rss.dtd"><rss>',
    'rss',
  ],
  [
    'an internal subset with brackets',
    '<!DOCTYPE rdf:RDF [<!ENTITY a "b>c"> <!ENTITY d "e">]><rdf:RDF>',
    'rdf',
  ],
  ['RSS 1.0', '<?xml version="1.0"?>\n<rdf:RDF xmlns:rdf="r">', 'rdf'],
  ['Atom', '<feed xmlns="http://www.w3.org/2005/Atom">', 'atom'],
  ['Atom with a prefix', '<a:feed xmlns:a="http://www.w3.org/2005/Atom">', 'atom'],
  ['OPML', '<?xml version="1.0"?><opml version="2.0">', 'opml'],
  ['a root in capitals', '<RSS version="2.0">', 'rss'],
  [
    'white space, comments and style sheets first',
    ' \r\n<!-- > <html> --><?xml-stylesheet href="a"?><rss>',
    'rss',
  ],
  ['a byte order mark', '\ufeff<rss>', 'rss'],
  ['two byte order marks', '\ufeff\ufeff<rss>', 'rss'],
  ['junk before the declaration', 'Notice: x\n<?xml version="1.0"?><rss>', 'rss'],
  [
    'PHP warnings before the declaration',
    '<br />\n<b>Warning</b>: x<br />\n<?xml version="1.0"?><rss>',
    'rss',
  ],
  ['JSON Feed', '{"version": "https://jsonfeed.org/version/1.1", "items": []}', 'json'],
  ['JSON Feed with escaped slashes', '\ufeff {"version":"https:\\/\\/jsonfeed.org\\/version\\/1"}', 'json'],
  [
    'JSON Feed whose version stands last',
    `{"items":["${'x'.repeat(70000)}"],"version":"https://jsonfeed.org/version/1"}`,
    'json',
  ],
  ['another JSON', '{"items": [], "version": "1"}', null],
  ['a JSON list', '[{"version": "https://jsonfeed.org/version/1"}]', null],
  ['HTML', '<!doctype html><html><head>', 'html'],
  ['HTML without a document type', '<html lang=en>', 'html'],
  ['HTML that starts in the middle', '<p>Not found</p>', 'html'],
  ['HTML that shows a feed', '<!doctype html><title>x</title><pre><?xml version="1.0"?><rss>', 'html'],
  ['XHTML', '<?xml version="1.0"?><!DOCTYPE html PUBLIC "x"><html xmlns="y">', 'html'],
  ['SVG', '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><rss/></svg>', null],
  ['a sitemap', '<?xml version="1.0"?><urlset>', null],
  ['a script', 'if (x<y) alert("<rss>")', null],
  ['plain text', 'hello', null],
  ['nothing', '', null],
  ['white space', ' \n\t', null],
  ['a comment that never ends', '<!-- <rss>', null],
  ['a document type that never ends', '<!DOCTYPE rss [ <rss>', null],
  ['zeros', '\0'.repeat(200), null],
];

for (const [name, text, expected] of rows) {
  test(`sniff: ${name} is ${expected ?? 'no feed'}`, () => assert.equal(sniff(utf8(text)), expected));
}

for (const [width, bigEndian] of /** @type {[number, boolean][]} */ ([
  [2, false],
  [2, true],
  [4, false],
  [4, true],
])) {
  const name = `UTF-${width * 8}${bigEndian ? 'BE' : 'LE'}`;
  for (const mark of ['', '\ufeff']) {
    test(`sniff: ${name} ${mark ? 'with' : 'without'} a byte order mark is read`, () => {
      const text = `${mark}<?xml version="1.0"?><!-- \u2014 --><feed title="\u00e9">`;
      assert.equal(sniff(encoded(text, width, bigEndian)), 'atom');
      assert.equal(
        sniff(encoded(`${mark}{"version":"https://jsonfeed.org/version/1"}`, width, bigEndian)),
        'json',
      );
      assert.equal(sniff(encoded(`${mark}<!DOCTYPE html><html>`, width, bigEndian)), 'html');
    });
  }
}

test('sniff: an image and a gzip file are no feeds', () => {
  assert.equal(sniff(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13])), null);
  assert.equal(sniff(new Uint8Array([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3])), null);
});

test('sniff: every prefix of a feed is looked at without an error', () => {
  const bytes = utf8(
    '\ufeff<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "b">]><!-- c --><rss version="2.0">',
  );
  for (let length = 0; length <= bytes.length; length++) sniff(bytes.slice(0, length));
});

test('sniff: megabytes of openings take no time', () => {
  for (const text of ['<!--', '<!DOCTYPE [', '<?', '<', '{"version":']) {
    const started = performance.now();
    sniff(utf8(text.repeat(2 ** 20 / text.length)));
    assert.ok(performance.now() - started < 500, text);
  }
});
