/**
 * Entries of a view → elements with their content and title. Each is made once and handed out again as long as the entry
 * says the same: a redraw does not reload pictures, close what was opened, or sanitise anything twice.
 *
 * @import { EntryView, FeedView, Text } from '../model.js'
 * @import { Sanitizer } from './sanitize.js'
 *
 * @typedef {object} Contents
 * @property {(entry: EntryView, feed: FeedView | undefined) => HTMLElement | undefined} body
 * @property {(entry: EntryView) => HTMLElement | undefined} title
 */

/** Elements kept that no view shows: enough for the way back. */
const KEPT = 400;

/**
 * @param {Sanitizer} sanitizer
 * @param {Document} document
 * @returns {Contents}
 */
export function createContents(sanitizer, document) {
  const body = remembering((/** @type {EntryView} */ entry, /** @type {FeedView | undefined} */ feed) =>
    filledElement(document, 'div', 'e-content', entry.content, entry.language, (html) =>
      sanitizer.block(html, {
        prefix: `p${entry.key}-`,
        base: entry.content?.base ?? entry.link ?? feed?.link ?? feed?.url,
        link: entry.link,
      }),
    ),
  );
  const title = remembering((/** @type {EntryView} */ entry) =>
    filledElement(document, 'span', '', entry.title, entry.language, (html) => sanitizer.inline(html)),
  );
  return {
    body: (entry, feed) => body(entry.key, `${entry.link} ${said(entry.content)}`, entry, feed),
    title: (entry) => title(entry.key, said(entry.title), entry),
  };
}

/** @param {Text | undefined} text */
const said = (text) => (text ? `${text.type} ${text.base} ${text.value}` : '');

/**
 * @template {unknown[]} Args
 * @param {(...args: Args) => HTMLElement | undefined} make
 * @returns {(key: string, says: string, ...args: Args) => HTMLElement | undefined}
 */
function remembering(make) {
  /** @type {Map<string, { says: string, element: HTMLElement | undefined }>} */
  const made = new Map();
  return (key, says, ...args) => {
    let kept = made.get(key);
    if (kept?.says !== says) kept = { says, element: make(...args) };
    made.delete(key); // the order of the map is the order of use
    made.set(key, kept);
    if (made.size > KEPT) made.delete(/** @type {string} */ (made.keys().next().value));
    return kept.element;
  };
}

/**
 * @param {Document} document
 * @param {string} name
 * @param {string} className
 * @param {Text | undefined} text
 * @param {string | undefined} language   of the entry
 * @param {(html: string) => DocumentFragment | undefined} sanitize
 * @returns {HTMLElement | undefined}   undefined: there is nothing to show
 */
function filledElement(document, name, className, text, language, sanitize) {
  if (!text?.value?.trim()) return undefined;
  const element = document.createElement(name);
  if (className) element.className = className;
  element.lang = text.language ?? language ?? '';
  if (!element.lang) element.removeAttribute('lang');
  if (isMarkup(text.type))
    element.append(sanitize(text.type === 'xhtml' ? asHtml(text.value) : text.value) ?? '');
  else element.append(text.value.trim());
  if (!isMarkup(text.type) && name === 'div') element.classList.add('plain');
  return element.textContent?.trim() || element.querySelector('img, picture, video, audio, math, hr')
    ? element
    : undefined;
}

/** @param {string} type */
const isMarkup = (type) => /^(?:x?html|text\/html|application\/xhtml\+xml)$/.test(type);

const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/;

/** XHTML closes an empty element in its tag, `<a id="x"/>`; an HTML parser would leave it open to the end. @param {string} xhtml */
const asHtml = (xhtml) =>
  xhtml.replace(/<([a-z][a-z0-9]*)((?:\s[^<>]*)?)\/>/gi, (tag, name, rest) =>
    VOID.test(name.toLowerCase()) ? tag : `<${name}${rest}></${name}>`,
  );
