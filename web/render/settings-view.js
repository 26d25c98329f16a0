/** A reader's settings → the fields of their dialog. */
import { html, nothing } from 'lit/html.js';
import { repeat } from 'lit/directives/repeat.js';
import { label } from './excerpt.js';

/**
 * @import { Words } from '../locales/en.js'
 * @import { SettingsWords } from '../locales/settings/en.js'
 *
 * @typedef {object} Muted
 * @property {'weblog' | 'topic' | 'word'} kind
 * @property {string} value
 * @property {string} name
 * @property {number} [count]    posts that it hides; a word's are not counted: a search for it would build the index
 *
 * @typedef {object} SettingsScene
 * @property {Words} pageWords
 * @property {SettingsWords} words
 * @property {Muted[]} muted
 * @property {(muted: Muted) => void} unmute
 * @property {(word: string) => void} muteWord
 * @property {{ code: string, name: string, chosen: boolean }[]} languages
 * @property {(code: string, chosen: boolean) => void} chooseLanguage
 * @property {{ url: string, state: string }[]} feeds       the reader's own
 * @property {(url: string) => void} addFeed
 * @property {(url: string) => void} removeFeed
 * @property {string} order
 * @property {(order: string) => void} chooseOrder
 * @property {boolean} letterKeys
 * @property {(wanted: boolean) => void} chooseLetterKeys
 * @property {() => void} save
 * @property {(file: File) => void} read
 * @property {() => void} forget
 * @property {() => void} close
 * @property {string} said        what went wrong
 */

/** @param {SettingsScene} scene */
export const settingsView = (scene) => html`
  <h2 id="settings-title" tabindex="-1" autofocus>${scene.pageWords.settings}</h2>
  <p class="note">${scene.words.lead}</p>
  <p class="said" role="status">${scene.said}</p>
  ${mutedView(scene)} ${languagesView(scene)} ${feedsView(scene)} ${orderView(scene)} ${keysView(scene)}
  ${keptView(scene)}
  <p class="close"><button type="button" @click=${scene.close}>${scene.words.done}</button></p>
`;

/** @param {SettingsScene} scene */
const mutedView = ({ words, muted, unmute, muteWord, pageWords }) => html`
  <h3>${words.muted}</h3>
  ${muted.length ? nothing : html`<p class="note">${words.nothingMuted}</p>`}
  <ul>
    ${repeat(
      muted,
      ({ kind, value }) => `${kind} ${value}`,
      (one) =>
        html`<li>
          <p>
            <bdi>${label(one.name)}</bdi>
            <span class="note"
              >${words[one.kind]}${one.count === undefined ? nothing : ` · ${words.hidden(one.count)}`}</span
            >
          </p>
          <button type="button" aria-label=${words.unmute(label(one.name))} @click=${() => unmute(one)}>
            ×
          </button>
        </li>`,
    )}
  </ul>
  ${lineView(words.addWord, pageWords.mute, 'text', muteWord)}
`;

/** @param {SettingsScene} scene */
const languagesView = ({ words, languages, chooseLanguage }) =>
  languages.length < 2
    ? nothing
    : html`<fieldset>
        <legend>${words.languages}</legend>
        ${languages.map(
          ({ code, name, chosen }) =>
            html`<label
              ><input
                type="checkbox"
                .checked=${chosen}
                @change=${(/** @type {Event} */ { target }) => chooseLanguage(code, /** @type {HTMLInputElement} */ (target).checked)}
              />
              ${name}</label
            > `,
        )}
        <p class="note">${words.allLanguages}</p>
      </fieldset>`;

/** @param {SettingsScene} scene */
const feedsView = ({ words, feeds, addFeed, removeFeed }) => html`
  <h3>${words.own}</h3>
  <p class="note">${words.ownHint}</p>
  <ul>
    ${repeat(
      feeds,
      ({ url }) => url,
      ({ url, state }) =>
        html`<li>
          <p><bdi>${url}</bdi> <span class="note">${state}</span></p>
          <button type="button" aria-label=${words.remove(url)} @click=${() => removeFeed(url)}>×</button>
        </li>`,
    )}
  </ul>
  ${lineView(words.address, words.add, 'url', addFeed)}
`;

/** @param {SettingsScene} scene */
const orderView = ({ words, order, chooseOrder }) =>
  html`<label
    >${words.order}
    <select
      @change=${(/** @type {Event} */ { target }) => chooseOrder(/** @type {HTMLSelectElement} */ (target).value)}
    >
      ${Object.entries(words.orders).map(
        ([value, text]) => html`<option value=${value} ?selected=${value === order}>${text}</option>`,
      )}
    </select>
  </label>`;

/** @param {SettingsScene} scene */
const keysView = ({ words, letterKeys, chooseLetterKeys }) =>
  html`<p>
    <label
      ><input
        type="checkbox"
        .checked=${letterKeys}
        @change=${(/** @type {Event} */ { target }) => chooseLetterKeys(/** @type {HTMLInputElement} */ (target).checked)}
      />
      ${words.letterKeys}</label
    >
  </p>`;

/** @param {SettingsScene} scene */
const keptView = ({ words, save, read, forget }) => html`
  <h3>${words.kept}</h3>
  <p class="row">
    <button type="button" @click=${save}>${words.exportIt}</button>
    <label class="button"
      >${words.importIt}
      <input
        type="file"
        accept=".json,application/json"
        @change=${(/** @type {Event} */ { target }) => {
          const [file] = /** @type {HTMLInputElement} */ (target).files ?? [];
          if (file) read(file);
        }}
      />
    </label>
    <button type="button" @click=${forget}>${words.forget}</button>
  </p>
`;

/**
 * A field of one line and its button. The page's policy sends no form: Enter is taken here.
 * @param {string} name @param {string} act @param {'text' | 'url'} mode @param {(text: string) => void} take
 */
function lineView(name, act, mode, take) {
  const done = (/** @type {HTMLInputElement} */ input) => {
    const text = input.value.trim();
    if (!text) return;
    input.value = '';
    take(text);
  };
  return html`<p class="row">
    <label class="field"
      >${name}
      <input
        inputmode=${mode}
        spellcheck="false"
        @keydown=${(/** @type {KeyboardEvent} */ { key, target }) => key === 'Enter' && done(/** @type {HTMLInputElement} */ (target))}
      />
    </label>
    <button
      type="button"
      @click=${(/** @type {Event} */ { currentTarget }) =>
        done(
          /** @type {HTMLInputElement} */ (
            /** @type {Element} */ (currentTarget).previousElementSibling?.querySelector('input')
          ),
        )}
    >
      ${act}
    </button>
  </p>`;
}
