// The words for what an address asks for, and the way out of each.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { en } from '../../../web/locales/en.js';
import { datesIn } from '../../../web/render/dates.js';
import { filtersOf } from '../../../web/render/heading.js';

/** @param {object} address */
const filters = (address) =>
  filtersOf(
    /** @type {any} */ ({
      address,
      words: en,
      dates: datesIn('en'),
      view: { cloud: [{ tag: 'sea', label: 'Sea' }], feeds: [] },
    }),
  );

test('heading: each filter is said, and its address is the view without it', () => {
  assert.deepEqual(filters({ tag: 'sea', search: 'salt "cold water"', page: 2 }), [
    { text: 'about Sea', without: '#/search/salt%20%22cold%20water%22' },
    { text: 'that say salt "cold water"', without: '#/tag/sea' },
  ]);
});

test('heading: languages have their names, and what is none stands as it was written', () => {
  const texts = ['de', 'zh', 'und', 'x', '!!'].map((lang) => filters({ lang })[0].text);
  assert.deepEqual(texts, ['in German', 'in Chinese', 'in a language that is not known', 'in x', 'in !!']);
});
