/** What is shown, for other programs: a document of each format, made when it is asked for. */
import { html, nothing } from 'lit/html.js';

/** @import { Scene } from './scene.js' */

/** Name of the format for the core, and its ending as a file. */
export const DOCUMENTS = /** @type {const} */ ({
  atom: 'Atom',
  rss: 'RSS',
  json: 'JSON Feed',
  opml: 'OPML',
  foaf: 'FOAF',
});

/** @param {Scene} scene */
export const subscribeView = ({ address, onDocument, words }) =>
  address.starred || !onDocument
    ? nothing // the core knows of no stars
    : html`<section aria-labelledby="documents">
        <h2 id="documents">${words.documents}</h2>
        <p class="documents">
          ${Object.entries(DOCUMENTS).map(
            ([format, name]) =>
              html`<button
                type="button"
                class="quiet"
                title=${words.document(name)}
                @click=${() => onDocument(/** @type {keyof typeof DOCUMENTS} */ (format))}
              >
                ${name}
              </button> `,
          )}
        </p>
      </section>`;
