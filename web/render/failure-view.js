/** What keeps a planet from being shown → a sentence on the page that says what and where. */
import { html } from 'lit/html.js';

/** @import { Words } from '../locales/en.js' */

/**
 * @typedef {{ reason: 'no-planet', url: string, status?: number }
 *   | { reason: 'bad-json', url: string, line: number, column: number }
 *   | { reason: 'bad-config', url: string, detail: string }
 *   | { reason: 'no-core', detail: string }} Unshowable
 */

/** @param {Words} words @param {Unshowable} failure */
export function failureView(words, failure) {
  const say = /** @type {(failure: Unshowable) => string} */ (words.failures[failure.reason]);
  return html`<main class="failure">
    <div role="alert">
      <h1>${words.wrong}</h1>
      <p>${say(failure)}</p>
    </div>
  </main>`;
}
