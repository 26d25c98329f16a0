/** The builder's beginning: a draft of a planet, the form that changes it, its preview, and what comes of it. */
import { render } from 'lit/html.js';
import { importPlanet } from '../config/import/import-planet.js';
import { theme as themeOf } from '../config/theme.js';
import { inertParser } from '../elements/trusted.js';
import { loadBuilderWords } from '../locales/load-builder-words.js';
import { loadWords } from '../locales/load-words.js';
import { builderView } from './builder-view.js';
import { findFeeds } from './find-feeds.js';
import { folderOf, oneFileOf, planetOf, planetText } from './products.js';

/** @import { Draft } from './products.js' */

const root = /** @type {HTMLElement} */ (document.getElementById('builder'));
const folder = new URL('.', document.baseURI).href;
const KEPT = 'planetarium:builder';

const languages = navigator.languages;
const [{ words, locale }, { words: pageWords }] = await Promise.all([
  loadBuilderWords(languages),
  loadWords(languages),
]);

/** @type {Draft} */
let draft = {
  ...{ title: '', theme: 'system', look: 'page', content: 'full', proxy: '', rest: {}, feeds: [] },
  ...kept(),
};
let said = '';
let typed = '';
/** States of the feeds in the preview, by address. @type {Map<string, { name: string, state: string, posts: number, message?: string }>} */
let people = new Map();

/** @returns {Partial<Draft>} */
function kept() {
  try {
    return JSON.parse(localStorage.getItem(KEPT) ?? '{}');
  } catch {
    return {};
  }
}

/** @param {Partial<Draft>} changes */
function change(changes) {
  draft = { ...draft, ...changes };
  try {
    localStorage.setItem(KEPT, JSON.stringify(draft));
  } catch {
    // no storage: it lasts as long as the page
  }
  show();
}

/** @param {string} sentence */
function say(sentence) {
  said = sentence;
  show();
}

function show() {
  render(
    builderView({
      words,
      pageWords,
      draft,
      people,
      said,
      typed,
      folder,
      change,
      add,
      take,
      remove,
      download,
      onPeople,
      onTyped,
    }),
    root,
  );
  const preview = root.querySelector('planet-feed');
  const planet = JSON.stringify(previewOf(draft));
  // Only what is read anew needs another planet: the rest are attributes.
  if (preview && preview.getAttribute('data-planet') !== planet) {
    preview.setAttribute('data-planet', planet);
    Object.assign(preview, { planet: draft.feeds.length ? JSON.parse(planet) : undefined });
  }
}

/** Names and addresses: what is only shown elsewhere does not read the feeds again. @param {Draft} of */
function previewOf(of) {
  const { title, theme, content, ...planet } = /** @type {Record<string, unknown>} */ (planetOf(of));
  return planet;
}

/** @param {string} text */
const onTyped = (text) => (typed = text);

function onPeople() {
  const preview = /** @type {any} */ (root.querySelector('planet-feed'));
  people = new Map(preview.people.map((/** @type {any} */ one) => [one.url, one]));
  show();
}

async function add() {
  const address = typed.trim();
  if (!address) return;
  say(words.searching);
  const search = await findFeeds(address, { fetch: (...asked) => fetch(...asked), proxy: proxyOf(draft) });
  if (search.kind === 'failed') return say(words[search.reason](address));
  const fresh = unknown(search.feeds.slice(0, 1));
  if (!fresh.length) return say(words.known);
  typed = '';
  said = '';
  change({ feeds: [...draft.feeds, ...fresh] });
}

/** @param {Draft} of */
const proxyOf = ({ proxy }) => (proxy.includes('{url}') ? proxy : undefined);

/** @param {Record<string, any>[]} feeds */
function unknown(feeds) {
  const listed = new Set(draft.feeds.map(({ url, list }) => url ?? list));
  return feeds.filter(({ url, list }) => !listed.has(url ?? list) && listed.add(url ?? list));
}

/** @param {File} file */
async function take(file) {
  const { readOpml } = await import('./read-opml.js');
  const env = { readOpml, domParser: async () => inertParser };
  const read = await importPlanet(new Uint8Array(await file.arrayBuffer()), {}, env);
  if (read.kind === 'failed') return say(words.nothingIn(file.name));
  const { feeds, title, theme, content, proxy, ...rest } = /** @type {Record<string, any>} */ (
    read.value.planet
  );
  const fresh = unknown(
    feeds.map((/** @type {any} */ feed) => (typeof feed === 'string' ? { url: feed } : feed)),
  );
  said = words.took(file.name, fresh.length);
  change({
    feeds: [...draft.feeds, ...fresh],
    rest: { ...draft.rest, ...rest },
    ...(title && !draft.title && { title }),
    ...(theme && dressOf(theme)),
    ...(content && { content }),
    ...(typeof proxy === 'string' && !draft.proxy && { proxy }),
  });
}

/** @param {string} written   the key of a planet.json that an importer made @returns {Pick<Draft, 'theme' | 'look'>} */
function dressOf(written) {
  const { theme, look = 'page' } = themeOf(written);
  return { theme, look };
}

/** @param {number} index */
const remove = (index) => change({ feeds: draft.feeds.filter((_, at) => at !== index) });

/** @param {string} name */
const read = async (name) => {
  const response = await fetch(name);
  if (!response.ok) throw new Error(`${new URL(name, document.baseURI)}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
};

/** @type {Record<string, () => Promise<Blob>>} */
const PRODUCTS = {
  'planet.json': async () => new Blob([planetText(draft)], { type: 'application/json' }),
  'planetarium.html': async () => {
    const page = new TextDecoder().decode(await read('planetarium.html'));
    return new Blob([oneFileOf(draft, page)], { type: 'text/html' });
  },
  'planet.zip': () => folderOf(draft, read),
};

/** @param {string} name */
async function download(name) {
  try {
    const link = document.createElement('a');
    const url = URL.createObjectURL(await PRODUCTS[name]());
    Object.assign(link, { href: url, download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
  } catch (error) {
    say(words.missing(/** @type {Error} */ (error).message));
  }
}

for (const type of /** @type {const} */ (['dragover', 'dragleave', 'drop']))
  window.addEventListener(type, (event) => {
    if (![...(event.dataTransfer?.types ?? [])].includes('Files')) return;
    event.preventDefault();
    document.documentElement.classList.toggle('dropping', type === 'dragover');
    const [file] = event.dataTransfer?.files ?? [];
    if (type === 'drop' && file) void take(file);
  });

const { documentElement } = document;
documentElement.lang = locale;
documentElement.dir = words.direction;
document.title = words.title;
root.replaceChildren();
show();
