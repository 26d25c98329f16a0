import assert from 'node:assert/strict';
import { test } from 'node:test';
import { zoneTransitions } from '../../../web/config/time-zone.js';

const now = Date.UTC(2026, 0, 1) / 1000;

/** @param {string} zone @param {string} instant @returns {number | undefined} */
const offsetAt = (zone, instant) => {
  const at = Date.parse(instant) / 1000;
  return zoneTransitions(zone, now)?.findLast(([from]) => from <= at)?.[1];
};

test('time zone: posts as published need no table', () =>
  assert.equal(zoneTransitions('published', now), undefined));

test('time zone: the table ascends, starts before all posts and changes at each row', () => {
  const table = zoneTransitions('America/Denver', now) ?? [];
  assert.deepEqual(table[0], [-62135596800, -420]);
  for (let row = 1; row < table.length; row++) {
    assert.ok(table[row][0] > table[row - 1][0]);
    assert.notEqual(table[row][1], table[row - 1][1]);
  }
});

for (const [zone, instant, offset] of /** @type {[string, string, number][]} */ ([
  ['America/Denver', '2008-03-09T08:59:59Z', -420],
  ['America/Denver', '2008-03-09T09:00:00Z', -360],
  ['America/Denver', '2008-11-02T07:59:59Z', -360],
  ['America/Denver', '2008-11-02T08:00:00Z', -420],
  ['America/Denver', '1970-01-01T00:00:00Z', -420],
  ['America/St_Johns', '2010-03-14T03:30:59Z', -210],
  ['America/St_Johns', '2010-03-14T03:31:00Z', -150],
  ['Asia/Kathmandu', '2020-01-01T00:00:00Z', 345],
  ['Australia/Lord_Howe', '2020-01-01T00:00:00Z', 660],
  ['Africa/Casablanca', '2024-03-20T00:00:00Z', 0],
  ['Africa/Casablanca', '2024-05-01T00:00:00Z', 60],
  ['UTC', '2020-01-01T00:00:00Z', 0],
])) {
  test(`time zone: ${zone} is ${offset} minutes from UTC at ${instant}`, () => {
    assert.equal(offsetAt(zone, instant), offset);
  });
}

test("time zone: viewer is the reader's own", () => {
  assert.deepEqual(
    zoneTransitions('viewer', now),
    zoneTransitions(new Intl.DateTimeFormat().resolvedOptions().timeZone, now),
  );
});
