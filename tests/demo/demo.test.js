/** The demo planet's files → what they must hold to be worth showing. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { readConfig } from '../../web/config/planet-config.js';

const DEMO = fileURLToPath(new URL('../../demo', import.meta.url));
const GONE = 'feeds/closed-for-the-season.xml';

const planet = JSON.parse(read('planet.json'));

/** @param {string} path */
function read(path) {
  const bytes = readFileSync(join(DEMO, path));
  const label = /^<\?xml[^>]*encoding="windows-1252"/.test(bytes.toString('latin1', 0, 200))
    ? 'latin1'
    : 'utf8';
  return bytes.toString(label);
}

/** @returns {string[]}   paths of the feeds that are there */
const feedFiles = () => readdirSync(join(DEMO, 'feeds')).map((name) => `feeds/${name}`);

test('demo: planet.json is a config that the page accepts', () => {
  const config = readConfig(planet, 'http://127.0.0.1:8080/planet.json');
  assert.equal(config.kind, 'ok');
});

test('demo: every feed and face that planet.json names is there, the gone one aside', () => {
  for (const { url, face } of planet.feeds) {
    assert.equal(existsSync(join(DEMO, url)), url !== GONE, url);
    assert.ok(existsSync(join(DEMO, face)), face);
  }
  const named = planet.feeds.map((/** @type {{ url: string }} */ feed) => feed.url);
  assert.deepEqual(feedFiles(), named.filter((/** @type {string} */ url) => url !== GONE).sort());
});

test('demo: each format is there', () => {
  const formats = feedFiles().map((file) => {
    const text = read(file);
    if (file.endsWith('.json')) return JSON.parse(text).version;
    return /<(rss version="2\.0"|rdf:RDF|(?:atom:)?feed)[ >]/.exec(text)?.[1];
  });
  assert.deepEqual([...new Set(formats)].sort(), [
    'atom:feed',
    'feed',
    'https://jsonfeed.org/version/1.1',
    'rdf:RDF',
    'rss version="2.0"',
  ]);
});

test('demo: a feed in windows-1252 says so, and has the bytes that tell it from Latin-1', () => {
  const bytes = readFileSync(join(DEMO, 'feeds/crumb.xml'));
  assert.match(bytes.toString('latin1'), /^<\?xml version="1.0" encoding="windows-1252"\?>/);
  for (const byte of [0x80, 0x85, 0x92, 0x93, 0x94, 0x96])
    assert.ok(bytes.includes(byte), `0x${byte.toString(16)}`);
});

test('demo: one feed breaks off in the middle of a post, with whole posts before it', () => {
  const text = read('feeds/almanac.xml');
  assert.equal(text.match(/<\/item>/g)?.length, 4);
  assert.doesNotMatch(text, /<\/rss>|<\/channel>/);
});

test('demo: one entry stands in two feeds under one link', () => {
  const link = 'https://quillhaven.example/lantern-night-2026';
  const holders = feedFiles().filter((file) => read(file).includes(link));
  assert.deepEqual(holders, ['feeds/patience.xml', 'feeds/tideline.xml']);
});

test('demo: tags overlap, written in different case', () => {
  const spellings = new Set(
    feedFiles().flatMap((file) => read(file).match(/\b(?:bread|ferry|tides|code)\b/gi) ?? []),
  );
  for (const word of ['bread', 'Bread', 'ferry', 'Ferry', 'tides', 'Tides', 'code', 'CODE'])
    assert.ok(spellings.has(word), word);
});

test('demo: between forty and sixty posts, from eighteen months, in many zones, some on another day in UTC', () => {
  const dates = feedFiles().flatMap(postDates);
  assert.ok(dates.length >= 40 && dates.length <= 60, `${dates.length} posts`);
  const times = dates.map((date) => Date.parse(date));
  assert.ok(times.every((time) => time > Date.UTC(2025, 4, 1) && time < Date.UTC(2026, 10, 20)));
  const offsets = new Set(dates.map((date) => date.slice(-6).replace(':', '').trim()));
  assert.ok(offsets.size >= 8, [...offsets].join(' '));
  const written = dates.filter((date) => dayWritten(date) !== new Date(date).toISOString().slice(0, 10));
  assert.ok(written.length >= 8, `${written.length} posts are on another day in UTC`);
});

