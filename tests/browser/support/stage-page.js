/** In the browser: the page's own modules over views that a test hands in, in the place of the core. */
import { readConfig } from '../../../web/config/planet-config.js';
import { createPlanetPage } from '../../../web/elements/planet-page.js';
import { draw } from '../../../web/elements/draw.js';
import { showFailure } from '../../../web/elements/show-failure.js';
import { createChoices } from '../../../web/store/choices.js';
import { en } from '../../../web/locales/en.js';
import { loadWords } from '../../../web/locales/load-words.js';
import { chooseView, hostsView } from '../../../web/render/ask-view.js';

/** @import { View } from '../../../web/model.js' */

const root = /** @type {HTMLElement} */ (document.getElementById('planet'));
/** @type {View} */
let view;
/** @type {{ changed: () => void } | undefined} */
let page;
let progress = { done: 1, total: 1 };

/** @param {View} next @param {object} [planet] @param {{ done: number, total: number }} [reading] */
async function show(next, planet = {}, reading = { done: 1, total: 1 }) {
  view = next;
  progress = reading;
  page ??= await createPage(planet);
  page.changed();
  await new Promise((resolve) => setTimeout(resolve, 150));
  while (reading.done === reading.total && root.querySelector('[aria-busy="true"]'))
    await new Promise((resolve) => setTimeout(resolve, 20));
}

/** One post by its key, asked for beside the view that is shown. @param {string} key @returns {View} */
const alone = (key) => ({ ...view, entries: view.entries.filter((entry) => entry.key === key) });

/** @param {object} planet */
async function createPage(planet) {
  const feeds = view.feeds.map(({ url, nick, name }) => ({ url, nick, name }));
  const read = readConfig({ title: 'Planet Example', feeds, ...planet }, location.href);
  if (read.kind === 'failed') throw new Error(read.detail);
  const { words, locale } = await loadWords([read.value.language, 'en-US']);
  /** @type {import('../../../web/elements/planet-page.js').Live} */
  const live = {
    query: (query) => {
      queries.push(query);
      return { kind: 'ok', value: query.people === false && query.entry ? alone(query.entry) : view };
    },
    progress: () => progress,
  };
  return createPlanetPage({
    root,
    window,
    config: read.value,
    planetUrl: location.href,
    live,
    choices: createChoices(() => window.localStorage, location.href.split('#')[0]),
    words,
    locale,
    now: () => 1213000000,
  });
}

/** @type {object[]} */
const queries = [];

/** What is asked before there is a planet. */
const questions = {
  hosts: () => hostsView(en, { hosts: ['ada.example', 'bo.example'], onYes: () => {}, onNo: () => {} }),
  choose: () => chooseView(en, { trouble: en.ask.nothingIn('a.txt'), onFile: () => {}, onText: () => {} }),
};

Object.assign(globalThis, {
  stage: {
    show,
    queries,
    fail: (/** @type {any} */ failure) => showFailure(root, en, failure),
    ask: (/** @type {keyof typeof questions} */ name) => draw(questions[name](), root),
  },
});
