/**
 * Markup of a feed → a fragment that is safe to stand in the page: DOMPurify with the lists of allowed-markup.js, and in the
 * same pass every address resolved, every id given the entry's prefix, every picture made lazy and silent about the reader.
 *
 * @typedef {object} Post
 * @property {string} prefix     for ids, so that two posts' footnotes do not meet
 * @property {string} [base]     what relative addresses resolve against
 * @property {string} [link]     of the post: a link to a place in it is a link to that place in the page
 *
 * @typedef {object} Sanitizer
 * @property {(html: string, post: Post) => Sanitised} block
 * @property {(html: string) => Sanitised} inline    for titles
 *
 * @typedef {DocumentFragment | 'too-large' | undefined} Sanitised    undefined: this browser cannot sanitise
 */
import createDOMPurify from 'dompurify';
import { ALL_ATTRIBUTES, BLOCK, DROPPED_WHOLE, INLINE, URL_ATTRIBUTES, mayHave } from './allowed-markup.js';
import { finish } from './finish-post.js';
import { quiet } from './quiet-markup.js';
import { hostOf, linkTo, mediaAt, resolve, resolveSrcset } from './links.js';

/** @typedef {{ post: Post, places: [Element, string][], embeds: Element[] }} Pass   places: links that may lead to an id of the same post */

