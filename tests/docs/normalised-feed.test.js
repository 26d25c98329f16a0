// docs/normalised-feed.md against the feeds of the fixtures, and its example against the parser.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { loadParser } from '../../web/core/parser.js';
import { parseFeed } from '../../web/core/parse-feed.js';

const page = readFileSync(new URL('../../docs/normalised-feed.md', import.meta.url), 'utf8');
const feeds = fileURLToPath(new URL('../feeds/', import.meta.url));

/** @type {Map<string, Map<string, string>>} the objects: key → type */
const objects = new Map();
let heading = '';
for (const line of page.split('\n')) {
  heading = /^#+ (\w+)$/.exec(line)?.[1] ?? heading;
  const row = /^\| `(\w+)` *\| (\S+)/.exec(line);
  if (!row) continue;
  const keys = objects.get(heading) ?? new Map();
  objects.set(heading, keys.set(row[1], row[2]));
}

const seen = new Set();

/** @type {Record<string, (value: any) => boolean>} */
const simple = {
  string: (value) => typeof value === 'string',
  URL: (value) => typeof value === 'string' && value !== '',
  date: (value) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(value),
  boolean: (value) => typeof value === 'boolean',
  integer: (value) => Number.isSafeInteger(value) && value >= 0,
  number: (value) => typeof value === 'number' && value >= 0,
  coordinates: (value) => Array.isArray(value) && value.length > 0,
};

/** @param {any} value @param {string} type @param {string} path */
function check(value, type, path) {
  if (type.endsWith('[]')) {
    assert.ok(Array.isArray(value), `${path} is a list`);
    assert.ok(value.length > 0 || path === 'entries', `${path} is not empty`);
    value.forEach((/** @type {any} */ item) => check(item, type.slice(0, -2), path));
    return;
  }
  if (type in simple) {
    assert.ok(simple[type]?.(value), `${path} is a ${type}: ${JSON.stringify(value)}`);
    assert.ok(value !== '' || path.endsWith('language'), `${path} is not empty`);
    return;
  }
  const keys = objects.get(type);
  assert.ok(keys, `${path}: the page has an object ${type}`);
  assert.ok(Object.keys(value).length > 0 || type === 'Entry', `${path} is not empty`);
  for (const [key, member] of Object.entries(value)) {
    const wanted = keys.get(key);
    assert.ok(wanted, `${type} has a key ${key}, at ${path}`);
    seen.add(`${type}.${key}`);
    check(member, wanted, path ? `${path}.${key}` : key);
  }
}

const expected = readdirSync(feeds, { recursive: true, encoding: 'utf8' }).filter(
  (name) => name.endsWith('.expected.json') && !name.startsWith('opml/'), // lists are no feeds
);

test('normalised feed: every key of every fixture stands in the page, with its type', () => {
  for (const name of expected) {
    const feed = JSON.parse(readFileSync(`${feeds}${name}`, 'utf8'));
    if (feed.entries) check(feed, 'Feed', '');
    else assert.deepEqual(Object.keys(feed), ['error'], name);
  }
});

test('normalised feed: every key of the page occurs in a fixture', () => {
  const missing = [...objects].flatMap(([type, keys]) =>
    [...keys.keys()].map((key) => `${type}.${key}`).filter((key) => !seen.has(key)),
  );
  assert.deepEqual(missing, []);
});

test('normalised feed: the example of the page is what the parser makes of it', async () => {
  const [, xml, json] = /```xml\n(.*?)```.*?```json\n(.*?)```/s.exec(page) ?? [];
  assert.ok(xml && json);
  const wasm = readFileSync(new URL('../../dist/planetarium-parser.wasm', import.meta.url));
  const parser = await loadParser(new Uint8Array(wasm));
  const parsed = parseFeed(parser, new TextEncoder().encode(xml), { url: 'https://weblog.example/feed' });
  assert.deepEqual(parsed, { kind: 'ok', value: JSON.parse(json) });
});
