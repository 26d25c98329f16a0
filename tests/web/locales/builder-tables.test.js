// The words of the builder: each language says everything, with the numbers and names that it is given.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadBuilderWords } from '../../../web/locales/load-builder-words.js';
import { LANGUAGES } from '../../../web/locales/load-words.js';

for (const language of LANGUAGES)
  test(`builder: every word in ${language}`, async () => {
    const { words, locale } = await loadBuilderWords([language]);
    assert.equal(locale, language);
    assert.equal(words.language, language);
    for (const [key, word] of Object.entries(words)) {
      if (typeof word === 'string') assert.match(word, /\S/, key);
    }
    const eleven = new Intl.NumberFormat(language).format(11);
    assert.match(words.posts(11), new RegExp(eleven));
    assert.match(words.took('list.$&.opml', 11), new RegExp(eleven));
    assert.match(words.took('list.$&.opml', 11), /list\.\$&\.opml/);
    for (const say of [words.remove, words.unreachable, words.none, words.nothingIn, words.missing])
      assert.match(say('Ada <b>'), /Ada <b>/);
    for (let count = 0; count < 120; count++) {
      const said = `${words.posts(count)} ${words.took('', count)}`;
      assert.doesNotMatch(said, /[#{}]|undefined/);
    }
  });
