/** What must be asked before there is a planet → a page: may these hosts be read; which planet shall it be. */
import { html, nothing } from 'lit/html.js';
import { label } from './excerpt.js';

/** @import { Words } from '../locales/en.js' */

const SHOWN = 100;

/** @param {Words} words @param {{ hosts: string[], onYes: () => void, onNo: () => void }} question */
export function hostsView({ ask }, { hosts, onYes, onNo }) {
  const rest = hosts.length - SHOWN;
  return html`<main class="failure">
    <h1>${ask.title}</h1>
    <p>${ask.hosts(hosts.length)}</p>
    <ul class="hosts">
      ${hosts.slice(0, SHOWN).map((host) => html`<li><bdi>${label(host)}</bdi></li>`)}
    </ul>
    ${rest > 0 ? html`<p>${ask.moreHosts(rest)}</p>` : nothing}
    <p class="answers">
      <button type="button" class="yes" @click=${onYes}>${ask.yes}</button>
      <button type="button" @click=${onNo}>${ask.no}</button>
    </p>
  </main>`;
}

/**
 * @param {Words} words
 * @param {{ trouble?: string, onFile: (file: File) => void, onText: (text: string) => void }} question
 */
export function chooseView({ ask }, { trouble, onFile, onText }) {
  return html`<main class="failure choose">
    <h1>${ask.choose}</h1>
    <p>${ask.drop}</p>
    ${trouble ? html`<p class="notice" role="alert">${trouble}</p>` : nothing}
    <p>
      <label class="file"
        >${ask.file}
        <input
          type="file"
          accept=".opml,.xml,.json,.ini,.txt"
          @change=${(/** @type {Event} */ { target }) => {
            const [file] = /** @type {HTMLInputElement} */ (target).files ?? [];
            if (file) onFile(file);
          }}
        />
      </label>
    </p>
    <form
      @submit=${(/** @type {SubmitEvent} */ event) => {
        event.preventDefault();
        onText(String(new FormData(/** @type {HTMLFormElement} */ (event.target)).get('feeds')));
      }}
    >
      <label
        >${ask.addresses}
        <textarea name="feeds" rows="5" spellcheck="false" placeholder="https://"></textarea>
      </label>
      <button class="yes">${ask.read}</button>
    </form>
  </main>`;
}
