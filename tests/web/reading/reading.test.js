// What a reader has done, as it is kept: marks that storage holds are believed only as far as they make sense.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createReading } from '../../../web/reading/reading.js';

const NOW = 1_213_000_000;

/** @param {Record<string, unknown>} [kept] */
function device(kept = {}) {
  const texts = new Map(
    Object.entries(kept).map(([key, value]) => [
      key,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]),
  );
  return {
    texts,
    get: (/** @type {string} */ key) => texts.get(key),
    set: (/** @type {string} */ key, /** @type {string} */ value) => void texts.set(key, value),
  };
}

/** @param {string} key @param {string} date */
const entry = (key, date) =>
  /** @type {import('../../../web/model.js').EntryView} */ ({
    key,
    date,
    local: date,
    feed: 'ada',
    dateFrom: 'published',
  });

test('reading: what makes no sense in the storage counts for nothing', () => {
  const stars = {
    a: null,
    b: 'x',
    c: { at: 1, feed: 'ada', title: 'T' },
    d: { at: '2008', feed: 'ada', title: 'Kept' },
  };
  for (const read of ['{', 'null', '{"length":3}', '[1,{},"k"]']) {
    const reading = createReading(device({ read, stars, folds: '["x"]', visit: '[]' }), () => NOW);
    assert.equal(reading.isRead('k'), read.includes('"k"'));
    assert.deepEqual(
      reading.stars().map(([key]) => key),
      ['d'],
    );
    assert.equal(reading.isFolded('2008-06-08', entry('a', '2008-06-08T10:00:00Z')), false);
    assert.equal(reading.isNew(entry('a', '2008-06-08T10:00:00Z')), false);
  }
});

test('reading: a mark holds for the instants up to it, however their offset is written', () => {
  const reading = createReading(device(), () => NOW);
  reading.fold('2008-06-08', [entry('a', '2008-06-08T12:00:00+02:00'), entry('b', '2008-06-08T09:00:00Z')]);
  assert.equal(reading.isFolded('2008-06-08', entry('c', '2008-06-08T10:00:00Z')), true);
  assert.equal(reading.isFolded('2008-06-08', entry('d', '2008-06-08T10:00:01Z')), false);
  assert.equal(reading.isFolded('2008-06-07', entry('c', '2008-06-07T10:00:00Z')), false);
});

test('reading: the read posts that are remembered are the latest', () => {
  const kept = device();
  const reading = createReading(kept, () => NOW);
  for (let i = 0; i < 3001; i++) reading.setRead(`key${i}`);
  assert.equal(JSON.parse(kept.texts.get('read') ?? '').length, 2000);
  assert.equal(reading.isRead('key3000'), true);
  assert.equal(reading.isRead('key1000'), false);
});

test('reading: half an hour without a look begins another visit, a reload does not', () => {
  const kept = device();
  let now = NOW;
  const posts = [entry('b', '2008-06-08T12:00:00Z'), entry('a', '2008-06-07T12:00:00Z')];
  createReading(kept, () => now).saw(posts.slice(1));
  const isNew = () => posts.map(createReading(kept, () => now).isNew);
  now += 60;
  assert.deepEqual(isNew(), [false, false]);
  now += 1900;
  assert.deepEqual(isNew(), [true, false]);
  createReading(kept, () => now).saw(posts);
  now += 60;
  assert.deepEqual(isNew(), [true, false], 'still the same visit');
  now += 1900;
  assert.deepEqual(isNew(), [false, false]);
});

test('reading: a feed that is new to the planet brings no flood of new posts', () => {
  const kept = device({
    visit: { at: NOW - 7200, latest: { keys: ['a'], from: Date.parse('2008-06-07T12:00:00Z') } },
  });
  const { isNew } = createReading(kept, () => NOW);
  assert.equal(isNew(entry('old', '2007-01-01T00:00:00Z')), false);
  assert.equal(isNew(entry('late', '2008-06-07T13:00:00Z')), true);
});
