import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createChoices } from '../../../web/store/choices.js';

/** @returns {Storage} */
function shelf() {
  const kept = new Map();
  const storage = {
    getItem: (/** @type {string} */ name) => kept.get(name) ?? null,
    setItem: (/** @type {string} */ name, /** @type {string} */ value) => void kept.set(name, value),
  };
  return /** @type {Storage} */ (/** @type {unknown} */ (storage));
}

test('choices: what was chosen for a planet is there at the next visit, for no other planet', () => {
  const storage = shelf();
  createChoices(() => storage, 'https://a.example/planet.json').set('density', 'titles');
  assert.equal(createChoices(() => storage, 'https://a.example/planet.json').get('density'), 'titles');
  assert.equal(createChoices(() => storage, 'https://b.example/planet.json').get('density'), undefined);
});

test('choices: where the browser keeps nothing, a choice counts until the page is left', () => {
  const refuses = () => {
    throw new DOMException('denied', 'SecurityError');
  };
  const choices = createChoices(refuses, 'about:srcdoc');
  assert.equal(choices.get('density'), undefined);
  choices.set('density', 'titles');
  assert.equal(choices.get('density'), 'titles');
});
