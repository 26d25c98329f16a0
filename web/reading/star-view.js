/** A post → the button that stars it. */
import { html } from 'lit/html.js';

/**
 * @param {boolean} starred
 * @param {import('../locales/en.js').Words} words
 * @param {() => void} toggle
 */
export const starView = (starred, words, toggle) =>
  html`<button
    type="button"
    class="star"
    aria-pressed=${starred}
    aria-label=${words.star}
    @click=${toggle}
  ></button>`;
