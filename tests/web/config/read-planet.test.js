import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readPlanet, whereJsonBreaks } from '../../../web/config/read-planet.js';

test('planet file: a byte order mark is no mistake', () => {
  assert.equal(readPlanet('\uFEFF{"feeds": []}', 'https://a.example/planet.json').kind, 'ok');
});

test('planet file: broken JSON is named with line and column', () => {
  assert.deepEqual(readPlanet('{\n  "title": "x",\n  "feeds": [,]\n}', 'https://a.example/planet.json'), {
    kind: 'failed',
    reason: 'bad-json',
    line: 3,
    column: 13,
  });
});

for (const [json, offset] of /** @type {[string, number][]} */ ([
  ['', 0],
  ['{', 1],
  ['{"a" 1}', 5],
  ['{"a": 1,}', 8],
  ['{a: 1}', 1],
  ["{'a': 1}", 1],
  ['[1, 2', 5],
  ['[1 2]', 3],
  ['{"a": tru}', 6],
  ['{"a": "x\ny"}', 6],
  ['{"a": "\\x"}', 6],
  ['{"a": 01}', 7],
  ['{"a": 1} x', 9],
  ['{"a": {"b": [1, {"c": }]}}', 22],
  ['// note\n{}', 0],
])) {
  test(`planet file: ${JSON.stringify(json)} breaks at ${offset}`, () => {
    assert.throws(() => JSON.parse(json));
    assert.equal(whereJsonBreaks(json), offset);
  });
}
