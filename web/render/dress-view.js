/** The looks that a page can have → two fields in its foot to choose from. */
import { html, nothing } from 'lit/html.js';
import { LOOKS, SCHEMES } from '../config/theme.js';

/** @import { Scene } from './scene.js' */

/** @param {Scene} scene */
export function dressView({ dress, words }) {
  if (!dress) return nothing;
  const look = dress.look();
  const scheme = dress.scheme();
  return html`<p class="dress">
    ${field(words.look, ['page', ...LOOKS], look, words.looks, (chosen) => dress.change(chosen, scheme))}
    ${field(words.colours, [...SCHEMES], scheme, words.schemes, (chosen) => dress.change(look, chosen))}
    <label
      ><input
        type="checkbox"
        .checked=${dress.pictures}
        @change=${(/** @type {Event} */ { target }) => dress.onPictures(/** @type {HTMLInputElement} */ (target).checked)}
      />
      ${words.loadPictures}</label
    >
  </p>`;
}

/**
 * @param {string} name
 * @param {string[]} choices
 * @param {string} chosen
 * @param {Record<string, string>} words
 * @param {(choice: string) => void} choose
 */
const field = (name, choices, chosen, words, choose) =>
  html`<label
    >${name}
    <select
      @change=${(/** @type {Event} */ { target }) => choose(/** @type {HTMLSelectElement} */ (target).value)}
    >
      ${choices.map((choice) => html`<option value=${choice} ?selected=${choice === chosen}>${words[choice]}</option>`)}
    </select></label
  > `;
