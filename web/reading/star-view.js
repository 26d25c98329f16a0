/** What a reader has done with a post → a word that tells it to who does not see it, and the button that stars it. */
import { html, nothing } from 'lit/html.js';

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

/** @param {'read' | 'new' | ''} state @param {import('../locales/en.js').Words} words */
export const stateView = (state, words) =>
  state ? html`<span class="hushed">${words.readingStates[state]}</span>` : nothing;
