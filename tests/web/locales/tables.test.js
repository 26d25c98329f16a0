// Every language says everything that English says, with the same numbers and names in it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { en } from '../../../web/locales/en.js';
import { LANGUAGES, loadWords } from '../../../web/locales/load-words.js';

/** @typedef {[path: string, value: unknown]} Text */

/** @param {object} table @param {string} [path] @returns {Text[]} */
const textsOf = (table, path = '') =>
  Object.entries(table).flatMap(([key, value]) =>
    typeof value === 'object'
      ? textsOf(value, `${path}${key}.`)
      : [/** @type {Text} */ ([path + key, value])],
  );

/** @param {string} mark   every property says its own name */
const anything = (mark) =>
  new Proxy(
    {},
    {
      get: (_, key) => `${mark}${String(key)}`,
      getOwnPropertyDescriptor: () => ({ configurable: true, enumerable: true }),
    },
  );

/**
 * Which of its arguments a text shows: those that change it. Each is tried as a name, a number and an object.
 * @param {Function} text
 */
function shownArguments(text) {
  return Array.from({ length: text.length }, (_, at) => {
    const shown = [
      ['A', 'B'],
      [1234, 5678],
      [anything('A'), anything('B')],
    ].some((pair) => {
      const [one, two] = pair.map((value) => {
        // The others stay: whole numbers that are also good enough as names.
        const given = Array.from({ length: text.length }, (_, i) => (i === at ? value : 3));
        try {
          return String(text(...given));
        } catch {
          return '';
        }
      });
      return one !== two;
    });
    return shown;
  });
}

const english = new Map(textsOf(en));

for (const language of LANGUAGES) {
  const { words } = await loadWords([language]);
  const table = new Map(textsOf(words));

  test(`words: ${language} says what English says, and no more`, () => {
    assert.equal(words.language, language);
    assert.deepEqual([...table.keys()].sort(), [...english.keys()].sort());
    assert.deepEqual(
      [...table].filter(([, text]) => typeof text === 'string' && !text.trim()),
      [],
    );
  });

  test(`words: every text of ${language} takes and shows what English takes and shows`, () => {
    const shapeOf = (/** @type {unknown} */ text) =>
      typeof text === 'function' ? shownArguments(text) : typeof text;
    for (const [key, text] of english) assert.deepEqual(shapeOf(table.get(key)), shapeOf(text), key);
  });

  test(`words: ${language} speaks of every count`, () => {
    for (const count of [0, 1, 2, 3, 5, 11, 21, 22, 100, 1234, 1_000_000])
      for (const text of [words.postCount(count), words.linkedBy(count), words.finished(count, count)])
        assert.doesNotMatch(text, /#|undefined|NaN/);
  });
}

test('words: the first language that there is wins, and gives the dates their form', async () => {
  const chosen = async (/** @type {(string | undefined)[]} */ wanted) => {
    const { words, locale } = await loadWords(wanted);
    return [words.language, locale];
  };
  assert.deepEqual(await chosen(['de-AT', 'en-GB']), ['de', 'de-AT']);
  assert.deepEqual(await chosen([undefined, 'tlh', 'pt-PT']), ['pt', 'pt-PT']);
  assert.deepEqual(await chosen(['tlh']), ['en', 'en']);
  assert.deepEqual(await chosen(['constructor', '', 'e']), ['en', 'en']);
});

test('words: dates come in the letters and digits of the words', async () => {
  const locale = async (/** @type {string} */ tag) => (await loadWords([tag])).locale;
  assert.equal(await locale('sr-Latn'), 'sr');
  assert.equal(await locale('zh-TW'), 'zh');
  assert.equal(await locale('zh-SG'), 'zh-SG');
});

test('words: numbers and plurals in other languages', async () => {
  const of = async (/** @type {string} */ tag) => (await loadWords([tag])).words;
  const sr = await of('sr');
  assert.deepEqual([1, 3, 5, 21].map(sr.postCount), ['1 чланак', '3 чланка', '5 чланака', '21 чланак']);
  assert.equal((await of('de')).postCount(12345), '12.345 Beiträge');
  assert.equal((await of('ar')).postCount(2), 'تدوينتان');
  assert.equal((await of('fr')).filters.since('3 juin 2008'), 'depuis le 3 juin 2008');
});
