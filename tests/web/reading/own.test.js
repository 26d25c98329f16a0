// A reader's own planet on top of the shared one, as it is kept and as it is put upon the planet.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readConfig } from '../../../web/config/planet-config.js';
import { loadSettingsWords } from '../../../web/locales/load-settings-words.js';
import { LANGUAGES } from '../../../web/locales/load-words.js';
import { backupOf, isBackup, restore } from '../../../web/reading/backup.js';
import { inOrder, ownOf, withMutes, withOwnFeeds } from '../../../web/reading/own.js';

const NOTHING = { mutedFeeds: [], mutedTags: [], mutedWords: [], languages: [], feeds: [], people: 'planet' };

/** @param {Record<string, string>} [texts] */
function device(texts = {}) {
  return {
    texts,
    get: (/** @type {string} */ key) => texts[key],
    set: (/** @type {string} */ key, /** @type {string} */ value) => void (texts[key] = value),
    drop: (/** @type {string} */ key) => void delete texts[key],
  };
}

test('own: what makes no sense in the storage counts for nothing', () => {
  for (const own of ['', '{', 'null', '[]', '"x"', '{"feeds":"x","languages":{},"people":"worst"}'])
    assert.deepEqual(ownOf(device({ own })), NOTHING, own);
  const own = {
    mutedFeeds: ['https://a.example/', 7, ' ', 'x'.repeat(3000)],
    languages: ['de', 'und', 'DE"', ''],
    feeds: ['javascript:alert(1)', 'https://b.example/feed', '//c', 'https://'],
    people: 'name',
  };
  assert.deepEqual(ownOf(device({ own: JSON.stringify(own) })), {
    ...NOTHING,
    mutedFeeds: ['https://a.example/'],
    languages: ['de', 'und'],
    feeds: ['https://b.example/feed'],
    people: 'name',
  });
});

test('own: feeds stand behind the planet’s, each once; what is no planet stays as it is', () => {
  const feeds = ['https://a.example/', 'https://b.example/'];
  assert.deepEqual(
    JSON.parse(
      withOwnFeeds('{"title":"T","feeds":["https://a.example/",{"url":"https://c.example/"}]}', { feeds }),
    ),
    {
      title: 'T',
      feeds: ['https://a.example/', { url: 'https://c.example/' }, 'https://b.example/'],
    },
  );
  for (const written of ['{', '{}', '[]', 'null', '{"feeds":{}}'])
    assert.equal(withOwnFeeds(written, { feeds }), written);
});

test('own: mutes are filters on top of the planet’s', () => {
  const read = readConfig(
    {
      exclude: { words: ['spam'] },
      feeds: ['https://a.example/', { url: 'https://b.example/', exclude: { words: ['x'] } }],
    },
    'https://p.example/',
  );
  assert.ok(read.kind === 'ok');
  const config = withMutes(read.value, {
    ...ownOf(device()),
    mutedFeeds: ['https://b.example/'],
    mutedTags: ['go'],
    mutedWords: ['ai'],
  });
  assert.deepEqual(config.exclude, [{ words: ['spam'] }, { categories: ['go'] }, { words: ['ai'] }]);
  assert.deepEqual(
    config.feeds.map(({ exclude }) => exclude),
    [undefined, [{ words: ['x'] }, { pattern: '^', in: ['title', 'content', 'author', 'link'] }]],
  );
  assert.deepEqual(withMutes(read.value, ownOf(device())), read.value);
});

test('own: people in the reader’s order', () => {
  const feeds = [
    { name: 'Örn', total: 2, newest: '2008-06-01T00:00:00Z' },
    { name: 'Zoe', total: 9 },
    { name: 'ada', total: 2, newest: '2008-06-01T01:00:00+02:00' },
  ];
  const names = (/** @type {import('../../../web/reading/own.js').PeopleOrder} */ order, locale = 'de') =>
    inOrder(feeds, order, locale).map(({ name }) => name);
  assert.deepEqual(names('planet'), ['Örn', 'Zoe', 'ada']);
  assert.deepEqual(names('name'), ['ada', 'Örn', 'Zoe']);
  assert.deepEqual(names('name', 'sv'), ['ada', 'Zoe', 'Örn']);
  assert.deepEqual(names('newest'), ['Örn', 'ada', 'Zoe']);
  assert.deepEqual(names('posts'), ['Zoe', 'Örn', 'ada']);
});

test('own: a file of all that is kept brings it to another device, and leaves nothing else there', () => {
  const here = device({ own: '{"people":"name"}', stars: '{}', elsewhere: 'not ours' });
  const text = backupOf(here);
  assert.deepEqual(JSON.parse(text), { planetarium: { own: '{"people":"name"}', stars: '{}' } });
  const there = device({ read: '["x"]', elsewhere: 'stays' });
  restore(there, text);
  assert.deepEqual(there.texts, { own: '{"people":"name"}', stars: '{}', elsewhere: 'stays' });
  for (const other of ['', '{}', '[]', 'null', '{"planetarium":"x"}'])
    assert.equal(isBackup(other), false, other);
});

for (const language of LANGUAGES)
  test(`own: every word of the settings in ${language}`, async () => {
    const words = await loadSettingsWords(language);
    assert.equal(words.language, language);
    for (const word of [...Object.values(words), ...Object.values(words.orders)])
      if (typeof word === 'string') assert.match(word, /\S/);
    for (const say of [words.unmute, words.remove, words.badFile])
      assert.match(say('Ada $& <b>'), /Ada \$& <b>/);
    for (let count = 0; count < 120; count++) assert.doesNotMatch(words.hidden(count), /[#{}]|undefined/);
  });
