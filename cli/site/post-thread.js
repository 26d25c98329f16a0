/** A thread that draws posts: entries come in, their titles and bodies go out as markup, sanitised in a document of its own. */
import { parentPort, workerData } from 'node:worker_threads';
import { JSDOM } from 'jsdom';
import { loadWords } from '../../web/locales/load-words.js';
import { createContents } from '../../web/render/contents.js';
import { pageOfEmbed } from '../../web/render/embeds.js';
import { spacedText } from '../../web/render/excerpt.js';
import { createSanitizer } from '../../web/render/sanitize.js';

/**
 * @typedef {import('../../web/model.js').EntryView} EntryView
 * @typedef {{ base: string, language: string | undefined, as: 'markup' | 'text' }} About
 * @typedef {{ entry: EntryView, feed: any }} Post
 * @typedef {{ title?: string, body?: string }} Drawn   the body as markup, or as the text of which an excerpt is made
 * @typedef {{ posts: Post[] } | { welcome: string }} Order
 */

const { base, language, as } = /** @type {About} */ (workerData);
const { window } = new JSDOM('<!doctype html><body></body>', { url: base });
const { words } = await loadWords([language]);
const sanitizer = createSanitizer({
  window: /** @type {any} */ (window),
  page: base,
  embedded: words.embedded,
  pageOf: pageOfEmbed,
});

parentPort?.on('message', (/** @type {Order} */ order) =>
  parentPort?.postMessage('posts' in order ? drawAll(order.posts) : welcomeOf(order.welcome)),
);

/** @param {Post[]} posts @returns {Drawn[]} */
function drawAll(posts) {
  // Forgotten with these posts: an element that is remembered holds the document in which it was sanitised.
  const contents = createContents(sanitizer, window.document, words);
  return posts.map(({ entry, feed }) => {
    const body = contents.body(entry, feed);
    return {
      title: contents.title(entry)?.outerHTML,
      body: body && (as === 'text' ? spacedText(body) : body.outerHTML),
    };
  });
}

/** @param {string} html @returns {string} */
function welcomeOf(html) {
  const fragment = sanitizer.block(html, { prefix: 'welcome-', base });
  if (!fragment || fragment === 'too-large') return '';
  const section = window.document.createElement('section');
  section.className = 'welcome';
  section.append(fragment);
  return section.outerHTML;
}
