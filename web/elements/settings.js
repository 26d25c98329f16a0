/** The dialog of a reader's settings: what is muted, languages, own feeds, the order of the people, all that is kept. */
import { languageName } from '../render/heading.js';
import { stateText } from '../render/people-view.js';
import { settingsView } from '../render/settings-view.js';
import { loadSettingsWords } from '../locales/load-settings-words.js';
import { keepOwn, ownOf } from '../reading/own.js';
import { backupOf, isBackup, restore } from '../reading/backup.js';
import { draw } from './draw.js';

/**
 * @import { Choices } from '../store/choices.js'
 * @import { Words } from '../locales/en.js'
 * @import { FeedView, Query, View } from '../model.js'
 * @import { Dates } from '../render/dates.js'
 * @import { Own } from '../reading/own.js'
 * @import { Muted } from '../render/settings-view.js'
 */

/**
 * @param {object} env
 * @param {Window & typeof globalThis} env.window
 * @param {Choices} env.choices
 * @param {Words} env.words
 * @param {Dates} env.dates
 * @param {FeedView[]} env.feeds
 * @param {(query: Partial<Query>) => View | undefined} env.ask    of everything
 * @param {() => void} env.onDone      something has changed that the whole planet is to be read with again
 */
export async function openSettings({ window, choices, words: pageWords, dates, feeds, ask, onDone }) {
  const { document } = window;
  const words = await loadSettingsWords(pageWords.language);
  const known = ask({ languages: true, size: 1, people: false })?.languages ?? [];
  if (document.querySelector('dialog[open]')) return; // a second press, while the words were on their way
  let own = ownOf(choices);
  let said = '';
  let changed = false;
  const dialog = document.createElement('dialog');
  dialog.className = 'settings';
  dialog.setAttribute('aria-labelledby', 'settings-title');
  dialog.addEventListener('close', () => {
    dialog.remove();
    if (changed) onDone();
  });
  dialog.addEventListener('click', (event) => event.target === dialog && dialog.close());
  const inside = document.createElement('div');
  dialog.append(inside);
  show();
  document.body.append(dialog);
  dialog.showModal();

  /** @param {Partial<Own>} changes */
  function change(changes) {
    own = { ...own, ...changes };
    keepOwn(choices, own);
    changed = true;
    say('');
  }

  /** @param {string} sentence */
  function say(sentence) {
    said = sentence;
    show();
  }

  /** @param {string} url */
  function addFeed(url) {
    if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) return say(words.notAnAddress);
    if (!own.feeds.includes(url)) change({ feeds: [...own.feeds, url] });
  }

  /** @param {File} file */
  async function read(file) {
    const text = await file.text();
    if (!isBackup(text)) return say(words.badFile(file.name));
    restore(choices, text);
    own = ownOf(choices);
    changed = true;
    say('');
  }

  function save() {
    const link = document.createElement('a');
    const url = URL.createObjectURL(new Blob([backupOf(choices)], { type: 'application/json' }));
    Object.assign(link, { href: url, download: 'planetarium.json' });
    link.click();
    window.setTimeout(() => URL.revokeObjectURL(url), 60_000);
  }

  function forget() {
    restore(choices, '{}');
    own = ownOf(choices);
    changed = true;
    dialog.close();
  }

  /** @returns {Muted[]} */
  function muted() {
    const count = (/** @type {Partial<Query>} */ query) =>
      ask({ ...query, hidden: true, size: 1, people: false })?.total ?? 0;
    const nickOf = (/** @type {string} */ url) => feeds.find((feed) => feed.url === url);
    return [
      ...own.mutedFeeds.map((value) => {
        const feed = nickOf(value);
        const hidden = feed ? count({ feed: feed.nick }) : 0;
        return { kind: /** @type {const} */ ('weblog'), value, name: feed?.name ?? value, count: hidden };
      }),
      ...own.mutedTags.map((value) => ({
        ...{ kind: /** @type {const} */ ('topic'), value, name: value },
        count: count({ tag: value }),
      })),
      ...own.mutedWords.map((value) => ({ kind: /** @type {const} */ ('word'), value, name: value })),
    ];
  }

  /** @param {Muted} one */
  function unmute({ kind, value }) {
    const key = /** @type {const} */ ({ weblog: 'mutedFeeds', topic: 'mutedTags', word: 'mutedWords' })[kind];
    change({ [key]: own[key].filter((other) => other !== value) });
  }

  /** A button goes with what it removes: the keyboard stays where it was, on the next one or in the field below them. */
  function show() {
    const held = document.activeElement;
    const list = held?.closest('.settings ul');
    const buttons = () => /** @type {HTMLElement[]} */ ([...(list?.querySelectorAll('button') ?? [])]);
    const at = buttons().findIndex((button) => button === held);
    drawInside();
    if (!list || held?.isConnected) return;
    const field = list.nextElementSibling?.querySelector('input');
    (buttons()[at] ?? buttons().at(-1) ?? field)?.focus();
  }

  function drawInside() {
    const languages = known.map(({ language: code }) => ({
      code,
      name: code === 'und' ? pageWords.otherLanguages : languageName(code, pageWords.language),
      chosen: own.languages.includes(code),
    }));
    draw(
      settingsView({
        ...{ pageWords, words, said, languages, unmute, addFeed, save, read, forget },
        muted: muted(),
        muteWord: (word) =>
          own.mutedWords.includes(word) || change({ mutedWords: [...own.mutedWords, word] }),
        chooseLanguage: (code, chosen) =>
          change({
            languages: chosen ? [...own.languages, code] : own.languages.filter((other) => other !== code),
          }),
        feeds: own.feeds.map((url) => {
          const feed = feeds.find((one) => one.url === url);
          return { url, state: feed ? stateText({ words: pageWords, dates }, feed) : '' };
        }),
        removeFeed: (url) => change({ feeds: own.feeds.filter((other) => other !== url) }),
        order: own.people,
        chooseOrder: (people) =>
          change({ people: /** @type {import('../reading/own.js').PeopleOrder} */ (people) }),
        letterKeys: choices.get('letterKeys') !== 'off',
        chooseLetterKeys: (wanted) => choices.set('letterKeys', wanted ? 'on' : 'off'),
        close: () => dialog.close(),
      }),
      inside,
    );
  }
}
