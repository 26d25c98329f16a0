/** A draft of a planet → the builder's page: its feeds and settings, what it looks like, and what can be taken away. */
import { html, nothing } from 'lit/html.js';
import { snippetOf } from './products.js';

/** @import { Draft } from './products.js' */

/**
 * @typedef {object} Scene
 * @property {import('../locales/builder/en.js').BuilderWords} words
 * @property {import('../locales/en.js').Words} pageWords    for what the page itself lets its reader choose
 * @property {Draft} draft
 * @property {Map<string, { name: string, state: string, posts: number, message?: string }>} people
 * @property {string} said
 * @property {string} typed
 * @property {string} folder      URL
 * @property {(changes: Partial<Draft>) => void} change
 * @property {() => void} add
 * @property {(file: File) => void} take
 * @property {(index: number) => void} remove
 * @property {(name: string) => void} download
 * @property {() => void} onPeople
 * @property {(text: string) => void} onTyped
 */

/** @param {Scene} scene */
export const builderView = (scene) => html`
  <header class="masthead">
    <h1>${scene.words.title}</h1>
    <p>${scene.words.lead}</p>
  </header>
  <div class="bench">
    <div class="draft">${addView(scene)} ${feedsView(scene)} ${settingsView(scene)} ${takeView(scene)}</div>
    ${previewView(scene)}
  </div>
`;

/** @param {Event} event */
const valueOf = ({ target }) => /** @type {HTMLInputElement} */ (target).value;

/** @param {Scene} scene */
const addView = ({ words, said, typed, add, take, onTyped }) =>
  html`<form
    class="add"
    @submit=${(/** @type {Event} */ event) => {
      event.preventDefault();
      add();
    }}
  >
    <label
      >${words.address}
      <span class="row"
        ><input
          name="address"
          inputmode="url"
          autocomplete="off"
          spellcheck="false"
          .value=${typed}
          @input=${(/** @type {Event} */ event) => onTyped(valueOf(event))}
        /><button>${words.add}</button></span
      >
    </label>
    <label class="file"
      >${words.file}
      <input
        type="file"
        accept=".opml,.xml,.json,.ini,.csv,.txt"
        @change=${(/** @type {Event} */ { target }) => {
          const input = /** @type {HTMLInputElement} */ (target);
          const [file] = input.files ?? [];
          if (file) take(file);
          input.value = '';
        }}
      />
    </label>
    <p class="said" role="status">${said}</p>
  </form>`;

/** @param {Scene} scene */
const feedsView = ({ words, draft, people, change, remove }) =>
  html`<section>
    <h2>${words.feeds}</h2>
    ${draft.feeds.length ? nothing : html`<p class="quiet">${words.noFeeds}</p>`}
    <ol>
      ${draft.feeds.map((feed, index) => {
        const url = String(feed.url ?? feed.list);
        const known = people.get(url);
        return html`<li class=${known?.message ? 'failed' : ''}>
          <input
            aria-label=${words.name}
            .value=${feed.name ?? ''}
            placeholder=${known?.name ?? ''}
            @change=${(/** @type {Event} */ event) => {
              const { name, ...rest } = feed;
              const written = valueOf(event).trim();
              const feeds = draft.feeds.with(index, written ? { ...rest, name: written } : rest);
              change({ feeds });
            }}
          />
          <button aria-label=${words.remove(feed.name ?? url)} @click=${() => remove(index)}>×</button>
          <p>
            <a href=${/^https?:/.test(url) ? url : nothing} rel="noopener">${url}</a>
            ${known ? html`<span>${known.message ?? (known.state === 'waiting' ? words.waiting : words.posts(known.posts))}</span>` : nothing}
          </p>
        </li>`;
      })}
    </ol>
  </section>`;

/** @param {Scene} scene */
const settingsView = ({ words, pageWords, draft, change }) =>
  html`<section class="settings">
    <label
      >${words.planetTitle}
      <input
        .value=${draft.title}
        placeholder="Planet"
        @change=${(/** @type {Event} */ event) => change({ title: valueOf(event).trim() })}
    /></label>
    ${choiceView(pageWords.look, pageWords.looks, draft.look, (look) => change({ look }))}
    ${choiceView(pageWords.colours, pageWords.schemes, draft.theme, (theme) => change({ theme }))}
    ${choiceView(pageWords.density, pageWords.densities, draft.content, (content) => change({ content }))}
    <label
      >${words.proxy}
      <input
        .value=${draft.proxy}
        placeholder="https://proxy.example/v1/feed?url={url}"
        spellcheck="false"
        @change=${(/** @type {Event} */ event) => change({ proxy: valueOf(event).trim() })}
      />
      <small>${words.proxyHint}</small>
    </label>
  </section>`;

/**
 * @param {string} label
 * @param {Record<string, string>} choices
 * @param {string} chosen
 * @param {(choice: string) => void} onChoice
 */
const choiceView = (label, choices, chosen, onChoice) =>
  html`<label
    >${label}
    <select @change=${(/** @type {Event} */ event) => onChoice(valueOf(event))}>
      ${Object.entries(choices).map(
        ([value, text]) => html`<option value=${value} ?selected=${value === chosen}>${text}</option>`,
      )}
    </select>
  </label>`;

/** @param {Scene} scene */
function takeView({ words, draft, folder, download }) {
  if (!draft.feeds.length) return nothing;
  const snippet = snippetOf(folder);
  /** @type {[string, string][]} */
  const products = [
    ['planet.json', 'planet.json'],
    ['planetarium.html', words.oneFile],
    ['planet.zip', words.folder],
  ];
  return html`<section class="take">
    <h2>${words.take}</h2>
    <p class="row">
      ${products.map(([name, text]) => html`<button @click=${() => download(name)}>${text}</button>`)}
    </p>
    <label
      >${words.snippet}
      <textarea readonly rows="5" spellcheck="false" .value=${snippet}></textarea>
    </label>
    <button
      @click=${async (/** @type {Event} */ { currentTarget }) => {
        const button = /** @type {HTMLButtonElement} */ (currentTarget);
        await navigator.clipboard.writeText(snippet);
        button.textContent = words.copied;
      }}
    >
      ${words.copy}
    </button>
  </section>`;
}

/** @param {Scene} scene */
const previewView = ({ words, draft, onPeople }) =>
  html`<section class="preview" aria-label=${words.preview}>
    <h2>${draft.title || words.preview}</h2>
    <planet-feed
      theme=${draft.theme}
      density=${draft.content === 'titles' ? 'titles' : draft.content}
      group="day"
      limit="20"
      @planet-load=${onPeople}
      @planet-update=${onPeople}
      @planet-error=${onPeople}
      ><p class="quiet">${words.previewEmpty}</p></planet-feed
    >
  </section>`;
