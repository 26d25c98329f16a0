/** How much of each post is shown → a switch of three. */
import { html, nothing } from 'lit/html.js';

/** @import { Scene } from './scene.js' */

export const DENSITIES = /** @type {const} */ (['full', 'excerpt', 'titles']);

/** @typedef {typeof DENSITIES[number]} Density */

/** @param {string | undefined} name @returns {name is Density} */
export const isDensity = (name) => DENSITIES.includes(/** @type {Density} */ (name));

/** Without a script to switch it keeps its place: the posts would jump. @param {Scene} scene */
export const densityView = ({ density, onDensity, stars, words }) =>
  onDensity
    ? html`<div class="densities" role="group" aria-label=${words.density}>
        ${stars ? html`<a href="#/starred">★ ${words.starred}</a>` : nothing}
        ${DENSITIES.map(
          (name) =>
            html`<button type="button" aria-pressed=${name === density} @click=${() => onDensity(name)}>
              ${words.densities[name]}
            </button>`,
        )}
      </div>`
    : html`<div class="densities"></div>`;
