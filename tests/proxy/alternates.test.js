import assert from 'node:assert/strict';
import { test } from 'node:test';
import { feedLinks } from '../../proxy/alternates.js';

const page = new URL('https://a.example/blog/');

/** @param {string} html */
const links = (html, type = 'text/html') => feedLinks(new TextEncoder().encode(html), type, page);

test('alternates: the feeds of a page are named, resolved, in order, each once', () => {
  const html = `<!doctype html><title>x</title>
    <link rel="stylesheet" href="a.css"><link rel="alternate" hreflang="de" href="/de/">
    <LINK HREF='feed.xml' REL="Alternate  home" TYPE="application/rss+xml; charset=utf-8" title="Ada &amp; friends">
    <link rel=alternate type=application/atom+xml href=/atom?a=1&amp;b=2>
    <link rel="alternate" type="application/feed+json" href="//b.example/feed.json"/>
    <link rel="alternate" type="application/rss+xml" href="./feed.xml">`;
  assert.deepEqual(links(html), [
    { url: 'https://a.example/blog/feed.xml', type: 'application/rss+xml', title: 'Ada & friends' },
    { url: 'https://a.example/atom?a=1&b=2', type: 'application/atom+xml' },
    { url: 'https://b.example/feed.json', type: 'application/feed+json' },
  ]);
});

test('alternates: the first base counts', () => {
  const html =
    '<base href="/x/"><base href="/y/"><link rel="alternate" type="application/rss+xml" href="feed">';
  assert.deepEqual(links(html), [{ url: 'https://a.example/x/feed', type: 'application/rss+xml' }]);
});

test('alternates: scripts, comments, other schemes and the WordPress API name no feed', () => {
  const link = (/** @type {string} */ href, type = 'application/rss+xml') =>
    `<link rel="alternate" type="${type}" href="${href}">`;
  const html = `<!-- ${link('a')} --><SCRIPT>"</p>${link('b')}"</SCRIPT>
    ${link('javascript:alert(1)')}${link('data:,x')}${link('http://a b/')}
    ${link('/wp-json/wp/v2/posts/1', 'application/json')}${link('c', 'text/html')}<link rel="alternate">`;
  assert.deepEqual(links(html), []);
});

test('alternates: at most twenty, with titles of a bearable length', () => {
  const html = Array.from(
    { length: 50 },
    (_, i) => `<link rel="alternate" type="text/xml" href="${i}" title="${'t'.repeat(999)}">`,
  ).join('');
  const found = links(html);
  assert.equal(found.length, 20);
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
  ]) {
    const started = performance.now();
    links(piece.repeat(2 ** 18 / piece.length));
    assert.ok(performance.now() - started < 500, piece);
  }
});