const SHARED = {
  RETURN_DOM_FRAGMENT: true,
  ALLOWED_ATTR: ALL_ATTRIBUTES,
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  ALLOWED_URI_REGEXP: /^(?:https?:|mailto:|#)/i,
  ADD_URI_SAFE_ATTR: ALL_ATTRIBUTES.filter((name) => !URL_ATTRIBUTES.has(name)),
  ADD_FORBID_CONTENTS: DROPPED_WHOLE,
};
const BLOCK_CONFIG = { ...SHARED, ALLOWED_TAGS: BLOCK };
const INLINE_CONFIG = { ...SHARED, ALLOWED_TAGS: INLINE, ALLOWED_ATTR: ['dir', 'lang', 'title'] };

/**
 * @param {object} env
 * @param {import('dompurify').WindowLike} env.window
 * @param {string} env.page                              the page's own URL
 * @param {(host: string) => string} env.embedded        words for a link to what a post embeds
 * @param {(href: string) => string} [env.pageOf]        the page of what a player at an address plays: a page is for people
 * @param {(fragment: DocumentFragment) => void} [env.onPictures]   before the pictures of a post are asked for
 * @returns {Sanitizer}
 */
export function createSanitizer({ window, page, embedded, pageOf = String, onPictures }) {
  const purify = createDOMPurify(window);
  /** @type {Pass} */
  let pass = { post: { prefix: '' }, places: [], embeds: [] };

  purify.addHook('uponSanitizeElement', (node, { tagName }) => {
    if (tagName === 'iframe') linkInstead(/** @type {Element} */ (node));
  });
  purify.addHook('uponSanitizeAttribute', (element, event) => {
    const { attrName: name, attrValue: value } = event;
    const tag = element.nodeName.toLowerCase();
    const kept = mayHave(tag, name) ? rewritten(element, name, value) : undefined;
    if (kept === undefined) event.keepAttr = false;
    else event.attrValue = kept;
  });
  purify.addHook('afterSanitizeAttributes', (element) => settle(element));

  /**
   * @param {Element} element
   * @param {string} name
   * @param {string} value
   * @returns {string | undefined}   undefined: the attribute goes
   */
  function rewritten(element, name, value) {
    const { prefix, base } = pass.post;
    if (name === 'id' || name === 'name') return value && prefix + value;
    if (name === 'href') return hrefOf(element, value);
    if (name === 'srcset') return resolveSrcset(value, (url) => mediaAt(url, base, page)) || undefined;
    if (name === 'src' && isPicture(element) && /^data:image\/(?:png|gif|jpeg|webp|avif);/i.test(value))
      return value;
    if (URL_ATTRIBUTES.has(name)) return mediaAt(value, base, page);
    if (name in SPANS) return String(Math.min(parseInt(value, 10) || 1, SPANS[name]));
    if (isSize(element, name)) return /^\d{1,5}$/.test(value) ? value : undefined;
    return value;
  }

  /** @param {Element} element @param {string} value */
  function hrefOf(element, value) {
    const { base, link } = pass.post;
    const url = resolve(value, base);
    const place = value.startsWith('#') ? value.slice(1) : url && placeIn(url, [base, link]);
    if (place) pass.places.push([element, place]);
    return linkTo(value, base) ?? (place ? '#' : undefined); // until it is known whether the post has such a place
  }

  /** @param {Element} frame */
  function linkInstead(frame) {
    const href = mediaAt(frame.getAttribute('src') ?? undefined, pass.post.base, page);
    if (!href) return;
    const link = frame.ownerDocument.createElement('a');
    link.setAttribute('href', pageOf(href)); // http or https: mediaAt lets nothing else through
    link.setAttribute('rel', REL);
    link.textContent = frame.getAttribute('title')?.trim() || embedded(hostOf(pageOf(href)));
    const line = frame.ownerDocument.createElement('p');
    line.append(link);
    line.setAttribute('dir', 'auto');
    frame.before(line);
    pass.embeds.push(line);
  }

  /**
   * @param {string} html
   * @param {Post} post
   * @param {typeof BLOCK_CONFIG} config
   * @returns {Sanitised}
   */
  function run(html, post, config) {
    const calm = quiet(html);
    if (calm === undefined) return 'too-large';
    pass = { post, places: [], embeds: [] };
    // Under a policy of Trusted Types that forbids it, DOMPurify answers null and says nothing.
    const fragment = /** @type {DocumentFragment | null} */ (
      /** @type {unknown} */ (/[<&\r\0]/.test(calm) ? purify.sanitize(calm, config) : textOf(calm))
    );
    if (!fragment) return undefined;
    finish(fragment, pass);
    onPictures?.(fragment);
    return fragment;
  }

  /** Most titles are no more than text, and a document for each costs more than all else. @param {string} text */
  function textOf(text) {
    const fragment = /** @type {any} */ (window).document.createDocumentFragment();
    fragment.append(text);
    return fragment;
  }

  return {
    block: (html, post) => run(html, post, BLOCK_CONFIG),
    inline: (html) => run(html, { prefix: '' }, INLINE_CONFIG),
  };
}

/** A cell that spans a million columns makes a million columns. @type {Record<string, number>} */
const SPANS = { colspan: 100, columnspan: 100, rowspan: 1000, span: 100 };

const REL = 'noopener nofollow ugc';

/** What an element must say however it was written. @param {Element} element */
function settle(element) {
  const tag = element.nodeName;
  if (tag === 'A') {
    if (element.hasAttribute('href')) element.setAttribute('rel', REL);
    const name = element.getAttribute('name');
    element.removeAttribute('name');
    if (name && !element.id) element.id = name;
  } else if (tag === 'IMG') settleImage(element);
  else if (tag === 'VIDEO' || tag === 'AUDIO') {
    element.setAttribute('controls', '');
    element.setAttribute('preload', 'none');
  }
}

/** @param {Element} image */
function settleImage(image) {
  const alt = image.getAttribute('alt') ?? '';
  const size = Number(image.getAttribute('width') ?? 2) * Number(image.getAttribute('height') ?? 2);
  // A picture of one pixel or none tells its server who reads, and the reader nothing.
  if (size <= 1) return image.remove();
  if (!image.hasAttribute('src') && !image.hasAttribute('srcset')) return image.replaceWith(alt);
  image.setAttribute('alt', alt);
  image.setAttribute('loading', 'lazy');
  image.setAttribute('decoding', 'async');
  image.setAttribute('referrerpolicy', 'no-referrer');
}

/** @param {Element} element */
const isPicture = (element) => element.nodeName === 'IMG';

/** @param {Element} element @param {string} name */
const isSize = (element, name) =>
  (name === 'width' || name === 'height') && (element.nodeName === 'IMG' || element.nodeName === 'VIDEO');

/** @param {URL} url @param {(string | undefined)[]} homes @returns {string}   the fragment, when the rest is one of the homes */
function placeIn(url, homes) {
  const rest = url.href.slice(0, url.href.length - url.hash.length);
  const isHome = homes.some((home) => resolve(home, undefined)?.href.split('#')[0] === rest);
  return isHome ? url.hash.slice(1) : '';
}
