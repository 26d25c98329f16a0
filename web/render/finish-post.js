/** A sanitised fragment → the same, its headings below the page's own, its inner links on this page, its tables in a scroll box. */

/** @import { Pass } from './sanitize.js' */

/** Headings of the page end at h3, the title of a post. */
const FIRST_LEVEL = 4;

/**
 * @param {DocumentFragment} fragment
 * @param {Pass} pass
 * @returns {DocumentFragment}
 */
export function finish(fragment, { post, places, embeds }) {
  const ids = new Map([...fragment.querySelectorAll('[id]')].map((element) => [element.id, element]));
  for (const [link, place] of places)
    leadTo(
      link,
      [place, decoded(place)].find((id) => ids.has(post.prefix + id)),
      post.prefix,
    );
  for (const link of fragment.querySelectorAll('a:not([href], [id])')) unwrap(link);
  for (const source of fragment.querySelectorAll('source:not([src], [srcset])')) source.remove();
  for (const player of fragment.querySelectorAll('video, audio'))
    if (!player.matches('[src]') && !player.querySelector('source[src]')) unwrap(player);
  for (const line of embeds) line.className = 'embedded';
  demoteHeadings(fragment);
  for (const table of fragment.querySelectorAll('table')) box(table);
  for (const code of fragment.querySelectorAll('pre')) if (isWide(code)) code.setAttribute('tabindex', '0');
  return fragment;
}

/** @param {Element} link @param {string | undefined} id @param {string} prefix */
function leadTo(link, id, prefix) {
  if (id !== undefined) link.setAttribute('href', `#${encodeURIComponent(prefix + id)}`);
  else if (link.getAttribute('href') === '#') link.removeAttribute('href'); // no such place, and no base to find it at
}

/** What leads nowhere is no link, what plays nothing no player; the words in it stay. @param {Element} element */
function unwrap(element) {
  while (element.firstChild) element.before(element.firstChild);
  element.remove();
}

/** @param {string} text */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The highest level a post uses becomes h4, the next h5, all others h6. @param {DocumentFragment} fragment */
function demoteHeadings(fragment) {
  const headings = [...fragment.querySelectorAll('h1, h2, h3, h4, h5, h6')];
  const levels = [...new Set(headings.map((heading) => heading.nodeName))].sort();
  for (const heading of headings) {
    const level = Math.min(6, FIRST_LEVEL + levels.indexOf(heading.nodeName));
    const lower = heading.ownerDocument.createElement(`h${level}`);
    for (const { name, value } of heading.attributes) lower.setAttribute(name, value);
    while (heading.firstChild) lower.append(heading.firstChild); // one by one: a call takes no 100,000 arguments
    heading.replaceWith(lower);
  }
}

/** Letters of a line that a phone shows without scrolling. */
const LINE = 40;

/** What scrolls must be reached by the keyboard; what does not is no stop on its way. @param {Element} code */
const isWide = (code) => (code.textContent ?? '').split('\n').some((line) => line.length > LINE);

/** A wide table scrolls in a box of its own: `display: block` on the table would hide that it is one. @param {Element} table */
function box(table) {
  const wrap = table.ownerDocument.createElement('div');
  wrap.className = 'wide';
  table.replaceWith(wrap);
  wrap.append(table);
}
