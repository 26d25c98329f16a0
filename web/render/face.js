/** A person's picture, or the initials in its place: nothing is asked for that the planet does not name. */
import { html } from 'lit/html.js';
import { linkTo } from './links.js';

/** @import { FeedView } from '../model.js' */

const TINTS = 6;

/** @param {FeedView} feed @param {number} size    pixels */
export function faceOf(feed, size) {
  const src = linkTo(feed.face);
  return src
    ? html`<img
        class="face u-photo"
        src=${src}
        alt=""
        width=${size}
        height=${size}
        loading="lazy"
        decoding="async"
        referrerpolicy="no-referrer"
      />`
    : html`<span
        class="face tint-${tint(feed.nick)}"
        data-initials=${initials(feed.name)}
        aria-hidden="true"
      ></span>`;
}

/** @param {string} name @returns {string}   first letters of its first and last word */
export function initials(name) {
  const words = name.match(/[\p{L}\p{N}]+/gu) ?? [];
  const ends = words.length > 1 ? [words[0], words[words.length - 1]] : words;
  return ends
    .map((word) => String.fromCodePoint(word?.codePointAt(0) ?? 32))
    .join('')
    .toLocaleUpperCase();
}

/** @param {string} nick @returns {number}   always the same for the same nick */
const tint = (nick) =>
  [...nick].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973, 7) % TINTS;
