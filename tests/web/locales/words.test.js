import assert from 'node:assert/strict';
import { test } from 'node:test';
import { en } from '../../../web/locales/en.js';
import { loadFrom } from '../../../web/locales/words.js';

test('words: the first language that there is wins, and gives the dates their form', async () => {
  const words = { language: 'cy' };
  const tables = { cy: async () => ({ words }) };
  const pick = (/** @type {(string | undefined)[]} */ ...wanted) =>
    loadFrom({ language: 'en' }, tables, wanted);
  assert.deepEqual(await pick('de-AT', 'en-GB', 'cy'), { words: { language: 'en' }, locale: 'en-GB' });
  assert.deepEqual(await pick('de-AT', 'cy', 'en-GB'), { words, locale: 'cy' });
  assert.deepEqual(await pick('en-GB-u-nu-arab'), { words: { language: 'en' }, locale: 'en' });
  assert.deepEqual(await pick(undefined, 'tlh'), { words: { language: 'en' }, locale: 'en' });
});

test('words: numbers and plurals', () => {
  assert.equal(en.postCount(1), '1 post');
  assert.equal(en.postCount(1234), '1,234 posts');
  assert.equal(en.page(2, 1700), 'Page 2 of 1,700');
  assert.equal(en.finished(12, 1), '12 posts. 1 feed could not be read.');
});

for (const [
  state,
  text,
] of /** @type {[{ reason?: string, status?: number, detail?: string }, string][]} */ ([
  [{ reason: 'upstream_status', status: 404 }, 'not found (404)'],
  [{ reason: 'upstream_status', status: 503 }, 'its server has an error (503)'],
  [{ reason: 'upstream_status' }, 'its server answered with an error'],
  [{ reason: 'too_large', detail: '16777216' }, 'larger than 16 MB'],
  [{ reason: 'too_large' }, 'too large'],
  [{ reason: 'not_a_feed', detail: 'a PNG picture, not a feed' }, 'a PNG picture, not a feed'],
  [{ reason: 'not_a_feed' }, 'not a feed'],
  [{ reason: 'of_the_future', detail: 'Something new.' }, 'Something new.'],
  [{ reason: 'constructor' }, 'cannot be read'],
  [{}, 'cannot be read'],
])) {
  test(`words: a feed with ${JSON.stringify(state)} is ${text}`, () =>
    assert.equal(en.state.failed(state), text));
}