test('demo: the weekday of every RSS date is right', () => {
  for (const [, day, date] of feedFiles().flatMap((file) => [
    ...read(file).matchAll(/<pubDate>(\w{3}), (\d+ \w{3} \d{4})/g),
  ]))
    assert.equal(new Date(`${date} 12:00 UTC`).toUTCString().slice(0, 3), day, date);
});

test('demo: every picture in a post is a file of the project, found from where its feed is, or stands in the feed', () => {
  const pictures = feedFiles().flatMap((file) => {
    const home = pathToFileURL(join(DEMO, file));
    return read(file)
      .split(/(?=<(?:content:encoded|description|content|atom:content)[ >])/)
      .flatMap((body) => {
        const base = new URL(
          /^<[^>]*\bxml:base="([^"]+)"/.exec(body)?.[1] ?? 'https://weblog.example/',
          home,
        );
        return [...body.matchAll(/<img[^>]*?\bsrc=\\?["']([^"'\\]+)/g)].map(
          (match) => new URL(match[1], base),
        );
      });
  });
  assert.ok(pictures.length >= 5);
  const files = pictures.filter(({ protocol }) => protocol !== 'data:');
  for (const { href } of files) assert.ok(href.startsWith('file:') && existsSync(fileURLToPath(href)), href);
});

test("demo: nothing outside of the project would be loaded, save what the prankster's markup asks for", () => {
  const loads =
    /(?:\bsrc|srcset|poster|data|background|xlink:href)\\?=\\?["']?\s*(?:https?:)?\/\/|url\(\s*["']?https?:/i;
  const files = feedFiles().filter((file) => file !== 'feeds/prankster.xml');
  for (const file of files) assert.doesNotMatch(read(file), loads, file);
  for (const [url] of read('feeds/prankster.xml').matchAll(/https?:\/\/[^/"' )]+/g))
    assert.match(url, /\.example$|^http:\/\/purl\.org$/, url);
  for (const folder of ['faces', 'pictures'])
    for (const name of readdirSync(join(DEMO, folder)))
      assert.doesNotMatch(
        read(`${folder}/${name}`).replace('http://www.w3.org/2000/svg', ''),
        /https?:|<script|\bon\w+=/,
        name,
      );
});

test('demo: the prankster tries scripts, handlers, addresses, styles, frames and forms, in every field', () => {
  const text = read('feeds/prankster.xml');
  for (const trick of [
    ...[
      '<script',
      'onload=',
      'onerror=',
      'onclick=',
      'javascript:',
      'data:text/html',
      '<iframe',
      '<style',
      '<form',
    ],
    ...[
      '<svg',
      '<math',
      '<meta http-equiv="refresh"',
      '<base',
      '<object',
      '<embed',
      '<link rel="stylesheet"',
      '@import',
    ],
    ...[
      'position: fixed',
      "pranked='author'",
      "pranked='category'",
      "pranked='title'",
      "pranked='entry link'",
      '\u202e',
    ],
  ])
    assert.ok(text.includes(trick), trick);
});

/**
 * @param {string} file
 * @returns {string[]}   of every post, as written; the post that is cut off has one too
 */
function postDates(file) {
  const text = read(file);
  if (file.endsWith('.json'))
    return JSON.parse(text).items.map(
      (/** @type {{ date_published: string }} */ item) => item.date_published,
    );
  return text
    .split(/<(?:item|entry|atom:entry)[ >]/)
    .slice(1)
    .map((post) => {
      const date =
        /<(?:pubDate|dc:date|(?:atom:)?published)>([^<]+)/.exec(post) ??
        /<(?:atom:)?updated>([^<]+)/.exec(post);
      assert.ok(date, `${file}: a post without a date`);
      return date[1];
    });
}

/** @param {string} date */
function dayWritten(date) {
  const withoutZone = date.replace(/\s*([+-]\d\d:?\d\d|Z)$/, '');
  return new Date(`${withoutZone}${withoutZone.includes('T') ? 'Z' : ' UTC'}`).toISOString().slice(0, 10);
}
