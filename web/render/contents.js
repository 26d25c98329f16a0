/**
 * Entries of a view → elements with their content and title. Each is made once and handed out again as long as the entry
 * says the same: a redraw does not reload pictures, close what was opened, or sanitise anything twice. What cannot be made
 * is the matter of its post alone, which says so.
 *
 * @import { PostWords } from '../locales/en-posts.js'
 * @import { EntryView, FeedView, Text } from '../model.js'
 * @import { Sanitised, Sanitizer } from './sanitize.js'
 *
 * @typedef {object} Contents
 * @property {(entry: EntryView, feed: FeedView | undefined) => HTMLElement | undefined} body
 * @property {(entry: EntryView) => HTMLElement | undefined} title
 */
import { excerpt, thinMarks } from './excerpt.js';
import { linkTo } from './links.js';

/** Elements kept that no view shows: enough for the way back. */
const KEPT = 400;

/**
 * @param {Sanitizer} sanitizer
 * @param {Document} document
 * @param {PostWords} words
 * @returns {Contents}
 */
export function createContents(sanitizer, document, words) {
  const body = remembering((/** @type {EntryView} */ entry, /** @type {FeedView | undefined} */ feed) =>
    orElse(
      () =>
        filledElement(
          document,
          'div',
          'e-content',
          entry.content,
          entry.language,
          (html) =>
            sanitizer.block(html, {
              prefix: `p${entry.key}-`,
              base: entry.content?.base ?? entry.link ?? feed?.link ?? feed?.url,
              link: entry.link,
            }),
          () => noteElement(document, words.tooLarge, words.original, linkTo(entry.link)),
        ),
      () => noteElement(document, words.unshowable, words.original, linkTo(entry.link)),
    ),
  );
  const title = remembering((/** @type {EntryView} */ entry) =>
    orElse(
      () =>
        filledElement(document, 'span', '', entry.title, entry.language, (html) => sanitizer.inline(html)),
      () => undefined,
    ),
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
 * @template T
 * @param {() => T} make
 * @param {() => T} instead
 * @returns {T}
 */
function orElse(make, instead) {
  try {
    return make();
  } catch (error) {
    console.error(error);
    return instead();
  }
}

/**
 * @param {Document} document
 * @param {string} sentence
 * @param {string} original    words for the link
 * @param {string | undefined} href
 * @returns {HTMLElement}
 */
function noteElement(document, sentence, original, href) {
  const note = document.createElement('p');
  note.className = 'unshown';
  note.append(sentence);
  if (!href) return note;
  const link = document.createElement('a');
  link.href = href;
  link.rel = 'noopener nofollow ugc';
  link.textContent = original;
  note.append(' ', link);
  return note;
}

/**
 * @param {Document} document
 * @param {string} name
 * @param {string} className
 * @param {Text | undefined} text
 * @param {string | undefined} language   of the entry
 * @param {(html: string) => Sanitised} sanitize
 * @param {() => HTMLElement} [note]      behind the beginning of what is too large to be shown whole
 * @returns {HTMLElement | undefined}     undefined: there is nothing to show
 */
function filledElement(document, name, className, text, language, sanitize, note) {
  if (!text?.value?.trim()) return undefined;
  const element = document.createElement(name);
  if (className) element.className = className;
  element.lang = text.language ?? language ?? '';
  if (!element.lang) element.removeAttribute('lang');
  // Weblogs often leave their publishing tool's language as it was: the letters tell the direction.
  if (name === 'div') element.dir = 'auto';
  const isHtml = isMarkup(text.type);
  const html = text.type === 'xhtml' ? asHtml(text.value) : text.value;
  const content = isHtml ? sanitize(html) : text.value.length > MOST_TEXT ? 'too-large' : text.value.trim();
  if (content === 'too-large') element.append(beginningOf(text.value, isHtml, sanitize), note ? note() : '');
  else element.append(content ?? '');
  thinMarks(element);
  if (!isHtml && name === 'div') element.classList.add('plain');
  return element.textContent?.trim() || element.querySelector('img, picture, video, audio, math, hr')
    ? element
    : undefined;
}

/** Letters of a post that is plain text. */
const MOST_TEXT = 1 << 20;

/** Letters shown of what is too large, and those among which they are looked for. */
const BEGINNING = { SHOWN: 2000, READ: 20_000 };

/**
 * @param {string} text
 * @param {boolean} isHtml
 * @param {(html: string) => Sanitised} sanitize
 * @returns {string}
 */
function beginningOf(text, isHtml, sanitize) {
  const start = text.slice(0, BEGINNING.READ);
  if (!isHtml) return excerpt(start, BEGINNING.SHOWN);
  const words = start.replace(/<(style|script)[^]*?<\/\1/gi, '<').replace(/<[^>]*>?/g, ' ');
  const fragment = sanitize(words); // no tag is left in it: this reads its character references
  return fragment instanceof Object ? excerpt(fragment.textContent ?? '', BEGINNING.SHOWN) : '';
}

/** @param {string} type */
const isMarkup = (type) => /^(?:x?html|text\/html|application\/xhtml\+xml)$/.test(type);

const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/;

/** XHTML closes an empty element in its tag, `<a id="x"/>`; an HTML parser would leave it open to the end. @param {string} xhtml */
const asHtml = (xhtml) =>
  xhtml.replace(/<([a-z][a-z0-9]*)((?:\s[^<>]*)?)\/>/gi, (tag, name, rest) =>
    VOID.test(name.toLowerCase()) ? tag : `<${name}${rest}></${name}>`,
  );
