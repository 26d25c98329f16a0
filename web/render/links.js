/** Addresses as feeds write them → absolute ones that a page may hold, or nothing. */
import { isOpenTo } from './hosts.js';

/**
 * @param {string | undefined} written
 * @param {string | undefined} base      none: a relative address leads nowhere, least of all to the planet itself
 * @returns {URL | undefined}
 */
export function resolve(written, base) {
  if (written === undefined) return undefined;
  try {
    return new URL(written, base);
  } catch {
    return undefined;
  }
}

/** Schemes that a link may have: a browser follows them without running anything. */
const LINKABLE = new Set(['http:', 'https:', 'mailto:']);

/** @param {string | undefined} written @param {string} [base] @returns {string | undefined}   absolute; what may stand in an href */
export function linkTo(written, base) {
  const url = resolve(written, base);
  return url && LINKABLE.has(url.protocol) ? withoutTracks(url).href : undefined;
}

/** Parameters that tell a site where a reader came from, and show nothing. */
const TRACKS = /^(?:utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|mkt_tok|_hsenc|_hsmi|yclid)(?:=|$)/i;

/** @param {URL} url @returns {URL}   the other parameters stay letter by letter */
function withoutTracks(url) {
  if (url.search && url.protocol !== 'mailto:') {
    const parts = url.search.slice(1).split('&');
    const kept = parts.filter((part) => !TRACKS.test(part));
    if (kept.length < parts.length) url.search = kept.join('&');
  }
  return url;
}

/**
 * @param {string | undefined} written
 * @param {string | undefined} base
 * @param {string} page    the page's own URL
 * @returns {string | undefined}   absolute; what the page may ask for on its own, as it does for pictures
 */
export function mediaAt(written, base, page) {
  const url = resolve(written, base);
  return url && /^https?:$/.test(url.protocol) && isOpenTo(url, page) ? url.href : undefined;
}

/**
 * @param {string} srcset    HTML §4.8.4.2.1: a comma ends a candidate only after a descriptor or before white space
 * @param {(url: string) => string | undefined} keep
 * @returns {string}         of the candidates that were kept
 */
export function resolveSrcset(srcset, keep) {
  /** @type {string[]} */
  const kept = [];
  // Read by hand: a pattern that allows commas inside a URL goes over a list of nothing but commas again from each of them.
  for (let at = 0; at < srcset.length;) {
    const from = skip(srcset, at, /[\s,]*/y);
    const to = skip(srcset, from, /\S*/y);
    let end = to;
    while (end > from && srcset[end - 1] === ',') end--;
    at = end < to ? to : skip(srcset, to, /[^,]*/y);
    const size = /^\s*(\d+(?:\.\d+)?[wx])\s*$/.exec(srcset.slice(to, at))?.[1];
    const url = end > from ? keep(srcset.slice(from, end)) : undefined;
    if (url) kept.push(size ? `${url} ${size}` : url);
  }
  return kept.join(', ');
}

/** @param {string} text @param {number} at @param {RegExp} what    sticky @returns {number}   behind it */
function skip(text, at, what) {
  what.lastIndex = at;
  what.test(text);
  return what.lastIndex;
}

/** @param {string} url @returns {string}   the host without www, as people say it */
export const hostOf = (url) => resolve(url, undefined)?.host.replace(/^www\./, '') ?? url;
